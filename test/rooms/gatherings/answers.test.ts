// Coming or not: one tap, a choice of parts, places and a waiting line; on both databases, where two may press at once.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/person.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { DATABASES } from '../../support/databases.ts';
import { buttonsOf, createWorld, formOf, type World } from '../../support/world.ts';
import { answersOf, at, diary, gathering, kickoffPlan, last, pairIn, publish, told, until } from './season.ts';

const ROUNDS = 10;

describe.each(DATABASES)('answers on $name', ({ name, open }) => {
  let database: Database;
  let world: World;
  let people: Person[];
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(begin);

  async function begin(): Promise<void> {
    await database.prisma.$executeRawUnsafe('TRUNCATE "Timer", "Message"');
    world = await createWorld({ database });
    world.clock.set(at('2026-08-20'));
    people = [];
    for (const one of ['Bo', 'Cia', 'Dan', 'Eva']) people.push(await world.person(one));
    const [bo, cia, dan, eva] = people as [Person, Person, Person, Person];
    await pairIn(world, world.cohort, bo, cia);
    await pairIn(world, world.cohort, dan, eva);
  }

  const invite = async (capacity: number | null, parts = 1) => {
    await publish(world, world.cohort, { plan: kickoffPlan({ capacity }, parts) });
    await until(world, '2026-08-27');
  };
  const person = (index: number) => people[index] as Person;
  const yes = (index: number) => world.click(person(index), last(world, person(index)), 'gatherings.answer');
  const no = (index: number) => world.click(person(index), last(world, person(index)), 'gatherings.answer', {}, (button) => /can’t/.test(button.label));
  const answers = async (part?: string) => {
    const found = await answersOf(world, await gathering(world, world.cohort, 'kickoff', part));
    return people.map((one) => found[one.id]);
  };

  it('a yes shows in the message, can be taken back, and changed again', async () => {
    await invite(null);
    expect(buttonsOf(last(world, person(0))).map((button) => button.label)).toEqual(['I’ll be there', 'I can’t']);
    await yes(0);
    expect(last(world, person(0)).text).toContain('You have said that you are coming');
    await no(0);
    expect(last(world, person(0)).text).toContain('quite all right');
    expect(await answers()).toEqual(['no', 'open', 'open', 'open']);
    await yes(0);
    expect(await answers()).toEqual(['yes', 'open', 'open', 'open']);
  });

  it('more than the places wait in line; a no gives the place to the first, who is told', async () => {
    await invite(2);
    for (const index of [0, 1, 2, 3]) {
      world.clock.set(at('2026-08-27', `12:0${index}`));
      await yes(index);
    }
    expect(await answers()).toEqual(['yes', 'yes', 'waiting', 'waiting']);
    expect(last(world, person(3)).text).toContain('number 2');
    await no(0);
    await world.deliver();
    expect(await answers()).toEqual(['no', 'yes', 'yes', 'waiting']);
    expect(last(world, person(2)).text).toContain('A place has come free for the kick-off');
    expect(told(world, person(3)).at(-1)?.text).toContain('number 1');
    expect(diary(world, person(3))).toEqual(['2026-08-27 09:00 invited']);
  });

  it('a waiting person is not reminded; one who has left holds no place', async () => {
    await invite(1);
    await yes(0);
    await yes(1);
    await world.tx(async (tx) => {
      const bo = await tx.people.get(person(0).id);
      if (bo) tx.people.put({ ...bo, leftAt: world.clock.now() });
    });
    await until(world, '2026-08-28');
    expect(await answers()).toEqual(['no', 'yes', 'open', 'open']);
    expect(diary(world, person(1)).at(-1)).toBe('2026-08-28 09:00 freed');
  });

  it('one of two parts can be chosen', async () => {
    await invite(null, 2);
    const form = await world.click(person(0), last(world, person(0)), 'gatherings.choose');
    const [first] = formOf(form).inputs;
    const options = first?.input === 'choices' ? first.options : [];
    expect(options.map((option) => option.label)).toEqual(['Kick-off, main part, 1:00 pm–3:00 pm', 'Kick-off, seminar, 3:15 pm–4:30 pm']);
    await world.submit(person(0), form, { parts: [options[1]?.value] });
    await world.deliver();
    expect([await answers('day'), await answers('seminar')].map(([mine]) => mine)).toEqual(['no', 'yes']);
    expect(last(world, person(0)).text).toMatch(/Kick-off, main part: you are not coming.*Kick-off, seminar: you are coming/s);
  });

  it('belongs to whoever is invited: another’s is nobody else’s to answer', async () => {
    await invite(null);
    const one = await gathering(world, world.cohort, 'kickoff');
    const [row] = await world.tx((tx) => tx.invitations.find({ gatheringId: one.id, personId: person(0).id }));
    const input = { invitations: row?.id ?? '', answer: 'yes' };
    for (const index of [1, 2, 3]) expect((await world.act(person(index), 'gatherings.answer', input)).kind).toBe('refused');
    expect((await world.act(person(1), 'gatherings.choice', { ...input, parts: [row?.id] })).kind).toBe('refused');
    expect(await answers()).toEqual(['open', 'open', 'open', 'open']);
  });

  it('is over once it has begun', async () => {
    await invite(null);
    const invitation = last(world, person(0));
    world.clock.set(at('2026-09-24', '11:30'));
    const reply = await world.click(person(0), invitation, 'gatherings.answer');
    expect(reply.kind).toBe('refused');
    expect(world.words(reply)).toContain('nothing left to change');
  });

  it(`never one too many, ${name === 'PGlite' ? 'one by one' : 'though all press at once'}`, async () => {
    for (let round = 0; round < (name === 'PGlite' ? 1 : ROUNDS); round++) {
      if (round > 0) await begin();
      await invite(2);
      await Promise.all([0, 1, 2, 3].map(yes));
      const after = await answers();
      expect(after.filter((one) => one === 'yes')).toHaveLength(2);
      expect(after.filter((one) => one === 'waiting')).toHaveLength(2);
      await Promise.all(after.flatMap((one, index) => (one === 'yes' ? [no(index)] : [])));
      expect((await answers()).toSorted()).toEqual(['no', 'no', 'yes', 'yes']);
    }
  });
});
