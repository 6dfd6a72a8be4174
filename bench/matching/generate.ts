// Made-up instances by name, size and seed.

import type { Rows } from '../../src/mentoring/matching/engine/index.ts';
import { chanceOf } from '../../src/runtime/simulate/chance.ts';
import { numbered, rowsOfGrid } from './grid.ts';
import { CHEAPEST, type Instance } from './instance.ts';
import { people } from './people.ts';
import { scarce, sparse } from './sparse.ts';

export const KINDS = ['men', 'uni', 'sparse', 'scarce'] as const;
export type Kind = (typeof KINDS)[number];

/** `men`: mentoring-like, all pairs; `uni`: costs by chance; `sparse`: fifty by chance for each; `scarce`: the best fifty, not enough for all. */
export function generate(kind: Kind, count: number, seed: number): Instance {
  const name = `${kind}${count}/${seed}`;
  switch (kind) {
    case 'men':
      return { name, market: people(count, seed), aims: CHEAPEST, costs: false };
    case 'uni':
      return { name, market: uniform(count, seed), aims: CHEAPEST, costs: true };
    case 'sparse':
      return { name, market: sparse(count, seed), aims: CHEAPEST, costs: true };
    case 'scarce':
      return { name, market: scarce(count, seed), aims: CHEAPEST, costs: false };
  }
}

/** Costs from 0 to 10,000 by chance, kept. */
export function uniform(count: number, seed: number): Rows {
  const chance = chanceOf('uniform', count, seed);
  const scores = Int32Array.from({ length: count * count }, () => chance.whole(0, 10_000));
  return rowsOfGrid({ scores, top: 10_000, mentees: numbered('row', count), mentors: numbered('column', count) });
}
