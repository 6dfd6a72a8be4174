// Time alone: each due subject is decided once, by whichever process, and one bad row stops nobody else.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DueRule } from '../../../src/mentoring/store.ts';
import { Ticker } from '../../../src/runtime/delivery/ticker.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { DAY, HOUR, instantOf, MINUTE } from '../../../src/time.ts';
import { DATABASES } from '../../support/databases.ts';
import { createWorld, silent, type World } from '../../support/world.ts';

describe.each(DATABASES)('the ticker on $name', ({ open }) => {
  let database: Database;
  let world: World;
  /** The subjects decided upon, in order, by rule. */
  let decided: string[];
  let batches: number;
  const bad = new Set<string>();

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.prisma.timer.deleteMany({});
    world = await createWorld({ database });
    decided = [];
    batches = 0;
    bad.clear();
  });

  const rules: DueRule[] = ['ask', 'remind'].map((name) => ({
    name,
    async run({ tx, now }, due) {
      batches++;
      for (const { subject } of due) {
        if (bad.has(subject)) throw new Error('a bad row');
        tx.post({ to: { person: subject }, template: name, args: {}, kind: 'decision', topic: `${name}:${subject}` });
        if (subject === 'again') tx.remind(name, subject, instantOf(now + DAY));
      }
    },
  }));

  function ticker(): Ticker {
    const { store, clock, ids } = world;
    return new Ticker({ store, clock, ids, wall: clock, log: { ...silent, error() {} }, rules: new Map(rules.map((rule) => [rule.name, rule])), acted() {} });
  }
  const remind = (rule: string, subjects: readonly string[], inMs: number) =>
    world.tx(async (tx) => subjects.forEach((subject) => tx.remind(rule, subject, instantOf(world.clock.now() + inMs))));
  const pass = (ms: number) => world.clock.set(instantOf(world.clock.now() + ms));
  async function run(): Promise<string[]> {
    await ticker().runDue();
    const rows = await database.prisma.message.findMany({ where: { tenantId: world.tenantId }, orderBy: { seq: 'asc' } });
    decided = rows.map((row) => row.topic);
    return decided;
  }

  it('does what is due and no more', async () => {
    await remind('ask', ['a'], HOUR);
    await remind('ask', ['b'], 2 * HOUR);
    expect(await run()).toEqual([]);
    pass(HOUR);
    expect(await run()).toEqual(['ask:a']);
    pass(DAY);
    expect(await run()).toEqual(['ask:a', 'ask:b']);
    expect(await run()).toEqual(['ask:a', 'ask:b']);
  });

  it('does nothing twice when the clock is put back', async () => {
    await remind('ask', ['a', 'again'], 0);
    await run();
    pass(-3 * HOUR);
    expect(await run()).toHaveLength(2);
    pass(3 * HOUR + DAY);
    expect(await run()).toEqual(['ask:a', 'ask:again', 'ask:again']);
  });

  it('takes many subjects of a rule in one transaction', async () => {
    await remind(
      'ask',
      Array.from({ length: 1200 }, (_, index) => `s${index}`),
      0,
    );
    expect(await run()).toHaveLength(1200);
    expect(batches).toBe(3);
  });

  it('decides once, however many processes tick at once', async () => {
    const subjects = Array.from({ length: 600 }, (_, index) => `s${index}`);
    await remind('ask', subjects, 0);
    await remind('remind', subjects, 0);
    await Promise.all(Array.from({ length: 5 }, () => ticker().runDue()));
    const all = await run();
    expect(all).toHaveLength(1200);
    expect(new Set(all).size).toBe(1200);
  });

  it('lets one bad row stop nobody else, and comes back to it later and later', async () => {
    bad.add('b');
    await remind('ask', ['a', 'b', 'c'], 0);
    await remind('remind', ['d'], MINUTE);
    pass(MINUTE);
    expect(await run()).toEqual(['ask:a', 'ask:c', 'remind:d']);
    const left = () => database.prisma.timer.findFirst({ where: { tenantId: world.tenantId } });
    expect(await left()).toMatchObject({ subject: 'b', attempts: 1, dueAt: new Date(world.clock.now() + MINUTE) });
    pass(MINUTE);
    await run();
    expect(await left()).toMatchObject({ subject: 'b', attempts: 2, dueAt: new Date(world.clock.now() + 2 * MINUTE) });
    bad.clear();
    pass(2 * MINUTE);
    expect(await run()).toContain('ask:b');
    expect(await left()).toBeNull();
  });

  it('puts off a timer whose rule is not there, and does the others', async () => {
    await remind('gone', ['a'], -HOUR);
    await remind('ask', ['b'], 0);
    expect(await run()).toEqual(['ask:b']);
  });

  it('leaves word of its time, for /readyz', async () => {
    await ticker().tick();
    expect(await database.prisma.setting.findUnique({ where: { key: 'ticker.at' } })).toMatchObject({ value: new Date(world.clock.now()).toISOString() });
  });
});
