// Whatever is sent into any field of any action: an answer or a kind refusal, never an exception, and nothing half done.

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Reply } from '../../src/bot/actions/dispatch.ts';
import { snapshotOf } from '../../src/mentoring/matching/asking.ts';
import { planOf } from '../../src/mentoring/matching/planning/plan.ts';
import { poolOf } from '../../src/mentoring/matching/pool.ts';
import { ACTIONS, COMMANDS } from '../../src/mentoring/table.ts';
import type { Log } from '../../src/ports.ts';
import { nameOf, POLICY, type Row } from '../rooms/house/permissions/policy.ts';
import { createStage, type RoleName, ROLES, type Stage } from '../support/every-action.ts';
import { HOSTILE, KINDS } from '../support/hostile.ts';

/** What no form of ours sends, but anybody's program can. */
const JUNK: readonly unknown[] = [null, true, -1, Number.NaN, ['x', ['y']], { toString: 'x' }, JSON.parse('{"__proto__":{"a":1}}')];

const faults: unknown[] = [];
const log: Log = { info() {}, warn: (event) => void faults.push(event), error: (event, fields, cause) => void faults.push([event, fields, cause]) };

let stage: Stage;
let sent = 0;
const tried = new Set<unknown>();
beforeAll(async () => {
  stage = await createStage({ log });
});
afterEach(() => expect(faults.splice(0)).toEqual([]));
afterAll(async () => {
  await stage.close();
  console.log(`hostile input: ${sent} tries on ${ACTIONS.size} actions`);
});

/** Tries, and says what is wrong with the answer; `null` where all is well. */
async function fault(work: () => Promise<Reply>): Promise<string | null> {
  const reply = await work();
  sent += 1;
  if (faults.length > 0) return 'fault';
  if (reply.kind === 'done') return null;
  if (stage.words(reply) === '') return 'a refusal without a word';
  return stage.changed().length === 0 ? null : `refused, and changed ${stage.changed().join(', ')}`;
}

function fieldsOf({ action, input }: Row): string[] {
  const schema = ACTIONS.get(action)?.input;
  const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  // Of a form's numbered lists one stands for all.
  return [...new Set([...fields, ...Object.keys(input(stage.things))])].filter((field) => !/[1-9]$/.test(field));
}

/** One of each kind, another one for each turn. */
function oneOfEach(turn: number): string[] {
  return KINDS.map((kind) => kind[turn % kind.length] ?? kind[0]);
}

/** One of every other kind: what a field does with the rest of them is seen in the field after it. */
function oneOfSome(turn: number): string[] {
  return oneOfEach(turn >> 1).filter((_, index) => (index + turn) % 2 === 0);
}

/** In turns: what a program of anybody's sends is caught in one place, before any field is looked at. */
function someJunk(turn: number): unknown[] {
  return JUNK.filter((_, index) => (index + turn) % 3 === 0);
}

/** One row for each action, with somebody who may and for whom the thing is there. */
const ROWS = [...Map.groupBy(POLICY, (row) => row.action).values()]
  .flatMap((rows) => {
    const [row] = rows;
    const roles = row?.finds ?? row?.may ?? [];
    const role = roles.includes('mentee') ? 'mentee' : roles[0];
    return row && role ? [{ name: nameOf(row), row, role }] : [];
  })
  .map((one, turn) => ({ ...one, turn }));

describe('hostile words', () => {
  it('are tried on every action', () => {
    expect(ROWS.map(({ row }) => row.action).sort()).toEqual([...ACTIONS.keys()].sort());
  });

  it.each(ROWS)('of each kind in each field of $name leave it as it is', async ({ row, role, turn }) => {
    const input = row.input(stage.things);
    for (const [index, field] of fieldsOf(row).entries()) {
      for (const value of [...oneOfSome(turn + index), ...someJunk(turn + index)]) {
        const wrong = await fault(() => stage.act(role, row.action, { ...input, [field]: value }));
        expect([field, value, wrong]).toEqual([field, value, null]);
        tried.add(value);
      }
    }
  });

  it('are all among those', () => {
    expect([...HOSTILE, ...JUNK].filter((value) => !tried.has(value))).toEqual([]);
  });

  it('in all fields at once, with the things themselves as they are', async () => {
    const things = new Set(Object.values(stage.things));
    for (const { row, role } of ROWS) {
      const input = row.input(stage.things);
      const free = fieldsOf(row).filter((field) => !things.has(String(input[field])));
      for (const value of ['', 'x'.repeat(10_000), 'a\0b', '👩‍👩‍👧‍👦'.repeat(20)]) {
        const all = { ...input, ...Object.fromEntries(free.map((field) => [field, value])) };
        expect([row.action, value, await fault(() => stage.act(role, row.action, all))]).toEqual([row.action, value, null]);
      }
    }
  });

  it('as the seal of a button', async () => {
    for (const token of HOSTILE) {
      const reply = await stage.act('mentee', 'goals.list', {}, { token });
      expect([token, reply.kind, stage.words(reply)]).toEqual([token, 'refused', 'We could not read that button. Open the page again and try from there.']);
    }
  });

  it('after every command, and instead of one', async () => {
    for (const [turn, { command, word }] of COMMANDS.filter((row) => row.input).entries()) {
      const role: RoleName = ['/cohort', '/match'].includes(command) ? 'programme' : 'mentee';
      for (const rest of oneOfEach(turn)) {
        const line = `${command} ${word} ${rest}`;
        expect([line, await fault(() => stage.command(role, line))]).toEqual([line, null]);
      }
    }
    for (const line of HOSTILE) expect([line, await fault(() => stage.command('mentee', line))]).toEqual([line, null]);
  });

  it('as what a platform tells of a stranger', async () => {
    const told = { name: 'Nils Ny', email: 'nils@example.org', locale: 'sv', timeZone: 'Europe/Stockholm' };
    for (const field of Object.keys(told)) {
      for (const value of HOSTILE) {
        const wrong = await fault(() => stage.act('newcomer', 'home.show', {}, { profile: { ...told, [field]: value } }));
        expect([field, value, wrong]).toEqual([field, value, null]);
      }
    }
  });
});

