// All aims of a large market as one question about its likely pairs, with prices that can be held against all the others.

import { beginning, HUGE } from './begin.ts';
import { distanceOf } from './dial.ts';
import { highestFloor } from './floor.ts';
import type { Flow, Question, Weights } from './flow.ts';
import { type Aims, HIGHEST, type Market, type Watch } from './market.ts';
import type { Start } from './network.ts';
import { cheapest } from './paths.ts';
import type { Law } from './proof.ts';
import { lastPlace, questionOf } from './question.ts';

export interface Answer {
  readonly market: Market;
  readonly fit: Flow;
  /** Where a floor was asked for: the largest count with any pairs. */
  readonly count: Flow | null;
  readonly floor: number;
  readonly laws: readonly Law[];
  readonly weights: Weights;
  /** The same question about more pairs. */
  ask(market: Market): Question;
}

/** `null` where no one question can be asked in exact numbers. `before`: the answer for fewer pairs. */
export function answerTo(market: Market, aims: Aims, before: Answer | null, watch?: Watch): Answer | null {
  if (aims.dial === 'leximin') return null;
  const distance = distanceOf(market, aims.dial);
  const weights = weightsOf(market, aims.spread, distance(0));
  const laws: Law[] = [];
  let count: Flow | null = null;
  let floor = 0;
  if (aims.floor || market.mentees >= HUGE || !exact(market, weights, market.mentees)) {
    const nothing = new Float64Array(market.top + 1);
    count = cheapest(ask(market, nothing, weightsOf(market, aims.spread, 0)), { ...from(market, before, before?.count), watch, stage: 'count' });
    if (!exact(market, weights, count.taken.filter((e) => e < 0).length)) return null;
    laws.push({ flow: count, cost: nothing, equals: false });
  }
  if (aims.floor && count) {
    const highest = highestFloor(market, count, watch);
    floor = highest.floor;
    if (highest.beyond) laws.push({ flow: highest.beyond, cost: costs(market, floor + 1, () => 0), equals: false });
  }
  const cost = costs(market, floor, distance);
  const again = (more: Market) => ask(more, cost, weights);
  const question = again(market);
  const all = count?.taken.every((e) => e >= 0) ?? false;
  const begin = before ? from(market, before, before.fit) : beginning(question, all, watch);
  const fit = cheapest(question, { ...begin, watch, stage: 'fit' });
  laws.push({ flow: fit, cost, equals: true });
  return { market, fit, count, floor, laws, weights, ask: again };
}

/** An earlier answer, as a beginning with more pairs. */
export function carried(old: Market, { taken, mentorPrice }: Flow, market: Market): Start {
  const again = taken.map((e, i) => {
    if (e < 0) return -1;
    let at = market.first[i] as number;
    while (market.mentor[at] !== old.mentor[e]) at++;
    return at;
  });
  return { taken: again, mentorPrice };
}

function from(market: Market, before: Answer | null, flow: Flow | null | undefined): { readonly from?: Start } {
  return before && flow ? { from: carried(before.market, flow, market) } : {};
}

/** A cost for each score from a floor on. */
function costs({ top }: Market, floor: number, cost: (score: number) => number): Float64Array {
  return Float64Array.from({ length: top + 1 }, (_, score) => (score < floor ? Infinity : cost(score)));
}

/** Mentors have all their places in it, not only as many as they have likely pairs: so the prices hold for all pairs. */
function ask(market: Market, cost: Float64Array, weights: Weights): Question {
  const { mentors, held } = market;
  const rooms = roomsIn(market);
  const place = new Int32Array(mentors + 1);
  for (let j = 0; j < mentors; j++) place[j + 1] = (place[j] as number) + (rooms[j] as number);
  const placeCost = new Float64Array(place[mentors] as number);
  for (let j = 0; j < mentors; j++) {
    for (let at = place[j] as number; at < (place[j + 1] as number); at++) placeCost[at] = ((held[j] as number) + at - (place[j] as number)) * weights.step;
  }
  // Typed arrays of many pairs are filled in a loop: `from` goes through an iterator, ten times as slow.
  const own = new Float64Array(market.score.length);
  for (let e = 0; e < own.length; e++) own[e] = cost[market.score[e] as number] as number;
  return { ...questionOf(market, own, weights), place, placeCost };
}

function roomsIn({ mentees, capacity }: Market): Int32Array {
  return capacity.map((room) => Math.min(mentees, room));
}

/** As in `countFirst`, for any pairs there may be: each costs from 0 to `most`. */
function weightsOf(market: Market, spread: boolean, most: number): Weights {
  const { mentees } = market;
  const last = lastPlace(market, roomsIn(market));
  const ranges = mentees * most;
  const step = spread ? ranges + 1 : 0;
  return { step, without: step * last + ranges + most + 1, priority: ranges + most + 1 };
}

/** Whether all sums stay exact when so many go without. */
function exact(market: Market, { step, without, priority }: Weights, left: number): boolean {
  const { mentees } = market;
  const last = lastPlace(market, roomsIn(market));
  return (without + HIGHEST * priority) * (left + 16) + step * (mentees * last + 16) < Number.MAX_SAFE_INTEGER / 4;
}
