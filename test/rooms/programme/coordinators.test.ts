// Coordinators name and remove each other, and one of them always stays in charge (E8.2).

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { coordinatorsOf, grantFirst } from '../../../src/mentoring/programme/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { buttonsOf, createWorld, type World } from '../../support/world.ts';

// One database, a new organisation for each test.
let database: Database;
let world: World;
let anna: Person;
let bo: Person;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
beforeEach(async () => {
  world = await createWorld({ database });
  anna = await world.person('Anna Lind');
  bo = await world.person('Bo Ek', { language: 'es' });
  await world.grant(anna, 'programme');
});
afterAll(() => database.close());

async function roles(): Promise<string[]> {
  const grants = await world.tx((tx) => tx.grants.find({}));
  const names = new Map([anna, bo].map((person) => [person.id, person.name.split(' ')[0]]));
  return grants.map((grant) => `${names.get(grant.personId)} ${grant.role}`).sort();
}

async function give(by: Person, to: Person, role: string) {
  const form = await world.click(by, await world.command(by, '/cohort coordinators'), 'programme.coordinator');
  return world.submit(by, form, { person: to.id, role });
}

async function remove(by: Person, whom: Person) {
  const list = await world.command(by, '/cohort samordnare');
  return world.click(by, list, 'programme.revoke', {}, (button) => (button.hint ?? '').includes(whom.name));
}

describe('coordinators', () => {
  it('name each other, and the person is told in their own language', async () => {
    const reply = await give(anna, bo, 'matching');
    expect(world.words(reply)).toContain('Bo Ek – matching');
    expect(await roles()).toEqual(['Anna programme', 'Bo matching']);
    await world.deliver();
    const [told] = world.inbox(bo);
    expect(told?.text).toContain('Anna Lind te ha dado una función en Mentor Match: emparejamiento.');
    expect(world.inbox(anna)).toEqual([]);
  });

  it('replace a role by another, and an earlier message loses its button', async () => {
    await give(anna, bo, 'programme');
    await world.deliver();
    await give(anna, bo, 'read-only');
    expect(await roles()).toEqual(['Anna programme', 'Bo read-only']);
    await world.deliver();
    const [first, second] = world.inbox(bo);
    expect(first?.text).toContain('Ya no está vigente');
    expect(first && buttonsOf(first)).toEqual([]);
    expect(second && buttonsOf(second).map((button) => button.action)).toEqual(['programme.list']);
  });

  it('hear nothing of a role that was taken back before the message went', async () => {
    await give(anna, bo, 'matching');
    await give(anna, bo, 'read-only');
    await world.deliver();
    expect(world.inbox(bo).map((delivered) => delivered.text)).toEqual([expect.stringContaining('solo lectura')]);
  });

  it('hold safeguarding beside another role, but nobody gives it to themselves', async () => {
    await give(anna, bo, 'programme');
    await give(bo, anna, 'safeguarding');
    expect(await roles()).toEqual(['Anna programme', 'Anna safeguarding', 'Bo programme']);
    expect((await give(bo, bo, 'safeguarding')).fields).toHaveProperty('role');
    expect(await roles()).toHaveLength(3);
  });

  it('remove each other, and the person is told plainly', async () => {
    await give(anna, bo, 'matching');
    await world.deliver();
    const reply = await remove(anna, bo);
    expect(world.words(reply)).toContain('Bo Ek no longer has the role matching.');
    expect(await roles()).toEqual(['Anna programme']);
    await world.deliver();
    expect(world.inbox(bo).at(-1)?.text).toContain('Ya no tienes la función de emparejamiento en Mentor Match.');
    expect((await world.command(bo, '/cohort')).kind).toBe('refused');
  });

  it('keep the last programme coordinator: neither removed nor lowered', async () => {
    await give(anna, bo, 'matching');
    expect(world.words(await remove(anna, anna))).toContain('the last programme coordinator');
    expect((await give(anna, anna, 'read-only')).fields).toHaveProperty('role');
    expect(await roles()).toEqual(['Anna programme', 'Bo matching']);
  });

  it('leave one in charge when two remove each other at the same moment, every time', async () => {
    for (let round = 0; round < 10; round++) {
      await world.tx(async (tx) => {
        for (const grant of await tx.grants.find({})) tx.grants.remove(grant.id);
      });
      await world.grant(anna, 'programme');
      await world.grant(bo, 'programme');
      const replies = await Promise.all([remove(anna, bo), remove(bo, anna)]);
      expect(replies.map((reply) => reply.kind).sort()).toEqual(['done', 'refused']);
      expect(await roles()).toHaveLength(1);
    }
  });

  it('press an old button without harm', async () => {
    await give(anna, bo, 'matching');
    const list = await world.command(anna, '/cohort coordinators');
    const press = () => world.click(anna, list, 'programme.revoke', {}, (button) => (button.hint ?? '').includes(bo.name));
    expect((await press()).kind).toBe('done');
    expect((await press()).kind).toBe('refused');
    expect(await roles()).toEqual(['Anna programme']);
  });

  it('choose only people of the organisation', async () => {
    const form = await world.click(anna, await world.command(anna, '/cohort coordinators'), 'programme.coordinator');
    expect((await world.submit(anna, form, { person: 'nobody', role: 'matching' })).fields).toHaveProperty('person');
    expect((await world.submit(anna, form, { person: bo.id, role: 'boss' })).fields).toHaveProperty('role');
    expect(await roles()).toEqual(['Anna programme']);
  });

  it('are listed with nothing to press for those who may not change them', async () => {
    await world.grant(bo, 'read-only');
    const list = await world.command(bo, '/cohort coordinators');
    expect(world.words(list)).toContain('Anna Lind – coordinación del programa');
    expect(buttonsOf(list)).toEqual([]);
  });
});

describe('the first coordinator', () => {
  it('comes from the installation, once', async () => {
    await world.tx(async (tx) => {
      for (const grant of await tx.grants.find({})) tx.grants.remove(grant.id);
    });
    const first = (person: Person) => world.tx((tx) => grantFirst(tx, world.programme.id, person.id, world.clock.now(), world.ids));
    expect([await first(bo), await first(bo), await first(anna)]).toEqual([true, false, false]);
    expect(await roles()).toEqual(['Bo programme']);
    expect(await world.tx((tx) => coordinatorsOf(tx, world.programme.id, 'manage'))).toEqual([bo.id]);
  });
});
