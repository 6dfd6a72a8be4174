// Whatever is typed into a field of the room: an answer or a kind refusal, never a fault, and nothing half done.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { createWorld, type World } from '../../support/world.ts';

let database: Database;
let world: World;
let anna: Person;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
  world = await createWorld({ database });
  anna = await world.person('Anna');
  await world.grant(anna, 'programme');
});
afterAll(() => database.close());

const dates = { startsOn: '2027-01-01', endsOn: '2027-12-01', target: 20 };
const fields: readonly (readonly [string, (text: string) => Record<string, unknown>])[] = [
  ['programme.show', (name) => ({ name })],
  ['programme.new', (name) => ({ name })],
  ['programme.create', (name) => ({ name, ...dates })],
  ['programme.create', (startsOn) => ({ name: 'x', ...dates, startsOn })],
  ['programme.create', (target) => ({ name: 'y', ...dates, target })],
  ['programme.setChannel', (conversation) => ({ platform: 'web', conversation })],
  ['programme.setChannel', (platform) => ({ platform, conversation: 'x' })],
  ['programme.importRows', (csv) => ({ csv })],
  ['programme.importRows', (name) => ({ csv: `name,email,role\n"${name.replaceAll('"', '""')}",p${HOSTILE.indexOf(name)}@example.org,mentor` })],
  ['programme.importRows', (next) => ({ csv: 'name,email,role\n,x,y', next })],
  ['programme.grant', (role) => ({ person: anna.id, role })],
];

describe('what is typed', () => {
  it.each(fields)('into %s', async (action, input) => {
    for (const text of HOSTILE) {
      const about = { cohort: world.cohort.id, programme: world.programme.id };
      const reply = await world.act(anna, action, { ...about, ...input(text) });
      expect(world.words(reply), JSON.stringify(text)).not.toContain('Something went wrong');
    }
  });

  it('comes out again in every list without a fault', async () => {
    for (const line of ['/cohort', '/cohort show autumn', '/cohort people autumn', '/cohort export autumn', '/cohort coordinators']) {
      expect((await world.command(anna, line)).kind, line).toBe('done');
    }
  });
});
