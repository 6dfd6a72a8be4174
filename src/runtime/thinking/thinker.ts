// Thinks about a matching away from the conversations: one thread, one question at a time, and the last answers kept.

import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { BotError } from '../../fault.ts';
import { answerTo, isLong } from '../../mentoring/matching/planning/thinking.ts';
import type { Log, Think } from '../../ports.ts';
import type { Progress, Said, Task } from './thread.ts';

const KEPT = 8;
/** It holds the scores of thousands of people: it goes when nobody has asked for a while. */
const IDLE_MS = 60_000;

export class Thinker {
  private readonly answers = new Map<string, unknown>();
  private readonly atHand = new Map<string, Promise<void>>();
  private readonly log: Log;
  private thread: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  constructor(log: Log) {
    this.log = log;
  }

  readonly think: Think = (task, input) => {
    if (!isLong(input)) return { answer: answerTo(task, input) };
    const key = createHash('sha256').update(task).update(JSON.stringify(input)).digest('base64');
    if (this.answers.has(key)) return { answer: this.answers.get(key) };
    const begun = this.atHand.get(key);
    if (begun) return { soon: begun };
    const soon = this.last.then(() => this.ask({ task, input })).then((answer) => this.keep(key, answer));
    this.last = soon.catch(() => undefined);
    this.atHand.set(key, soon);
    const over = () => this.atHand.delete(key);
    void soon.then(over, over);
    return { soon };
  };

  /** Stops whatever is being thought; whoever waits for it is told that it came to nothing. */
  async rest(): Promise<void> {
    clearTimeout(this.idle);
    const { thread } = this;
    this.thread = null;
    await thread?.terminate();
  }

  private keep(key: string, answer: unknown): void {
    this.answers.set(key, answer);
    for (const oldest of [...this.answers.keys()].slice(0, -KEPT)) this.answers.delete(oldest);
  }

  private async ask(task: Task): Promise<unknown> {
    clearTimeout(this.idle);
    const began = performance.now();
    const thread = (this.thread ??= this.begin());
    thread.ref();
    try {
      return await answerOf(thread, task, (progress) => this.log.info('thinking', { task: task.task, ...progress }));
    } finally {
      this.log.info('thought', { task: task.task, ms: Math.round(performance.now() - began) });
      // A process that has nothing else to do may end.
      thread.unref();
      this.idle = setTimeout(() => void this.rest(), IDLE_MS).unref();
    }
  }

  private begin(): Worker {
    const thread = new Worker(new URL('./thread.ts', import.meta.url));
    // Whoever waits for it is told by its end; nobody else has to know.
    thread.on('error', (error) => this.log.error('thinking.fault', {}, error));
    thread.on('exit', () => {
      if (this.thread === thread) this.thread = null;
    });
    return thread;
  }
}

function answerOf(thread: Worker, task: Task, progress: (progress: Progress) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = (said: Said) => {
      if ('stage' in said) return progress(said);
      thread.off('message', done);
      thread.off('exit', over);
      if ('answer' in said) resolve(said.answer);
      else reject(new BotError(said.code, said.fault));
    };
    const over = () => done({ fault: 'thinking was broken off', code: 'bug' });
    thread.on('message', done);
    thread.on('exit', over);
    thread.postMessage(task, []);
  });
}
