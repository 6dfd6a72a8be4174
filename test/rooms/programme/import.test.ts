// Lists of people in and out of a cohort: nothing by halves, nobody enrolled unasked (E8.5, C13).

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { buttonsOf, createWorld, formOf, type World } from '../../support/world.ts';

// One database, a new organisation for each test.
let database: Database;
let world: World;
let anna: Person;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
beforeEach(async () => {
  world = await createWorld({ database });
  anna = await world.person('Anna Lind', { language: 'en', timeZone: 'Europe/Madrid' });
  await world.grant(anna, 'programme');
});
afterAll(() => database.close());

const HEAD = 'name,email,role,language,places';

async function paste(csv: string, more: Record<string, unknown> = {}): Promise<Reply> {
  return world.submit(anna, await world.command(anna, '/cohort import'), { csv, ...more });
}

async function state() {
  return world.tx(async (tx) => ({ people: (await tx.people.find({})).length, in: await tx.participations.find({}) }));
}

describe('/cohort import', () => {
  it('lists people as drafts that only they can send in (C13)', async () => {
    const bo = await world.person('Bo Ek', { email: 'bo@example.org', language: 'sv' });
    const reply = await paste(`${HEAD}\nBo E.,BO@example.org,mentor,en,2\nEva Å,eva@example.org,mentee,sv,`);
    expect(world.words(reply)).toContain('2 people are on the list for Autumn 2026.');
    expect(world.words(reply)).toContain('1 has been asked');
    expect(world.words(reply)).toContain('1 is not here yet');
    const { people, in: listed } = await state();
    expect(people).toBe(3);
    expect(listed.map(({ state, noticeVersion, role, capacity }) => ({ state, noticeVersion, role, capacity }))).toEqual([
      { state: 'draft', noticeVersion: 0, role: 'mentor', capacity: 2 },
      { state: 'draft', noticeVersion: 0, role: 'mentee', capacity: 0 },
    ]);
    const [eva] = await world.tx((tx) => tx.people.find({ email: 'eva@example.org' }));
    expect(eva).toMatchObject({ name: 'Eva Å', language: 'sv', timeZone: 'Europe/Madrid' });
    expect((await world.tx((tx) => tx.people.get(bo.id)))?.name).toBe('Bo Ek');
  });

  it('tells the person who listed them, and takes a yes or a no', async () => {
    const bo = await world.person('Bo Ek', { email: 'bo@example.org', language: 'sv' });
    await paste(`${HEAD}\nBo,bo@example.org,mentor,,`);
    await world.deliver();
    const [asked] = world.inbox(bo);
    if (!asked) throw new Error('not asked');
    expect(asked.text).toContain('Anna Lind har satt upp dig på listan till Autumn 2026 i Mentor Match, som mentor.');
    expect(buttonsOf(asked).map((button) => button.action)).toEqual(['orientation.join', 'orientation.withdraw']);
    await world.click(bo, asked, 'orientation.withdraw');
    await world.deliver();
    expect((await state()).in[0]).toMatchObject({ state: 'withdrawn' });
    expect(world.inbox(bo)[0]?.text).toContain('Du är inte med i Autumn 2026.');
    expect(world.inbox(bo).flatMap(buttonsOf)).toEqual([]);
    expect(world.words(await paste(`${HEAD}\nBo,bo@example.org,mentor,,`))).toContain('has said no');
  });

  it('names every faulty row and changes nothing, until the coordinator takes the good ones', async () => {
    const csv = `${HEAD}\nBo,bo@example.org,mentor,,\n,eva@example.org,mentee,,\nCarl,carl,boss,xx,`;
    const before = await state();
    const faulty = await paste(csv);
    expect(faulty.kind).toBe('refused');
    expect(await state()).toEqual(before);
    const words = world.words(faulty);
    expect(words).toContain('Row 3: the name is missing');
    expect(words).toMatch(/Row 4: “carl” is not an e-mail address.*“boss” is not a role.*“xx” is none of/);
    expect(formOf(faulty).inputs[0]?.value).toBe(csv);
    expect(formOf(faulty).also).toEqual([{ label: 'Import the good row', next: 'good' }]);

    const good = await world.submit(anna, faulty, { next: 'good' });
    expect(world.words(good)).toContain('1 person is on the list for Autumn 2026.');
    expect(world.words(good)).toContain('Row 3: the name is missing');
    expect((await state()).in).toHaveLength(1);
  });

  it('checks again what the second step sends, and takes nothing on trust', async () => {
    const faulty = await paste(`${HEAD}\nBo,bo@example.org,mentor,,\n,eva@example.org,mentee,,`);
    const before = await state();
    const reply = await world.submit(anna, faulty, { csv: `${HEAD}\n,x@example.org,mentor,,`, next: 'good' });
    expect(reply.kind).toBe('refused');
    expect(await state()).toEqual(before);
  });

  it('puts nobody in twice: neither a list sent again, nor two at once', async () => {
    const csv = `${HEAD}\nBo,bo@example.org,mentor,,\nEva,eva@example.org,mentee,,`;
    const forms = [await world.command(anna, '/cohort import'), await world.command(anna, '/cohort import')];
    const replies = await Promise.all(forms.map((form) => world.submit(anna, form, { csv })));
    expect(replies.map((reply) => reply.kind).sort()).toEqual(['done', 'refused']);
    expect(world.words(await paste(csv))).toContain('bo@example.org is in this cohort already');
    expect(await state()).toMatchObject({ people: 3, in: { length: 2 } });
  });

  it('bounds the text, and keeps it out of the way', async () => {
    const reply = await paste('x'.repeat(200_001));
    expect(reply.fields?.['csv']).toContain('200,000');
    expect((await paste('')).fields).toHaveProperty('csv');
  });
});

