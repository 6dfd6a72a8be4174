// The real house, played in: storage, dispatcher, ticker and delivery as they run, on a clock that jumps, with chats that
// draw nothing and keep what was said.

import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { type Dispatch, dispatcher } from '../../bot/actions/dispatch.ts';
import type { ShownMessage } from '../../bot/views/shown.ts';
import { BotError } from '../../fault.ts';
import { introduce } from '../../mentoring/people/index.ts';
import { reportChannelLost, reportUnreachable } from '../../mentoring/programme/index.ts';
import { ACTIONS, DUE_RULES, TEMPLATES } from '../../mentoring/table.ts';
import type { Address, Chat, Clock, Ids, Log } from '../../ports.ts';
import type { Instant } from '../../time.ts';
import { Delivery } from '../delivery/delivery.ts';
import { Ticker } from '../delivery/ticker.ts';
import { secretsOf } from '../secrets.ts';
import { Thinker } from '../thinking/thinker.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { type Store, storeOf } from '../store/store.ts';
import type { Platform } from './cast.ts';
import { chanceOf } from './chance.ts';

/** PostgreSQL tidies up by itself and learns how much it holds; the embedded database is told to. */
const TIDIED = 150;

export interface Posted {
  readonly at: Instant;
  readonly messageId: string;
  readonly platform: string;
  /** The account; `null` in a channel. */
  readonly externalId: string | null;
  readonly conversation: string;
  readonly message: ShownMessage;
  /** Drawn anew, where it stood already. */
  readonly again: boolean;
}

export interface House {
  readonly store: Store;
  readonly ids: Ids;
  readonly tenantId: string;
  readonly dispatch: Dispatch;
  readonly delivery: Delivery;
  /** Runs what is due by the clock and delivers what waits, until nothing is left; resolves to when the next thing falls due. */
  settle(): Promise<Instant | null>;
  /** The template of each message that was sent, by its id. */
  readonly kinds: ReadonlyMap<string, string>;
  /** What went wrong, by the names of events: nothing, where all is well. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

export interface Building {
  readonly url: string | null;
  readonly seed: string;
  readonly clock: Clock;
  readonly posted: (posted: Posted) => void;
}

export async function buildHouse({ url, seed, clock, posted }: Building): Promise<House> {
  const database = await databaseAt(url);
  const ids = seededIds(clock, seed);
  const faults: string[] = [];
  const kinds = new Map<string, string>();
  const log: Log = {
    info: (event, fields) => void (event === 'delivery' && kinds.set(String(fields?.['messageId']), String(fields?.['template']))),
    warn: (event, fields) => void faults.push([event, fields?.['template'] ?? fields?.['rule'] ?? fields?.['action'] ?? '', fields?.['fault'] ?? ''].join(' ')),
    error: (event, fields, cause) =>
      void faults.push([event, fields?.['template'] ?? fields?.['rule'] ?? fields?.['action'] ?? '', cause instanceof Error ? cause.stack : ''].join(' ')),
  };
  const secrets = secretsOf([createHash('sha256').update(seed).digest()]);
  const thinker = new Thinker(log);
  const store = storeOf(database, { secrets, ids, clock });
  const shared = { store, sessions: store, actions: ACTIONS, templates: TEMPLATES, clock, ids, secrets, log, site: () => 'https://mentor.example.org' };
  const chats = (['slack', 'teams', 'web'] as const).map((platform) => recordingChat(platform, clock, posted));
  const unreachable = (tenantId: string, personId: string) => store.change(tenantId, (tx) => reportUnreachable(tx, personId));
  const channelLost = (tenantId: string, cohortId: string) => store.change(tenantId, (tx) => reportChannelLost(tx, cohortId));
  const delivery = new Delivery({ ...shared, chats, unreachable, channelLost });
  const ticker = new Ticker({ ...shared, rules: DUE_RULES, wall: clock, acted() {} });

  let settled = 0;
  return {
    ...{ store, ids, delivery, kinds, faults, tenantId: ids.next(), dispatch: dispatcher({ ...shared, introduce, think: thinker.think }) },
    async settle() {
      if (database.pglite && ++settled % TIDIED === 0) await database.prisma.$executeRawUnsafe('VACUUM ANALYZE');
      for (;;) {
        const next = await store.nextDue();
        if (next === null || next > clock.now()) return next;
        await ticker.runDue();
        // What cannot be done now waits in its row for another time.
        if ((await delivery.drain()) === 0) return delivery.rows.dueAfter(clock.now());
      }
    },
    async close() {
      await delivery.stop();
      await database.close();
    },
  };
}

/** A chat that everything reaches at once. */
function recordingChat(platform: Platform, clock: Clock, posted: (posted: Posted) => void): Chat {
  const keep = ({ messageId, externalId, conversation }: Address, message: ShownMessage, again: boolean) =>
    posted({ at: clock.now(), platform, messageId, externalId: externalId ?? null, conversation, message, again });
  return {
    platform,
    async post(to, message) {
      keep(to, message, false);
      return { outcome: 'sent', ref: to.messageId };
    },
    async update(to, ref, message) {
      keep({ ...to, messageId: ref }, message, true);
      return { outcome: 'sent', ref };
    },
  };
}

/** Ids that sort by the order of making, as the real ones do, and are the same each time. */
function seededIds(clock: Clock, seed: string): Ids {
  const chance = chanceOf(seed, 'ids');
  let made = 0;
  const part = (value: number, length: number) => value.toString(36).padStart(length, '0');
  return { next: () => part(clock.now(), 9) + part(made++, 6) + part(chance.whole(0, 36 ** 6 - 1), 6) };
}

/** In memory, or on a server in a database of its own: never one in which something lies already. */
async function databaseAt(url: string | null): Promise<Database> {
  if (url === null) return openDatabase({ memory: true });
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%' LIMIT 1`);
    if (rowCount !== 0)
      throw new BotError('config', 'There is something in this database already. Create an empty one for the simulation: it writes as if it were real.');
  } finally {
    await client.end();
  }
  return openDatabase({ url });
}
