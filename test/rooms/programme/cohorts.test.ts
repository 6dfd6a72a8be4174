// Journeys of coordinators with their cohorts: list, create, open, close, channel, people; and who may what.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { type Cohort, DEFAULT_SETTINGS } from '../../../src/mentoring/programme/index.ts';
import { TEMPLATES } from '../../../src/mentoring/table.ts';
import { civilOf } from '../../../src/time.ts';
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
  anna = await world.person('Anna Lind', { language: 'sv' });
  await world.grant(anna, 'programme');
});
afterAll(() => database.close());

async function cohortOf(id = world.cohort.id): Promise<Cohort | null> {
  return world.tx((tx) => tx.cohorts.get(id));
}

async function put(of: Partial<Cohort> & Pick<Cohort, 'name'>): Promise<Cohort> {
  const cohort: Cohort = { ...world.cohort, id: world.ids.next(), ...of };
  await world.tx(async (tx) => tx.cohorts.put(cohort));
  return cohort;
}

/** What the channel of a cohort reads. */
async function announced(): Promise<string[]> {
  const rows = await world.store.prisma.message.findMany({ where: { tenantId: world.tenantId, template: 'programme.announcement' }, orderBy: { seq: 'asc' } });
  return Promise.all(
    rows.map((row) =>
      world.store.read(world.tenantId, anna.id, async ({ tx, actor }) => {
        if (!actor) throw new Error('no reader');
        const view = await TEMPLATES.get(row.template)?.build({ tx, reader: actor, now: world.clock.now(), again: true }, row.args as Record<string, string>);
        return `${row.conversation} ${view?.blocks.flatMap((block) => (block.block === 'actions' ? block.buttons.map((button) => button.action) : [])).join()}`;
      }),
    ),
  );
}

describe('/cohort', () => {
  it('lists the cohorts with who is in and who is short (E0.13, E8.1)', async () => {
    const [bo, eva, mia] = [await world.person('Bo'), await world.person('Eva'), await world.person('Mia')];
    await world.pair(await world.join(bo, 'mentee'), await world.join(eva, 'mentor', { capacity: 2 }));
    await world.join(mia, 'mentee');
    const words = world.words(await world.command(anna, '/cohort'));
    expect(words).toContain('Autumn 2026');
    expect(words).toContain('Anmälan är öppen');
    expect(words).toContain('2 adepter, 1 mentor med 2 platser. Anmälningar: 3 inskickade, 0 påbörjade, 0 återtagna. 1 par, inga öppna förslag.');
    expect(words).toContain('Det fattas 22 mentorer och 22 adepter för 24 par, 23 dagar kvar.');
    expect(world.words(await world.command(anna, '/cohort lista'))).toBe(words);
  });

  it('is only for those who look after a programme', async () => {
    const bo = await world.person('Bo');
    for (const line of ['/cohort', '/cohort show Autumn 2026', '/cohort create X', '/cohort people', '/cohort coordinators', '/cohort export']) {
      expect((await world.command(bo, line)).kind, line).toBe('refused');
    }
  });

  it('shows one cohort, found by its name or its beginning, and who lacks what', async () => {
    const [bo, eva, mia] = [await world.person('Bo Ek'), await world.person('Eva Å'), await world.person('Mia Ö')];
    const listed = await world.join(bo, 'mentee');
    await world.join(eva, 'mentor', { profile: { help: [] } });
    await world.join(mia, 'mentee');
    await world.tx(async (tx) => {
      for (const one of await tx.participations.find({})) tx.participations.put({ ...one, state: 'draft', noticeVersion: one.id === listed.id ? 0 : 1 });
    });
    const words = world.words(await world.command(anna, '/cohort show autumn'));
    expect(words).toContain('Bo Ek har inte svarat på inbjudan');
    expect(words).toContain('Eva Å har kvar att fylla i slags hjälp');
    expect(words).toContain('Mia Ö har fyllt i allt som behövs');
  });

  it('asks which one where several fit, and says so where none does', async () => {
    const spring = await put({ name: 'Spring 2027' });
    const which = await world.command(anna, '/cohort show');
    expect(buttonsOf(which).map((button) => button.action)).toEqual(['programme.show', 'programme.show']);
    expect(world.words(await world.click(anna, which, 'programme.show', {}, (button) => button.label.includes('Spring')))).toContain(spring.name);
    expect(world.words(await world.command(anna, '/cohort show Winter'))).toContain('Ingen av dina omgångar heter ”Winter”');
  });
});

