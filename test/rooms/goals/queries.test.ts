// How often goals ask the database: a few times, however many mentees and goals there are.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Participation } from '../../../src/mentoring/orientation/participation.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { openDatabase } from '../../../src/runtime/store/database.ts';
import { createWorld, type World } from '../../support/world.ts';

const MOST = 6;

let world: World;
let anna: Person;
let mentor: Participation;
let mentee: Person;
let pairId: string;
let heard: string[] = [];

beforeAll(async () => {
  const database = await openDatabase({ memory: true }, (sql) => void heard.push(sql));
  world = await createWorld({ database });
  anna = await world.person('Anna Lind');
  mentor = await world.join(anna, 'mentor', { capacity: 20 });
});
afterAll(() => world.close());

async function addMentees(many: number): Promise<void> {
  for (let n = 0; n < many; n++) {
    mentee = await world.person(`Mentee ${n}`);
    pairId = (await world.pair(await world.join(mentee, 'mentee'), mentor)).id;
    await world.act(mentee, 'goals.save', { title: 'Hold a talk', visibility: pairId });
  }
}

async function queries(work: () => Promise<unknown>): Promise<number> {
  heard = [];
  await work();
  return heard.filter((sql) => !/^(BEGIN|COMMIT|ROLLBACK|--)/i.test(sql)).length;
}

async function everyAction(): Promise<Record<string, number>> {
  const [goal] = await world.tx((tx) => tx.goals.find({ personId: mentee.id }));
  const about = { goal: goal?.id ?? '' };
  const one = async (person: Person, name: string, input: Record<string, unknown> = about) =>
    [name, await queries(() => world.act(person, name, input))] as const;
  const seen = [await one(anna, 'goals.list', {}), await one(anna, 'goals.mentees', {}), await one(anna, 'goals.look'), await one(mentee, 'goals.new', {})];
  const pick = await one(mentee, 'goals.pick', { to: 'progress' });
  const own = [];
  for (const name of ['edit', 'progress', 'review', 'helped', 'done', 'thank', 'reopen', 'drop', 'reopen'])
    own.push(await one(mentee, `goals.${name}`, { ...about, text: 'luck' }));
  const changes = [
    await one(mentee, 'goals.note', { ...about, progress: 50 }),
    await one(mentee, 'goals.share', { ...about, visibility: 'private' }),
    await one(mentee, 'goals.save', { ...about, title: 'Hold two talks', visibility: pairId }),
  ];
  return Object.fromEntries([...seen, pick, ...own, ...changes]);
}

it('asks at most six things for any action, and no more for fifteen mentees than for one', async () => {
  await addMentees(1);
  const few = await everyAction();
  await addMentees(14);
  const many = await everyAction();
  expect(Object.keys(few)).toHaveLength(16);
  expect(Object.entries(few).filter(([, count]) => count > MOST || count < 2)).toEqual([]);
  expect(many).toEqual(few);
});
