// Whether this process can do its work: what /readyz says.

import { readdir } from 'node:fs/promises';
import type { Clock } from '../../ports.ts';
import { type Instant, instantOf, MINUTE } from '../../time.ts';
import type { PrismaClient } from '../store/generated/client.ts';

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<'running' | 'database' | 'migrations' | 'tick' | 'messages', boolean>>;
}

export type Health = () => Promise<Readiness>;

/** Where each tick leaves the world's time, for all processes to see. */
export const TICK = 'ticker.at';
const OLDEST_TICK = 3 * MINUTE;
const OLDEST_MESSAGE = 15 * MINUTE;
const MIGRATIONS = new URL('../../../prisma/migrations/', import.meta.url);

export interface Watched {
  readonly prisma: PrismaClient;
  /** The product's clock: messages wait by it. */
  readonly clock: Clock;
  /** The world's clock: ticks come by it. */
  readonly wall: Clock;
  /** False once the process is stopping. */
  readonly running: () => boolean;
}

export function healthOf({ prisma, clock, wall, running }: Watched): Health {
  return async () => {
    const [tick, migrations, oldest] = await Promise.all([seen(() => tickAt(prisma)), seen(() => missing(prisma)), seen(() => oldestDue(prisma, clock.now()))]);
    const checks = {
      running: running(),
      database: tick.answered && migrations.answered && oldest.answered,
      migrations: migrations.answered && migrations.value === 0,
      tick: tick.answered && tick.value !== null && wall.now() - tick.value < OLDEST_TICK,
      messages: oldest.answered && (oldest.value === null || clock.now() - oldest.value < OLDEST_MESSAGE),
    };
    return { ready: Object.values(checks).every(Boolean), checks };
  };
}

type Seen<T> = { readonly answered: true; readonly value: T } | { readonly answered: false };

/** A database that does not answer is a finding, not a fault. */
async function seen<T>(look: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { answered: true, value: await look() };
  } catch {
    return { answered: false };
  }
}

async function tickAt(prisma: PrismaClient): Promise<Instant | null> {
  const row = await prisma.setting.findUnique({ where: { key: TICK } });
  return typeof row?.value === 'string' ? instantOf(row.value) : null;
}

/** How many of our migrations the database lacks. */
async function missing(prisma: PrismaClient): Promise<number> {
  const applied = await prisma.$queryRaw<{ name: string }[]>`SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
  const names = new Set(applied.map((row) => row.name));
  const ours = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return ours.filter((entry) => !names.has(entry.name)).length;
}

async function oldestDue(prisma: PrismaClient, now: Instant): Promise<Instant | null> {
  const found = await prisma.message.aggregate({ where: { state: 'waiting', notBefore: { lte: new Date(now) } }, _min: { notBefore: true } });
  return found._min.notBefore === null ? null : instantOf(found._min.notBefore);
}
