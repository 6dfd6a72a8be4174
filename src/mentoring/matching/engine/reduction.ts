// The cheap beginning: each free mentee takes the best there is at the prices of now, outbidding one who holds it alone
// (reduction and augmenting row reduction, after Jonker and Volgenant). What is left needs a search each.

import { enter, FREE, link, type Network, settle, unlink } from './network.ts';

/** How often, on average, a mentee may bid. */
const ROUNDS = 10;

export function reduce(network: Network): void {
  const { question, taken, price, load, lack, next, head, after } = network;
  const { mentees, first, mentor, cost, without } = question;
  const queue = new Int32Array(mentees);
  let waiting = 0;
  for (let i = mentees - 1; i >= 0; i--) if (taken[i] === FREE) queue[waiting++] = i;

  for (let bids = ROUNDS * waiting; waiting > 0 && bids > 0; bids--) {
    const i = queue[--waiting] as number;
    const own = without[i] as number;
    let best = Infinity;
    let second = Infinity;
    let bestPair = -1;
    let secondPair = -1;
    for (let e = first[i] as number, last = first[i + 1] as number; e < last; e++) {
      const offer = (cost[e] as number) + (price[mentor[e] as number] as number);
      if (offer >= second) continue;
      if (offer < best) {
        second = best;
        secondPair = bestPair;
        best = offer;
        bestPair = e;
      } else {
        second = offer;
        secondPair = e;
      }
    }
    if (own <= best) {
      if (own < Infinity) settle(network, i);
      continue;
    }
    if (enter(network, i, bestPair)) continue;
    const j = mentor[bestPair] as number;
    const ceiling = Math.min(second, own, best + ((next[j] as number) - (price[j] as number)));
    if (ceiling === best) {
      if (second === best) enter(network, i, secondPair);
      continue;
    }
    const holder = head[j] as number;
    if (ceiling === Infinity || holder < 0 || (after[holder] as number) >= 0 || load[j] !== 1 || lack[j] !== 0) continue;
    price[j] = (price[j] as number) + (ceiling - best);
    unlink(network, holder);
    taken[holder] = FREE;
    link(network, i, bestPair);
    queue[waiting++] = holder;
  }
}
