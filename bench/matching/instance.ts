// One matching problem with a name, and what the engine makes of it.

import { type Aims, type Certificate, type Market, type Rows, solve, type Solved, solveRows, type Stage } from '../../src/mentoring/matching/engine/index.ts';

export interface Instance {
  readonly name: string;
  readonly market: Market | Rows;
  readonly aims: Aims;
  /** Where the data are costs (also ranks): the best possible score less the score. */
  readonly costs: boolean;
  /** What is worth saying of an answer. */
  readonly note?: (partner: Int32Array) => string;
}

export interface Result {
  readonly instance: string;
  readonly stages: readonly Stage[];
  readonly matched: number;
  readonly sum: number;
  readonly cost?: number;
  /** The worst score, `null` where nobody is matched. */
  readonly floor: number | null;
  readonly ms: number;
  readonly peakMB: number;
  readonly certificate: Certificate | null;
  readonly note?: string;
}

/** Count first, then the least sum of costs: what an assignment problem asks for. */
export const CHEAPEST = { spread: false, floor: false, dial: 'total', keep: 0 } as const satisfies Aims;

const MANY = 10_000_000;
const STREAMED = 'over ten million pairs: looked at a row at a time, never all in memory';

/** A wrong file or option, in a sentence. */
export class Wrong extends Error {}

export function solveInstance({ name, market, aims, costs, note }: Instance): Result {
  const begin = performance.now();
  const solved = solveAny(market, aims);
  const ms = performance.now() - begin;
  const scores = scoresOf(market, solved.partner);
  const sum = scores.reduce((all, one) => all + one, 0);
  return {
    instance: name,
    stages: solved.stages.map(({ name, value, ms }) => ({ name, value, ms: rounded(ms) })),
    matched: scores.length,
    sum,
    ...(costs ? { cost: scores.length * market.top - sum } : {}),
    floor: scores.length === 0 ? null : scores.reduce((a, b) => Math.min(a, b)),
    ms: rounded(ms),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
    certificate: solved.certificate,
    ...noted(note ? note(solved.partner) : 'row' in market && market.mentees * market.mentors > MANY ? STREAMED : undefined),
  };
}

export function solveAny(market: Market | Rows, aims: Aims): Solved {
  return 'row' in market ? solveRows(market, aims) : solve(market, aims);
}

/** The scores of the pairs chosen, by mentee. */
export function scoresOf(market: Market | Rows, partner: Int32Array): readonly number[] {
  const scores: number[] = [];
  const row = new Int32Array('row' in market ? market.mentors : 0);
  partner.forEach((mentor, mentee) => {
    if (mentor < 0) return;
    if ('row' in market) {
      market.row(mentee, row);
      scores.push(row[mentor] as number);
    } else {
      const at = market.mentor.indexOf(mentor, market.first[mentee]);
      scores.push(market.score[at] as number);
    }
  });
  return scores;
}

function noted(note: string | undefined): { readonly note?: string } {
  return note === undefined ? {} : { note };
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
