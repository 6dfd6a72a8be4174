// The other end of thinker.ts: a thread that answers one question after the other, within a time.

import { parentPort } from 'node:worker_threads';
import { BotError, type FaultCode } from '../../fault.ts';
import { answerTo, BUDGET } from '../../mentoring/matching/planning/thinking.ts';

export interface Task {
  readonly task: string;
  readonly input: unknown;
}

/** How far it is, for operators: numbers of people. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly of: number;
}

export type Said = { readonly answer: unknown } | { readonly fault: string; readonly code: FaultCode } | Progress;

const SELDOM_MS = 1000;

function say(said: Said): void {
  parentPort?.postMessage(said, []);
}

parentPort?.on('message', ({ task, input }: Task) => {
  const began = performance.now();
  let told = began;
  const watch = {
    stop: () => (performance.now() - began > BUDGET ? ('time' as const) : null),
    progress(stage: string, done: number, of: number) {
      if (performance.now() - told < SELDOM_MS) return;
      told = performance.now();
      say({ stage, done, of });
    },
  };
  try {
    say({ answer: answerTo(task, input, watch) });
  } catch (error) {
    say({ fault: error instanceof Error ? (error.stack ?? error.message) : 'unknown', code: error instanceof BotError ? error.code : 'bug' });
  }
});
