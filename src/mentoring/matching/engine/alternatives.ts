// What would change for everybody if one mentee had another mentor: exactly what would come out if that pair were decided.

import { BotError } from '../../../fault.ts';
import { distancesOf, leastCosts } from './dial.ts';
import { floorsWith } from './floors.ts';
import type { Aims, Market, Solved } from './market.ts';
import { cheapest } from './paths.ts';
import { backwards, byTie, type Relocations, relocationsOf } from './relocate.ts';
import { lockedIn } from './rematch.ts';
import { changesBetween, type Move } from './remedy.ts';
import { countAgain, fitAt, tied } from './resolve.ts';
import { solve } from './stages.ts';
import { tieOf } from './tie.ts';
import { allowedFrom, countQuestion } from './warm.ts';

/** All but `mentor` and `score` are differences to now. Of `spread` and `fit` less is better. */
export interface Alternative {
  readonly mentor: number;
  /** Of the mentee with this mentor. */
  readonly score: number;
  /** Pairs. */
  readonly count: number;
  /** The sum over mentors of 0 for the first mentee, 1 for the second..., of those before as well. */
  readonly spread: number;
  /** The worst score of all pairs. */
  readonly floor: number;
  /** The sum of all scores. */
  readonly sum: number;
  /** The sum of the dial's distances. */
  readonly fit: number;
  /** Everybody else whose mentor changes, -1 for nobody. */
  readonly displaced: readonly Move[];
}

/**
 * One for each mentor the mentee may have and has not, by rising mentor. Each is the answer of `solve` to the market without
 * the mentee and without the first place of that mentor, and the pair itself. A handful of searches for all of them together, and
 * about ten more for each other floor that some would bring; a run each where nothing was kept (leximin).
 */
export function alternativesOf(solved: Solved, market: Market, aims: Aims, mentee: number): readonly Alternative[] {
  const present = presentOf(market, aims, pairsOf(market, solved.partner));
  const asked: number[] = [];
  for (let e = market.first[mentee] as number; e < (market.first[mentee + 1] as number); e++) {
    if (e !== present.taken[mentee] && (market.capacity[market.mentor[e] as number] as number) > 0) asked.push(e);
  }
  const othersWith = restOf(solved, market, aims, mentee, asked);
  return asked.map((e) => {
    const taken = othersWith(e);
    taken[mentee] = e;
    const moves = changesBetween(present.taken, taken);
    const at = (pair: number) => (pair < 0 ? -1 : (market.mentor[pair] as number));
    return {
      ...{ mentor: at(e), score: market.score[e] as number },
      ...difference(market, present, moves),
      displaced: moves.filter(([who]) => who !== mentee).map(([who, from, to]): Move => [who, at(from), at(to)]),
    };
  });
}

/** The pairs of everybody else, in the market's numbers, for each pair that is asked about. */
function restOf(solved: Solved, market: Market, aims: Aims, mentee: number, asked: readonly number[]): (pair: number) => Int32Array {
  const { kept, certificate } = solved;
  const mentors = asked.map((e) => market.mentor[e] as number);
  if (!kept || !certificate) {
    return (e) => {
      const rest = lockedIn(market, mentee, market.mentor[e] as number).market;
      return pairsOf(market, solve(rest, aims).partner);
    };
  }
  // Nobody is renumbered: she keeps her row, and may have none of its pairs.
  const { flow } = kept;
  const lessHers = (cost: Float64Array) => cost.fill(Infinity, market.first[mentee], market.first[mentee + 1]);
  const before = flow.taken.with(mentee, -1);
  const rooms = Int32Array.from({ length: market.mentors }, (_, j) => (flow.question.place[j + 1] as number) - (flow.question.place[j] as number));
  const back = backwards(market);
  const count = () => countAgain(countQuestion(market, aims.spread, lessHers(allowedFrom(market, 0)), rooms), before);
  const groups = aims.floor ? floorsWith(market, count(), back, mentors, kept.floor) : [{ floor: kept.floor, mentors }];
  const least = leastCosts(market, aims);
  const ways = new Map<number, Relocations>();
  for (const group of groups) {
    const fit =
      group.floor === kept.floor
        ? cheapest({ ...flow.question, cost: lessHers(flow.question.cost.slice()) }, { from: { taken: before, mentorPrice: flow.mentorPrice }, known: true })
        : fitAt(market, aims, group.floor, kept, before, lessHers(allowedFrom(market, group.floor)), rooms).flow;
    const { flow: best, tie } = tied(market, fit);
    const found = relocationsOf(market, best, back, { mentors: group.mentors, mark: byTie(tieOf(market), tie), least });
    for (const j of group.mentors) ways.set(j, found);
  }
  return (e) => {
    const j = market.mentor[e] as number;
    const way = ways.get(j);
    if (!way) throw new BotError('bug', 'an alternative that nobody asked about');
    return way.after(j);
  };
}

function pairsOf({ first, mentor }: Market, partner: Int32Array): Int32Array {
  return partner.map((j, i) => {
    if (j < 0) return -1;
    let e = first[i] as number;
    while (mentor[e] !== j) e++;
    return e;
  });
}

/** A matching as it is, so that the worth of another one is told by what differs. */
interface Present {
  /** For each mentee the pair, or -1. */
  readonly taken: Int32Array;
  /** For each mentor, with those from before. */
  readonly load: Int32Array;
  /** The matched mentees, the worst score first. */
  readonly order: Int32Array;
  /** What each score is worth by the dial. */
  readonly distances: Float64Array;
}

function presentOf(market: Market, { dial }: Aims, taken: Int32Array): Present {
  const load = market.held.slice();
  for (const e of taken) if (e >= 0) load[market.mentor[e] as number] = (load[market.mentor[e] as number] as number) + 1;
  const scoreOf = (i: number) => market.score[taken[i] as number] as number;
  const order = Int32Array.from(taken.keys())
    .filter((i) => (taken[i] as number) >= 0)
    .sort((a, b) => scoreOf(a) - scoreOf(b));
  return { taken, load, order, distances: distancesOf(market, dial) };
}

/** `moves`: mentee, pair before, pair after. */
function difference({ mentor, score }: Market, { taken, load, order, distances }: Present, moves: readonly Move[]) {
  const more = new Map<number, number>();
  let [count, sum, fit] = [0, 0, 0];
  const add = (e: number, sign: 1 | -1) => {
    if (e < 0) return;
    const [j, s] = [mentor[e] as number, score[e] as number];
    more.set(j, (more.get(j) ?? 0) + sign);
    count += sign;
    sum += sign * s;
    fit += sign * (distances[s] as number);
  };
  const moved = new Set<number>();
  let worst = Infinity;
  for (const [who, from, to] of moves) {
    moved.add(who);
    add(from, -1);
    add(to, 1);
    if (to >= 0) worst = Math.min(worst, score[to] as number);
  }
  const first = order.find((i) => !moved.has(i));
  if (first !== undefined) worst = Math.min(worst, score[taken[first] as number] as number);
  const now = order.length === 0 ? 0 : (score[taken[order[0] as number] as number] as number);
  const spread = [...more].reduce((all, [j, change]) => all + shared((load[j] as number) + change) - shared(load[j] as number), 0);
  return { count, spread, floor: (worst === Infinity ? 0 : worst) - now, sum, fit };
}

/** 0 for the first mentee, 1 for the second... */
function shared(load: number): number {
  return (load * (load - 1)) / 2;
}
