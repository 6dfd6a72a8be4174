// What coordinators see and change: counts, place and hours, a workshop of their own, calling off, and who came.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { buttonsOf, createWorld, formOf, type World } from '../../support/world.ts';
import { answersOf, at, diary, gathering, kickoffPlan, last, pairIn, publish, told, until } from './season.ts';

let database: Database;
let world: World;
let anna: Person;
let [bo, cia]: Person[] = [];
beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.$executeRawUnsafe('TRUNCATE "Timer", "Message"');
  world = await createWorld({ database });
  world.clock.set(at('2026-08-20'));
  anna = await world.person('Anna');
  await world.grant(anna, 'programme');
  bo = await world.person('Bo');
  cia = await world.person('Cia');
  await pairIn(world, world.cohort, bo, cia);
  await publish(world, world.cohort, { plan: kickoffPlan() });
  await until(world, '2026-08-27');
});

/** All that fell due until then, at once. */
async function wakes(day: string): Promise<void> {
  world.clock.set(at(day));
  await world.deliver();
}

const kickoff = () => gathering(world, world.cohort, 'kickoff');
const edited = async (fields: Record<string, unknown>) =>
  world.submit(anna, await world.act(anna, 'gatherings.edit', { gathering: (await kickoff()).id }), fields);

describe('the overview', () => {
  it('counts who comes, and never why', async () => {
    await world.click(bo as Person, last(world, bo as Person), 'gatherings.answer');
    const page = await world.command(anna, '/cohort gatherings Autumn 2026');
    expect(world.words(page)).toContain('1 coming, 0 not, 1 not answered yet');
    const one = await world.click(anna, page, 'gatherings.show');
    expect(world.words(one)).toContain('Coming: Bo');
    expect(world.words(one)).toContain('the pairs of this start');
  });

  it('is for coordinators of the programme: not for others, and read-only ones change nothing', async () => {
    const [other, reader] = [await world.person('Olle'), await world.person('Rut')];
    await world.grant(reader, 'read-only');
    const elsewhere = { ...world.programme, id: world.ids.next(), name: 'Elsewhere' };
    await world.tx(async (tx) => {
      tx.programmes.put(elsewhere);
      tx.grants.put({ id: world.ids.next(), programmeId: elsewhere.id, personId: other.id, role: 'programme', createdAt: world.clock.now() });
    });
    const about = { gathering: (await kickoff()).id };
    for (const action of ['show', 'edit', 'save', 'cancel', 'attendance', 'attended']) {
      for (const one of [bo as Person, other]) expect((await world.act(one, `gatherings.${action}`, about)).kind, action).toBe('refused');
    }
    expect((await world.act(reader, 'gatherings.show', about)).kind).toBe('done');
    for (const action of ['edit', 'save', 'cancel', 'attendance', 'attended'])
      expect((await world.act(reader, `gatherings.${action}`, about)).kind, action).toBe('refused');
    for (const one of [bo as Person, other, reader]) expect((await world.act(one, 'gatherings.workshop', { cohort: world.cohort.id })).kind).toBe('refused');
  });
});

describe('a change', () => {
  it('of the place is told once there was one; a first place is only drawn anew', async () => {
    await edited({ place: 'Aula Nova' });
    await world.deliver();
    expect(told(world, bo as Person)).toHaveLength(1);
    expect(last(world, bo as Person).text).toContain('1:00 pm–3:00 pm, Aula Nova');
    await edited({ place: 'Forum', link: 'https://meet.example.org/kick' });
    await world.deliver();
    expect(diary(world, bo as Person).at(-1)).toBe('2026-08-27 14:00 changed');
    expect(last(world, bo as Person).text).toMatch(/Something has changed about the kick-off.*Forum.*https:\/\/meet\.example\.org\/kick/s);
    expect((await kickoff()).sequence).toBe(2);
  });

  it('of the hours keeps the answers and is told to all but those who said no', async () => {
    await world.click(bo as Person, last(world, bo as Person), 'gatherings.answer');
    await world.click(cia as Person, last(world, cia as Person), 'gatherings.answer', {}, (button) => button.label === 'I can’t');
    await edited({ from: '14:00', until: '16:00' });
    await world.deliver();
    expect(last(world, bo as Person).text).toContain('2:00 pm–4:00 pm');
    expect(told(world, cia as Person)).toHaveLength(1);
    expect(Object.values(await answersOf(world, await kickoff())).toSorted()).toEqual(['no', 'yes']);
  });

  it('to more places lets the first in line in; fewer take nobody’s away', async () => {
    await edited({ capacity: '1' });
    await world.click(bo as Person, last(world, bo as Person), 'gatherings.answer');
    await world.click(cia as Person, last(world, cia as Person), 'gatherings.answer');
    expect(await answersOf(world, await kickoff())).toMatchObject({ [cia?.id ?? '']: 'waiting' });
    await edited({ capacity: '2' });
    await world.deliver();
    expect(diary(world, cia as Person).at(-1)).toBe('2026-08-27 14:00 freed');
    await edited({ capacity: '1' });
    expect(new Set(Object.values(await answersOf(world, await kickoff())))).toEqual(new Set(['yes']));
  });

  it('that makes no sense is refused at its field, and nothing typed is lost', async () => {
    const faults = async (fields: Record<string, unknown>) => Object.keys((await edited(fields)).fields ?? {});
    expect(await faults({ from: '25:00' })).toEqual(['from']);
    expect(await faults({ from: '15:00', until: '14:00' })).toEqual(['until']);
    expect(await faults({ link: 'javascript:alert(1)' })).toEqual(['link']);
    expect(await faults({ capacity: '0' })).toEqual(['capacity']);
    expect(await faults({ place: 'x'.repeat(201) })).toEqual(['place']);
    expect((await kickoff()).sequence).toBe(0);
  });
});

