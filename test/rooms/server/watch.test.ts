// A broken embedded database ends the process; a database that merely refuses a write does not.

import { expect, it } from 'vitest';
import type { BotError } from '../../../src/fault.ts';
import type { Log } from '../../../src/ports.ts';
import { watchful } from '../../../src/runtime/server/watch.ts';

function scene(probe: () => Promise<unknown>) {
  const written: string[] = [];
  const told: BotError[] = [];
  const log: Log = { info: (event) => void written.push(event), warn: (event) => void written.push(event), error: (event) => void written.push(event) };
  return { written, told, log: watchful(log, probe, (fault) => void told.push(fault)) };
}

it('says once what is the matter when the database answers no more', async () => {
  const { written, told, log } = scene(() => Promise.reject(new Error('XLogBeginInsert was already called')));
  for (const event of ['dispatch.fault', 'dispatch.fault', 'ticker.fault']) log.error(event);
  await expect.poll(() => told.length).toBe(1);
  log.error('ticker.fault');
  await Promise.resolve();
  expect([told.length, told[0]?.code, written.length]).toEqual([1, 'database', 4]);
  expect(told[0]?.message).toContain('disk is full');
});

it('lets a database live that still answers', async () => {
  let probes = 0;
  const { told, log } = scene(async () => probes++);
  log.info('dispatch');
  log.warn('delivery');
  expect(probes).toBe(0);
  log.error('dispatch.fault');
  await expect.poll(() => probes).toBe(1);
  log.error('dispatch.fault');
  await expect.poll(() => probes).toBe(2);
  expect(told).toEqual([]);
});
