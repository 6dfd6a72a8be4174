// A person of the organisation, and the accounts by which platforms know them.

import type { Language } from '../../bot/texts/language.ts';
import type { Instant } from '../../time.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  /** IANA, such as `Europe/Stockholm`. */
  readonly timeZone: string;
  /** What the person chose here: no platform's word replaces it. */
  readonly chosen: readonly ('language' | 'timeZone')[];
  /** The platform on which messages come first; `null` is wherever they get through. */
  readonly prefers: string | null;
  /** Ids of people who turned out to be this one: what was sealed for them, and what they did, is this person's. */
  readonly formerly: readonly string[];
  readonly createdAt: Instant;
  readonly leftAt: Instant | null;
}

export interface Account {
  readonly id: string;
  readonly personId: string;
  readonly platform: string;
  readonly externalId: string;
  /** The direct conversation with the bot, once known. */
  readonly conversation: string | null;
  /** False once the platform has said that it will never work. */
  readonly reachable: boolean;
}
