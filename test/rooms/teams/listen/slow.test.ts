// Answers that take longer than Teams likes to wait: a word stands in for them after two seconds, and they come in the
// person's own chat, with all that was typed.

import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../support/teams/person.ts';
import { createsCohort, openScene, type Scene, until } from './scene.ts';

const WAIT = 'This takes a moment. The answer comes in this chat.';

let scene: Scene;
const people = new Map<string, Person>();

beforeAll(async () => {
  scene = await openScene({
    people: [
      { name: 'anna', realName: 'Anna Lind' },
      ...['writer', 'presser', 'opener', 'sender', 'loser'].map((name) => ({ name, realName: `Person ${name}` })),
    ],
    channels: ['mentoring'],
  });
  for (const name of ['anna', 'writer', 'presser', 'opener', 'sender', 'loser']) people.set(name, scene.teams.person(name));
  await who('anna').installs({});
  await createsCohort(who('anna'), 'Spring');
  for (const person of people.values()) await person.types('home');
  await who('presser').types('goal');
  for (const name of ['sender', 'loser']) await who(name).chooses('goal-new');
  who('sender').fills({ title: 'Hold a talk' });
  who('loser').fills({ title: 'Learn to wait', dueOn: '2020-01-01' });
});
afterAll(() => scene.close());

function who(name: string): Person {
  const person = people.get(name);
  if (!person) throw new Error(`nobody is called ${name}`);
  return person;
}

/** Nobody is found, or found out about, until they are let go. */
async function peopleHeld(): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: scene.databaseUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE "Person" IN ACCESS EXCLUSIVE MODE');
  return () => client.end();
}

describe('an answer that takes long', () => {
  it('is announced in time, and comes in the chat', async () => {
    const before = new Map([...people].map(([name, person]) => [name, person.sees().messages.length]));
    const letGo = await peopleHeld();
    try {
      await Promise.all([
        who('writer').types('help'),
        who('presser').presses('Set your first goal'),
        who('opener').chooses('goal-new'),
        who('sender').submits(),
        who('loser').submits(),
      ]);
      for (const name of ['presser', 'opener', 'sender', 'loser']) expect([name, who(name).notice?.words]).toEqual([name, WAIT]);
      expect(new Map([...people].map(([name, person]) => [name, person.sees().messages.length]))).toEqual(before);
    } finally {
      await letGo();
    }
    const hears = (name: string, words: string) => until(() => who(name).sees().messages.at(-1)?.includes(words) ?? false);
    await hears('writer', '/mentor join');
    await hears('presser', 'What do you want?');
    await hears('opener', 'What do you want?');
    await hears('sender', 'Hold a talk');
    await hears('loser', 'Learn to wait');
    expect((await scene.rows('SELECT count(*)::int AS "count" FROM "Goal"'))[0]).toEqual({ count: 1 });
  });

  it('that was a form with a fault can be mended and sent where it came', async () => {
    const loser = who('loser');
    loser.closes();
    expect(loser.sees().messages.at(-1)).toContain('⚠');
    loser.fills({ dueOn: '2027-01-01' });
    await loser.presses('Save');
    await until(() => (loser.sees().messages.at(-1) ?? '').includes('Learn to wait') && !(loser.sees().messages.at(-1) ?? '').includes('⚠'));
    expect((await scene.rows('SELECT count(*)::int AS "count" FROM "Goal"'))[0]).toEqual({ count: 2 });
    expect(scene.house.faults).toEqual([]);
    expect(scene.teams.refusals).toEqual([]);
  });
});