describe('random input', () => {
  it('of any shape, into any action, from anybody', async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(...HOSTILE),
      fc.double(),
      fc.anything({ maxDepth: 2 }),
    );
    const attempt = fc.record({ row: fc.constantFrom(...POLICY), role: fc.constantFrom(...ROLES), noise: fc.dictionary(fc.string({ maxLength: 8 }), value) });
    const mixed = attempt.chain(({ row, role, noise }) => {
      const known = row.input(stage.things);
      // Some fields stay as they are, so that the rules behind the form are reached too.
      const field = (name: string) => fc.oneof({ arbitrary: fc.constant(known[name]), weight: 2 }, { arbitrary: value, weight: 1 });
      return fc.record(Object.fromEntries(fieldsOf(row).map((name) => [name, field(name)]))).map((fields) => ({ row, role, input: { ...noise, ...fields } }));
    });
    await fc.assert(
      fc.asyncProperty(mixed, async ({ row, role, input }) => {
        expect(await fault(() => stage.act(role, row.action, input))).toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});

describe('what was kept of it', () => {
  let kept: Stage;
  beforeAll(async () => {
    kept = await createStage({ log, before: fill });
  });
  afterAll(() => kept.close());

  it('is shown on every page to everybody who may see it', async () => {
    const pages = POLICY.filter((row) => ACTIONS.get(row.action)?.look);
    for (const row of pages) {
      for (const role of row.finds ?? row.may) {
        const reply = await kept.act(role, row.action, row.input(kept.things));
        expect([nameOf(row), role, reply.kind]).toEqual([nameOf(row), role, 'done']);
      }
    }
  });

  it('is in the lists, and has been told to those whom it concerns', async () => {
    const people = kept.words(await kept.act('programme', 'programme.people', { cohort: kept.things.cohort }));
    const status = kept.words(await kept.act('programme', 'matching.status', { cohort: kept.things.cohort }));
    for (const page of [people, status]) {
      expect(page).toContain('<script>alert(1)</script>');
      expect(page).not.toMatch(/[\0\u202e]/);
    }
    const messages = await kept.world.store.prisma.message.groupBy({ by: ['template', 'state'], _count: true });
    expect(messages.map(({ template, state }) => `${template} ${state}`)).toEqual(expect.arrayContaining(['matching.askMentee sent', 'goals.shared sent']));
  });
});

/** A newcomer, a goal and a cohort for each string, a plan that is published, and all messages delivered. */
async function fill(on: Stage): Promise<void> {
  const { world, things } = on;
  for (const [index, text] of HOSTILE.entries()) {
    const caller = { platform: 'web', externalId: `hostile-${index}`, profile: { name: text, email: `hostile-${index}@example.org` } };
    const send = (action: string, input: Record<string, unknown>) => world.dispatch({ tenantId: world.tenantId, caller, eventId: randomUUID(), action, input });
    await send('orientation.begin', { cohort: things.cohort });
    const [latest] = await world.tx((tx) => tx.participations.find({ cohortId: things.cohort }, { descending: true, limit: 1 }));
    const short = text.slice(0, 60);
    const participation = latest?.id;
    await send('orientation.about', { participation, role: index % 3 === 0 ? 'mentor' : 'mentee', experience: short, employer: short, title: short });
    await send('orientation.wants', { participation, help: ['goals'], topics: short, challenges: short, interests: short });
    await send('orientation.partner', { participation, languages: ['en'], ideal: short, wishes: short, slots: ['mon-am'], capacity: index % 3 === 0 ? 2 : '' });
    await send('orientation.submit', { participation });
    const goal = { title: short, specific: short, measurable: short, achievable: short, relevant: short, dueOn: '', visibility: things.pair };
    await on.act('mentee', 'goals.save', goal);
    await on.act('mentee', 'goals.note', { goal: things.sharedGoal, progress: 50, text: short });
    await on.act('programme', 'programme.create', { programme: things.programme, name: short, startsOn: '2027-01-10', endsOn: '2027-10-01', target: 20 });
    await on.act('programme', 'programme.setChannel', { cohort: things.cohort, platform: 'web', conversation: short });
  }
  await on.act('mentee', 'goals.share', { goal: things.privateGoal, visibility: things.pair });
  const pool = await world.tx(async (tx) => {
    const cohort = await tx.cohorts.get(things.cohort);
    return cohort && poolOf(tx, cohort);
  });
  if (!pool) throw new Error('no cohort');
  const published = await on.act('programme', 'matching.publish', { cohort: things.cohort, seen: planOf(snapshotOf(pool)).seen, mode: 'gentle' });
  expect(published.kind).toBe('done');
  await world.deliver();
}
