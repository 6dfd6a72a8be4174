// Prices of one answer as a beginning for a like question whose weights are others. A beginning proves nothing, so likely is enough.

import type { Question, Weights } from './flow.ts';
import { HIGHEST, type Kept, type Market } from './market.ts';
import type { Start } from './network.ts';
import { countWeights, questionOf, roomsOf } from './question.ts';

/** The question of count and spread alone. */
export function countQuestion(market: Market, spread: boolean, allowed = allowedFrom(market, 0), rooms = roomsOf(market)): Question {
  return questionOf(market, allowed, countWeights(market, spread, rooms), rooms);
}

/** The same costs, without pairs below a score. */
export function atLeast({ score }: Market, cost: Float64Array, limit: number): Float64Array {
  const rest = cost.slice();
  for (let e = 0; e < rest.length; e++) if ((score[e] as number) < limit) rest[e] = Infinity;
  return rest;
}

/** 0 for each pair, `Infinity` where it is forbidden or below the floor. */
export function allowedFrom({ mentor, capacity, score }: Market, floor: number): Float64Array {
  const cost = new Float64Array(mentor.length);
  for (let e = 0; e < cost.length; e++) if ((score[e] as number) < floor || (capacity[mentor[e] as number] as number) <= 0) cost[e] = Infinity;
  return cost;
}

/** Prices for such a question from pairs that are likely: a mentor whom somebody without could reach is worth staying without, others their last place. */
export function countStart(question: Question, taken: Int32Array): Start {
  const { mentees, mentors, first, mentor, cost, without, place, placeCost } = question;
  const held: number[][] = Array.from({ length: mentors }, () => []);
  for (let i = 0; i < mentees; i++) if ((taken[i] as number) >= 0) held[mentor[taken[i] as number] as number]?.push(i);
  const mentorPrice = Float64Array.from(
    held,
    ({ length }, j) => placeCost[(place[j] as number) + Math.max(0, Math.min(length, (place[j + 1] as number) - (place[j] as number)) - 1)] ?? 0,
  );
  const left = [...taken.keys()].filter((i) => taken[i] === -1).sort((a, b) => (without[a] as number) - (without[b] as number));
  for (let source = left.pop(); source !== undefined; source = left.pop()) {
    const level = without[source] as number;
    const reached = [source];
    for (let i = reached.pop(); i !== undefined; i = reached.pop()) {
      for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
        const j = mentor[e] as number;
        if (cost[e] === Infinity || (mentorPrice[j] as number) >= level) continue;
        mentorPrice[j] = level;
        reached.push(...(held[j] ?? []));
      }
    }
  }
  return { taken, mentorPrice };
}

/**
 * A mentor's price lies near one of the weights, of her last place or of staying without: it goes along with that weight.
 * Where nothing holds a price it may have gone anywhere; then it comes back to where sums are exact.
 */
export function repriced({ flow, weights: old }: Kept, to: Question, next: Weights): Float64Array {
  const last = to.placeCost.reduce((most, own) => Math.max(most, own), 0);
  const most = 4 * (next.without + HIGHEST * next.priority + last);
  const steps = next.step > 0 ? last / next.step : 0;
  return flow.mentorPrice.map((price) => {
    const own = old.step > 0 ? Math.min(steps, Math.max(0, Math.round(price / old.step))) : 0;
    const levels = [
      [own * old.step, own * next.step],
      [old.without, next.without],
      [old.without + old.priority, next.without + next.priority],
      [old.without + HIGHEST * old.priority, next.without + HIGHEST * next.priority],
    ] as const;
    const [from, into] = levels.reduce((best, level) => (Math.abs(price - level[0]) < Math.abs(price - best[0]) ? level : best));
    return Math.min(most, Math.max(-most, price - from + into));
  });
}
