// What a person has said in plain facts, made ready once: the hard rules and most of the score read these.

import type { Civil } from '../../../time.ts';
import type { Level, MeetingLanguage } from '../../orientation/participation.ts';
import type { Member } from '../fit.ts';
import { markOf } from '../hash.ts';
import { fold } from '../summary/words.ts';
import { type Hours, hoursOf } from './hours.ts';

/** Empty, 0 or `null` where nothing is known. */
export interface Facts {
  readonly personId: string;
  /** Stands for the person's own address, and the manager's. */
  readonly mark: string;
  readonly manager: string;
  readonly unit: string;
  readonly place: string;
  /** A bit for each. */
  readonly languages: number;
  /** Steps of seniority. */
  readonly level: number | null;
  readonly hours: Hours | null;
}

const STEPS: Readonly<Record<Level, number>> = { starting: 0, some: 1, experienced: 2, leading: 3, senior: 4 };
const BITS: Readonly<Record<MeetingLanguage, number>> = { en: 1, sv: 2, es: 4, fi: 8, no: 16, da: 32, de: 64, fr: 128, ar: 256, uk: 512 };

type Someone = Pick<Member, 'personId' | 'profile' | 'mark' | 'timeZone'>;

const remembered = new WeakMap<Someone, { readonly startsOn: Civil | null; readonly facts: Facts }>();

/** Without a start there are no seasons, and so no hours. */
export function factsOf(member: Someone, startsOn: Civil | null): Facts {
  const known = remembered.get(member);
  if (known && known.startsOn === startsOn) return known.facts;
  const { profile, mark = '', timeZone } = member;
  const facts: Facts = {
    ...{ personId: member.personId, mark, manager: markOf(profile.manager) },
    ...{ unit: plain(profile.unit), place: plain(profile.place) },
    languages: bitsOf(profile.languages),
    level: profile.level === '' ? null : STEPS[profile.level],
    hours: startsOn === null || profile.slots.length === 0 ? null : hoursOf(profile.slots, timeZone, startsOn),
  };
  remembered.set(member, { startsOn, facts });
  return facts;
}

export function bitsOf(languages: readonly MeetingLanguage[]): number {
  return languages.reduce((bits, language) => bits | BITS[language], 0);
}

/** "Research & Development" and "research &  development" are one unit. */
function plain(text: string): string {
  return fold(text).trim().replace(/\s+/g, ' ');
}
