// What a run comes to: quantiles, and how it compares.

import type { Answered } from './open-loop.ts';

/** Slack gives up after three seconds; whatever is not 200 is sent again or shown as a fault. */
const PATIENCE = 3000;

export interface Figures {
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly errors: number;
}

export function figuresOf(answers: readonly Answered[]): Figures {
  const ms = answers.map((answer) => answer.ms).sort((a, b) => a - b);
  const errors = answers.filter(({ status, ms }) => status !== 200 || ms > PATIENCE).length;
  return { requests: answers.length, p50: quantile(ms, 0.5), p99: quantile(ms, 0.99), max: ms.at(-1) ?? 0, errors };
}

export function inWords({ requests, p50, p99, max, errors }: Figures): object {
  return { requests, 'p50 ms': p50.toFixed(1), 'p99 ms': p99.toFixed(1), 'max ms': max.toFixed(1), errors };
}

/** Of a sorted list. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