describe('a workshop of one’s own (S0.19)', () => {
  const form = () => world.act(anna, 'gatherings.workshop', { cohort: world.cohort.id });

  it('invites those who are chosen, is moved with its people told, and called off', async () => {
    const made = await world.submit(anna, await form(), { title: 'Interviews', day: '2026-10-15', audience: ['mentees'] });
    expect(world.words(made)).toContain('“Interviews” is in the calendar');
    await wakes('2026-09-18');
    expect(told(world, bo as Person).some((one) => one.text.includes('“Interviews” on Thursday 15 October'))).toBe(true);
    expect(told(world, cia as Person).some((one) => one.text.includes('Interviews'))).toBe(false);
    const [one] = await world.tx(async (tx) => (await tx.gatherings.find({ cohortId: world.cohort.id })).filter((row) => row.part === 'workshop'));
    await publish(world, world.cohort); // a workshop is no milestone: arranging leaves it alone
    await world.submit(anna, await world.act(anna, 'gatherings.edit', { gathering: one?.id ?? '' }), { day: '2026-10-22' });
    await world.deliver();
    expect(last(world, bo as Person).text).toContain('There is a new time for “Interviews”: Thursday 22 October');
    const page = await world.act(anna, 'gatherings.show', { gathering: one?.id ?? '' });
    const button = buttonsOf(page).find((each) => each.action === 'gatherings.cancel');
    expect(button?.confirm).toContain('Call off Interviews?');
    await world.click(anna, page, 'gatherings.cancel');
    await world.click(anna, page, 'gatherings.cancel');
    await world.deliver();
    expect(told(world, bo as Person, 'cancelled')).toHaveLength(1);
  });

  it('is refused in the past, without anybody to invite, or without a title', async () => {
    const good = { title: 'Interviews', day: '2026-10-15', audience: ['mentees'] };
    const faults = async (fields: Record<string, unknown>) => Object.keys((await world.submit(anna, await form(), { ...good, ...fields })).fields ?? {});
    expect(await faults({ day: '2026-08-26' })).toEqual(['day']);
    expect(await faults({ audience: [] })).toEqual(['audience']);
    expect(await faults({ title: ' ' })).toEqual(['title']);
  });
});

describe('who came', () => {
  it('is asked in a form, noted once for all coordinators, and can be corrected', async () => {
    const berit = await world.person('Berit');
    await world.grant(berit, 'programme');
    for (const one of [bo, cia]) await world.click(one as Person, last(world, one as Person), 'gatherings.answer');
    const early = await world.act(anna, 'gatherings.attendance', { gathering: (await kickoff()).id });
    expect(world.words(early)).toContain('not begun yet');
    await wakes('2026-09-25');
    const form = await world.click(anna, last(world, anna), 'gatherings.attendance');
    const [list] = formOf(form).inputs;
    const options = list?.input === 'choices' ? list.options : [];
    expect(options.map((option) => option.label).toSorted()).toEqual(['Bo', 'Cia']);
    const bos = options.find((option) => option.label === 'Bo')?.value;
    const page = await world.submit(anna, form, { came0: [bos] });
    expect(world.words(page)).toContain('Noted: one person came');
    await world.deliver();
    for (const one of [anna, berit]) expect(last(world, one).text).toContain('It is noted who came to the kick-off');
    const { id } = await kickoff();
    const rows = await world.tx((tx) => tx.invitations.find({ gatheringId: id }));
    expect(rows.map((row) => [row.personId === bo?.id, row.came]).toSorted()).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('takes lists of a hundred names', async () => {
    const one = await kickoff();
    await world.tx(async (tx) => {
      for (let n = 0; n < 230; n++) {
        const personId = world.ids.next();
        const blank = { email: null, language: 'en', timeZone: 'UTC', chosen: [], prefers: null, formerly: [], leftAt: null } as const;
        tx.people.put({ ...blank, id: personId, name: `P${n}`, createdAt: world.clock.now() });
        const answer = { answer: 'yes', invitedAt: world.clock.now(), answeredAt: world.clock.now(), came: null } as const;
        tx.invitations.put({ ...answer, id: world.ids.next(), gatheringId: one.id, personId });
      }
    });
    world.clock.set(at('2026-09-25'));
    const form = formOf(await world.act(anna, 'gatherings.attendance', { gathering: one.id }));
    expect(form.inputs.map((input) => (input.input === 'choices' ? input.options.length : 0))).toEqual([100, 100, 32]);
    const page = await world.submit(anna, await world.act(anna, 'gatherings.attendance', { gathering: one.id }));
    expect(world.words(page)).toContain('Noted: 230 people came');
  });
});
