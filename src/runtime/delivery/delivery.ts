// Delivers what waits: one message of a conversation at a time, in order, taken in hand just before it is posted.

import { randomInt } from 'node:crypto';
import { civilIn } from '../../mentoring/calendar/index.ts';
import { nudgeAt, worksInAll } from '../../mentoring/nudges/index.ts';
import type { Chat, Log } from '../../ports.ts';
import { type Instant, instantOf, MINUTE } from '../../time.ts';
import { type Drawing, type Drawn, draw, ownerOf, split } from './draw.ts';
import { type Conversation, type Mark, type MessageRows, messageRows, type Next, type Row } from './message-rows.ts';
import { markAbandoned, markOf, markUndrawable } from './outcome.ts';
import { patiently } from './patience.ts';
import { Redrawing } from './redrawing.ts';
import { type Turn, Turns } from './turns.ts';

/** How long a message may be in hand before its process counts as gone. */
export const LEASE = MINUTE;
/** A platform that says nothing for so long has answered: unsure. Well below the lease, so that nobody takes over meanwhile. */
const PATIENCE = LEASE / 2;

/** Conversations that a drain serves at a time. */
const AT_ONCE = 50;

/** What is done with a message in hand, and the turn that is to be had before. */
interface Plan {
  readonly deal: (mine: Row) => Promise<Mark>;
  /** What is left to do once it is marked. */
  readonly after?: (mine: Row, mark: Mark) => Promise<void>;
  readonly turn?: Turn;
}

export interface Delivering extends Omit<Drawing, 'platforms'> {
  readonly chats: readonly Chat[];
  readonly log: Log;
  /** Called once for a person to whom a platform has said that no message will ever get through. */
  readonly unreachable: (tenantId: string, personId: string) => Promise<void>;
  /** Called for each message of a channel of which a platform has said that it will never get there. */
  readonly channelLost?: (tenantId: string, cohortId: string) => Promise<void>;
  /** Asks for a look at a conversation in a while. */
  readonly later?: (conversation: Conversation, ms: number) => void;
}

export class Delivery {
  readonly rows: MessageRows;
  private readonly deps: Delivering & Drawing;
  private readonly chats: ReadonlyMap<string, Chat>;
  /** In this process, looks at the same conversation follow one another. */
  private readonly busy = new Map<string, Promise<number>>();
  private readonly inHand = new Set<string>();
  private readonly turns: Turns;
  private readonly redrawing: Redrawing;
  private stopping = false;

  constructor(deps: Delivering) {
    this.chats = new Map(deps.chats.map((chat) => [chat.platform, chat]));
    this.deps = { ...deps, platforms: new Set(this.chats.keys()) };
    this.rows = messageRows(deps.store.prisma);
    this.turns = new Turns(deps.log);
    const { rows, chats, turns } = this;
    this.redrawing = new Redrawing({ rows, chats, turns, draw: (row, standing) => this.drawn(row, standing), patienceMs: PATIENCE });
  }

  /** Delivers what is due in a conversation, `most` messages of it; resolves to how many messages were dealt with. */
  deliver(conversation: Conversation, most = Number.POSITIVE_INFINITY): Promise<number> {
    const key = `${conversation.tenantId}/${conversation.conversation}`;
    const before = this.busy.get(key) ?? Promise.resolve(0);
    const run = before.then(
      () => this.run(conversation, most),
      () => this.run(conversation, most),
    );
    const kept = run.catch(() => 0).finally(() => this.busy.get(key) === kept && this.busy.delete(key));
    this.busy.set(key, kept);
    return run;
  }

  /** Delivers all that is due, in many conversations at once. */
  async drain(): Promise<number> {
    for (let all = 0; ; ) {
      let dealt = 0;
      const waiting = await this.rows.waiting(this.deps.clock.now());
      for (let from = 0; from < waiting.length; from += AT_ONCE) {
        const counts = await Promise.all(waiting.slice(from, from + AT_ONCE).map((conversation) => this.deliver(conversation, 1)));
        dealt += counts.reduce((sum, count) => sum + count, 0);
      }
      all += dealt;
      if (dealt === 0) return all;
    }
  }

  /** Finds the messages of processes that are gone. */
  async recover(leaseMs: number = LEASE): Promise<void> {
    for (const row of await this.rows.abandoned(leaseMs)) {
      // A machine that slept is not gone.
      if (this.inHand.has(row.id)) continue;
      await this.mark(row, markAbandoned(row, this.deps.clock.now()));
    }
  }

  /** Finishes the messages in hand, and begins no more. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.turns.stop();
    await Promise.all(this.busy.values());
  }

  private async run(conversation: Conversation, most: number): Promise<number> {
    for (let dealt = 0; ; dealt++) {
      if (dealt >= most) return dealt;
      const row = this.stopping ? null : await this.rows.next(conversation, this.deps.clock.now());
      if (!row) return dealt;
      if (await this.waitsForMorning(row)) continue;
      const plan = await this.turns.before(
        () => (row.mode === 'refresh' ? this.refreshing(row) : this.telling(row)),
        async ({ turn }) => (turn ? this.turns.next(turn) : 0),
      );
      if (typeof plan === 'number') {
        this.deps.later?.(conversation, plan);
        return dealt;
      }
      // Taken in hand at the last moment: what is found in the hands of a process that is gone may have been posted.
      const mine = await this.rows.claim(row);
      if (!mine) return dealt;
      this.inHand.add(mine.id);
      try {
        const mark = await plan.deal(mine);
        await this.mark(mine, mark);
        await plan.after?.(mine, mark);
      } finally {
        this.inHand.delete(mine.id);
      }
    }
  }

  /** Nudges come from 8 to 18 on working days and an hour apart, also where many wait after a time of silence (S4.55). */
  private async waitsForMorning(row: Next): Promise<boolean> {
    if (row.kind !== 'nudge' || row.attempts > 0) return false;
    const [now, zone] = [this.deps.clock.now(), row.timeZone ?? 'UTC'];
    // Whose holidays count is looked up on the few days on which it matters; what is put off is looked at again then (Q15).
    const matters = !worksInAll(row.regions)(civilIn(now, zone));
    const works = worksInAll(matters ? await this.rows.regionsOf(row) : []);
    const until = nudgeAt(now, row.lastNudge && instantOf(row.lastNudge), zone, works);
    if (until <= now) return false;
    await this.rows.postpone(row, until);
    return true;
  }

