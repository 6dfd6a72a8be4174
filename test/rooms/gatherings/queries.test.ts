// How often the storage is asked: never more because more people are invited.

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { DUE_RULES } from '../../../src/mentoring/table.ts';
import { openDatabase } from '../../../src/runtime/store/database.ts';
import { createWorld, type World } from '../../support/world.ts';
import { at, gatheringsIn, kickoffPlan, pairIn, publish, shift } from './season.ts';

let world: World;
let queries: string[] = [];
beforeEach(async () => {
  const database = await openDatabase({ memory: true }, (sql) => void (/^(-- Implicit|BEGIN|COMMIT|ROLLBACK|SET|SAVEPOINT)/i.test(sql) || queries.push(sql)));
  world = await createWorld({ database });
});
afterEach(() => world.close());

async function counted(work: () => Promise<unknown>): Promise<number> {
  queries = [];
  await work();
  return queries.length;
}

it('inviting, reminding, moving, thanking and answering take as many queries for forty pairs as for two', async () => {
  const cost = async (pairs: number, name: string) => {
    world.clock.set(at('2026-08-20'));
    const cohort = { ...world.cohort, id: world.ids.next(), name };
    await world.tx(async (tx) => tx.cohorts.put(cohort));
    const mentees: Person[] = [];
    for (let n = 0; n < pairs; n++) {
      const mentee = await world.person(`${name} ${n}`);
      mentees.push(mentee);
      await pairIn(world, cohort, mentee, await world.person(`${name} mentor ${n}`));
    }
    const plan = kickoffPlan({ capacity: 1 }, 2);
    const made = await counted(() => publish(world, cohort, { plan }));
    const run = async (day: string) => {
      world.clock.set(at(day));
      const due = (await gatheringsIn(world, cohort)).map((one) => ({ subject: one.id, dueAt: world.clock.now() }));
      return counted(() => world.tx(async (tx) => DUE_RULES.get('gatherings.due')?.run({ tx, now: world.clock.now(), ids: world.ids }, due)));
    };
    const invited = await run('2026-08-27');
    const rows = await world.tx(async (tx) => tx.invitations.find({ personId: mentees.map((one) => one.id) }));
    const answer = async (index: number, what: string) => {
      const own = rows.filter((row) => row.personId === mentees[index]?.id).map((row) => row.id);
      return world.act(mentees[index] as Person, 'gatherings.answer', { invitations: own.join(','), answer: what });
    };
    const answered = await counted(() => answer(0, 'yes'));
    await answer(1, 'yes');
    const freed = await counted(() => answer(0, 'no'));
    const reminded = await run('2026-09-17');
    const moved = await counted(() => publish(world, cohort, { shifts: [shift('kickoff', '2026-10-01')] }));
    const thanked = await run('2026-10-02');
    // What is over stands in nobody's way.
    await world.tx(async (tx) => {
      for (const one of await tx.gatherings.find({ cohortId: cohort.id })) {
        for (const row of await tx.invitations.find({ gatheringId: one.id })) tx.invitations.remove(row.id);
      }
    });
    await world.tx(async (tx) => {
      for (const one of await tx.gatherings.find({ cohortId: cohort.id })) tx.gatherings.remove(one.id);
    });
    return { made, invited, answered, freed, reminded, moved, thanked };
  };
  const few = await cost(2, 'few');
  const many = await cost(40, 'many');
  expect(many).toEqual(few);
  console.log(`gatherings: queries ${JSON.stringify(many)}`);
  for (const [name, count] of Object.entries(many)) expect(count, name).toBeLessThanOrEqual(16);
});
