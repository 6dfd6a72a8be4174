// The exact answer to one linear question: successive shortest augmenting paths with prices, from nothing or from an earlier answer.

import { BotError } from '../../../fault.ts';
import type { Flow, Question } from './flow.ts';
import type { StageName, Watch } from './market.ts';
import { FREE, type Network, networkOf, type Start } from './network.ts';
import { reduce } from './reduction.ts';
import { FROM_SINK, searcher } from './search.ts';

export interface Options {
  /** What is still the cheapest at these prices stays; the rest is put right. Any prices and pairs will do. */
  readonly from?: Start;
  readonly watch?: Watch | undefined;
  readonly stage?: StageName;
  /** The same costs have been asked about before, or some of them are `Infinity` now: they need not be looked at again. */
  readonly known?: boolean;
}

/** Thrown out of a search that was told to stop. */
export class Stopped extends Error {
  readonly why: 'time' | 'cancelled';

  constructor(why: 'time' | 'cancelled') {
    super(why);
    this.name = 'Stopped';
    this.why = why;
  }
}

/** The searches between two looks at the clock. */
const PATIENCE = 8;

/**
 * The cheapest answer, with the prices that prove it. A question that has none (somebody must be matched and cannot) or
 * whose sums would leave the whole numbers is a bug of the caller; `Stopped` says that the watch had enough.
 */
export function cheapest(question: Question, options: Options = {}): Flow {
  if (!options.known) guard(question);
  const { watch, stage = 'fit' } = options;
  const network = networkOf(question, options.from);
  reduce(network);
  const search = searcher(network);
  const { taken } = network;
  const { mentees } = question;
  let searches = 0;
  const look = (done: number) => {
    if (!watch || searches++ % PATIENCE !== 0) return;
    const why = watch.stop();
    if (why) throw new Stopped(why);
    watch.progress(stage, done, mentees);
  };
  look(0);
  for (let i = 0; i < mentees; i++) {
    if (taken[i] !== FREE) continue;
    look(mentees - network.free);
    search(i);
  }
  while (network.lacking > 0) {
    look(mentees);
    search(FROM_SINK);
  }
  return answerOf(network);
}

function answerOf({ question, taken, price, load }: Network): Flow {
  const { mentees, mentor, cost, without, place, placeCost } = question;
  const menteePrice = new Float64Array(mentees);
  let value = 0;
  let size = 0;
  for (let i = 0; i < mentees; i++) {
    const e = taken[i] as number;
    const own = (e < 0 ? without[i] : cost[e]) as number;
    menteePrice[i] = e < 0 ? own : own + (price[mentor[e] as number] as number);
    value += own;
    size += Math.abs(own);
  }
  for (let j = 0; j < question.mentors; j++) {
    for (let at = place[j] as number, end = at + (load[j] as number); at < end; at++) {
      const own = placeCost[at] as number;
      if (own === -Infinity) continue;
      value += own;
      size += Math.abs(own);
    }
  }
  if (size > Number.MAX_SAFE_INTEGER) throw new BotError('bug', 'a matching question whose sum is too large to be exact');
  return { question, taken, load, menteePrice, mentorPrice: price, value };
}

/** Prices stay below a few times the largest cost; where somebody must be matched, a chain of all may add up. */
function guard({ mentees, mentors, cost, without, placeCost }: Question): void {
  let chain = 4;
  for (const own of without) if (own === Infinity) chain = 2 * Math.min(mentees, mentors) + 4;
  const reach = largest(cost) + largest(without) + largest(placeCost);
  if (chain * reach > Number.MAX_SAFE_INTEGER) throw new BotError('bug', 'a matching question with costs too large to be exact');
}

function largest(costs: Float64Array): number {
  let most = 0;
  for (let at = 0; at < costs.length; at++) {
    const size = Math.abs(costs[at] as number);
    if (size > most && size < Infinity) most = size;
  }
  return most;
}
