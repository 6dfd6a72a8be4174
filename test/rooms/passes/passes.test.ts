// Addresses of calendars and sign-up pages: who gets one, what it opens, and when it opens nothing any more.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { calendarCode, joinCode } from '../../../src/mentoring/passes/codes.ts';
import { joinCodeOf } from '../../../src/mentoring/passes/index.ts';
import { blocksOf } from '../../support/words.ts';
import { createScene, linkIn, linksIn, type Scene, SITE } from './scene.ts';

let scene: Scene;
let coordinator: Person;
let reader: Person;
let mentee: Person;
beforeAll(async () => {
  scene = await createScene();
  coordinator = await scene.person('Karin');
  reader = await scene.person('Lena');
  mentee = await scene.person('Ana', { language: 'es' });
  await scene.grant(coordinator, 'programme');
  await scene.grant(reader, 'read-only');
  await scene.join(mentee, 'mentee');
});
afterAll(() => scene.close());

describe('a calendar of one’s own', () => {
  it('has one address, the same each time, in whichever language it is asked for', async () => {
    const links = await Promise.all(['/mentor calendar', 'kalender', 'Calendario', '/mentor ics'].map(async (line) => linkIn(await scene.say(mentee, line))));
    expect(new Set(links).size).toBe(1);
    expect(links[0]).toMatch(/^https:\/\/mentor\.example\.org\/calendar\/[0-9a-f]{32}\.ics$/);
    expect((await scene.open(links[0] ?? '')).status).toBe(200);
  });

  it('comes with how to use it in each of three programs, and who can see it', async () => {
    const words = scene.words(await scene.say(mentee, 'calendario'));
    for (const name of ['Google Calendar', 'Outlook', 'Calendario de Apple', 'Guárdala para ti']) expect(words).toContain(name);
  });

  it('gets a new address when one is wanted, and the old one is dead at once', async () => {
    const person = await scene.person('Erik');
    const before = await scene.say(person, 'calendar');
    const after = await scene.press(person, before, 'passes.renew');
    expect(linkIn(after)).not.toBe(linkIn(before));
    expect((await scene.open(linkIn(before))).status).toBe(404);
    expect((await scene.open(linkIn(after))).status).toBe(200);
    expect(linkIn(await scene.say(person, 'calendar'))).toBe(linkIn(after));
  });

  it('opens nothing once its owner has left', async () => {
    const person = await scene.person('Siv');
    const link = linkIn(await scene.say(person, 'calendar'));
    await scene.leaves(person);
    expect((await scene.open(link)).status).toBe(404);
  });

  it('asks kindly for an address where the deployment has none, and makes nothing', async () => {
    const person = await scene.person('Olle', { language: 'sv' });
    const reply = await scene.command(person, 'kalender');
    expect(reply.kind).toBe('refused');
    expect(scene.words(reply)).toContain('PUBLIC_URL');
    expect(await scene.tx((tx) => tx.passes.count({ personId: person.id }))).toBe(0);
  });
});

describe('a cohort’s calendar', () => {
  it('is for whoever may see the cohort, each with an address of their own', async () => {
    const [first, second] = [linkIn(await scene.say(coordinator, '/cohort subscribe')), linkIn(await scene.say(reader, 'omgång prenumerera'))];
    expect(first).not.toBe(second);
    for (const link of [first, second]) expect((await scene.open(link)).status).toBe(200);
    expect((await scene.say(mentee, '/cohort subscribe')).kind).toBe('refused');
  });

  it('ends with the coordinator’s charge', async () => {
    const person = await scene.person('Nils');
    await scene.grant(person, 'matching');
    const link = linkIn(await scene.say(person, '/cohort ical'));
    const [grant] = await scene.tx((tx) => tx.grants.find({ personId: person.id }));
    await scene.tx(async (tx) => tx.grants.remove(grant?.id ?? ''));
    expect((await scene.open(link)).status).toBe(404);
  });
});

describe('the way to sign-up', () => {
  it('is a short link with a QR code of it, the same for all coordinators', async () => {
    const reply = await scene.say(coordinator, '/cohort qr Autumn');
    const link = linkIn(reply);
    expect(link).toMatch(/^https:\/\/mentor\.example\.org\/join\/[2-9a-hjkmnp-tv-z]{10}$/);
    const picture = (reply.answer ? blocksOf(reply.answer) : []).find((block) => block.block === 'picture');
    expect(picture).toMatchObject({
      alt: expect.stringContaining(link),
      svg: expect.stringMatching(/^<svg/),
      url: expect.stringContaining(`${SITE}/picture/`),
    });
    // Chats that take no SVG fetch the same picture by its address, for as long as the code leads somewhere.
    const token = (picture?.block === 'picture' ? (picture.url ?? '') : '').replace(/^.*\/|\.png$/g, '');
    expect(await scene.links.picture(token)).toEqual({ svg: picture?.block === 'picture' && picture.svg });
    const other = await scene.person('Maja');
    await scene.grant(other, 'programme');
    expect(linksIn(await scene.say(other, '/cohort affisch'))).toEqual([link]);
    expect(scene.words(await scene.say(other, '/cohort qr'))).toContain(link);
  });

  it('is made by whoever may manage the programme, and by nobody else', async () => {
    for (const person of [reader, mentee]) expect((await scene.say(person, '/cohort qr')).kind).toBe('refused');
  });

  it('is there for a mingle’s announcement too, though nobody acts then', async () => {
    const link = linkIn(await scene.say(coordinator, '/cohort qr'));
    const code = await scene.tx((tx) => joinCodeOf(tx, scene.cohort, { now: scene.clock.now(), ids: scene.ids }));
    expect(link).toBe(`${SITE}/join/${code}`);
    expect(await scene.tx((tx) => joinCodeOf(tx, { id: 'new', programmeId: 'nobodys' }, { now: scene.clock.now(), ids: scene.ids }))).toBeNull();
  });

  it('offers to open sign-up where it is closed', async () => {
    await scene.say(coordinator, '/cohort close');
    const reply = await scene.say(coordinator, '/cohort qr');
    expect(scene.words(reply)).toContain('Sign-up is closed');
    expect((await scene.press(coordinator, reply, 'programme.open')).kind).toBe('done');
  });
});

describe('codes', () => {
  it('of calendars have 128 bits, and those of posters no letters that look alike', () => {
    const codes = Array.from({ length: 2000 }, joinCode);
    expect(new Set(codes).size).toBe(2000);
    expect(new Set(codes.join('')).size).toBe(30);
    expect(codes.join('')).not.toMatch(/[01ilou]/);
    expect(calendarCode()).toMatch(/^[0-9a-f]{32}$/);
    expect(calendarCode()).not.toBe(calendarCode());
  });

  it('use each letter as often as any other', () => {
    const counts = new Map<string, number>();
    for (const letter of Array.from({ length: 3000 }, joinCode).join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    // 1,000 of each expected; five standard deviations are 156.
    for (const [letter, count] of counts) expect(Math.abs(count - 1000), letter).toBeLessThan(200);
  });
});
