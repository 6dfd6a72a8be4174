// Two coordinators at the same moment, on real PostgreSQL: one wins, the other is told how things stand.

import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { databaseOn } from '../../support/postgres.ts';
import { createWorld, type World } from '../../support/world.ts';
import { begun, coordinator, yearOf } from './coordinating.ts';

const ROUNDS = 5;

let database: Database;
let world: World;
let anna: Person;
let bo: Person;

beforeAll(async () => {
  database = await openDatabase({ url: await databaseOn(inject('postgresUrl')) });
});
beforeEach(async () => {
  world = await createWorld({ database });
  anna = await coordinator(world);
  bo = await coordinator(world, 'Bo');
});
afterAll(() => database.close());

/** The one who won first. */
async function atOnce(...work: readonly (() => Promise<Reply>)[]): Promise<readonly [Reply, Reply]> {
  const [one, two] = (await Promise.all(work.map((each) => each()))).toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
  if (!one || !two) throw new Error('two are needed');
  return [one, two];
}

async function again(): Promise<void> {
  await world.tx(async (tx) => {
    for (const year of await tx.years.find({})) tx.years.remove(year.id);
    for (const one of await tx.gatherings.find({})) tx.gatherings.remove(one.id);
  });
}

describe('at the same moment', () => {
  it('two who begin a calendar begin one', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [won, late] = await atOnce(
        () => begun(world, anna, 'september', 2026),
        () => begun(world, bo, 'january', 2027),
      );
      expect([won.kind, late.kind]).toEqual(['done', 'refused']);
      expect(world.words(late)).toContain('This cohort has a calendar already.');
      await again();
    }
  });

  it('two who publish publish once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await begun(world, anna);
      const publish = async (person: Person) => world.click(person, await world.act(person, 'year.show', { cohort: world.cohort.id }), 'year.publish');
      const [annas, bos] = [await publish(anna), await publish(bo)];
      const [won, late] = await atOnce(
        () => world.click(anna, annas, 'year.publish'),
        () => world.click(bo, bos, 'year.publish'),
      );
      expect([won.kind, late.kind]).toEqual(['done', 'refused']);
      expect(world.words(late)).toContain('It is published already.');
      expect(await world.tx((tx) => tx.gatherings.count({}))).toBe(8);
      await again();
    }
  });

  it('what one publishes the other does not drop, or there is nothing left to publish', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await begun(world, anna);
      const page = await world.act(bo, 'year.show', { cohort: world.cohort.id });
      const asked = await world.click(anna, await world.act(anna, 'year.show', { cohort: world.cohort.id }), 'year.publish');
      const replies = await atOnce(
        () => world.click(anna, asked, 'year.publish'),
        () => world.click(bo, page, 'year.drop'),
      );
      expect(replies.map((reply) => reply.kind)).toEqual(['done', 'refused']);
      const state = (await yearOf(world))?.state ?? 'dropped';
      expect(['published', 'dropped']).toContain(state);
      expect(await world.tx((tx) => tx.gatherings.count({}))).toBe(state === 'published' ? 8 : 0);
      await again();
    }
  });

  it('two moves of one date: the second is decided anew', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await begun(world, anna);
      const form = (person: Person) => world.act(person, 'year.moveForm', { cohort: world.cohort.id, milestone: 'mid-gathering' });
      const [annas, bos] = [await form(anna), await form(bo)];
      const [won, late] = await atOnce(
        () => world.submit(anna, annas, { from: '2027-01-21', reason: 'The hall' }),
        () => world.submit(bo, bos, { from: '2027-01-20', reason: 'The guest' }),
      );
      expect([won.kind, late.kind]).toEqual(['done', 'refused']);
      expect((await yearOf(world))?.shifts).toHaveLength(1);
      await again();
    }
  });
});
