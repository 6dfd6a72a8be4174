// The features that compare what people ticked or filled in: help, languages, hours, place, seniority, unit.

import { BEST_GAP, type HardRules } from '../settings/settings.ts';
import type { Member } from '../fit.ts';
import { ALL, type Comparison, type Crowd, eachTwo, harmonic, permille, UNKNOWN } from './comparison.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Hours, hoursOf, inCommon, ones } from './hours.ts';

/** How much of what the mentee wants the mentor offers (S4.4): who offers more loses nothing by it. */
export function help({ mentees, mentors }: Crowd): Comparison {
  return ticked(
    mentees,
    mentors,
    ({ profile }) => profile.help,
    (count, wanted) => count / wanted,
  );
}

/** To the mentor one language in common is enough, the mentee may be more at home in another: between the two views. */
export function language({ mentees, mentors }: Crowd): Comparison {
  return ticked(
    mentees,
    mentors,
    ({ profile }) => profile.languages,
    (count, mine) => (count === 0 ? 0 : harmonic(count / mine, 1)),
  );
}

/** Lists of a few keys, as bits. `share`: of so many in common, where the mentee has so many. */
function ticked(
  mentees: Crowd['mentees'],
  mentors: Crowd['mentors'],
  list: (one: Member) => readonly string[],
  share: (count: number, mine: number) => number,
) {
  const keys = [...new Set([...mentees, ...mentors].flatMap(list))];
  const bits = (members: Crowd['mentees']) => Int32Array.from(members, (one) => list(one).reduce((sum, key) => sum | (1 << keys.indexOf(key)), 0));
  const [mine, theirs] = [bits(mentees), bits(mentors)];
  return {
    row(mentee: number, into: Int16Array) {
      const own = mine[mentee] as number;
      const all = ones(own);
      const values = Array.from({ length: all + 1 }, (_, count) => permille(share(count, all)));
      for (let mentor = 0; mentor < theirs.length; mentor++) {
        const other = theirs[mentor] as number;
        into[mentor] = own === 0 || other === 0 ? UNKNOWN : (values[ones(own & other)] as number);
      }
    },
    shared(mentee: number, mentor: number) {
      const [one, other] = [mentees[mentee], mentors[mentor]];
      return one && other ? list(one).filter((key) => list(other).includes(key)) : [];
    },
  };
}

/** A full working day in common is as good as can be: 16 half-hours. */
const DAY_IN_COMMON = 16;

export function time({ mentees, mentors, startsOn }: Crowd): Comparison {
  const hours = (members: Crowd['mentees']) => members.map((member) => factsOf(member, startsOn).hours);
  const mine = hours(mentees);
  // Many are free at the same times in the same place: each kind is looked at once.
  const kinds = new Map<string, number>();
  const kind = mentors.map(({ profile, timeZone }) => numberOf(`${timeZone} ${profile.slots.toSorted().join(' ')}`, kinds));
  const theirs: (Hours | null)[] = [];
  for (const [mentor, own] of hours(mentors).entries()) theirs[kind[mentor] as number] = own;
  return {
    row(mentee, into) {
      const own = mine[mentee] ?? null;
      const values = Int16Array.from(theirs, (other) => (own && other ? permille(inCommon(own, other) / DAY_IN_COMMON) : UNKNOWN));
      for (let mentor = 0; mentor < kind.length; mentor++) into[mentor] = values[kind[mentor] as number] as number;
    },
    shared(mentee, mentor) {
      const [one, other] = [mentees[mentee], theirs[kind[mentor] ?? -1]];
      return one && other ? one.profile.slots.filter((slot) => inCommon(hoursOf([slot], one.timeZone, startsOn), other) > 0) : [];
    },
  };
}

function numberOf(key: string, numbers: Map<string, number>): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

/** Both are content to meet online. */
const REMOTE = 800;
/** One rather online, the other rather not, but at the same place. */
const AGREEABLE = 500;

export function place({ mentees, mentors, startsOn }: Crowd): Comparison {
  const known = (members: Crowd['mentees']) => members.map((member) => ({ meets: member.profile.meets, place: factsOf(member, startsOn).place }));
  return eachTwo(known(mentees), known(mentors), (mine, theirs) => {
    const same = mine.place === '' || theirs.place === '' ? null : mine.place === theirs.place;
    const meets = [mine.meets, theirs.meets];
    if (meets.includes('person') && meets.includes('online')) return same ? AGREEABLE : 0;
    if (same) return ALL;
    if (meets.includes('person')) return same === false ? 0 : UNKNOWN;
    return meets.includes('') ? UNKNOWN : REMOTE;
  });
}

/** Where the rules set no end, this many steps from the best are as far as can be. */
const FAR = 4;

/** Best where the mentor is one step ahead, worst at the ends that the rules set. */
export function seniority({ mentees, mentors, startsOn }: Crowd, { least, most }: HardRules): Comparison {
  const [lowest, highest] = [least ?? BEST_GAP - FAR, most ?? BEST_GAP + FAR];
  const best = Math.min(Math.max(BEST_GAP, lowest), highest);
  const levels = (members: Crowd['mentees']) => members.map((member) => factsOf(member, startsOn).level);
  return eachTwo(levels(mentees), levels(mentors), (mine, theirs) => {
    if (mine === null || theirs === null) return UNKNOWN;
    const ahead = theirs - mine;
    const span = ahead < best ? best - lowest : highest - best;
    return ahead === best ? ALL : span <= 0 ? 0 : permille(Math.max(0, 1 - Math.abs(ahead - best) / span));
  });
}

/** To see another part of the house is the point. */
export function unit({ mentees, mentors, startsOn }: Crowd): Comparison {
  const units = (members: Crowd['mentees']): readonly Facts['unit'][] => members.map((member) => factsOf(member, startsOn).unit);
  return eachTwo(units(mentees), units(mentors), (mine, theirs) => (mine === '' || theirs === '' ? UNKNOWN : mine === theirs ? 0 : ALL));
}
