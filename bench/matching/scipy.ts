// Asks SciPy the same question, in a process of its own.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Market, Rows } from '../../src/mentoring/matching/engine/index.ts';

export interface Opinion {
  /** The best of the repeats. */
  readonly ms: number;
  readonly value: number;
  readonly peakMB: number;
  readonly version: string;
}

const SCRIPT = fileURLToPath(new URL('with-scipy.py', import.meta.url));

export function scipyVersion(): string | null {
  const { status, stdout } = spawnSync('python3', ['-c', 'import scipy.optimize; print(scipy.__version__)'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** The costs of all pairs, row by row; a forbidden one costs more than all others together. */
export function table({ mentees, mentors, top, row }: Rows): Int32Array {
  const costs = new Int32Array(mentees * mentors);
  const scores = new Int32Array(mentors);
  for (let i = 0, at = 0; i < mentees; i++) {
    row(i, scores);
    for (let j = 0; j < mentors; j++, at++) costs[at] = (scores[j] as number) < 0 ? forbidden({ mentees, top }) : top - (scores[j] as number);
  }
  return costs;
}

export function forbidden({ mentees, top }: { readonly mentees: number; readonly top: number }): number {
  return mentees * top + 1;
}

/** linear_sum_assignment. */
export function dense(rows: Rows, repeats: number): Opinion {
  const { mentees, mentors } = rows;
  return ask([Int32Array.of(0, mentees, mentors, 0, repeats), table(rows)]);
}

/** min_weight_full_bipartite_matching, which needs a column of their own for those who cannot be matched. */
export function sparse(market: Market, repeats: number, all: boolean): Opinion {
  const { mentees, mentors, first, mentor, score, top } = market;
  if (all) return ask([Int32Array.of(1, mentees, mentors, mentor.length, repeats), first, mentor, score.map((own) => top - own)]);
  const entries = mentor.length + mentees;
  const column = new Int32Array(entries);
  const cost = new Int32Array(entries);
  let at = 0;
  for (let i = 0; i < mentees; i++) {
    for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
      column[at] = mentor[e] as number;
      cost[at++] = top - (score[e] as number);
    }
    column[at] = mentors + i;
    cost[at++] = forbidden(market);
  }
  return ask([Int32Array.of(1, mentees, mentors + mentees, entries, repeats), first.map((from, i) => from + i), column, cost]);
}

function ask(words: readonly Int32Array[]): Opinion {
  const input = Buffer.concat(words.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  const { status, stdout, stderr } = spawnSync('python3', [SCRIPT], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`SciPy did not answer: ${stderr.trim().split('\n').at(-1)}`);
  return JSON.parse(stdout) as Opinion;
}
