// What a calendar program finds at an address: the person's own dates, the cohort's, or one day, as they stand when it comes.

import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/bot/views/address.ts';
import type { Gathering, Invitation } from '../../../src/mentoring/gatherings/gathering.ts';
import type { Pair } from '../../../src/mentoring/cycle/index.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { openDatabase } from '../../../src/runtime/store/database.ts';
import { civilOf, instantOf, plus } from '../../../src/time.ts';
import { createScene, linkIn, type Scene, SITE } from '../passes/scene.ts';

let scene: Scene;
let ana: Person;
let erik: Person;
let outsider: Person;
let coordinator: Person;
let pair: Pair;
let kickoff: Gathering;
let seminar: Gathering;
let asked: Invitation;
let queries: string[] = [];
beforeAll(async () => {
  const database = await openDatabase({ memory: true }, (sql) => void (/^(-- Implicit|BEGIN|COMMIT|ROLLBACK|SET|SAVEPOINT)/i.test(sql) || queries.push(sql)));
  scene = await createScene({ database });
  [ana, erik] = [await scene.person('Ana García, “la jefa”', { language: 'es' }), await scene.person('Erik', { language: 'sv', timeZone: 'America/New_York' })];
  [outsider, coordinator] = [await scene.person('Otto'), await scene.person('Karin')];
  await scene.grant(coordinator, 'programme');
  pair = await scene.pair(await scene.join(ana, 'mentee'), await scene.join(erik, 'mentor'));
  await scene.publish();
  kickoff = await scene.gathering({ link: 'https://example.org/rum' });
  seminar = await scene.gathering({ part: 'seminar', startsAt: instantOf('2026-09-24T13:15:00Z') });
  const mingle = await scene.gathering({ milestone: 'mingle', part: 'evening', startsAt: instantOf('2026-09-03T15:00:00Z') });
  const workshop = await scene.gathering({ milestone: 'own', title: 'Skriva; läsa, tala', part: 'workshop', startsAt: instantOf('2026-11-05T12:00:00Z') });
  asked = await scene.invite(ana, kickoff);
  await scene.invite(ana, seminar, 'waiting');
  await scene.invite(ana, mingle, 'no');
  await scene.invite(ana, workshop, 'yes');
  await scene.invite(erik, kickoff, 'yes');
});
afterAll(() => scene.close());

interface Seen {
  readonly title: string;
  readonly starts: string;
  readonly ends: string;
  readonly text: string;
  readonly event: ICAL.Event;
}

async function seen(url: string): Promise<Seen[]> {
  const response = await scene.open(url);
  expect(response.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await response.text()) as unknown[]);
  return calendar
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))
    .map((event) => ({ title: event.summary, starts: event.startDate.toString(), ends: event.endDate.toString(), text: event.description ?? '', event }));
}

const titled = (all: readonly Seen[]) => all.map(({ title, starts }) => `${starts} ${title}`).sort();
const mine = async (person: Person) => linkIn(await scene.say(person, 'calendar'));
const eventFor = (person: Person, invitation: Invitation) =>
  addressOf(
    { to: 'event', about: { invitation: invitation.id } },
    { tenantId: scene.tenantId, personId: person.id, language: person.language },
    { site: () => SITE, secrets: scene.secrets },
  ) ?? '';