describe('/cohort create', () => {
  const fields = { startsOn: '2027-01-12', endsOn: '2027-11-30', target: '20' };

  it('makes a closed cohort from the form, with the typed name in it', async () => {
    const form = await world.command(anna, '/cohort create Våren 2027');
    expect(formOf(form).inputs[0]).toMatchObject({ name: 'name', value: 'Våren 2027' });
    const reply = await world.submit(anna, form, fields);
    expect(reply.kind).toBe('done');
    const [made] = await world.tx((tx) => tx.cohorts.find({ name: 'Våren 2027' }));
    expect(made).toMatchObject({ signup: 'closed', startsOn: '2027-01-12', endsOn: '2027-11-30', target: 20, programmeId: world.programme.id });
    expect(world.words(await world.click(anna, reply, 'programme.open'))).toContain('Anmälan till Våren 2027 är öppen');
  });

  it('tells at the fields what to mend, and keeps the rest', async () => {
    const form = await world.command(anna, '/cohort create');
    expect((await world.submit(anna, form, { ...fields, name: 'AUTUMN 2026' })).fields).toEqual({ name: expect.stringContaining('redan en omgång') });
    expect((await world.submit(anna, form, { ...fields, name: 'X', endsOn: '2027-01-01' })).fields).toEqual({ endsOn: expect.stringContaining('12 jan') });
    expect(Object.keys((await world.submit(anna, form, {})).fields ?? {}).sort()).toEqual(['endsOn', 'name', 'startsOn']);
    expect((await world.submit(anna, form, { ...fields, name: 'X', target: '0' })).fields).toHaveProperty('target');
    expect((await world.submit(anna, form, { ...fields, name: 'X' })).kind).toBe('done');
  });

  it('makes one cohort where two coordinators send the same name at once', async () => {
    const bo = await world.person('Bo');
    await world.grant(bo, 'programme');
    const forms = [await world.command(anna, '/cohort create'), await world.command(bo, '/cohort create')] as const;
    const replies = await Promise.all([world.submit(anna, forms[0], { ...fields, name: 'Spring' }), world.submit(bo, forms[1], { ...fields, name: 'SPRING' })]);
    expect(replies.map((reply) => reply.kind).sort()).toEqual(['done', 'refused']);
    expect(await world.tx((tx) => tx.cohorts.find({}))).toHaveLength(2);
  });
});

describe('sign-up and its channel', () => {
  it('announces the opening in the channel with a way to join, and takes it away on closing', async () => {
    await world.command(anna, '/cohort close autumn');
    await world.submit(anna, await world.command(anna, '/cohort channel'), { conversation: '#general' });
    expect((await cohortOf())?.channel).toEqual({ platform: 'web', conversation: 'general' });
    expect(await announced()).toEqual([]);
    expect(world.words(await world.command(anna, '/cohort open autumn'))).toContain('meddelas i kanalen');
    expect(await announced()).toEqual([`channel:${world.cohort.id} orientation.join`]);
    await world.command(anna, '/cohort open autumn');
    expect(await announced()).toHaveLength(1);
    await world.command(anna, '/cohort close');
    expect((await cohortOf())?.signup).toBe('closed');
    expect(await announced()).toEqual([`channel:${world.cohort.id} `]);
  });

  it('says that nobody has been told where there is no channel', async () => {
    await world.command(anna, '/cohort close');
    const reply = await world.command(anna, '/cohort open');
    expect(world.words(reply)).toContain('ingen har fått veta');
    expect(buttonsOf(reply).map((button) => button.action)).toContain('programme.channel');
    expect(await announced()).toEqual([]);
  });

  it('announces what is open already once a channel is chosen, and not a second time', async () => {
    for (let times = 0; times < 2; times++) await world.submit(anna, await world.command(anna, '/cohort channel'), { conversation: 'general' });
    expect(await announced()).toEqual([`channel:${world.cohort.id} orientation.join`]);
  });

  it('takes the channel away where the line is empty', async () => {
    await world.submit(anna, await world.command(anna, '/cohort channel'), { conversation: 'general' });
    await world.submit(anna, await world.command(anna, '/cohort channel'), { conversation: ' ' });
    expect((await cohortOf())?.channel).toBeNull();
  });

  it('takes no platform on which the coordinator is not', async () => {
    const reply = await world.act(anna, 'programme.setChannel', { cohort: world.cohort.id, platform: 'elsewhere', conversation: 'x' });
    expect(reply.kind).toBe('refused');
    expect((await cohortOf())?.channel).toBeNull();
  });
});

describe('/cohort people', () => {
  it('shows states, roles and dates, and nothing that people wrote (E9.5)', async () => {
    await world.join(await world.person('Bo Ek'), 'mentee', { profile: { challenges: 'My secret challenge' } });
    const words = world.words(await world.command(anna, '/cohort people'));
    expect(words).toContain('Bo Ek | adept | inskickad | 1 sep. 2026');
    expect(words).not.toContain('secret');
  });
});

