// The best matching of a market that has changed a little, from the answer of before: the same as from scratch, only sooner.

import { violation } from './certificate.ts';
import { costsOf, keepFirst } from './dial.ts';
import { costing, faceOf, takenBy } from './face.ts';
import type { Flow, Question, Weights } from './flow.ts';
import type { Aims, Kept, Market, Solved, Stage, StageName } from './market.ts';
import { nearFloor } from './near-floor.ts';
import { cheapest } from './paths.ts';
import { countFirst, questionOf, roomsOf } from './question.ts';
import { solve } from './stages.ts';
import { tieOf } from './tie.ts';
import { valueOf } from './values.ts';
import { allowedFrom, countQuestion, countStart, repriced } from './warm.ts';

/** A market after a change. */
export interface Changed {
  readonly market: Market;
  /** For each pair its number before the change. */
  readonly was: Int32Array;
  /** Whether pairs or places have only gone: then nothing can have become better. */
  readonly less: boolean;
  /** Where this one pair has gone and nothing else. */
  readonly cut?: number;
}

/** `all` without what lies at `at`, in an array that is one shorter. */
export function cut<A extends Int32Array | Uint8Array | Float64Array>(into: A, all: A, at: number): A {
  into.set(all.subarray(0, at));
  into.set(all.subarray(at + 1), at);
  return into;
}

/**
 * Pair for pair what `solve` finds. One search where something goes and as many are matched, as well spread, with the same
 * floor; a few more where one of these must be looked for; all of `solve` where nothing was kept to go on from.
 */
export function resolve({ kept, certificate }: Solved, aims: Aims, changed: Changed): Solved {
  const { market } = changed;
  const since = performance.now();
  if (!kept || !certificate || !roomy(kept.flow)) return solve(market, aims);
  const taken = carried(kept.flow.taken, changed);
  const same = changed.less ? fitShrunk(kept, changed, taken) : null;
  if (same && (!aims.floor || sameSoFar(market, kept.flow, same.flow))) return finish(market, aims, same, since);
  const floor = aims.floor ? nearFloor(market, countAgain(countQuestion(market, aims.spread), taken), kept.floor).floor : 0;
  return finish(market, aims, same && floor === kept.floor ? same : fitAt(market, aims, floor, kept, taken), since);
}

/** The answer to all stages up to `fit` at a floor that is known. */
export function fitAt(
  market: Market,
  aims: Aims,
  floor: number,
  before: Kept,
  taken: Int32Array,
  allowed = allowedFrom(market, floor),
  rooms = roomsOf(market),
): Kept {
  const costs = costsOf(market, aims, allowed);
  const first = aims.keep === Infinity ? keepFirst(market, costs) : costs;
  const weights = countFirst(market, first, aims.spread, rooms);
  return { flow: asked(questionOf(market, first, weights, rooms), weights, before, taken), weights, floor };
}

/** The answer for count and spread alone, without a floor. */
export function countAgain(question: Question, taken: Int32Array): Flow {
  return cheapest(question, { from: countStart(question, taken), known: true });
}

/** The pairs taken, in the numbers of after; -1 where the pair has gone. */
function carried(taken: Int32Array, { market, was }: Changed): Int32Array {
  return taken.map((e, i) => {
    if (e < 0) return -1;
    const end = market.first[i + 1] as number;
    let k = market.first[i] as number;
    while (k < end && was[k] !== e) k++;
    return k < end ? k : -1;
  });
}

/** The same at the floor of before, where something has gone. The weights were large enough for more, so they still are. */
function fitShrunk(before: Kept, { market, was, cut: gone }: Changed, taken: Int32Array): Kept {
  const { flow, weights, floor } = before;
  const { cost } = flow.question;
  // Typed arrays of many pairs are filled in a loop: `from` goes through an iterator, ten times as slow.
  const left = new Float64Array(was.length);
  if (gone !== undefined) cut(left, cost, gone);
  else for (let k = 0; k < left.length; k++) left[k] = cost[was[k] as number] as number;
  return { flow: asked(questionOf(market, left, weights), weights, before, taken, true), weights, floor };
}

function asked(question: Question, weights: Weights, before: Kept, taken: Int32Array, known = false): Flow {
  return cheapest(question, { from: { taken, mentorPrice: repriced(before, question, weights) }, known });
}

/** As many matched, of the same priorities, and as well spread. */
function sameSoFar({ priority }: Market, one: Flow, other: Flow): boolean {
  const waiting = (flow: Flow) => flow.taken.reduce((sum, e, i) => sum + (e < 0 ? (priority[i] as number) : 0), 0);
  const left = (flow: Flow) => flow.taken.reduce((sum, e) => sum + (e < 0 ? 1 : 0), 0);
  const shared = ({ question, load }: Flow) => load.reduce((sum, count, j) => sum + sumOf(question, j, count), 0);
  return left(one) === left(other) && waiting(one) === waiting(other) && shared(one) === shared(other);
}

function sumOf({ place, placeCost }: Question, j: number, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += placeCost[(place[j] as number) + k] as number;
  return sum;
}

/** Whether the sums stay exact with one more without, or one more place in use. */
function roomy({ question, taken, load }: Flow): boolean {
  const most = question.without.reduce((max, own) => Math.max(max, own), 0);
  const left = taken.reduce((count, e) => count + (e < 0 ? 1 : 0), 0);
  const last = question.placeCost.reduce((max, own) => Math.max(max, own), 0);
  const shared = load.reduce((sum, count, j) => sum + sumOf(question, j, count), 0);
  return most * (left + 4) + shared + 4 * last < Number.MAX_SAFE_INTEGER / 2;
}

/** Of all answers that are as good the one the hashes choose, and the prices that prove the choice. */
export function tied(market: Market, flow: Flow): { readonly flow: Flow; readonly tie: Flow } {
  const face = faceOf(flow);
  const tie = cheapest(costing(face, tieOf(market)));
  const taken = takenBy(face, tie.taken);
  const load = new Int32Array(market.mentors);
  for (const e of taken) if (e >= 0) load[market.mentor[e] as number] = (load[market.mentor[e] as number] as number) + 1;
  return { flow: { ...flow, taken, load }, tie };
}

/** Breaks the tie and says what was reached. The time goes to the fit, through which the stages before were found again. */
function finish(market: Market, aims: Aims, { flow, weights, floor }: Kept, since: number): Solved {
  const fitted = performance.now();
  const { flow: best, tie } = tied(market, flow);
  const { taken } = best;
  const names: readonly StageName[] = ['count', ...(aims.spread ? (['spread'] as const) : []), ...(aims.floor ? (['floor'] as const) : []), 'fit', 'tie'];
  return {
    partner: taken.map((e) => (e < 0 ? -1 : (market.mentor[e] as number))),
    stages: names.map(
      (name): Stage => ({ name, value: valueOf(market, aims, taken, name), ms: { fit: fitted - since, tie: performance.now() - fitted }[name as 'fit'] ?? 0 }),
    ),
    certificate: { violation: Math.max(violation(best), violation(tie)), pairs: market.mentor.length, over: 'all' },
    stopped: null,
    kept: { flow: best, weights, floor },
  };
}
