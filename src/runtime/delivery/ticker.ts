// What time alone brings: each minute any process may run the due rules. A timer goes in the transaction that acts on it.

import { type ScheduledTask, schedule } from 'node-cron';
import { BotError, isFault } from '../../fault.ts';
import type { DueRule, Tx } from '../../mentoring/store.ts';
import type { Clock, Ids, Log } from '../../ports.ts';
import { HOUR, type Instant, MINUTE, plus } from '../../time.ts';
import { TICK } from '../server/health.ts';
import type { DueBatch, Store } from '../store/store.ts';

/** Runs of a batch that somebody else's change undid, before its subjects are taken one by one. */
const TRIES = 5;
const LONGEST_WAIT = 6 * HOUR;

export interface Ticking {
  readonly store: Store;
  readonly rules: ReadonlyMap<string, DueRule>;
  /** The product's clock decides what is due, the world's tells others that we are alive. */
  readonly clock: Clock;
  readonly wall: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** After each batch: messages may wait. */
  readonly acted: (tenantId: string) => void;
  /** After all that was due. */
  readonly ticked?: () => Promise<void>;
}

export class Ticker {
  private readonly deps: Ticking;
  private heartbeat: ScheduledTask | null = null;
  private ticking: Promise<void> | null = null;
  private stopping = false;

  constructor(deps: Ticking) {
    this.deps = deps;
  }

  start(): void {
    this.heartbeat = schedule('* * * * *', () => this.tick(), { noOverlap: true });
    void this.tick();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.heartbeat?.destroy();
    await this.ticking;
  }

  /** Never two at a time in one process, and never a fault: the next minute tries again. */
  tick(): Promise<void> {
    this.ticking ??= this.beat()
      .catch((error: unknown) => this.deps.log.error('ticker.fault', {}, error))
      .finally(() => (this.ticking = null));
    return this.ticking;
  }

  private async beat(): Promise<void> {
    await this.runDue();
    await this.deps.ticked?.();
    const value = new Date(this.deps.wall.now()).toISOString();
    await this.deps.store.prisma.setting.upsert({ where: { key: TICK }, create: { key: TICK, value }, update: { value } });
  }

  /** Runs all that is due by the clock. */
  async runDue(): Promise<void> {
    while (!this.stopping && (await this.batch()) > 0);
  }

  private async batch(): Promise<number> {
    let seen: DueBatch | null = null;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.take((batch) => (seen = batch));
      } catch (error) {
        const failed = seen as DueBatch | null;
        if (!failed) throw error;
        if (isFault(error, 'conflict') && attempt < TRIES) continue;
        this.deps.log.warn('ticker.batch', { tenantId: failed.tenantId, rule: failed.rule, count: failed.due.length });
        await this.oneByOne(failed.due.length);
        return failed.due.length;
      }
    }
  }

  /** So that one bad row stops nobody else. */
  private async oneByOne(count: number): Promise<void> {
    for (let left = count; left > 0 && !this.stopping; left--) {
      let seen: DueBatch | null = null;
      try {
        if ((await this.take((batch) => (seen = batch), 1)) === 0) return;
      } catch (error) {
        const failed = seen as DueBatch | null;
        if (!failed) throw error;
        for (const { subject } of failed.due) await this.postpone(failed, subject, error);
      }
    }
  }

  private take(see: (batch: DueBatch) => void, most?: number): Promise<number> {
    const { store, clock, ids, rules } = this.deps;
    const now = clock.now();
    let tenantId = '';
    const run = async (tx: Tx, batch: DueBatch) => {
      see(batch);
      const rule = rules.get(batch.rule);
      if (!rule) throw new BotError('bug', 'a timer of a rule that is not there');
      await rule.run({ tx, now, ids }, batch.due);
      tenantId = batch.tenantId;
    };
    return store.due(run, now, most).then((taken) => {
      if (taken > 0) this.deps.acted(tenantId);
      return taken;
    });
  }

  private async postpone({ tenantId, rule }: DueBatch, subject: string, error: unknown): Promise<void> {
    const { timer } = this.deps.store.prisma;
    const key = { tenantId_rule_subject: { tenantId, rule, subject } };
    const row = await timer.findUnique({ where: key, select: { attempts: true } });
    if (!row) return;
    const until: Instant = plus(this.deps.clock.now(), Math.min(LONGEST_WAIT, MINUTE * 2 ** row.attempts));
    await timer.updateMany({ where: { tenantId, rule, subject, attempts: row.attempts }, data: { attempts: row.attempts + 1, dueAt: new Date(until) } });
    this.deps.log.error('ticker.subject', { tenantId, rule, subject, attempts: row.attempts + 1 }, error);
  }
}
