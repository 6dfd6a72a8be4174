// Proof that an answer is the best: the prices are held against every pair, every mentee and every place.

import type { Flow } from './flow.ts';

/** The largest breach of the law of prices (see `Flow`): 0 proves that no other answer is cheaper. */
export function violation({ question, taken, load, menteePrice, mentorPrice }: Flow): number {
  const { first, mentor, cost, without, place, placeCost } = question;
  const held = new Int32Array(question.mentors);
  let worst = 0;
  const atMost = (less: number, more: number) => {
    if (less > more) worst = Math.max(worst, less - more);
    else if (!(less <= more)) worst = Infinity;
  };
  for (let i = 0; i < question.mentees; i++) {
    const mine = menteePrice[i] as number;
    const own = taken[i] as number;
    if (own < 0) atMost(without[i] as number, mine);
    else if (own < (first[i] as number) || own >= (first[i + 1] as number)) return Infinity;
    else {
      const j = mentor[own] as number;
      held[j] = (held[j] as number) + 1;
      atMost((cost[own] as number) + (mentorPrice[j] as number), mine);
    }
    atMost(mine, without[i] as number);
    for (let e = first[i] as number, end = first[i + 1] as number; e < end; e++) {
      const gap = mine - ((cost[e] as number) + (mentorPrice[mentor[e] as number] as number));
      if (!(gap <= 0)) atMost(gap, 0);
    }
  }
  for (let j = 0; j < question.mentors; j++) {
    const price = mentorPrice[j] as number;
    const last = (place[j] as number) + (load[j] as number);
    if (held[j] !== load[j] || last > (place[j + 1] as number)) return Infinity;
    if (last > (place[j] as number)) atMost(placeCost[last - 1] as number, price);
    if (last < (place[j + 1] as number)) atMost(price, placeCost[last] as number);
  }
  return worst;
}
