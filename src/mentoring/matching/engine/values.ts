// What a matching is worth, aim by aim.

import { costsOf, distanceOf } from './dial.ts';
import { levelOf } from './levels.ts';
import { type Aims, HIGHEST, type Market, type StageName } from './market.ts';
import { tieOf } from './tie.ts';

/** The value of each stage, as in `Stage`. `taken`: for each mentee the market's pair, or -1. */
export function valueOf(market: Market, aims: Aims, taken: Int32Array, stage: StageName): number {
  const { score } = market;
  const pairs = taken.filter((e) => e >= 0);
  if (stage === 'count') return pairs.length;
  if (stage === 'spread') return spreadOf(market, pairs);
  if (stage === 'floor') return pairs.reduce((worst, e) => Math.min(worst, score[e] as number), pairs.length === 0 ? 0 : Infinity);
  if (stage === 'tie') return hashes(market, taken);
  const distance = distanceOf(market, aims.dial);
  return pairs.reduce((sum, e) => sum + distance(score[e] as number), 0);
}

/** Of two matchings of a market the one with the lesser number at the first difference is the better. */
export function rankOf(market: Market, aims: Aims, taken: Int32Array): readonly number[] {
  const value = (stage: StageName) => valueOf(market, aims, taken, stage);
  const pairs = taken.filter((e) => e >= 0);
  const costs = costsOf(market, aims, new Float64Array(market.score.length));
  return [
    -pairs.length,
    ...Array.from({ length: HIGHEST }, (_, below) => taken.reduce((left, e, i) => left + (e < 0 && market.priority[i] === HIGHEST - below ? 1 : 0), 0)),
    aims.spread ? value('spread') : 0,
    aims.floor ? -value('floor') : 0,
    aims.keep === Infinity ? -pairs.reduce((sum, e) => sum + (market.open[e] as number), 0) : 0,
    ...(aims.dial === 'leximin' ? countsOf(market, aims, pairs) : []),
    pairs.reduce((sum, e) => sum + (costs[e] as number), 0),
    value('tie'),
  ];
}

function spreadOf({ held, mentor }: Market, pairs: Int32Array): number {
  const load = held.slice();
  let sum = 0;
  for (const e of pairs) {
    const j = mentor[e] as number;
    sum += load[j] as number;
    load[j] = (load[j] as number) + 1;
  }
  return sum;
}

function countsOf(market: Market, aims: Aims, pairs: Int32Array): readonly number[] {
  const level = levelOf(market, aims);
  const counts = Array.from({ length: market.top + 1 }, () => 0);
  for (const e of pairs) counts[level(e)] = (counts[level(e)] as number) + 1;
  return counts;
}

function hashes(market: Market, taken: Int32Array): number {
  const tie = tieOf(market);
  return taken.reduce((sum, e, i) => sum + (e < 0 ? 0 : tie(e, i)), 0);
}
