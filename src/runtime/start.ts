// Puts the house together in the order in which it stands, and takes it down in the other.

import type { Hono } from 'hono';
import { Client } from 'pg';
import type { Config } from '../config.ts';
import { dispatcher } from '../bot/actions/dispatch.ts';
import type { BotError } from '../fault.ts';
import { introduce } from '../mentoring/people/index.ts';
import { reportChannelLost, reportUnreachable } from '../mentoring/programme/index.ts';
import { ACTIONS, COMMANDS, DUE_RULES, TEMPLATES } from '../mentoring/table.ts';
import type { Chat, Log } from '../ports.ts';
import type { Reception } from '../reception.ts';
import { systemClock } from './clock.ts';
import { type DataDirectory, openDirectory } from './data-directory.ts';
import { Delivery, LEASE } from './delivery/delivery.ts';
import { messageRows } from './delivery/message-rows.ts';
import { Ticker } from './delivery/ticker.ts';
import { Waker } from './delivery/waker.ts';
import { idsOf } from './ids.ts';
import { keysFrom, secretFrom } from './keys.ts';
import { paceOf } from './pace.ts';
import type { Playground } from '../playground.ts';
import { playgroundOf } from './playground/playground.ts';
import { keptClock } from './playground/time.ts';
import type { Links } from '../links.ts';
import { linksOf } from './links/links.ts';
import { installationsOf } from './reception/installations.ts';
import { receptionOf } from './reception/reception.ts';
import { fillSample, DOOR as SAMPLE } from './sample/index.ts';
import { secretsOf } from './secrets.ts';
import { healthOf } from './server/health.ts';
import { serve } from './server/server.ts';
import { watchful } from './server/watch.ts';
import { Thinker } from './thinking/thinker.ts';
import { type Database, openDatabase } from './store/database.ts';
import { storeOf } from './store/store.ts';

/** What the adapters bring. */
export interface Wings {
  readonly chats: readonly Chat[];
  readonly site?: Hono;
  /** Lets people in, once all is ready. */
  begin?(): Promise<void>;
  /** Lets nobody in any more, and finishes what is at hand. */
  end?(): Promise<void>;
}

/** What the adapters are given. */
export interface House {
  readonly playground: Playground | null;
  readonly reception: Reception;
  readonly links: Links;
  /** A secret of this deployment for a purpose, the same in all its processes and after each start. */
  readonly secretFor: (purpose: string) => string;
}

export interface Starting {
  readonly config: Config;
  readonly log: Log;
  readonly version: string;
  /** Throws away what an embedded deployment has kept. */
  readonly fresh?: boolean;
  readonly wings: (house: House) => Promise<Wings>;
  /** Called once where the process can do nothing more, and must end. */
  readonly broken: (fault: BotError) => void;
  /** How long a message may be in hand before its process counts as gone. */
  readonly leaseMs?: number;
}

export interface Started {
  readonly url: string | null;
  stop(): Promise<void>;
}

export async function start(starting: Starting): Promise<Started> {
  const { config } = starting;
  const { roles } = config;
  const ends: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const directory = config.databaseUrl ? null : openDirectory(config.dataDir, { fresh: starting.fresh ?? false });
    if (directory) ends.push(() => directory.release());
    const keys = keysFrom(config.keys, directory);
    const secrets = secretsOf(keys);
    const database = await opened(config, directory);
    ends.push(() => database.close());
    const { prisma } = database;
    const log = directory ? watchful(starting.log, () => prisma.setting.count(), starting.broken) : starting.log;

    const clock = config.playground ? await keptClock(prisma, systemClock) : null;
    const ids = idsOf(clock ?? systemClock);
    const store = storeOf(database, { secrets, ids, clock: clock ?? systemClock });
    let url: string | null = null;
    const site = () => config.publicUrl ?? (config.playground ? url : null);
    const shared = { store, secrets, ids, log, site, clock: clock ?? systemClock, actions: ACTIONS, templates: TEMPLATES };
    const rows = messageRows(prisma);
    const waker = new Waker({ ...shared, database, rows });
    const thinker = new Thinker(log);
    ends.push(() => thinker.rest());
    const dispatch = dispatcher({ ...shared, think: thinker.think, sessions: store, introduce, committed: (tenantId) => waker.soon(tenantId) });

    const installations = installationsOf({ database, secrets, clock: systemClock });
    const settle = async () => {
      await ticker.runDue();
      await delivery.drain();
    };
    const playground = clock
      ? playgroundOf({
          ...shared,
          clock,
          dispatch,
          settle,
          // Processes that start together fill it once.
          tenantId: await installations.alone(SAMPLE.platform, SAMPLE.externalId, () => fillSample(store, clock, ids)),
          commands: COMMANDS,
          dueAfter: (now) => rows.dueAfter(now),
        })
      : null;
    const pace = paceOf(database);
    ends.push(() => pace.close());
    const committed = (tenantId: string) => waker.soon(tenantId);
    const reception = receptionOf({ ...shared, ...config, dispatch, installations, pace, committed });
    const wings = await starting.wings({ playground, reception, links: linksOf(shared), secretFor: (purpose) => secretFrom(keys, purpose) });
    const { chats } = wings;
    const unreachable = async (tenantId: string, personId: string) => {
      log.warn('person.unreachable', { tenantId, personId });
      await store.change(tenantId, (tx) => reportUnreachable(tx, personId));
      committed(tenantId);
    };
    const channelLost = async (tenantId: string, cohortId: string) => {
      log.warn('channel.unreachable', { tenantId, cohortId });
      await store.change(tenantId, (tx) => reportChannelLost(tx, cohortId));
      committed(tenantId);
    };
    const delivery = new Delivery({ ...shared, chats, unreachable, channelLost, later: (conversation, ms) => waker.later(conversation, ms) });
    // The embedded database belongs to one process: whatever is in hand at its start was left by the one before.
    const lease = directory ? 0 : (starting.leaseMs ?? LEASE);
    if (roles.has('worker')) await delivery.recover(lease);
    const ticked = async () => {
      await delivery.recover(starting.leaseMs ?? LEASE);
      await store.tidy(shared.clock.now());
      waker.soon();
    };
    const ticker = new Ticker({ ...shared, rules: DUE_RULES, wall: systemClock, acted: (tenantId) => waker.soon(tenantId), ticked });

    await waker.start();
    ends.push(() => waker.stop(4000));
    if (roles.has('worker')) {
      await waker.work((conversation) => delivery.deliver(conversation));
      ends.push(() => delivery.stop());
    }
    let running = true;
    if (roles.has('web')) {
      const health = healthOf({ prisma, clock: shared.clock, wall: systemClock, running: () => running });
      const server = await serve({ ...config, version: starting.version, health, log, ...(wings.site ? { site: wings.site } : {}) });
      ends.push(() => server.stop());
      url = server.url;
    }
    if (roles.has('ticker')) {
      ticker.start();
      ends.push(() => ticker.stop());
    }
    if (roles.has('web')) {
      ends.push(() => wings.end?.());
      await wings.begin?.();
    }
    ends.push(() => (running = false));
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function opened(config: Config, directory: DataDirectory | null): Promise<Database> {
  if (directory) return openDatabase({ directory: directory.database });
  const url = config.databaseUrl ?? '';
  // Processes that start together migrate one after the other.
  const turn = new Client({ connectionString: url });
  await turn.connect();
  try {
    await turn.query(`SELECT pg_advisory_lock(hashtext('mentor-cycle migrate'))`);
    return await openDatabase({ url });
  } finally {
    await turn.end();
  }
}
