// The known instances, and the same ones with people in another order.

import { fileURLToPath } from 'node:url';
import { readGrid } from '../../bench/matching/formats.ts';
import { type Grid, numbered } from '../../bench/matching/grid.ts';
import { peerGrid } from '../../bench/matching/peer.ts';
import type { Question } from '../../src/mentoring/matching/engine/flow.ts';
import type { Market } from '../../src/mentoring/matching/engine/market.ts';
import { type Chance, chanceOf } from '../../src/runtime/simulate/chance.ts';

export function instancePath(name: string): string {
  return fileURLToPath(new URL(`../instances/${name}`, import.meta.url));
}

export const orLibrary = (name: string) => readGrid(instancePath(`orlib/${name}.txt.gz`)).grid;
export const residents = (number: number) => readGrid(instancePath(`matchingproblems/hr${number}.txt`));
export const peer = (size: 'small' | 'large') => peerGrid(instancePath(`jonodrew/${size}`));

/** Scores by chance, many of them equal; with `share` of the pairs forbidden. */
export function someGrid(seed: number, size: { readonly mentees: number; readonly mentors: number; readonly top: number; readonly forbidden?: number }): Grid {
  const chance = chanceOf('grid', seed);
  const { mentees, mentors, top, forbidden = 0 } = size;
  const scores = Int32Array.from({ length: mentees * mentors }, () => (chance.yes(forbidden) ? -1 : chance.whole(0, top)));
  return { scores, top, mentees: numbered('mentee', mentees), mentors: numbered('mentor', mentors) };
}

/** The same people and scores, each side in another order. */
export function shuffled(grid: Grid, chance: Chance): Grid {
  const rows = chance.shuffled([...grid.mentees.keys()]);
  const columns = chance.shuffled([...grid.mentors.keys()]);
  const width = columns.length;
  return {
    ...grid,
    scores: Int32Array.from(grid.scores, (_, at) => grid.scores[(rows[Math.floor(at / width)] as number) * width + (columns[at % width] as number)] as number),
    mentees: rows.map((i) => grid.mentees[i] as string),
    mentors: columns.map((j) => grid.mentors[j] as string),
    ...(grid.capacity ? { capacity: columns.map((j) => grid.capacity?.[j] ?? 1) } : {}),
  };
}

/** Who with whom, by name. */
export function byName({ mentees, mentors }: Grid, partner: Int32Array): readonly string[] {
  return mentees.map((mentee, i) => `${mentee} with ${mentors[partner[i] as number] ?? 'nobody'}`).sort();
}

/** As many as possible, then the least sum of distances: as one question. */
export function cheapestQuestion(market: Market): Question {
  const { mentees, mentors, first, mentor, score, capacity, top } = market;
  const place = new Int32Array(mentors + 1);
  for (let j = 0; j < mentors; j++) place[j + 1] = (place[j] as number) + (capacity[j] as number);
  return {
    ...{ mentees, mentors, first, mentor, place },
    cost: Float64Array.from(score, (own) => top - own),
    without: new Float64Array(mentees).fill(withoutCost(market)),
    placeCost: new Float64Array(place[mentors] as number),
  };
}

export function withoutCost({ mentees, top }: { readonly mentees: number; readonly top: number }): number {
  return mentees * top + 1;
}
