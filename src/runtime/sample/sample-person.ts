// How a person of the sample is written down. Nobody in the sample exists: see README.md.

import type { Language } from '../../bot/texts/language.ts';
import type { Profile, Role } from '../../mentoring/orientation/participation.ts';

export type SampleZone = 'Europe/Stockholm' | 'Europe/Madrid' | 'Atlantic/Canary' | 'Europe/London';

export interface SamplePerson {
  /** The account on the playground, and the e-mail address before the @. */
  readonly account: string;
  readonly name: string;
  readonly language: Language;
  readonly timeZone: SampleZone;
}

export interface SampleMember extends SamplePerson {
  readonly role: Role;
  readonly capacity: number;
  readonly profile: Partial<Profile>;
}
