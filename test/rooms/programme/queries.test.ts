// No action of the room asks the storage more than six times, and none asks more often the more people there are.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { createWorld, type World } from '../../support/world.ts';

let asked: string[] = [];
let database: Database;
let world: World;
let anna: Person;

beforeAll(async () => {
  database = await openDatabase({ memory: true }, (sql) => void (/^\s*(BEGIN|COMMIT|ROLLBACK|--)/i.test(sql) ? 0 : asked.push(sql)));
  world = await createWorld({ database });
  anna = await world.person('Anna');
  await world.grant(anna, 'programme');
  for (let index = 0; index < 30; index++) {
    const person = await world.person(`P${index}`, { email: `p${index}@example.org` });
    if (index < 10) await world.join(person, index < 5 ? 'mentee' : 'mentor');
    if (index >= 27) await world.grant(person, 'programme');
  }
  await world.tx(async (tx) => {
    const people = await tx.participations.find({});
    for (const one of people.slice(0, 2)) tx.participations.put({ ...one, state: 'draft' });
  });
});
afterAll(() => database.close());

async function queriesOf(work: () => Promise<Reply>): Promise<number> {
  asked = [];
  expect((await work()).kind).toBe('done');
  return asked.length;
}

function rows(from: number, count: number): string {
  const lines = Array.from({ length: count }, (_, index) => `P${from + index},p${from + index}@example.org,mentor`);
  return ['name,email,role', ...lines].join('\n');
}

describe('the queries of an action', () => {
  it.each([
    ['programme.list', {}],
    ['programme.show', {}],
    ['programme.people', {}],
    ['programme.export', {}],
    ['programme.new', {}],
    ['programme.create', { name: 'Spring', startsOn: '2027-01-01', endsOn: '2027-12-01', target: 20 }],
    ['programme.close', {}],
    ['programme.open', {}],
    ['programme.channel', {}],
    ['programme.setChannel', { platform: 'web', conversation: 'general' }],
    ['programme.import', {}],
    ['programme.coordinators', {}],
    ['programme.coordinator', {}],
    ['programme.grant', { role: 'matching' }],
  ])('%s: at most six', async (action, input) => {
    const [bo] = await world.tx((tx) => tx.people.find({ name: 'P20' }));
    const about = { cohort: world.cohort.id, programme: world.programme.id, person: bo?.id };
    const queries = await queriesOf(() => world.act(anna, action, { ...about, ...input }));
    expect(queries).toBeGreaterThan(0);
    expect(queries).toBeLessThanOrEqual(6);
  });

  it('programme.revoke: at most six', async () => {
    const [last] = await world.tx((tx) => tx.grants.find({ role: 'programme' }, { descending: true, limit: 1 }));
    expect(await queriesOf(() => world.act(anna, 'programme.revoke', { grant: last?.id }))).toBeLessThanOrEqual(6);
  });

  it('programme.importRows: as many for 500 rows as for one, and at most six (E8.5)', async () => {
    const send = (csv: string) => queriesOf(() => world.act(anna, 'programme.importRows', { cohort: world.cohort.id, csv }));
    const one = await send(rows(20, 1));
    const many = await send(rows(21, 500));
    expect(many).toBe(one);
    expect(one).toBeLessThanOrEqual(6);
    expect(await world.tx((tx) => tx.participations.count({}))).toBe(511);
  });
});