  /** Draws a message, to be told once it is in hand. */
  private async telling(row: Next): Promise<Plan> {
    const now = () => this.deps.clock.now();
    const drawn = await this.drawn(row);
    if (!drawn) return { deal: async (mine) => markUndrawable(mine, now(), chance()) };
    if (!drawn.drawn) return { deal: async (mine) => undeliverable(mine, drawn.why, now()) };
    const chat = this.chats.get(drawn.platform);
    const deal = async (mine: Row): Promise<Mark> => {
      const outcome = await patiently(PATIENCE, () => chat?.post(drawn.to, drawn.message));
      const elsewhere = outcome.outcome === 'never' && outcome.of !== 'message' && (await this.giveUpOn(mine, drawn.accountId));
      // Never there, but the person can be reached in another place: at once, as it has been said nowhere yet.
      if (elsewhere) return markOf(mine, { outcome: 'retry', afterMs: 0, fault: 'other-account' }, now(), chance());
      if (outcome.outcome !== 'sent') return markOf(mine, outcome, now(), chance());
      const ref = `${drawn.platform}:${outcome.ref}`;
      return markOf(mine, { ...outcome, ref }, now(), chance());
    };
    const after = async (mine: Row, mark: Mark) => {
      // Whoever wanted it drawn anew while it was on its way did not find it yet.
      if (mark.state === 'sent' && (await this.rows.refreshes(mine)) > row.refreshes) await this.catchUp({ ...mine, ref: mark.ref });
    };
    return { deal, after, ...(chat ? { turn: { chat, to: drawn.to, call: 'post' } } : {}) };
  }

  /** Draws all messages of a topic anew, wherever they stand. */
  private async refreshing(row: Row): Promise<Plan> {
    const turn = await this.redrawing.firstOf(row);
    const deal = async (mine: Row): Promise<Mark> => {
      const now = this.deps.clock.now();
      const outcome = await this.redrawing.all(mine, turn ? 1 : 0);
      return outcome ? markOf({ ...mine, kind: 'decision' }, outcome, now, chance()) : { state: 'sent', ref: null, at: now };
    };
    return { deal, ...(turn ? { turn } : {}) };
  }

  /** Draws a message anew that was sent a moment ago; what cannot be done now is done later. */
  private async catchUp(sent: Row): Promise<void> {
    const outcome = await this.redrawing.one(sent);
    if (outcome?.outcome === 'retry' || outcome?.outcome === 'unsure') await this.deps.store.change(sent.tenantId, async (tx) => tx.refresh(sent.topic));
  }

  /** `null` where it cannot be drawn: a mistake of ours, or a database that does not answer. */
  private async drawn(row: Row, standing?: string): Promise<Drawn | null> {
    try {
      return await draw(this.deps, row, standing);
    } catch (error) {
      this.deps.log.error('delivery.undrawable', { tenantId: row.tenantId, messageId: row.id, template: row.template }, error);
      return null;
    }
  }

  /** Gives up an account or a channel. Resolves to whether the message can still get to the person by another account. */
  private async giveUpOn({ tenantId, conversation }: Row, accountId: string | undefined): Promise<boolean> {
    const [kind, subject] = split(conversation);
    if (accountId === undefined) {
      if (kind === 'channel') await this.deps.channelLost?.(tenantId, subject);
      return false;
    }
    const { account } = this.deps.store.prisma;
    const where = { tenantId, id: accountId, reachable: true };
    const { count } = await account.updateMany({ where, data: { reachable: false, version: { increment: 1 } } });
    const personId = await ownerOf(this.deps.store, tenantId, accountId);
    if (personId === null) return false;
    if (count === 1) await this.deps.unreachable(tenantId, personId);
    return kind === 'person' && (await account.count({ where: { tenantId, personId, reachable: true } })) > 0;
  }

  private async mark(row: Row, mark: Mark): Promise<void> {
    await this.rows.mark(row, mark);
    const fields = { tenantId: row.tenantId, messageId: row.id, template: row.template, state: mark.state, attempts: row.attempts };
    if (mark.state === 'sent' || mark.state === 'dropped') this.deps.log.info('delivery', fields);
    else this.deps.log.warn('delivery', { ...fields, fault: mark.fault });
    if (mark.state !== 'waiting') return;
    const wait = mark.notBefore - this.deps.clock.now();
    if (wait < MINUTE) this.deps.later?.(row, Math.max(wait, 0));
  }
}

function undeliverable(row: Row, why: 'silent' | 'nowhere' | 'unplugged', now: Instant): Mark {
  if (why === 'silent') return { state: 'dropped' };
  if (why === 'nowhere') return { state: 'dead', fault: 'no-reachable-account' };
  return markOf(row, { outcome: 'retry', fault: 'platform-not-connected' }, now, chance());
}

function chance(): number {
  return randomInt(1000) / 1000;
}
