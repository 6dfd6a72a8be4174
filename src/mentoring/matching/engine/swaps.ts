// People who are mentee and mentor at once: never with themselves, and no two who are each other's mentor.

import type { Aims, Market, Solved, Watch } from './market.ts';
import { solve } from './stages.ts';
import { rankOf, valueOf } from './values.ts';

export interface Apart {
  readonly solved: Solved;
  /** Whether the first answer had no swap, so that nothing had to be given up. */
  readonly apart: boolean;
}

interface Branch {
  readonly market: Market;
  readonly solved: Solved;
  /** For each mentee the pair taken, or -1. */
  readonly taken: Int32Array;
  readonly rank: readonly number[];
}

/** Two pairs of which one must go. */
type Swap = readonly [number, number];

/** So many branches at most, and fewer where each takes long. */
const BRANCHES = 200;
const PAIRS = 4_000_000;

/**
 * The best matching without swaps. `self`: for each mentee the mentor who is the same person, or -1. Of each swap one half
 * must go: both ways are tried, the most promising first, so that the first answer free of swaps is the best. Many swaps in
 * a large group would take too long; then the lesser half of each goes, and there is no certificate.
 */
export function solveApart(market: Market, aims: Aims, self: Int32Array, watch?: Watch): Apart {
  const whole = without(
    market,
    [...self].map((j, i) => (j < 0 ? -1 : pairOf(market, i, j))),
  );
  const open = [branchOf(whole, aims, watch)];
  let patience = Math.min(BRANCHES, PAIRS / (market.mentor.length + 1));
  let proven = true;
  for (let first = true; ; first = false) {
    const best = open.reduce((a, b) => (less(b.rank, a.rank) ? b : a));
    const swaps = swapsOf(best, self);
    if (swaps.length === 0) {
      const { solved } = best;
      const kept = best.market === market ? solved.kept : null;
      return { solved: { ...solved, certificate: proven ? solved.certificate : null, kept }, apart: first && solved.stopped === null };
    }
    open.splice(open.indexOf(best), 1);
    const lesser = swaps.map(([a, b]) => ((best.market.score[a] as number) <= (best.market.score[b] as number) ? a : b));
    if (--patience < 0) proven = false;
    const ways = proven ? (swaps[0] as Swap).map((half) => [half]) : [lesser];
    const next = best.solved.stopped ? [] : ways.map((gone) => branchOf(without(best.market, gone), aims, watch));
    const stopped = best.solved.stopped ?? next.find(({ solved }) => solved.stopped)?.solved.stopped;
    // Once told to stop, the best answer so far loses what it may not have.
    if (stopped) return { solved: given(best, aims, lesser, stopped), apart: false };
    if (!proven) open.length = 0;
    open.push(...next);
  }
}

function branchOf(market: Market, aims: Aims, watch?: Watch): Branch {
  const solved = solve(market, aims, watch);
  const taken = solved.partner.map((j, i) => (j < 0 ? -1 : pairOf(market, i, j)));
  return { market, solved, taken, rank: rankOf(market, aims, taken) };
}

function given({ market, solved, taken }: Branch, aims: Aims, gone: readonly number[], stopped: NonNullable<Solved['stopped']>): Solved {
  const rest = taken.map((e) => (gone.includes(e) ? -1 : e));
  const stages = solved.stages.map((stage) => ({ ...stage, value: valueOf(market, aims, rest, stage.name) }));
  return { partner: rest.map((e) => (e < 0 ? -1 : (market.mentor[e] as number))), stages, certificate: null, stopped, kept: null };
}

function swapsOf({ market, taken }: Branch, self: Int32Array): readonly Swap[] {
  const mentee = new Int32Array(market.mentors).fill(-1);
  self.forEach((j, i) => {
    if (j >= 0) mentee[j] = i;
  });
  const swaps: Swap[] = [];
  taken.forEach((e, i) => {
    const k = e < 0 ? -1 : (mentee[market.mentor[e] as number] as number);
    const back = k > i ? (taken[k] as number) : -1;
    if (back >= 0 && market.mentor[back] === self[i]) swaps.push([e, back]);
  });
  return swaps;
}

function pairOf({ first, mentor }: Market, i: number, j: number): number {
  const at = mentor.subarray(first[i], first[i + 1]).indexOf(j);
  return at < 0 ? -1 : (first[i] as number) + at;
}

/** The same market with some pairs forbidden; -1 is none. */
function without(market: Market, pairs: readonly number[]): Market {
  const gone = new Set(pairs.filter((e) => e >= 0));
  if (gone.size === 0) return market;
  const stays = (_: number, e: number) => !gone.has(e);
  const sorted = Int32Array.from(gone).sort();
  let before = 0;
  const first = market.first.map((at) => {
    while (before < sorted.length && (sorted[before] as number) < at) before++;
    return at - before;
  });
  return { ...market, first, mentor: market.mentor.filter(stays), score: market.score.filter(stays), open: market.open.filter(stays) };
}

function less(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((own, index) => own !== b[index]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}
