// What a platform gave at the installation, sealed, one row for each door; and a turn at a door for one at a time.

import { Client } from 'pg';
import type { Clock, Secrets } from '../../ports.ts';
import type { Installations } from '../../reception.ts';
import { isoOf } from '../../time.ts';
import type { Database } from '../store/database.ts';

/** Faults of `find`: `sealed-unreadable`, where the row was sealed for another door or with another key. */
export function installationsOf(parts: {
  readonly database: Pick<Database, 'prisma' | 'url'>;
  readonly secrets: Secrets;
  readonly clock: Clock;
}): Installations {
  const { database, secrets, clock } = parts;
  const inTurn = turns();
  return {
    async save(platform, door, data) {
      const sealed = secrets.seal(JSON.stringify(data), purpose(platform, door));
      // One statement: two processes that save for the first time do not get into each other's way.
      await database.prisma.$executeRaw`
        INSERT INTO "Installation" ("platform", "externalId", "data", "updatedAt")
        VALUES (${platform}, ${door}, ${sealed}, ${isoOf(clock.now())}::timestamptz)
        ON CONFLICT ("platform", "externalId") DO UPDATE SET "data" = EXCLUDED."data", "updatedAt" = EXCLUDED."updatedAt"`;
    },

    async find(platform, door) {
      const row = await database.prisma.installation.findUnique({ where: { platform_externalId: { platform, externalId: door } } });
      return row ? (JSON.parse(secrets.open(row.data, purpose(platform, door))) as unknown) : null;
    },

    async remove(platform, door) {
      await database.prisma.installation.deleteMany({ where: { platform, externalId: door } });
    },

    alone: (platform, door, work) => {
      const key = purpose(platform, door);
      return inTurn(key, () => (database.url ? locked(database.url, key, work) : work()));
    },
  };
}

/** A row that was moved to another door does not open there; `npm run admin -- doctor` asks by it too. */
export function purpose(platform: string, door: string): string {
  return `installation:${platform}:${door}`;
}

/** Runs what has the same key one after the other, in the order of arrival. */
function turns(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    const leave = () => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  };
}

/** Other processes wait at the database. The lock goes with the connection, however this process ends. */
async function locked<T>(url: string, key: string, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // A connection that breaks while the work goes on is no reason to end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`SET lock_timeout = '20s'`);
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [key]);
    return await work();
  } finally {
    await client.end();
  }
}
