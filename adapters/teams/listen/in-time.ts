// Teams waits a few seconds for an answer. It gets ours, or after two seconds what stands in for it; the work goes on.

import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../../src/ports.ts';

export const LATE = 2000;
/** A stop waits so long for what goes on. */
const ENOUGH = 8000;

export class InTime {
  private readonly log: Log;
  private readonly works = new Set<Promise<unknown>>();

  constructor(log: Log) {
    this.log = log;
  }

  /** What the work comes to; where it is late, `standIn` at once and `after` when it is done. */
  async answer<T, A>(
    work: Promise<T>,
    way: { readonly now: (result: T) => A | Promise<A>; readonly standIn: () => A; readonly after: (result: T) => Promise<void> },
  ): Promise<A> {
    const alarm = new AbortController();
    const late = pause(LATE, null, { signal: alarm.signal }).catch(() => null);
    const first = await Promise.race([work.then((result) => ({ result })), late]);
    alarm.abort();
    if (first) return way.now(first.result);
    this.log.warn('teams.slow');
    const going = work.then(way.after).catch((error: unknown) => this.log.error('teams.late', {}, error));
    this.works.add(going);
    void going.finally(() => this.works.delete(going));
    return way.standIn();
  }

  async end(): Promise<void> {
    const enough = new AbortController();
    const ended = Promise.allSettled(this.works).finally(() => enough.abort());
    await Promise.race([ended, pause(ENOUGH, undefined, { signal: enough.signal }).catch(() => undefined)]);
    if (this.works.size > 0) this.log.warn('teams.abandoned', { count: this.works.size });
  }
}
