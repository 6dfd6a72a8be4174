// A market's aims as one linear question, with weights that put one aim before the other.

import type { Question, Weights } from './flow.ts';
import type { Market } from './market.ts';

export function questionOf(market: Market, cost: Float64Array, { step, without, priority }: Weights, rooms = roomsOf(market)): Question {
  const { mentees, mentors, held, first, mentor } = market;
  const place = new Int32Array(mentors + 1);
  for (let j = 0; j < mentors; j++) place[j + 1] = (place[j] as number) + (rooms[j] as number);
  const placeCost = new Float64Array(place[mentors] as number);
  for (let j = 0; j < mentors; j++) for (let k = 0; k < (rooms[j] as number); k++) placeCost[(place[j] as number) + k] = ((held[j] as number) + k) * step;
  const own = Float64Array.from(market.priority, (did) => without + did * priority);
  return { mentees, mentors, first, mentor, cost, without: own, place, placeCost };
}

/** For each mentor how many mentees there can be at most: never more than there are pairs. */
export function roomsOf({ mentors, capacity, mentor }: Market): Int32Array {
  const rooms = new Int32Array(mentors);
  for (let e = 0; e < mentor.length; e++) {
    const j = mentor[e] as number;
    const room = rooms[j] as number;
    if (room < (capacity[j] as number)) rooms[j] = room + 1;
  }
  return rooms;
}

/**
 * Of all matchings the one with the most mentees, of these with the highest priorities, of these with the mentees spread
 * best over the mentors. A mentee more costs at most the last place of one mentor; whom a higher priority brings in takes the place of
 * somebody, and no other mentor than before is needed. So what is best by any rising weights is so by one priority after the other.
 */
export function countWeights(market: Market, spread: boolean, rooms = roomsOf(market)): Weights {
  const last = lastPlace(market, rooms);
  return { step: spread ? 1 : 0, without: (spread ? last : 0) + 1, priority: 1 };
}

/** How many places come before the last one, at the mentor where these are the most. */
export function lastPlace({ held }: Pick<Market, 'held'>, rooms: Int32Array): number {
  return rooms.reduce((most, room, j) => (room > 0 ? Math.max(most, (held[j] as number) + room - 1) : most), 0);
}

/**
 * The same before a cost of pairs, `Infinity` where a pair is forbidden. One mentee more, one of a higher priority
 * instead of another, or a better spread changes the pair of each other mentee at most once: by no more than all their ranges together.
 */
export function countFirst(market: Market, cost: Float64Array, spread: boolean, rooms = roomsOf(market)): Weights {
  const { mentees, first } = market;
  let ranges = 0;
  let most = -Infinity;
  let least = Infinity;
  for (let i = 0; i < mentees; i++) {
    let high = -Infinity;
    let low = Infinity;
    for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
      const own = cost[e] as number;
      if (own === Infinity) continue;
      if (own > high) high = own;
      if (own < low) low = own;
    }
    if (high < low) continue;
    ranges += high - low;
    if (high > most) most = high;
    if (low < least) least = low;
  }
  if (most < least) return countWeights(market, spread, rooms);
  const { without } = countWeights(market, spread, rooms);
  const step = spread ? ranges + 1 : 0;
  return { step, without: step * (without - 1) + ranges + Math.max(most, 0) + 1, priority: ranges + (most - least) + 1 };
}
