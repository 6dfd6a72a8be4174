// A full disk: refused actions leave no trace, accepted ones stay. The disk is a small one in memory, where we may mount one.

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/runtime/clock.ts';
import { idsOf } from '../../src/runtime/ids.ts';
import { secretsOf } from '../../src/runtime/secrets.ts';
import { type Database, openDatabase } from '../../src/runtime/store/database.ts';
import { storeOf } from '../../src/runtime/store/store.ts';

const disk = mkdtempSync(join(tmpdir(), 'mentor-cycle-disk-'));
const mounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', disk]).status === 0;
const ballast = join(disk, 'ballast');
const ids = idsOf(systemClock);
const secrets = secretsOf([randomBytes(32)]);

afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Leaves so many bytes. */
function fill(leave: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - leave));
}

async function write(database: Database): Promise<string | null> {
  const id = ids.next();
  const store = storeOf(database, { secrets, ids, clock: systemClock });
  const name = randomBytes(4000).toString('hex');
  try {
    await store.change(id, async (tx) => tx.organisations.put({ id, name, language: 'en', timeZone: 'UTC', createdAt: systemClock.now() }));
    return id;
  } catch {
    return null;
  }
}

async function there(database: Database): Promise<string[]> {
  return (await database.prisma.organisation.findMany({ select: { id: true } })).map((row) => row.id);
}

describe.skipIf(!mounted)('on a full disk', () => {
  it('refuses what does not fit, keeps what was accepted, and goes on once there is room', async () => {
    const database = await openDatabase({ directory: join(disk, 'database') });
    fill(300_000);
    const accepted: string[] = [];
    for (let refused = 0; refused < 3; ) {
      const id = await write(database);
      if (id === null) refused++;
      else accepted.push(id);
    }
    expect((await there(database)).toSorted()).toEqual(accepted);
    rmSync(ballast);
    const later = await write(database);
    expect(later).not.toBeNull();
    await database.close();
    const again = await openDatabase({ directory: join(disk, 'database') });
    expect((await there(again)).toSorted()).toEqual([...accepted, later]);
    await again.close();
  });

  it('loses nothing even where the log itself finds no room, and the database has to be opened anew', async () => {
    const database = await openDatabase({ directory: join(disk, 'database') });
    const accepted = await there(database);
    fill(4096);
    const flood = () => database.prisma.$queryRawUnsafe(`SELECT 1 FROM (SELECT pg_logical_emit_message(false, 'x', repeat('y', 900000))) AS said`);
    await expect(Promise.all(Array.from({ length: 60 }, flood))).rejects.toThrow();
    rmSync(ballast);
    await database.close().catch(() => undefined);
    const again = await openDatabase({ directory: join(disk, 'database') });
    expect((await there(again)).toSorted()).toEqual(accepted.toSorted());
    expect(await write(again)).not.toBeNull();
    await again.close();
  });
});
