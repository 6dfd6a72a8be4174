// Wakes the workers of all processes: a job of pg-boss says "look at this conversation", and nothing more.
// The message rows are the truth: a lost job costs a minute, until the next tick looks at all that waits.

import { fromPglite, PgBoss } from 'pg-boss';
import type { Clock, Log } from '../../ports.ts';
import type { Database } from '../store/database.ts';
import type { Conversation, MessageRows } from './message-rows.ts';

const QUEUE = 'deliver';
/** Jobs that one worker takes at a time, and workers in a process: as many conversations are served at once. */
const BATCH = 2;
const WORKERS = 10;
/** Of these, one organisation has half at most: the others need not wait until its slow messages are through. */
const ONE_ORGANISATION = (BATCH * WORKERS) / 2;
const JOBS_AT_ONCE = 1000;

export interface Waking {
  readonly database: Database;
  readonly rows: MessageRows;
  readonly clock: Clock;
  readonly log: Log;
}

export class Waker {
  private readonly boss: PgBoss;
  private readonly deps: Waking;
  /** Organisations to look at; `null` among them means all. */
  private readonly asked = new Set<string | null>();
  private looking: Promise<void> | null = null;
  private stopped = false;

  constructor(deps: Waking) {
    this.deps = deps;
    const { pglite, url } = deps.database;
    const schedule = { schedule: false, monitorVacuum: false, reindex: false } as const;
    this.boss = pglite
      ? new PgBoss({ db: fromPglite(pglite), backend: 'pglite', useListenNotify: true, ...schedule })
      : new PgBoss({ connectionString: url ?? '', max: 4, useListenNotify: true, ...schedule });
    this.boss.on('error', (error) => deps.log.warn('delivery.queue', { fault: error.name }));
  }

  async start(): Promise<void> {
    await this.boss.start();
    // One waiting job for a conversation is enough; a second one may wait while the first is at work.
    const options = { policy: 'short', notify: true, retryLimit: 0, expireInSeconds: 120, deleteAfterSeconds: 3600 } as const;
    await this.boss.createQueue(QUEUE, options);
  }

  /** Serves conversations as they are asked for. */
  async work(deliver: (conversation: Conversation) => Promise<unknown>): Promise<void> {
    const options = {
      batchSize: BATCH,
      localConcurrency: WORKERS,
      localGroupConcurrency: ONE_ORGANISATION,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: 2,
      notifyPollingIntervalSeconds: 10,
    } as const;
    await this.boss.work<Conversation>(QUEUE, options, async (jobs) => {
      await Promise.all(jobs.map((job) => deliver(job.data)));
    });
  }

  /** Looks for waiting conversations shortly, of one organisation or of all; many calls make one look. */
  soon(tenantId: string | null = null): void {
    this.asked.add(tenantId);
    this.looking ??= this.look().finally(() => (this.looking = null));
  }

  /** Until the looks that were asked for are over. */
  async idle(): Promise<void> {
    await this.looking;
  }

  later(conversation: Conversation, ms: number): void {
    if (this.stopped) return;
    const { tenantId } = conversation;
    this.boss
      .send(QUEUE, conversation, { singletonKey: keyOf(conversation), group: { id: tenantId }, startAfter: Math.ceil(ms / 1000) })
      .catch(() => undefined);
  }

  async stop(withinMs: number): Promise<void> {
    this.stopped = true;
    await this.idle();
    await this.boss.stop({ graceful: true, timeout: withinMs });
  }

  private async look(): Promise<void> {
    await Promise.resolve();
    while (this.asked.size > 0 && !this.stopped) {
      const tenants = this.asked.has(null) ? [undefined] : [...this.asked].map((tenantId) => tenantId ?? undefined);
      this.asked.clear();
      try {
        for (const tenantId of tenants) await this.wake(await this.deps.rows.waiting(this.deps.clock.now(), tenantId));
      } catch (error) {
        // The next tick looks again.
        this.deps.log.error('delivery.waking', {}, error);
      }
    }
  }

  /** Organisations take turns: the first conversation of each comes before the second of any. */
  private async wake(waiting: readonly Conversation[]): Promise<void> {
    const seen = new Map<string, number>();
    const jobs = waiting.map(({ tenantId, conversation }) => {
      const before = seen.get(tenantId) ?? 0;
      seen.set(tenantId, before + 1);
      return { data: { tenantId, conversation }, singletonKey: keyOf({ tenantId, conversation }), group: { id: tenantId }, priority: -before };
    });
    for (let from = 0; from < jobs.length; from += JOBS_AT_ONCE) await this.boss.insert(QUEUE, jobs.slice(from, from + JOBS_AT_ONCE));
  }
}

function keyOf({ tenantId, conversation }: Conversation): string {
  return `${tenantId}/${conversation}`;
}
