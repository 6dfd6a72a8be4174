// What we understood of a profile, and the person's own word on what matters most (S4.18, S4.80).

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lengthOf } from '../../../src/bot/actions/fields.ts';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import type { Language } from '../../../src/bot/texts/language.ts';
import type { Profile } from '../../../src/mentoring/orientation/index.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { focusOf, nameOf, TOPICS } from '../../../src/mentoring/topics/index.ts';
import { buttonsOf, createWorld, formOf, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

let made = 0;
async function someone(profile: Partial<Profile>, language: Language = 'en'): Promise<Person> {
  const person = await world.person(`Someone ${made++}`, { language });
  await world.join(person, 'mentee', { profile });
  return person;
}

async function profileOf(person: Person): Promise<Profile> {
  const [found] = await world.tx((tx) => tx.participations.find({ personId: person.id }));
  if (!found) throw new Error('has no profile');
  return found.profile;
}

const page = (person: Person) => world.command(person, '/mentor profile');
const asked = async (person: Person) => world.click(person, await page(person), 'orientation.focus');

function optionsOf(form: Reply): readonly string[] {
  const [first] = formOf(form).inputs;
  return first?.input === 'choice' ? first.options.map((option) => option.value) : [];
}

describe('what we understood', () => {
  it.each([
    ['en', 'leading a team through a reorganisation', 'We understood: leading people and leading change.'],
    ['sv', 'leda en grupp genom en omorganisation', 'Vi förstod: leda människor och leda förändring.'],
    ['es', 'liderar un equipo en una reorganización', 'Hemos entendido: liderar personas y liderar el cambio.'],
  ] as const)('is told on one’s page, in one’s own language (%s)', async (language, topics, told) => {
    const person = await someone({ topics }, language);
    expect(world.words(await page(person))).toContain(told);
    expect((await profileOf(person)).focus).toEqual([]);
  });

  it('counts without being confirmed, only for less (S4.80)', async () => {
    const person = await someone({ topics: 'public speaking' });
    expect(focusOf(await profileOf(person))).toEqual([{ topic: 'presenting', sure: 700 }]);
  });

  it('may be nothing: one can choose all the same', async () => {
    const person = await someone({ topics: 'pottery', help: ['applying'] });
    expect(world.words(await page(person))).toContain('You can also choose the topics that matter most to you.');
    expect(optionsOf(await asked(person)).slice(0, 4)).toEqual(['none', 'applications', 'interviews', 'cv']);
  });
});

describe('saying what matters most', () => {
  it('offers what was understood first, what lies close to it, and no more than a chat can show', async () => {
    const person = await someone({ topics: 'salary negotiation\nstress', challenges: 'I am a new manager' });
    const form = await asked(person);
    expect(formOf(form).inputs.map((input) => input.name)).toEqual(['first', 'second', 'third', 'other']);
    const options = optionsOf(form);
    expect(options.slice(0, 4)).toEqual(['none', 'salary', 'new-manager', 'stress']);
    expect(options).toEqual(expect.arrayContaining(['negotiation', 'burnout', 'becoming-manager', 'promotion']));
    expect(new Set(options).size).toBe(options.length);
    expect(options.length).toBeLessThanOrEqual(40);
    expect(formOf(form).inputs.every((input) => !input.required)).toBe(true);
  });

  it('keeps the choices in their order, and then what the line says; five at most, each once', async () => {
    const person = await someone({ topics: 'stress' });
    const review = await world.submit(person, await asked(person), {
      first: 'burnout',
      second: 'stress',
      third: 'burnout',
      other: 'stress, difficult conversations',
    });
    expect((await profileOf(person)).focus).toEqual(['burnout', 'stress', 'difficult-conversations']);
    expect(world.words(review)).toContain('What matters most to you: burnout and recovery, stress and difficult conversations.');

    await world.submit(person, await asked(person), {
      first: 'goals',
      second: 'none',
      third: 'none',
      other: 'salary, conflict, networking, mentoring others, sales, thesis',
    });
    const { focus } = await profileOf(person);
    expect(focus).toHaveLength(5);
    expect(focus[0]).toBe('goals');
    expect(focusOf(await profileOf(person)).map((one) => one.sure)).toEqual([1000, 1000, 1000, 1000, 1000]);
  });

  it('understands the line in any of the three languages', async () => {
    const person = await someone({ topics: 'stress' }, 'sv');
    await world.submit(person, await asked(person), { other: 'hablar en público' });
    expect((await profileOf(person)).focus).toEqual(['presenting']);
  });

  it('asks kindly for other words where it understands nothing, and loses nothing', async () => {
    const person = await someone({ topics: 'stress' });
    const reply = await world.submit(person, await asked(person), { first: 'stress', other: 'blue elephants' });
    expect(reply.kind).toBe('refused');
    expect(reply.fields?.['other']).toContain('Try other words, such as “difficult conversations”');
    expect((await profileOf(person)).focus).toEqual([]);
  });

  it.each([['leadership'], ['__proto__'], ['<b>'], [42]])('takes no topic that is none (%s)', async (first) => {
    const person = await someone({ topics: 'stress' });
    const reply = await world.submit(person, await asked(person), { first });
    expect(reply.fields).toHaveProperty('first');
    expect((await profileOf(person)).focus).toEqual([]);
  });

  it('says how long the line may be', async () => {
    const person = await someone({ topics: 'stress' });
    const reply = await world.submit(person, await asked(person), { other: 'x'.repeat(10_000) });
    expect(reply.fields?.['other']).toContain('120 characters');
  });

  it('shows all of it again next time, and takes it back', async () => {
    const person = await someone({ topics: 'stress' }, 'sv');
    await world.submit(person, await asked(person), { first: 'stress', second: 'goals', third: 'health', other: 'svåra samtal, konflikter' });
    const before = (await profileOf(person)).focus;
    expect(before).toEqual(['stress', 'goals', 'health', 'difficult-conversations', 'conflict']);
    const again = await asked(person);
    expect(formOf(again).inputs.map((input) => input.value)).toEqual(['stress', 'goals', 'health', 'svåra samtal, konflikter']);
    await world.submit(person, again);
    expect((await profileOf(person)).focus).toEqual(before);
    await world.submit(person, await asked(person), { first: 'none', second: '', third: 'none', other: '' });
    expect((await profileOf(person)).focus).toEqual([]);
  });

  it.each(['en', 'sv', 'es'] as const)('brings any two topics through the line that it writes itself (%s)', async (language) => {
    for (const [at, topic] of TOPICS.entries()) {
      const next = TOPICS[(at + 40) % TOPICS.length] ?? topic;
      const line = [topic, next].map((one) => nameOf(one, language)).join(', ');
      expect(lengthOf(line), line).toBeLessThanOrEqual(120);
      expect(focusOf({ focus: [], topics: line, challenges: '' }, language).map((one) => one.topic)).toEqual(expect.arrayContaining([topic, next]));
    }
  });

  it('stays when the text changes later, and offers to look again', async () => {
    const person = await someone({ topics: 'stress' });
    await world.submit(person, await asked(person), { first: 'stress' });
    expect(world.words(await page(person))).not.toContain('We also read in your words');
    const wants = await world.click(person, await page(person), 'orientation.edit', {}, (button) => button.label === 'What I want or offer');
    const closed = await world.submit(person, wants, { topics: 'stress\nbudgets and pricing', next: 'later' });
    expect(world.words(closed)).toContain('What matters most to you: stress.');
    expect(world.words(closed)).toContain('We also read in your words: budgets and finance.');
    expect((await profileOf(person)).focus).toEqual(['stress']);
  });

  it('is nobody else’s, and comes after the notice', async () => {
    const person = await someone({ topics: 'stress' });
    const other = await world.person('Max Rask');
    const [mine] = await world.tx(async (tx) => {
      const [found] = await tx.participations.find({ personId: person.id });
      if (found) tx.participations.put({ ...found, noticeReadAt: null });
      return [found];
    });
    for (const action of ['orientation.focus', 'orientation.confirm']) {
      const reply = await world.act(other, action, { participation: mine?.id, first: 'goals' });
      expect(world.words(reply)).toContain('not yours to open');
    }
    const notice = await world.act(person, 'orientation.focus', { participation: mine?.id });
    expect(buttonsOf(notice).map((button) => button.action)).toContain('orientation.begin');
  });
});
