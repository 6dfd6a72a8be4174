// How an invitation reads: in three languages, in the reader's own hours, with what a guest needs to know.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import { homeGatherings } from '../../../src/mentoring/gatherings/index.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { createWorld, type World } from '../../support/world.ts';
import { at, cohortOf, gathering, kickoffPlan, last, pairIn, publish, ZONE } from './season.ts';

let world: World;
const people: Record<string, Person> = {};
const of = (name: string) => people[name] as Person;

beforeAll(async () => {
  world = await createWorld();
  world.clock.set(at('2026-08-20'));
  people['Bo'] = await world.person('Bo', { language: 'sv' });
  people['María'] = await world.person('María', { language: 'es', timeZone: 'Europe/Madrid' });
  people['Ann'] = await world.person('Ann', { timeZone: 'America/New_York' });
  people['Eva'] = await world.person('Eva');
  await pairIn(world, world.cohort, of('Bo'), of('María'));
  const running = await cohortOf(world, 'January 2026', '2026-02-12', '2026-11-12');
  await pairIn(world, running, await world.person('Dan'), of('Eva'));
  await pairIn(world, world.cohort, of('Ann'), of('Eva'));
  await publish(world, world.cohort, { plan: kickoffPlan({ place: 'Aula <!channel>', link: 'https://meet.example.org/a' }, 2) });
  world.clock.set(at('2026-08-27'));
  await world.deliver();
});
afterAll(() => world.close());

describe('an invitation', () => {
  it('speaks Swedish with the week, and names day, hours and place', () => {
    const { text } = last(world, of('Bo'));
    expect(text).toContain('Välkommen till kick-offen torsdag 24 september (v. 39)');
    expect(text).toMatch(/Kick-off, huvuddelen.*13:00–15:00, Aula <!channel>/s);
    expect(text).toContain('Jag kommer');
  });

  it('speaks Spanish, and names no zone where the clocks agree', () => {
    const { text } = last(world, of('María'));
    expect(text).toContain('Tienes invitación para la sesión inaugural: jueves 24 de septiembre');
    expect(text).toContain('13:00–15:00');
    expect(text).not.toContain('Madrid');
  });

  it('gives the reader’s own hours, and says so', () => {
    const { text } = last(world, of('Ann'));
    expect(text).toContain('7:00 am–9:00 am');
    expect(text).toContain('The hours are yours, in New York. The gathering itself follows the clock in Stockholm.');
  });

  it('tells the others who else comes (S2.11)', () => {
    expect(last(world, of('Ann')).text).toContain('Also welcome: mentors of the running programme');
    expect(last(world, of('Bo')).text).not.toContain('Omgång');
  });

  it('quotes what a coordinator typed', () => {
    const spans = JSON.stringify(last(world, of('Bo')).message.blocks);
    expect(spans).toContain('{"text":"Aula <!channel>","from":"user"}');
  });
});

it('a guest reads whose it is, and why they are asked', async () => {
  const gun = await world.person('Gun');
  const over = await cohortOf(world, 'Before', '2025-01-30', '2025-11-13');
  await pairIn(world, over, await world.person('Hal'), gun);
  const start = await cohortOf(world, 'The new ones', '2026-10-01', '2027-05-27');
  const training = TEMPLATE_PLANS.september.milestones.filter((one) => ['mentee-training'].includes(one.id));
  await publish(world, start, { plan: { ...TEMPLATE_PLANS.september, stages: [], milestones: training } });
  world.clock.set(at('2026-08-28'));
  await world.deliver();
  expect(last(world, gun).text).toContain('The new ones');
  expect(last(world, gun).text).toContain('the new ones would love to hear how it was');
});

describe('what I am invited to', () => {
  it('stands on a page, by day, and is answered there', async () => {
    const page = await world.command(of('Ann'), '/mentor gatherings');
    expect(world.words(page)).toContain('Thursday 24 September: Kick-off');
    const after = await world.click(of('Ann'), page, 'gatherings.answer');
    expect(world.words(after)).toContain('You have said that you are coming');
    const mine = world.tx(async (tx) => tx.invitations.find({ personId: of('Ann').id }));
    expect((await mine).map((one) => one.answer)).toEqual(['yes', 'yes']);
  });

  it('is found by its name in each language', async () => {
    for (const line of ['mentor inbjudningar', 'mentor invitaciones', 'invitations']) expect((await world.command(of('Ann'), line)).kind).toBe('done');
    const nobody = await world.person('Nora');
    expect(world.words(await world.command(nobody, '/mentor gatherings'))).toContain('not invited to anything just now');
  });

  it('is on the home page, the next two, with the answer', async () => {
    const words = await world.store.read(world.tenantId, of('Ann').id, async ({ tx, actor }) => {
      if (!actor) throw new Error('nobody');
      return homeGatherings({ tx, actor, now: world.clock.now(), ids: world.ids, platform: 'web', addressOf: () => null, think: async () => null });
    });
    expect(words.map((block) => block.block)).toEqual(['heading', 'facts', 'actions']);
    expect(JSON.stringify(words)).toContain('gatherings.short.yes');
  });
});

it('the announcement offers each start that is open, either or both (S2.6)', async () => {
  const channel = { platform: 'web', conversation: 'mentoring' };
  const p2 = await cohortOf(world, 'January 2027', '2027-02-11', '2027-11-11', { channel });
  world.clock.set(at('2026-09-01'));
  await publish(world, p2, { plan: TEMPLATE_PLANS.january, year: 2027 });
  const mingle = await gathering(world, p2, 'mingle');
  await world.tx(async (tx) =>
    tx.passes.put({ id: world.ids.next(), opens: 'join', subject: p2.id, personId: of('Eva').id, code: 'abc', createdAt: world.clock.now() }),
  );
  const { TEMPLATES } = await import('../../../src/mentoring/table.ts');
  const view = await world.store.read(world.tenantId, of('Eva').id, async ({ tx, actor }) => {
    if (!actor) throw new Error('nobody');
    return TEMPLATES.get('gatherings.announcement')?.build(
      { tx, reader: { ...actor, timeZone: ZONE }, now: world.clock.now(), again: false },
      { gathering: mingle.id },
    );
  });
  const joins = view?.blocks.flatMap((block) => (block.block === 'actions' ? block.buttons : [])) ?? [];
  expect(new Set(joins.map((button) => button.action))).toEqual(new Set(['orientation.join']));
  expect(joins.map((button) => button.about?.['cohort'])).toEqual(expect.arrayContaining([world.cohort.id, p2.id]));
  expect(view?.blocks.filter((block) => block.block === 'links')).toHaveLength(1);
});
