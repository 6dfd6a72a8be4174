// Who may look at a calendar and who may change it; whatever is typed into it; what it asks of the storage and of a chat.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitsInMessage, renderMessage as renderSlack } from '../../../adapters/slack/render/message.ts';
import { LIMITS } from '../../../adapters/teams/render/limits.ts';
import { renderMessage as renderTeams } from '../../../adapters/teams/render/message.ts';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import { say } from '../../../src/bot/views/text.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { DEFAULT_SETTINGS, type Programme } from '../../../src/mentoring/programme/programme.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { words } from '../../../adapters/common/words.ts';
import { civilOf } from '../../../src/time.ts';
import { KINDS } from '../../support/hostile.ts';
import { createWorld, type World } from '../../support/world.ts';
import { begun, cohortIn, coordinator, published, yearOf } from './coordinating.ts';

let asked = 0;
let database: Database;
let world: World;
let anna: Person;

beforeAll(async () => {
  database = await openDatabase({ memory: true }, (sql) => void (/^\s*(BEGIN|COMMIT|ROLLBACK|--)/i.test(sql) ? 0 : asked++));
  world = await createWorld({ database });
  anna = await coordinator(world);
  await begun(world, anna);
});
afterAll(() => database.close());

const days = { from: '2027-01-21', until: '2027-01-21', was: '2027-01-28/2027-01-28', reason: 'The hall is taken' };
const LOOKS = ['year.show', 'year.pick', 'year.why', 'year.doubts', 'year.compare', 'year.exportFile', 'year.exported'];
const CHANGES = ['year.moveForm', 'year.move', 'year.mend', 'year.takeBack', 'year.audience', 'year.publish', 'year.rollForm', 'year.rollOver'].concat([
  'year.importForm',
  'year.importFile',
  'year.drop',
  'year.choose',
  'year.begin',
]);
const about = () => ({ cohort: world.cohort.id, milestone: 'mid-gathering', ...days, seen: 'x', name: 'Next', file: 'x', template: 'january', year: 2027 });