describe('/cohort export', () => {
  it('writes people, states and places, safe for spreadsheets, without a word of the profile', async () => {
    const bo = await world.person('=cmd|calc', { email: 'bo@example.org' });
    const eva = await world.person('Eva "Å", jr', { email: 'eva@example.org' });
    await world.pair(await world.join(bo, 'mentee', { profile: { challenges: 'secret' } }), await world.join(eva, 'mentor', { capacity: 2 }));
    const csv = String(formOf(await world.command(anna, '/cohort export')).inputs[0]?.value);
    expect(csv).not.toContain('secret');
    expect(parse(csv)).toEqual([
      ['Name', 'E-mail', 'Role', 'Language', 'Time zone', 'Places', 'State', 'Since'],
      ["'=cmd|calc", 'bo@example.org', 'mentee', 'en', 'Europe/Stockholm', '0', 'in a pair', '2026-09-01'],
      ['Eva "Å", jr', 'eva@example.org', 'mentor', 'en', 'Europe/Stockholm', '2', 'in a pair', '2026-09-01'],
    ]);
  });

  it('is read back by the import of another cohort, in every language', async () => {
    for (const language of ['en', 'sv', 'es'] as const) {
      const coordinator = await world.person(`C ${language}`, { language });
      await world.grant(coordinator, 'programme');
      await world.join(await world.person(`M ${language}`, { email: `${language}@example.org` }), 'both', { capacity: 3 });
    }
    for (const [index, language] of (['en', 'sv', 'es'] as const).entries()) {
      const [coordinator] = (await world.tx((tx) => tx.people.find({ name: `C ${language}` }))) as [Person];
      const csv = String(formOf(await world.command(coordinator, '/cohort export autumn')).inputs[0]?.value);
      const next = { ...world.cohort, id: world.ids.next(), name: `Next ${index}` };
      await world.tx(async (tx) => tx.cohorts.put(next));
      await world.submit(coordinator, await world.act(coordinator, 'programme.import', { cohort: next.id }), { csv });
      const listed = await world.tx((tx) => tx.participations.find({ cohortId: next.id }));
      expect(listed.map((one) => [one.role, one.capacity, one.state])).toEqual(listed.map(() => ['both', 3, 'draft']));
      expect(listed).toHaveLength(3);
    }
  });

  it('leads back to the cohort', async () => {
    const form = await world.command(anna, '/cohort export');
    expect(world.words(await world.submit(anna, form))).toContain('Autumn 2026');
  });
});
