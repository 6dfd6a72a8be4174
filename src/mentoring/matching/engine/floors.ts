// The highest floor if somebody from outside took a place at a mentor, for many mentors at once.

import type { Flow } from './flow.ts';
import type { Market } from './market.ts';
import { distinct } from './floor.ts';
import { nearFloor } from './near-floor.ts';
import { cheapest } from './paths.ts';
import { type Backwards, type Mark, relocationsOf } from './relocate.ts';
import { atLeast } from './warm.ts';

/** Mentors who share a floor. */
export interface Group {
  readonly floor: number;
  readonly mentors: readonly number[];
}

/**
 * `count`: an answer for count and spread without any floor; `guess`: where it is likely to be. An answer at the floor of all
 * together is as good without one. From there a mentor's floor is the weakest pair on the strongest of the shortest ways; only
 * above it must be asked again.
 */
export function floorsWith(market: Market, count: Flow, back: Backwards, mentors: readonly number[], guess: number): readonly Group[] {
  const scores = distinct(market, count.question.cost);
  const { flow, floor, beyond } = nearFloor(market, count, guess, scores);
  const { rise, mark } = relocationsOf(market, { ...count, taken: flow.taken, load: flow.load }, back, { mentors, mark: WEAKEST, least: nothing(market) });
  const aim = rise.map((own) => own + count.value);
  const above = beyond ? reaching(market, beyond, back, mentors, aim) : [];
  const groups = new Map<number, number[]>();
  for (const j of mentors) {
    if (above.includes(j)) continue;
    const own = Math.min(floor, -(mark[j] as number));
    groups.set(own, [...(groups.get(own) ?? []), j]);
  }
  const low = scores.findIndex((score) => score > floor);
  return [...[...groups].map(([own, some]) => ({ floor: own, mentors: some })), ...split(market, count, back, { aim, scores }, above, low, scores.length)];
}

/** Those for whom an answer at some floor is as good as without one. Somebody more costs never less. */
function reaching(market: Market, flow: Flow, back: Backwards, all: readonly number[], aim: Float64Array): readonly number[] {
  const mentors = all.filter((j) => flow.value <= (aim[j] as number));
  if (mentors.length === 0) return [];
  const { rise } = relocationsOf(market, flow, back, { mentors, least: nothing(market) });
  return mentors.filter((j) => (rise[j] as number) + flow.value === aim[j]);
}

interface Sought {
  readonly aim: Float64Array;
  readonly scores: readonly number[];
}

/** By halves: all of them reach the score at `low`, none that at `high`. */
function split(market: Market, count: Flow, back: Backwards, sought: Sought, mentors: readonly number[], low: number, high: number): readonly Group[] {
  const { aim, scores } = sought;
  if (mentors.length === 0) return [];
  if (high - low <= 1) return [{ floor: scores[low] as number, mentors }];
  const middle = (low + high) >> 1;
  const flow = cheapest({ ...count.question, cost: atLeast(market, count.question.cost, scores[middle] as number) }, { from: count, known: true });
  const reached = reaching(market, flow, back, mentors, aim);
  const missed = mentors.filter((j) => !reached.includes(j));
  return [...split(market, count, back, sought, reached, middle, high), ...split(market, count, back, sought, missed, low, middle)];
}

/** A way is marked by its weakest pair: the less, the better. */
const WEAKEST: Mark = { end: () => -Infinity, step: (mark, _pair, _mentee, _mentor, score) => Math.max(mark, -score) };

/** What a pair costs where only count and spread are asked for. */
function nothing({ top }: Market): Float64Array {
  return new Float64Array(top + 1);
}
