// The pace of calls to the platforms: one turn every so often under a key, for all processes together. Turns are handed
// out by the database's clock, since those of several machines differ; the embedded database has one process, and its memory does.

import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import type { Pace } from '../reception.ts';

/** When the next turn under a key may be taken.  */
interface Turns {
  /** Takes the turn and resolves to 0, or resolves to the milliseconds until it can be taken. */
  take(key: string, everyMs: number): Promise<number>;
  hold(key: string, ms: number): Promise<void>;
  close(): Promise<void>;
}

interface Line {
  /** Settles when the last one in the line has been served. */
  last: Promise<unknown>;
  length: number;
}

/** `url`: the PostgreSQL server that all processes share, or `null` where there is one process. */
export function paceOf({ url }: { readonly url: string | null }): Pace & { close(): Promise<void> } {
  const turns = url === null ? turnsInMemory() : turnsOnServer(url);
  const lines = new Map<string, Line>();
  const end = new AbortController();

  async function served(key: string, everyMs: number, until: number): Promise<number> {
    for (;;) {
      const wait = await turns.take(key, everyMs);
      if (wait === 0 || performance.now() + wait > until || end.signal.aborted) return wait;
      await pause(wait, undefined, { signal: end.signal }).catch(() => undefined);
    }
  }

  return {
    async turn(key, everyMs, patienceMs) {
      const until = performance.now() + patienceMs;
      const line = lines.get(key) ?? { last: Promise.resolve(), length: 0 };
      // Those ahead take that long in any case.
      const ahead = line.length * everyMs;
      if (ahead > patienceMs) return ahead;
      lines.set(key, line);
      line.length++;
      const mine = line.last.then(() => served(key, everyMs, until));
      line.last = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        if (--line.length === 0) lines.delete(key);
      }
    },

    hold: (key, ms) => turns.hold(key, ms),

    async close() {
      end.abort();
      await Promise.all([...lines.values()].map(({ last }) => last));
      await turns.close();
    },
  };
}

function turnsInMemory(): Turns {
  const next = new Map<string, number>();
  return {
    async take(key, everyMs) {
      const now = performance.now();
      const wait = Math.ceil((next.get(key) ?? now) - now);
      if (wait > 0) return wait;
      next.set(key, now + everyMs);
      if (next.size > MOST) forget(next, now);
      return 0;
    },
    async hold(key, ms) {
      next.set(key, Math.max(next.get(key) ?? 0, performance.now() + ms));
    },
    async close() {},
  };
}

const MOST = 10_000;

function forget(next: Map<string, number>, now: number): void {
  for (const [key, at] of next) if (at <= now) next.delete(key);
}

const NOW = `(extract(epoch FROM clock_timestamp()) * 1000)`;

/** Of all that ask at once, the row's lock lets one through: a turn begins when the one before it has lasted `everyMs`. */
const TAKE = `
  WITH taken AS (
    INSERT INTO "Turn" AS held ("key", "next") VALUES ($1, ceil(${NOW})::bigint + $2)
    ON CONFLICT ("key") DO UPDATE SET "next" = ceil(${NOW})::bigint + $2 WHERE held."next" <= ${NOW}
    RETURNING 1)
  SELECT CASE WHEN EXISTS (SELECT 1 FROM taken) THEN 0
    ELSE greatest(1, ceil(coalesce((SELECT "next" FROM "Turn" WHERE "key" = $1), 0) - ${NOW}))::float8 END AS wait`;

const HOLD = `
  INSERT INTO "Turn" AS held ("key", "next") VALUES ($1, ceil(${NOW})::bigint + $2)
  ON CONFLICT ("key") DO UPDATE SET "next" = greatest(held."next", excluded."next")`;

const TIDY = `DELETE FROM "Turn" WHERE "next" < ${NOW} - 3600000`;
const TIDY_EVERY = 3_600_000;

function turnsOnServer(url: string): Turns {
  const pool = new Pool({ connectionString: url, max: 2 });
  // A connection that breaks while nobody uses it is replaced by the next question.
  pool.on('error', () => {});
  let tidied = performance.now();

  function tidy(): void {
    if (performance.now() - tidied < TIDY_EVERY) return;
    tidied = performance.now();
    pool.query(TIDY).catch(() => undefined);
  }

  return {
    async take(key, everyMs) {
      tidy();
      const { rows } = await pool.query<{ wait: number }>({ name: 'pace-take', text: TAKE, values: [key, Math.ceil(everyMs)] });
      return rows[0]?.wait ?? everyMs;
    },
    async hold(key, ms) {
      await pool.query({ name: 'pace-hold', text: HOLD, values: [key, Math.ceil(ms)] });
    },
    close: () => pool.end(),
  };
}
