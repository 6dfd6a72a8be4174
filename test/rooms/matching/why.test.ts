// Two people looked at closely: why they are matched, or why not, by names as people type them.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Participation } from '../../../src/mentoring/orientation/index.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { createWorld, formOf, type World } from '../../support/world.ts';

let world: World;
let anna: Person;
const people = new Map<string, Person>();
const joined = new Map<string, Participation>();
const person = (name: string) => people.get(name) as Person;
const why = async (line: string) => world.words(await world.command(anna, `/match ${line}`));

beforeAll(async () => {
  world = await createWorld();
  anna = await world.person('Anna Lind');
  await world.grant(anna, 'matching');
  const join = async (name: string, role: 'mentee' | 'mentor', of: Parameters<World['join']>[2] = {}) => {
    people.set(name, await world.person(name));
    joined.set(name, await world.join(person(name), role, of));
  };
  await join('Bo Ek', 'mentee', { profile: { help: ['goals', 'insight'], topics: 'leading people', wishes: 'Somebody outside my own unit' } });
  await join('Eva Ström', 'mentee', { profile: { languages: ['sv'] } });
  await join('Fia Berg', 'mentee', { profile: { help: ['commercial', 'goals'], interests: 'chess' } });
  await join('Carmen Ruiz', 'mentor', { profile: { help: ['goals', 'insight'], topics: 'leading people' } });
  await join('Dora Ruiz', 'mentor', { profile: { help: ['commercial'] } });
});
afterAll(() => world.close());

describe('why two people are matched', () => {
  it('says it in words, with points of possible points, rules and ranks', async () => {
    const words = await why('why Bo Ek, Carmen Ruiz');
    expect(words).toContain('The plan puts them together.');
    expect(words).toContain('help with career goals and first steps and insight into a profession: ');
    expect(words).toContain('Among all whom Bo Ek could have: number 1 of 2');
    expect(words).toContain('Among all whom Carmen Ruiz could have: number 1 of 2');
    expect(words).toContain('They pass every rule: a language in common and not a pair before.');
    expect(words).toContain(
      'Could not be compared (left open by one or both, or written in different languages), so it counts for nothing and against nobody: experience, interests and free times.',
    );
  });

  it('adds what was moved because little is known, and the sum is the score', async () => {
    const words = await why('why fia, dora');
    const [, score] = /Fit: (\d+) of 1,000/.exec(words) ?? [];
    const parts = [...words.matchAll(/: (\d+) of (\d+)$/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
    const [, n, way] = /moved towards the middle: (\d+) points? (up|down)/.exec(words) ?? [];
    expect(parts + (way === 'down' ? -1 : 1) * Number(n)).toBe(Number(score));
  });

  it('takes names in any order and language, and asks which of several is meant', async () => {
    expect(await why('varför carmen och bo')).toContain('The plan puts them together.');
    expect(await why('porqué @Bo Ek @Carmen Ruiz')).toContain('The plan puts them together.');
    const choice = await world.command(anna, '/match why bo, ruiz');
    expect(world.words(choice)).toContain('“ruiz” could be Carmen Ruiz and Dora Ruiz. Whom do you mean?');
    const chosen = await world.click(anna, choice, 'matching.pair', {}, (button) => button.label.includes('Dora'));
    expect(world.words(chosen)).toContain('In the plan, Bo Ek has Carmen Ruiz instead.');
  });

  it('opens a form without names or with a name that nobody has, and keeps what was clear', async () => {
    const form = await world.command(anna, '/match why');
    expect(world.words(await world.submit(anna, form, { first: person('Carmen Ruiz').id, second: person('Bo Ek').id }))).toContain(
      'The plan puts them together.',
    );
    const unknown = await world.command(anna, '/match why zelda, bo');
    expect(world.words(unknown)).toContain('I find nobody called “zelda” in your cohorts.');
    expect(formOf(unknown).inputs.map((input) => input.value)).toEqual(['', person('Bo Ek').id]);
    const wrong = { first: person('Bo Ek').id, second: person('Eva Ström').id };
    expect((await world.submit(anna, form, wrong)).fields?.['second']).toContain('In none of your cohorts');
    expect((await world.submit(anna, form, { ...wrong, second: anna.id })).fields?.['second']).toBe('This person is in none of your cohorts.');
  });
});

describe('why two people are not matched', () => {
  it('says whom the plan gives them instead, and what it would cost everybody exactly', async () => {
    const words = await why('why-not Bo, Dora');
    expect(words).toContain('In the plan, Bo Ek has Carmen Ruiz instead.');
    expect(words).toContain('In the plan, Dora Ruiz has Fia Berg instead.');
    expect(words).toMatch(/If Bo Ek got Dora Ruiz: as many people matched, .* and in all \d+ points less\./);
    expect(words).toContain('Fia Berg: Carmen Ruiz instead of Dora Ruiz');
    expect(await why('why not Bo, Dora')).toBe(words);
  });

  it('promises what trying it shows', async () => {
    const page = await world.command(anna, '/match why-not Bo, Dora');
    const [, less] = /in all (\d+) points less/.exec(world.words(page)) ?? [];
    const tried = world.words(await world.click(anna, page, 'matching.trying'));
    expect(tried).toContain('If Bo Ek and Dora Ruiz were locked together');
    const [, now = 0, then = 0] = /Fit on average \| (\d+) \| (\d+)/.exec(tried)?.map(Number) ?? [];
    expect(Math.abs((now - then) * 2 - Number(less))).toBeLessThanOrEqual(2);
    expect(tried).toContain('Fia Berg: Carmen Ruiz instead of Dora Ruiz');
  });

  it('says which rule stands between them', async () => {
    const words = await why('why-not Eva, Carmen');
    expect(words).toContain('They cannot be matched just now: they share no language.');
    expect(words).toContain('In the plan, Eva Ström has nobody.');
    expect(words).not.toContain('Among all whom');
  });

  it('says when one has not sent in the profile', async () => {
    const late = await world.person('Late Comer');
    const { id } = await world.join(late, 'mentee');
    await world.tx(async (tx) => {
      const one = await tx.participations.get(id);
      if (one) tx.participations.put({ ...one, state: 'draft' });
    });
    expect(await why('why Late, Carmen')).toContain('Late Comer has not sent in the profile yet');
  });

  it('is for coordinators; special wishes are for those who match (S4.19)', async () => {
    expect((await world.command(person('Bo Ek'), '/match why Bo, Carmen')).kind).toBe('refused');
    expect(await why('why Bo, Carmen')).toContain('Wish of Bo Ek: Somebody outside my own unit');
    const reader = await world.person('Read Only');
    await world.grant(reader, 'read-only');
    const words = world.words(await world.command(reader, '/match why Bo, Carmen'));
    expect(words).toContain('The plan puts them together.');
    expect(words).not.toContain('outside my own unit');
    expect(words).not.toContain('[Lock together]');
  });

  it('says how it stands once they have been asked, and once they are a pair', async () => {
    await world.click(anna, await world.command(anna, '/match'), 'matching.publish');
    expect(await why('why Bo, Carmen')).toContain('They have been proposed to each other, and an answer is open.');
    const mentee = joined.get('Fia Berg') as Participation;
    await world.tx(async (tx) => {
      for (const proposal of await tx.proposals.find({ menteeId: mentee.id })) tx.proposals.put({ ...proposal, state: 'withdrawn' });
    });
    await world.pair(mentee, joined.get('Dora Ruiz') as Participation);
    expect(await why('why Fia, Dora')).toContain('They are a pair.');
    expect(await why('why Fia, Carmen')).toContain('Fia Berg is not looking just now');
  });
});
