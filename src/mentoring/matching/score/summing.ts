// All features of one mentee with every mentor, added up by weight.

import type { Feature, Settings } from '../settings/settings.ts';
import { type Compared, weighedFeatures } from './adding.ts';
import { type Comparison, type Crowd, UNKNOWN } from './comparison.ts';
import { experience } from './experience.ts';
import { interests } from './interests.ts';
import { help, language, place, seniority, time, unit } from './plain.ts';
import { text } from './text.ts';
import { topics } from './topics.ts';

const COMPARISONS: Readonly<Record<Feature, (crowd: Crowd, settings: Settings) => Comparison>> = {
  ...{ help, topics, text, experience, interests, language, time, place, unit },
  seniority: (crowd, { rules }) => seniority(crowd, rules),
};

export interface Summing {
  /** The weights of all features together. */
  readonly all: number;
  /** For each mentor and the mentee who is compared: weight times permille, and the weights that could be compared. */
  readonly sum: Int32Array;
  readonly known: Int32Array;
  /** Whom it holds now: a row is worked out once. */
  at(): number;
  /** Fills `sum` and `known`; -1: with nobody. */
  compare(mentee: number): void;
  /** Of the mentee who is compared. */
  compared(mentor: number): readonly Compared[];
  missing(mentor: number): readonly Feature[];
}

export function summing(crowd: Crowd, settings: Settings): Summing {
  const { length } = crowd.mentors;
  const features = weighedFeatures(settings.weights).map((feature) => ({
    ...{ feature, weight: settings.weights[feature], values: new Int16Array(length) },
    comparison: COMPARISONS[feature](crowd, settings),
  }));
  const [sum, known] = [new Int32Array(length), new Int32Array(length)];
  let at = -1;
  return {
    all: features.reduce((weights, { weight }) => weights + weight, 0),
    sum,
    known,
    at: () => at,
    compare(mentee) {
      if (at === mentee) return;
      at = mentee;
      sum.fill(0);
      known.fill(0);
      if (mentee < 0) return;
      for (const { comparison, weight, values } of features) {
        comparison.row(mentee, values);
        addUp(values, weight, sum, known);
      }
    },
    compared: (mentor) =>
      features
        .filter(({ values }) => values[mentor] !== UNKNOWN)
        .map(({ feature, weight, values, comparison }) => ({ feature, weight, value: values[mentor] as number, shared: comparison.shared(at, mentor) })),
    missing: (mentor) => features.filter(({ values }) => values[mentor] === UNKNOWN).map(({ feature }) => feature),
  };
}

function addUp(values: Int16Array, weight: number, sum: Int32Array, known: Int32Array): void {
  for (let mentor = 0; mentor < values.length; mentor++) {
    const value = values[mentor] as number;
    if (value === UNKNOWN) continue;
    sum[mentor] = (sum[mentor] as number) + weight * value;
    known[mentor] = (known[mentor] as number) + weight;
  }
}