describe('who may what (E8.2)', () => {
  const tries: readonly (readonly [string, Record<string, unknown>, readonly string[]])[] = [
    ['programme.list', {}, ['programme', 'matching', 'read-only', 'safeguarding']],
    ['programme.show', {}, ['programme', 'matching', 'read-only', 'safeguarding']],
    ['programme.people', {}, ['programme', 'matching', 'read-only', 'safeguarding']],
    ['programme.export', {}, ['programme', 'matching', 'read-only', 'safeguarding']],
    ['programme.coordinators', {}, ['programme', 'matching', 'read-only', 'safeguarding']],
    ['programme.new', {}, ['programme']],
    ['programme.create', { name: 'X', startsOn: '2027-01-01', endsOn: '2027-12-01', target: 20 }, ['programme']],
    ['programme.open', {}, ['programme']],
    ['programme.close', {}, ['programme']],
    ['programme.channel', {}, ['programme']],
    ['programme.setChannel', { platform: 'web', conversation: 'x' }, ['programme']],
    ['programme.import', {}, ['programme']],
    ['programme.importRows', { csv: 'name,email,role\nA,a@example.org,mentor' }, ['programme']],
    ['programme.coordinator', {}, ['programme']],
    ['programme.grant', { role: 'matching' }, ['programme']],
  ];

  it.each(tries)('%s', async (action, input, allowed) => {
    const someone = await world.person('Someone');
    const about = { cohort: world.cohort.id, programme: world.programme.id, person: someone.id, ...input };
    const may: string[] = [];
    for (const role of ['programme', 'matching', 'read-only', 'safeguarding'] as const) {
      const one = await world.person(role);
      await world.grant(one, role);
      if ((await world.act(one, action, { ...about, ...(action === 'programme.create' ? { name: role } : {}) })).kind === 'done') may.push(role);
    }
    expect(may).toEqual(allowed);
  });

  it.each(tries.filter(([action]) => !['programme.list', 'programme.coordinators', 'programme.new'].includes(action)))(
    '%s says the same of a cohort of another programme as of one that is not there',
    async (action, input) => {
      const other = { id: world.ids.next(), name: 'Other', terms: {}, settings: DEFAULT_SETTINGS, createdAt: world.clock.now() };
      await world.tx(async (tx) => tx.programmes.put(other));
      const theirs = await put({ name: 'Theirs', programmeId: other.id });
      const before = await world.tx(async (tx) => [await tx.cohorts.find({}), await tx.grants.find({}), await tx.participations.find({})]);
      const hidden = await world.act(anna, action, { ...input, cohort: theirs.id, programme: other.id, person: anna.id });
      const missing = await world.act(anna, action, { ...input, cohort: 'none', programme: 'none', person: anna.id });
      expect(hidden.kind).toBe('refused');
      expect(hidden).toEqual(missing);
      expect(await world.tx(async (tx) => [await tx.cohorts.find({}), await tx.grants.find({}), await tx.participations.find({})])).toEqual(before);
    },
  );

  it('finds no name of another programme', async () => {
    const other = { id: world.ids.next(), name: 'Other', terms: {}, settings: DEFAULT_SETTINGS, createdAt: world.clock.now() };
    await world.tx(async (tx) => tx.programmes.put(other));
    await put({ name: 'Theirs', programmeId: other.id });
    const [hidden, missing] = [await world.command(anna, '/cohort close Theirs'), await world.command(anna, '/cohort close Nowhere')];
    expect(world.words(hidden).replace('Theirs', '…')).toBe(world.words(missing).replace('Nowhere', '…'));
  });
});

describe('the home page of a coordinator (C23)', () => {
  it('says what waits in each cohort that runs', async () => {
    const bo = await world.join(await world.person('Bo'), 'mentee');
    await world.join(await world.person('Eva'), 'mentee');
    await world.tx(async (tx) => {
      for (const one of await tx.participations.all([bo.id])) tx.participations.put({ ...one, state: 'draft' });
    });
    await put({ name: 'Long ago', startsOn: civilOf('2020-01-01'), endsOn: civilOf('2020-12-01') });
    const words = world.words(await world.act(anna, 'home.show'));
    expect(words).toContain('Autumn 2026: 0 av 24 par');
    expect(words).toContain('1 anmälan är inte inskickad än');
    expect(words).toContain('1 adept väntar på matchning');
    expect(words).not.toContain('Long ago');
  });

  it('has nothing of it for others', async () => {
    expect(world.words(await world.act(await world.person('Bo'), 'home.show'))).not.toContain('Autumn 2026: ');
  });
});