describe('a calendar', () => {
  it('is nobody’s but its coordinators’: others learn not even that there is one', async () => {
    const [bo, cleo] = [await world.person('Bo'), await world.person('Cleo')];
    await world.join(bo, 'mentor');
    const other: Programme = { id: world.ids.next(), name: 'Peers', terms: {}, settings: DEFAULT_SETTINGS, createdAt: world.clock.now() };
    await world.tx(async (tx) => {
      tx.programmes.put(other);
      tx.grants.put({ id: world.ids.next(), programmeId: other.id, personId: cleo.id, role: 'programme', createdAt: world.clock.now() });
    });
    const missing = world.words(await world.act(cleo, 'year.pick', { cohort: 'nowhere' }));
    for (const person of [bo, cleo]) {
      for (const action of [...LOOKS, ...CHANGES]) {
        const there = await world.act(person, action, { ...about(), from: action === 'year.doubts' ? 0 : about().from });
        expect(there.kind, action).toBe('refused');
        expect(world.words(there), action).toBe(missing);
      }
      expect(world.words(await world.command(person, '/cohort calendar autumn'))).not.toContain('Autumn 2026');
    }
    expect((await yearOf(world))?.state).toBe('draft');
  });

  it('is seen and not changed by those who may only look', async () => {
    const dan = await world.person('Dan');
    await world.grant(dan, 'read-only');
    const before = await yearOf(world);
    for (const action of LOOKS) expect((await world.act(dan, action, { ...about(), from: 0 })).kind, action).toBe('done');
    for (const action of CHANGES) expect(world.words(await world.act(dan, action, about())), action).toContain('not yours');
    const page = await world.act(dan, 'year.show', { cohort: world.cohort.id });
    expect(world.words(page)).not.toMatch(/\[(Publish|Move|Drop|Invite them|Import)/);
    expect(await yearOf(world)).toEqual(before);
  });

  it('as a draft stays hidden from coordinators of other programmes, in doubts and picture too', async () => {
    const [cleo] = await world.tx((tx) => tx.people.find({ name: 'Cleo' }));
    const [other] = await world.tx((tx) => tx.programmes.find({ name: 'Peers' }));
    if (!cleo || !other) throw new Error('no Cleo');
    const cohort = await cohortIn(world, { programmeId: other.id, name: 'Peers 2027' });
    const page = world.words(await begun(world, cleo, 'january', 2027, cohort));
    expect(page).not.toContain('Autumn 2026');
    expect(world.words(await world.act(anna, 'year.show', { cohort: world.cohort.id }))).not.toContain('Peers 2027');
    await published(world, cleo, cohort);
    expect(world.words(await world.act(anna, 'year.show', { cohort: world.cohort.id }))).toContain('Peers 2027');
    await world.tx(async (tx) => {
      tx.years.remove(cohort.id);
      for (const one of await tx.gatherings.find({})) tx.gatherings.remove(one.id);
    });
  });
});

describe('what is typed', () => {
  const fields: readonly (readonly [string, (text: string) => Record<string, unknown>])[] = [
    ['year.show', (name) => ({ cohort: undefined, name })],
    ['year.why', (milestone) => ({ milestone })],
    ['year.move', (reason) => ({ reason, from: '2027-01-28' })],
    ['year.move', (from) => ({ from })],
    ['year.move', (until) => ({ milestone: 'pair-meeting-1', was: '2026-10-05/2026-10-09', from: '2026-10-05', until })],
    ['year.begin', (template) => ({ template })],
    ['year.begin', (year) => ({ year })],
    ['year.publish', (seen) => ({ seen })],
    ['year.exported', (next) => ({ next })],
    ['year.importFile', (file) => ({ file })],
    ['year.importFile', (year) => ({ year })],
  ];

  it.each(fields)('into %s: an answer or a kind refusal', async (action, input) => {
    const before = await yearOf(world);
    for (const [text] of KINDS) {
      const reply = await world.act(anna, action, { ...about(), ...input(text) });
      expect(world.words(reply), JSON.stringify(text)).not.toContain('Something went wrong');
    }
    expect(await yearOf(world)).toEqual(before);
  });

  it('as a reason or a name comes back as it was, in every page', async () => {
    const [call, markup] = ['<!channel> @everyone', '<script>alert(1)</script> {day}'];
    const cohort = await cohortIn(world, { name: markup, startsOn: world.cohort.startsOn });
    await begun(world, anna, 'september', 2026, cohort);
    const form = await world.act(anna, 'year.moveForm', { cohort: cohort.id, milestone: 'call' });
    const page = await world.submit(anna, form, { from: '2026-06-12', reason: call });
    expect(world.words(page)).toContain(`${markup}: calendar`);
    expect(world.words(page)).toContain(`moved: ${call}`);
    const rolled = await world.act(anna, 'year.rollOver', { cohort: cohort.id, name: `${markup} 2` });
    expect(world.words(rolled)).toContain(`${markup} 2 is there`);
    await world.tx(async (tx) => {
      for (const year of await tx.years.find({})) if (year.id !== world.cohort.id) tx.years.remove(year.id);
    });
  });
});

describe('a page', () => {
  const pages = async (person: Person) => {
    const act = (action: string, more: Record<string, unknown> = {}) => world.act(person, action, { cohort: world.cohort.id, ...more });
    const sure = await world.click(person, await act('year.show'), 'year.publish');
    return [await act('year.show'), await act('year.doubts', { from: 4 }), await act('year.why', { milestone: 'kickoff' }), await act('year.compare'), sure];
  };

  it.each(LANGUAGES)('fits a card of Teams and a message of Slack whole, with the longest names and many doubts (%s)', async (language) => {
    const person = await coordinator(world, 'Åsa-Lena von Västerbotten-Sjöstrand', { language });
    const name = 'Mentorskapsprogrammet för internationella doktorander, vårterminen och hösten 2027'.slice(0, 80);
    await world.tx(async (tx) => {
      const [cohort, year] = [await tx.cohorts.get(world.cohort.id), await tx.years.get(world.cohort.id)];
      if (!cohort || !year) throw new Error('no calendar');
      tx.cohorts.put({ ...cohort, name });
      const moved = ['mingle', 'kickoff', 'closing', 'mid-gathering', 'call'].map((milestone, index) => ({
        ...{ milestone, from: civilOf(`2026-12-2${index + 4}`), until: civilOf(`2026-12-2${index + 4}`) },
        ...{ reason: 'w'.repeat(300), by: anna.id, at: world.clock.now() },
      }));
      tx.years.put({ ...year, shifts: moved });
    });
    const other = await cohortIn(world, { name: `${name.slice(0, 77)} ${language}` });
    await begun(world, anna, 'january', 2027, other);
    for (const [index, { answer }] of (await pages(person)).entries()) {
      if (answer?.type !== 'message') throw new Error(`no page ${index}`);
      const card = renderTeams(answer, 'chat');
      expect(Buffer.byteLength(JSON.stringify(card)), `page ${index}`).toBeLessThanOrEqual(LIMITS.card);
      expect(JSON.stringify(card), `page ${index}`).not.toContain(words(say('chat.cut'), language));
      expect(fitsInMessage(renderSlack(answer, new Map())), `page ${index}`).toBe(true);
    }
    await world.tx(async (tx) => {
      const year = await tx.years.get(world.cohort.id);
      if (year) tx.years.put({ ...year, shifts: [] });
      tx.years.remove(other.id);
    });
  });

  it('asks the storage as often for 120 people as for two', async () => {
    const queries = async (work: () => Promise<Reply>) => {
      const before = asked;
      expect((await work()).kind).toBe('done');
      return asked - before;
    };
    const each = async () => {
      const act = (action: string) => queries(() => world.act(anna, action, about()));
      return [await act('year.show'), await act('year.why'), await act('year.compare')];
    };
    const pairs = async (from: number, to: number) => {
      for (let index = from; index < to; index++) {
        const [mentee, mentor] = [await world.person(`A${index}`), await world.person(`B${index}`)];
        await world.pair(await world.join(mentee, 'mentee'), await world.join(mentor, 'mentor'));
      }
    };
    await pairs(0, 1);
    const before = await each();
    await pairs(1, 60);
    expect(await each()).toEqual(before);
    expect(Math.max(...before)).toBeLessThanOrEqual(24);
  });
});
