// Peer circles from the coordinator's look to the moment when those who said yes see each other.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { DAY } from '../../../src/time.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
let anna: Person;
const mentees: Person[] = [];

beforeAll(async () => {
  world = await createWorld();
  anna = await world.person('Anna Lind');
  await world.grant(anna, 'matching');
  for (const name of ['Bo Ek', 'Cleo Alm', 'Disa Berg', 'Elin Dahl', 'Fia Falk', 'Gun Gren', 'Hans Holm', 'Ivar Ivarsson']) {
    const person = await world.person(name);
    await world.join(person, 'mentee', { profile: { help: ['goals', 'communication'] } });
    mentees.push(person);
  }
  await world.join(await world.person('Maria Mentor'), 'mentor');
});
afterAll(() => world.close());

const last = (person: Person) => world.inbox(person).at(-1);
const text = (person: Person) => last(person)?.text ?? '';

describe('peer circles', () => {
  it('are proposed to a coordinator before anybody hears of them (E9.7)', async () => {
    const page = await world.command(anna, '/match circles');
    expect(world.words(page)).toContain('2 circles for 8 people. Nobody has been asked yet.');
    expect(world.words(page)).not.toContain('Maria Mentor');
    const smaller = await world.click(anna, page, 'circles.sized');
    expect(world.words(smaller)).toContain('Nobody has been asked yet.');
    await world.deliver();
    expect(mentees.flatMap((person) => world.inbox(person))).toEqual([]);
  });

  it('asks each without a name, and names only those who said yes to each other', async () => {
    const asked = await world.click(anna, await world.command(anna, '/match circles'), 'circles.ask');
    expect(world.words(asked)).toContain('8 people have been asked');
    await world.deliver();
    for (const person of mentees) {
      expect(text(person)).toContain('What you have in common: ');
      for (const other of mentees) expect(text(person)).not.toContain(other.name);
    }
    const circles = await world.tx((tx) => tx.circles.find({}));
    const people = new Map((await world.tx((tx) => tx.participations.find({}))).map((one) => [one.id, mentees.find(({ id }) => id === one.personId)]));
    const groups = circles.map(({ members }) => members.map(({ participationId }) => people.get(participationId)).filter((one) => one !== undefined));
    const [first = [], second = []] = groups;

    // Three of the first circle say yes, one no: they are a circle at once.
    for (const [index, person] of first.entries()) {
      const question = last(person);
      if (question) await world.click(person, question, 'circles.answer', {}, (button) => button.label.includes(index === 3 ? 'No' : 'Yes'));
    }
    await world.deliver();
    const [one, two, three, four] = first;
    expect(text(one as Person)).toContain('Your circle is here');
    expect(text(one as Person)).toContain((two as Person).name);
    expect(text(one as Person)).toContain((three as Person).name);
    expect(text(one as Person)).not.toContain((four as Person).name);
    expect(text(four as Person)).not.toContain('Your circle is here');
    expect(world.words(await world.act(one as Person, 'home.show'))).toContain('Your circle: ');

    // Of the second only one answers: when the time is up it is told kindly, and to that one alone.
    const [alone, ...silent] = second;
    const question = last(alone as Person);
    if (question) await world.click(alone as Person, question, 'circles.answer', {}, (button) => button.label.includes('Yes'));
    await world.advance(9 * DAY);
    expect((await world.tx((tx) => tx.circles.find({}))).map(({ state }) => state).sort()).toEqual(['closed', 'formed']);
    expect(text(alone as Person)).toContain('Too few could join your circle this time');
    for (const person of silent) expect(text(person)).not.toContain('Too few');
  });

  it('asks nobody again who is in one', async () => {
    const page = world.words(await world.command(anna, '/match circles'));
    expect(page).toContain('1 circle has come about.');
    const [formed] = await world.tx((tx) => tx.circles.find({ state: 'formed' }));
    const inIt = await world.tx((tx) =>
      tx.participations.all((formed?.members ?? []).filter(({ answer }) => answer === 'yes').map((one) => one.participationId)),
    );
    for (const { personId } of inIt) expect(page).not.toContain(mentees.find(({ id }) => id === personId)?.name);
  });

  it('lets whoever leaves go, without a word about why', async () => {
    await world.click(anna, await world.command(anna, '/match circles'), 'circles.ask');
    const [circle] = await world.tx((tx) => tx.circles.find({ state: 'asked' }));
    const [leaving] = circle?.members ?? [];
    const member = await world.tx((tx) => tx.participations.get(leaving?.participationId ?? ''));
    await world.act(mentees.find(({ id }) => id === member?.personId) as Person, 'orientation.withdraw', { participation: member?.id });
    const after = await world.tx((tx) => tx.circles.get(circle?.id ?? ''));
    expect(after?.members.find(({ participationId }) => participationId === member?.id)?.answer).toBe('no');
  });
});
