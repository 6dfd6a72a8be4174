// The page that a poster leads to: what it says, in whose language, and that it runs nothing and tells nobody (S2.5, S2.6).

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinRoutes } from '../../../adapters/links/join.ts';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import type { JoinPage } from '../../../src/links.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { civilOf, instantOf } from '../../../src/time.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { createScene, linkIn, type Scene } from '../passes/scene.ts';

describe('the sign-up page of a cohort', () => {
  let scene: Scene;
  let coordinator: Person;
  let url: string;
  beforeAll(async () => {
    scene = await createScene();
    coordinator = await scene.person('Karin');
    await scene.grant(coordinator, 'programme');
    const spring = { id: scene.ids.next(), name: 'Spring 2027', startsOn: civilOf('2027-02-11'), endsOn: civilOf('2027-11-11'), signup: 'closed' } as const;
    await scene.tx(async (tx) => tx.cohorts.put({ ...scene.cohort, ...spring }));
    for (const [platform, door] of [
      ['slack', 'T1'],
      ['slack', 'T2'],
      ['teams', 'aad'],
    ] as const)
      await scene.store.prisma.door.create({ data: { platform, externalId: door, tenantId: scene.tenantId } });
    url = linkIn(await scene.say(coordinator, '/cohort qr Autumn'));
  });
  afterAll(() => scene.close());

  const text = async (at: string, language = 'en') => (await scene.open(at, { 'Accept-Language': language })).text();

  it('says whose it is, when it starts, and how to sign up where the organisation is', async () => {
    const page = await text(url);
    for (const words of [
      'Mentoring at Örebro universitet',
      'Autumn 2026',
      'Starts on Thursday 24 September 2026',
      'Sign-up is open',
      '“/mentor join”',
      'Microsoft Teams',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain('playground');
    expect(page.match(/In Slack/g)).toHaveLength(1);
  });

  it('shows the other starts that one can join, the next one first, and none that one cannot', async () => {
    expect(await text(url)).not.toContain('Spring 2027');
    await scene.say(coordinator, '/cohort open Spring');
    const page = await text(url);
    expect(page.indexOf('Autumn 2026')).toBeLessThan(page.indexOf('Spring 2027'));
    await scene.say(coordinator, '/cohort close Autumn');
    expect(await text(url)).toMatch(/Autumn 2026[^]*Sign-up opens later[^]*Spring 2027[^]*Sign-up is open/);
    await scene.say(coordinator, '/cohort close Spring');
    expect(await text(url)).toContain('No start is open for sign-up just now');
    expect(await text(url)).not.toContain('How to sign up');
    await scene.say(coordinator, '/cohort open Autumn');
  });

  it('can be typed in capitals from the wall', async () => {
    expect((await scene.open(url.replace(/[^/]+$/, (code) => code.toUpperCase()))).status).toBe(200);
  });

  it('is no calendar, and a calendar’s code is no page', async () => {
    const code = url.slice(-10);
    expect((await scene.open(`/calendar/${code}.ics`)).status).toBe(404);
    const calendar = linkIn(await scene.say(coordinator, 'calendar'));
    expect((await scene.open(`/join/${calendar.slice(-36, -4)}`)).status).toBe(404);
  });

  it('is gone with its cohort, and says so as to any wrong code', async () => {
    const [gone] = await scene.tx((tx) => tx.cohorts.find({ name: 'Spring 2027' }));
    const other = linkIn(await scene.say(coordinator, '/cohort qr Spring'));
    await scene.tx(async (tx) => tx.cohorts.remove(gone?.id ?? ''));
    const [first, second] = [await scene.open(other), await scene.open('/join/2222222222')];
    expect([first.status, second.status]).toEqual([404, 404]);
    expect(await first.text()).toBe(await second.text());
  });

  it('speaks of a start that is over no more', async () => {
    scene.clock.set(instantOf('2028-01-10T09:00:00Z'));
    expect(await text(url)).not.toContain('Autumn 2026');
  });
});

const PAGE: JoinPage = {
  organisation: 'Örebro universitet',
  language: 'sv',
  terms: {},
  cohorts: [{ name: 'Hösten 2026', startsOn: civilOf('2026-09-24'), isOpen: true }],
  platforms: ['slack'],
};
const CODE = 'abcdefgh23';
const site = (of: Partial<JoinPage> = {}) => joinRoutes({ join: async (code) => (code === CODE ? { ...PAGE, ...of } : null) });
const languageOf = async (accept: string | null, query = '') => {
  const response = await site().request(`/join/${CODE}${query}`, { headers: accept === null ? {} : { 'Accept-Language': accept } });
  return /<html lang="(\w+)"/.exec(await response.text())?.[1];
};

describe('the language of the page', () => {
  it.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['de-DE,de;q=0.9,en;q=0.5,es;q=0.7', 'es'],
    ['en-GB', 'en'],
    ['SV', 'sv'],
    // Estonian is no Spanish, and Sanskrit no Swedish: the organisation’s own.
    ['est', 'sv'],
    ['fi', 'sv'],
    ['', 'sv'],
    [null, 'sv'],
    [';;;q=,,,\u00ff;q=9', 'sv'],
    [`${'x,'.repeat(5000)}es`, 'sv'],
  ])('is the visitor’s own where we have it: %j', async (accept, language) => {
    expect(await languageOf(accept)).toBe(language);
  });

  it('is the one that was pressed, and no other word in the address', async () => {
    for (const language of LANGUAGES) expect(await languageOf('de', `?lang=${language}`)).toBe(language);
    for (const wrong of ['xx', '<script>', '__proto__', '']) expect(await languageOf('es', `?lang=${encodeURIComponent(wrong)}`)).toBe('es');
  });
});

describe('the page', () => {
  it('runs nothing, loads nothing and tells nobody, by its own word to the browser', async () => {
    const response = await site().request(`/join/${CODE}`);
    const text = await response.text();
    const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? '';
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toMatch(/default-src 'none'.*base-uri 'none'.*form-action 'none'.*frame-ancestors 'none'/);
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(text).not.toMatch(/<script|\son\w+=|style="|src=|url\(|<form/);
  });

  it('shows names as they are written, whatever they are', async () => {
    for (const name of HOSTILE) {
      const text = await (
        await site({ organisation: name, cohorts: [{ name, startsOn: civilOf('2026-09-24'), isOpen: true }] }).request(`/join/${CODE}`)
      ).text();
      expect(text).not.toMatch(/<script|<img|<b>/);
      expect(text.match(/<li><strong>/g)).toHaveLength(1);
    }
  });

  it.each(LANGUAGES)('has no sentence with a hole, with all ways in or none (%s)', async (language) => {
    for (const of of [{ platforms: ['slack', 'teams', 'web'] }, { platforms: [] }, { cohorts: [] }]) {
      const text = await (await site(of).request(`/join/${CODE}?lang=${language}`)).text();
      expect(text.replace(/<style>[^]*<\/style>/, '')).not.toMatch(/[{}]|undefined|\[object/);
    }
  });
});
