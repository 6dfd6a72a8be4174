// What a run comes to: quantiles, and how it compares.

import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
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
  const errors = answers.filter(isError).length;
  return { requests: answers.length, p50: quantile(ms, 0.5), p99: quantile(ms, 0.99), max: ms.at(-1) ?? 0, errors };
}

export function inWords({ requests, p50, p99, max, errors }: Figures): object {
  return { requests, 'p50 ms': p50.toFixed(1), 'p99 ms': p99.toFixed(1), 'max ms': max.toFixed(1), errors };
}

/** Of a sorted list. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What went wrong, each as `status fault`. */
export function errorsIn(answers: readonly Answered[]): readonly string[] {
  return answers.filter(isError).map(({ status, ms, body }) => (status === 200 ? `after ${Math.round(ms)} ms` : `${status} ${body}`));
}

function isError({ status, ms }: Answered): boolean {
  return status !== 200 || ms > PATIENCE;
}

/** Milliseconds of a processor that a process has had; only Linux tells. */
export function processorOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  // Ticks of 10 ms, for itself and in the kernel on its behalf.
  return fields
    .split(' ')
    .slice(11, 13)
    .reduce((sum, ticks) => sum + Number(ticks) * 10, 0);
}

/** Milliseconds in which the machine's processors worked, for whomever, and in which they might have. */
export function machine(): { readonly busy: number; readonly all: number } {
  const times = cpus().map((one) => one.times);
  const all = times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0);
  return { busy: all - times.reduce((sum, { idle }) => sum + idle, 0), all };
}
