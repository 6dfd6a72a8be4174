// How well every mentee fits every mentor: fast for whole rows, and with reasons for two. The same people get the same
// scores, whatever order they come in.

import type { Civil } from '../../../time.ts';
import type { Fit, Member } from '../fit.ts';
import { hashOf } from '../hash.ts';
import type { Settings } from '../settings/settings.ts';
import { isEnough, MIDDLE, plainScore, reasonsOf, scoreOf } from './adding.ts';
import { areApart } from './bars.ts';
import { type Facts, factsOf } from './facts.ts';
import { crowdOf } from './crowd.ts';
import { summing } from './summing.ts';

/** Another number wherever the same profiles may get other scores. */
export const SCORER_VERSION = 1;

export interface Scorer {
  /** Writes the score of one mentee with every mentor in permille; -1 where what the two have told keeps them apart. */
  row(mentee: number, into: Int32Array): void;
  /** The same for two, with reasons, and also where a rule keeps them apart. */
  fit(mentee: number, mentor: number): Fit;
}

interface Asked {
  readonly mentees: readonly Member[];
  readonly mentors: readonly Member[];
  readonly settings: Settings;
  readonly startsOn: Civil;
}

/** How rare a word is, and what is usual, is found among all who are given: give everybody, whoever is free. */
export function scorerOf({ mentees, mentors, settings, startsOn }: Asked): Scorer {
  const sums = summing(crowdOf(mentees, mentors, startsOn), settings);
  const { all, sum, known } = sums;
  const apart = areApart(settings.rules);
  const mine = mentees.map((one) => factsOf(one, startsOn));
  const theirs = mentors.map((one) => factsOf(one, startsOn));
  const isApart = (mentee: number, mentor: number) => apart(mine[mentee] as Facts, theirs[mentor] as Facts);
  let usual: number | null = null;

  /** Looked for only where somebody has told little; the row that was being compared is there again afterwards. */
  function middle(): number {
    if (usual !== null) return usual;
    const before = sums.at();
    const scores = new Int32Array(TOP + 1);
    for (const mentee of someOf(mentees, mentors.length)) {
      sums.compare(mentee);
      for (let mentor = 0; mentor < mentors.length; mentor++) {
        if (!isEnough(known[mentor] as number, all) || isApart(mentee, mentor)) continue;
        const score = plainScore(sum[mentor] as number, known[mentor] as number);
        scores[score] = (scores[score] as number) + 1;
      }
    }
    sums.compare(before);
    return (usual = medianOf(scores));
  }

  return {
    row(mentee, into) {
      sums.compare(mentee);
      for (let mentor = 0; mentor < mentors.length; mentor++) {
        into[mentor] = isApart(mentee, mentor) ? -1 : scoreOf(sum[mentor] as number, known[mentor] as number, all, middle);
      }
    },
    fit(mentee, mentor) {
      sums.compare(mentee);
      const [own, weight] = [sum[mentor] as number, known[mentor] as number];
      const score = scoreOf(own, weight, all, middle);
      return {
        score,
        reasons: reasonsOf(sums.compared(mentor)),
        missing: sums.missing(mentor),
        known: all === 0 ? 0 : Math.round((TOP * weight) / all),
        drawn: score - plainScore(own, weight),
      };
    },
  };
}

const TOP = 1000;
/** So many pairs tell what is usual; of more people, some mentees are asked who are chosen by their ids. */
const ENOUGH_PAIRS = 250_000;
const FEWEST = 16;

function someOf(mentees: readonly Member[], mentors: number): readonly number[] {
  const many = Math.max(FEWEST, Math.floor(ENOUGH_PAIRS / Math.max(1, mentors)));
  const rows = mentees.map((_, row) => row);
  if (rows.length <= many) return rows;
  const keys = mentees.map(({ id }) => hashOf(id));
  return rows.sort((a, b) => (keys[a] as number) - (keys[b] as number)).slice(0, many);
}

/** Of scores that have been counted; in the middle of the scale where there are none. */
function medianOf(counts: Int32Array): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  const median = counts.findIndex((count) => (seen += count) * 2 >= all && all > 0);
  return median < 0 ? MIDDLE : median;
}
