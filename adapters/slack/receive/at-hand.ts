// What is being answered just now. When the house closes, nothing new is begun, and what was begun is finished.

import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../../src/ports.ts';

const ENOUGH = 8000;

export class AtHand {
  private readonly log: Log;
  private readonly works = new Set<Promise<unknown>>();
  private closing = false;

  constructor(log: Log) {
    this.log = log;
  }

  /** Once closing, nothing is begun: not acknowledged, it is Slack's to send again. */
  async take(work: () => Promise<unknown>): Promise<void> {
    if (this.closing) return;
    const working = work();
    this.works.add(working);
    await working.finally(() => this.works.delete(working));
  }

  async end(): Promise<void> {
    this.closing = true;
    const enough = new AbortController();
    const ended = Promise.allSettled(this.works).finally(() => enough.abort());
    await Promise.race([ended, pause(ENOUGH, undefined, { signal: enough.signal }).catch(() => undefined)]);
    if (this.works.size > 0) this.log.warn('slack.abandoned', { count: this.works.size });
  }
}
