// How often the actions of matching ask the storage: never more often for more people.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { createWorld } from '../../support/world.ts';

let asked: string[] = [];
let database: Database;

beforeAll(async () => {
  database = await openDatabase({ memory: true }, (sql) => void (/^\s*(BEGIN|COMMIT|ROLLBACK|--)/i.test(sql) ? 0 : asked.push(sql)));
});
afterAll(() => database.close());

async function worldOf(pairs: number) {
  const world = await createWorld({ database });
  const anna = await world.person('Anna');
  await world.grant(anna, 'programme');
  const [bo, mia] = [await world.person('Bo'), await world.person('Mia')];
  await world.join(bo, 'mentee');
  await world.join(mia, 'mentor', { capacity: 2 });
  for (let index = 1; index < pairs; index++) {
    await world.join(await world.person(`E${index}`), 'mentee');
    await world.join(await world.person(`M${index}`), 'mentor');
  }
  await world.tx(async (tx) => {
    const [mentee] = await tx.participations.find({ personId: bo.id });
    const [mentor] = await tx.participations.find({ personId: mia.id });
    if (mentee && mentor) {
      const rule = { id: world.ids.next(), cohortId: world.cohort.id, menteeId: mentee.id, mentorId: mentor.id, kind: 'lock', createdBy: anna.id } as const;
      tx.rules.put({ ...rule, createdAt: world.clock.now() });
    }
  });
  return { world, anna, bo, mia };
}

async function count(work: () => Promise<Reply>): Promise<number> {
  asked = [];
  expect((await work()).kind).toBe('done');
  return asked.length;
}

/** The whole way of one cohort, with the queries of each step. */
async function story(pairs: number): Promise<Record<string, number>> {
  const { world, anna, bo, mia } = await worldOf(pairs);
  const steps: Record<string, number> = {};
  let preview: Reply | undefined;
  steps['preview'] = await count(async () => (preview = await world.command(anna, '/match preview')));
  const seen = preview;
  if (!seen) throw new Error('no preview');
  steps['pair'] = await count(() => world.click(anna, seen, 'matching.pair'));
  steps['publish'] = await count(() => world.click(anna, seen, 'matching.publish'));
  await world.deliver();
  steps['status'] = await count(() => world.command(anna, '/match status'));
  steps['lock'] = await count(() => world.command(anna, '/match lock Bo, Mia'));
  const inbox = (person: typeof bo) => {
    const last = world.inbox(person).at(-1);
    if (!last) throw new Error('nothing delivered');
    return last;
  };
  steps['menteeYes'] = await count(() => world.click(bo, inbox(bo), 'matching.menteeYes'));
  await world.deliver();
  steps['mentorYes'] = await count(() => world.click(mia, inbox(mia), 'matching.mentorYes'));
  await database.prisma.timer.deleteMany();
  await database.prisma.message.deleteMany();
  return steps;
}

describe('queries', () => {
  it('do not grow with the number of people', async () => {
    const few = await story(2);
    expect(await story(30)).toEqual(few);
    // The plan reads a whole cohort: people, profiles, rules, proposals, pairs, settings, and what was looked at last.
    const most = { preview: 11, pair: 10, publish: 12, status: 6, lock: 6, menteeYes: 6, mentorYes: 6 };
    expect(Object.keys(few)).toEqual(Object.keys(most));
    for (const [step, limit] of Object.entries(most)) expect(few[step], step).toBeLessThanOrEqual(limit);
  });
});
