// For huge questions: free mentees bid for places, first in great steps and then in ever smaller ones (Bertsekas' auction with
// epsilon scaling). Where everybody finds a place the end is optimal; elsewhere it is a good beginning for shortest paths.

import { BotError } from '../../../fault.ts';
import type { Question } from './flow.ts';
import { FREE, type Start } from './network.ts';

/** The first step is the largest cost divided by this, ... */
const FIRST = 50;
/** ... and each later one is so much smaller. */
const FINER = 20;
/** So many times the largest cost is the most anybody pays: where places are too few, prices need not rise for ever. */
const PURSE = 4;
/** How often a mentee may bid in one round, on average. */
const PATIENCE = 100;
/** The bids between two looks at the clock. */
const STRIDE = 8192;

/** A market place: what each place costs now and who holds it, and for each mentor the two cheapest. */
interface Hall {
  readonly question: Question;
  readonly scale: number;
  readonly price: Float64Array;
  readonly holder: Int32Array;
  readonly cheapest: Int32Array;
  readonly low: Float64Array;
  readonly second: Float64Array;
  readonly taken: Int32Array;
}

/**
 * Who takes what, and the mentors' prices, for `cheapest` to go on from. `look` is called now and then, with the round and
 * their number.
 */
export function auction(question: Question, look: (round: number, of: number) => void = () => {}): Start {
  const { mentees, mentors, place, placeCost } = question;
  if (!biddable(question)) throw new BotError('bug', 'costs too large for an auction to be exact');
  const { most, scale } = sizesOf(question);
  const hall: Hall = {
    question,
    scale,
    price: new Float64Array(placeCost.length),
    holder: new Int32Array(placeCost.length).fill(-1),
    cheapest: new Int32Array(mentors).fill(-1),
    low: new Float64Array(mentors),
    second: new Float64Array(mentors),
    taken: new Int32Array(mentees).fill(FREE),
  };
  const steps: number[] = [];
  for (let step = Math.ceil((most * scale) / FIRST); step > 1; step = Math.ceil(step / FINER)) steps.push(step);
  steps.push(1);
  hall.price.set(placeCost.map((own) => own * scale));
  steps.forEach((step, round) => {
    reopen(hall);
    bidding(hall, step, most * PURSE * scale, () => look(round, steps.length));
  });
  round(hall);
  const mentorPrice = new Float64Array(mentors);
  for (let j = 0; j < mentors; j++) {
    update(hall, j);
    if (place[j] !== place[j + 1]) mentorPrice[j] = hall.low[j] as number;
  }
  return { taken: hall.taken, mentorPrice };
}

/** Whether all prices stay exact. */
export function biddable(question: Question): boolean {
  const { most, scale } = sizesOf(question);
  return most * scale * PURSE < Number.MAX_SAFE_INTEGER / 4;
}

/** The largest cost; and how many times as large costs must be for whole prices to be read off when the steps are down to one. */
function sizesOf({ cost, placeCost }: Question): { readonly most: number; readonly scale: number } {
  let most = 1;
  for (let e = 0; e < cost.length; e++) {
    const own = Math.abs(cost[e] as number);
    if (own > most && own < Infinity) most = own;
  }
  for (const own of placeCost) if (Math.abs(own) > most) most = Math.abs(own);
  return { most, scale: placeCost.length + 2 };
}

/** A new round: all are free again, prices stay, but a place that nobody wanted costs what it did at the beginning. */
function reopen(hall: Hall): void {
  reopenUnheld(hall);
  hall.holder.fill(-1);
  hall.taken.fill(FREE);
  for (let j = 0; j < hall.question.mentors; j++) update(hall, j);
}

function reopenUnheld({ question, price, holder, scale }: Hall): void {
  for (let at = 0; at < price.length; at++) if (holder[at] === -1) price[at] = (question.placeCost[at] as number) * scale;
}

/** Finds the two cheapest places of a mentor. */
function update({ question, price, cheapest, low, second }: Hall, j: number): void {
  let one = Infinity;
  let two = Infinity;
  let which = -1;
  for (let at = question.place[j] as number, end = question.place[j + 1] as number; at < end; at++) {
    const here = price[at] as number;
    if (here < one) {
      two = one;
      one = here;
      which = at;
    } else if (here < two) two = here;
  }
  cheapest[j] = which;
  low[j] = one;
  second[j] = two;
}

function bidding(hall: Hall, step: number, purse: number, look: () => void): void {
  const { question, scale, price, holder, cheapest, low, second, taken } = hall;
  const { mentees, first, mentor, cost, without } = question;
  const queue = Int32Array.from(taken.keys());
  let begin = 0;
  let waiting = mentees;
  for (let bids = 0; waiting > 0 && bids < PATIENCE * mentees; bids++) {
    if (bids % STRIDE === 0) look();
    const i = queue[begin++] as number;
    if (begin === mentees) begin = 0;
    waiting--;
    let best = Infinity;
    let next = Math.min(purse, (without[i] as number) * scale);
    let pair = -1;
    for (let e = first[i] as number, end = first[i + 1] as number; e < end; e++) {
      const offer = (cost[e] as number) * scale + (low[mentor[e] as number] as number);
      if (offer >= next) continue;
      if (offer < best) {
        if (best < next) next = best;
        best = offer;
        pair = e;
      } else next = offer;
    }
    // Too dear for her: she stays free, and a shortest path finds out what is best.
    if (pair === -1) continue;
    const j = mentor[pair] as number;
    const own = (cost[pair] as number) * scale + (second[j] as number);
    if (own < next) next = own;
    const at = cheapest[j] as number;
    price[at] = (price[at] as number) + (next - best) + step;
    update(hall, j);
    const before = holder[at] as number;
    holder[at] = i;
    taken[i] = pair;
    if (before === -1) continue;
    taken[before] = FREE;
    queue[begin + waiting >= mentees ? begin + waiting - mentees : begin + waiting] = before;
    waiting++;
  }
}

/**
 * Back to whole prices. What was bought was at most one step above the cheapest: that keeps being the cheapest when all are
 * rounded down alike after a shift for which no price lies just below a whole one. There are fewer prices than such shifts.
 */
function round({ price, scale }: Hall): void {
  const used = new Uint8Array(scale);
  used[0] = 1;
  for (let at = 0; at < price.length; at++) used[(price[at] as number) % scale] = 1;
  const shift = scale - 1 - used.indexOf(0);
  for (let at = 0; at < price.length; at++) price[at] = Math.floor(((price[at] as number) + shift) / scale);
}
