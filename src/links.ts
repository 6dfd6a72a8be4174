// What waits behind our own addresses, where people come without a chat: runtime/links implements it, adapters/links shows it.

import type { Language } from './bot/texts/language.ts';
import type { TermChoice } from './bot/texts/terms.ts';
import type { Civil, Instant } from './time.ts';

/** A calendar, or one entry of it, before it becomes a file. */
export interface CalendarFile {
  /** In the reader's language. */
  readonly name: string;
  readonly language: Language;
  /** IANA: hours are written in it, so that they hold when the clocks change. */
  readonly timeZone: string;
  /** When they change, from a year before the first entry to a year after the last. */
  readonly clocks: Clocks;
  readonly entries: readonly CalendarEntry[];
}

export interface Clocks {
  /** Minutes east of Greenwich until the first change. */
  readonly offset: number;
  readonly changes: readonly { readonly at: Instant; readonly before: number; readonly after: number }[];
}

export interface CalendarEntry {
  /** The same in every file, for ever: by it a calendar knows what it has. */
  readonly uid: string;
  /** Rises with each change. */
  readonly sequence: number;
  /** Hours of a day, or whole days with the last one included. */
  readonly when: { readonly startsAt: Instant; readonly endsAt: Instant } | { readonly from: Civil; readonly until: Civil };
  readonly cancelled: boolean;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly link: string;
  readonly changedAt: Instant;
}

/** What a stranger with a phone is shown at a mingle: what it is, when it begins, where to go. */
export interface JoinPage {
  readonly organisation: string;
  /** The organisation's own, for visitors whose languages we lack. */
  readonly language: Language;
  readonly terms: TermChoice;
  /** The next start first. */
  readonly cohorts: readonly { readonly name: string; readonly startsOn: Civil; readonly isOpen: boolean }[];
  /** On which one can sign up: `slack`, `teams`, `web`. */
  readonly platforms: readonly string[];
}

/** `null`: there is nothing, or nothing any more; nobody learns which. */
export interface Links {
  picture(token: string): Promise<{ readonly svg: string } | null>;
  event(token: string): Promise<CalendarFile | null>;
  calendar(code: string): Promise<CalendarFile | null>;
  join(code: string): Promise<JoinPage | null>;
}
