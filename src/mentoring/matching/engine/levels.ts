// The levels by which leximin tells who is worse off.

import type { Aims, Market } from './market.ts';

/** Up to so many people a side every score is a level; above, so many bands of scores. */
const EXACT = 250;
const BANDS = 20;

/** For each pair its level. An open proposal counts as so many points better as it is worth. */
export function levelOf({ mentees, mentors, top, score, open }: Market, { keep }: Aims): (pair: number) => number {
  const worth = keep === Infinity ? 0 : Math.round(keep);
  const size = Math.max(mentees, mentors) <= EXACT ? 1 : Math.max(1, Math.floor(top / BANDS));
  return (e) => Math.floor(Math.min(top, (score[e] as number) + (open[e] as number) * worth) / size);
}