describe('a person’s own calendar', () => {
  it('has what they are invited to and have not declined, and the weeks of their pair, in their language and the organisation’s hours', async () => {
    expect(titled(await seen(await mine(ana)))).toEqual([
      '2026-09-24T13:00:00 Sesión inaugural',
      '2026-09-24T15:15:00 Sesión inaugural: seminario',
      '2026-10-05 Reunión de pareja 1 con Erik',
      '2026-11-02 Reunión de pareja 2 con Erik',
      '2026-11-05T13:00:00 Skriva; läsa, tala',
      '2026-12-07 Reunión de pareja 3 con Erik',
      '2027-02-22 Reunión de pareja 4 con Erik',
      '2027-03-22 Reunión de pareja 5 con Erik',
      '2027-04-26 Reunión de pareja 6 con Erik',
    ]);
    const theirs = await seen(await mine(erik));
    expect(titled(theirs)).toContain('2026-10-05 Parträff 1 med Ana García, “la jefa”');
    expect(theirs.find(({ title }) => title === 'Kick-off')).toMatchObject({ starts: '2026-09-24T13:00:00', ends: '2026-09-24T15:00:00' });
  });

  it('says what is still open, the way in, and that a week ends on its Friday', async () => {
    const all = await seen(await mine(ana));
    expect(all.find(({ title }) => title === 'Sesión inaugural')?.text).toMatch(/^¿Vendrás\?[^]*https:\/\/example\.org\/rum$/);
    expect(all.find(({ title }) => title.endsWith('seminario'))?.text).toContain('lista de espera');
    expect(all.find(({ title }) => title.includes('pareja 1'))?.ends).toBe('2026-10-10');
  });

  it('keeps an entry’s id through every change, raises its number, and tells a cancellation', async () => {
    const url = await mine(ana);
    const before = (await seen(url)).find(({ title }) => title.endsWith('seminario'));
    const startsAt = plus(seminar.startsAt, 86_400_000);
    await scene.change('gatherings', seminar.id, { startsAt, endsAt: plus(startsAt, 3_600_000), sequence: 1 });
    const moved = (await seen(url)).find(({ title }) => title.endsWith('seminario'));
    expect(moved?.starts).toBe('2026-09-25T15:15:00');
    await scene.change('gatherings', seminar.id, { state: 'cancelled', sequence: 2 });
    const off = (await seen(url)).find(({ title }) => title === 'Cancelado: Sesión inaugural: seminario');
    expect(off?.event.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect([before, moved, off].map((one) => one?.event.uid)).toEqual(Array(3).fill(before?.event.uid));
    expect([before, moved, off].map((one) => one?.event.sequence)).toEqual([0, 1, 2]);
    await scene.change('gatherings', seminar.id, { ...seminar });
  });

  it('moves a week with its calendar, under the same id', async () => {
    const url = await mine(ana);
    const week = (all: readonly Seen[]) => all.find(({ title }) => title.includes('pareja 2'));
    const before = week(await seen(url));
    const shift = {
      milestone: 'pair-meeting-2',
      from: civilOf('2026-11-09'),
      until: civilOf('2026-11-13'),
      reason: '',
      by: coordinator.id,
      at: scene.clock.now(),
    };
    await scene.change('years', scene.cohort.id, { shifts: [shift] });
    const after = week(await seen(url));
    expect([after?.starts, after?.ends, after?.event.uid]).toEqual(['2026-11-09', '2026-11-14', before?.event.uid]);
    expect(after?.event.sequence).toBeGreaterThan(before?.event.sequence ?? 0);
    await scene.change('years', scene.cohort.id, { shifts: [] });
  });

  it('shows no weeks of a pair that has ended, and none before the calendar is published', async () => {
    const weeks = async () => (await seen(await mine(ana))).filter(({ event }) => event.startDate.isDate).length;
    await scene.change('years', scene.cohort.id, { state: 'draft' });
    expect(await weeks()).toBe(0);
    await scene.change('years', scene.cohort.id, { state: 'published' });
    await scene.change('pairs', pair.id, { state: 'ended', endedAt: scene.clock.now() });
    expect(await weeks()).toBe(0);
    await scene.change('pairs', pair.id, { state: 'active', endedAt: null });
    expect(await weeks()).toBe(6);
  });

  it('asks the database as often for many dates as for few', async () => {
    const url = await mine(ana);
    const count = async () => {
      queries = [];
      await scene.open(url);
      return queries.length;
    };
    const few = await count();
    expect(few).toBeGreaterThan(5);
    expect(few).toBeLessThanOrEqual(14);
    for (let n = 0; n < 8; n++) await scene.invite(ana, await scene.gathering({ milestone: `own-${n}`, title: `Workshop ${n}`, part: 'workshop' }));
    expect(await count()).toBe(few);
    expect((await seen(url)).length).toBeGreaterThan(15);
  });
});

describe('a cohort’s calendar', () => {
  it('has its milestones and gatherings, and nobody’s name', async () => {
    const url = linkIn(await scene.say(coordinator, '/cohort subscribe'));
    const all = await seen(url);
    expect(titled(all)).toEqual(expect.arrayContaining(['2026-06-11 Call for mentors', '2026-09-03T17:00:00 Mentor mingle', '2026-10-05 Pair meeting 1']));
    expect(titled(all).some((one) => one.includes('Three-party'))).toBe(false);
    const text = await (await scene.open(url)).text();
    for (const name of ['Ana', 'García', 'Erik', 'Karin']) expect(text).not.toContain(name);
  });

  it('has what other cohorts share with it', async () => {
    const url = linkIn(await scene.say(coordinator, '/cohort subscribe'));
    await scene.gathering({ cohortId: 'another', sharedWith: [scene.cohort.id], milestone: 'own-shared', title: 'Shared mingle', part: 'evening' });
    await scene.gathering({ cohortId: 'another', milestone: 'own-theirs', title: 'Theirs alone', part: 'evening' });
    const titles = (await seen(url)).map(({ title }) => title);
    expect(titles).toContain('Shared mingle');
    expect(titles).not.toContain('Theirs alone');
  });
});

describe('an invitation as a file', () => {
  it('holds the gathering and the others of its day', async () => {
    const all = await seen(eventFor(ana, asked));
    expect(titled(all).slice(0, 1)).toEqual(['2026-09-24T13:00:00 Sesión inaugural']);
    expect(titled(all)).toContain('2026-09-24T15:15:00 Sesión inaugural: seminario');
    expect(all.every(({ starts }) => starts.startsWith('2026-09-24'))).toBe(true);
  });

  it('opens to the invited person alone', async () => {
    expect((await scene.open(eventFor(outsider, asked))).status).toBe(404);
    expect((await scene.open(eventFor(erik, asked))).status).toBe(404);
  });
});

describe('an address', () => {
  it('gives a file that is known again until something changes', async () => {
    const url = await mine(erik);
    const first = await scene.open(url);
    expect(first.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('Content-Disposition')).toBe('attachment; filename="mentoring.ics"');
    expect(first.headers.get('Cache-Control')).toBe('private, max-age=900');
    const tag = first.headers.get('ETag') ?? '';
    const again = await scene.open(url, { 'If-None-Match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await scene.change('gatherings', kickoff.id, { place: 'Aula 2', sequence: 1 });
    const changed = await scene.open(url, { 'If-None-Match': tag });
    expect([changed.status, (await changed.text()).includes('Aula 2')]).toEqual([200, true]);
  });

  it('answers alike to what never was, is of another kind, or is no more, whatever is asked', async () => {
    const code = (await mine(ana)).slice(-36);
    const wrong = [
      ...[`/calendar/${'0'.repeat(32)}.ics`, '/calendar/.ics', `/calendar/${'a'.repeat(5000)}.ics`, '/calendar/%00.ics', "/calendar/' OR 1=1--.ics"],
      ...[`/calendar/${code.slice(0, -4)}`, `/event/${code}`, '/event/x.ics', `/event/${'x'.repeat(3000)}.ics`, eventFor(ana, { ...asked, id: 'gone' })],
      eventFor(ana, asked).replace('/event/', '/calendar/'),
    ];
    const answers = await Promise.all(wrong.map((path) => scene.open(path, { 'Accept-Language': 'sv' })));
    const told = await Promise.all(answers.map(async (one) => `${one.status} ${one.headers.get('Cache-Control')} ${await one.text()}`));
    expect(new Set(told)).toEqual(
      new Set(['404 no-store Här finns inget. Adressen kan ha bytts mot en ny, eller så saknas en bokstav. Fråga den du fick den av.']),
    );
  });
});
