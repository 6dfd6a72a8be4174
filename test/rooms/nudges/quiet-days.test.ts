// No nudge on a holiday of the programmes that a person is part of, and none outside 8 to 18 in their own place (Q15).

import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { civilIn, holidayOn, TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import { nudgeAt, worksInAll } from '../../../src/mentoring/nudges/index.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { type Instant, instantOf, isoOf } from '../../../src/time.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { DATABASES } from '../../support/databases.ts';
import { createScene, type Scene } from '../delivery/scene.ts';

const at = (when: string) => instantOf(when);

describe('a nudge wanted on a holiday', () => {
  const next = (when: string, timeZone: string, ...regions: string[]) => isoOf(nudgeAt(at(when), null, timeZone, worksInAll(regions))).slice(0, 16);

  it.each([
    ['Good Friday, through Easter Monday', '2027-03-26T09:00Z', '2027-03-30T06:00'],
    ['1 May, a Friday', '2026-05-01T09:00Z', '2026-05-04T06:00'],
    ['Ascension Day', '2027-05-06T09:00Z', '2027-05-07T06:00'],
    ['6 January', '2027-01-06T09:00Z', '2027-01-07T07:00'],
    ['Midsummer Eve', '2027-06-25T09:00Z', '2027-06-28T06:00'],
  ])('waits in Sweden: %s', (_, when, told) => {
    expect(next(when, 'Europe/Stockholm', 'SE')).toBe(told);
  });

  it('waits in Madrid on its own days, and not on those of others', () => {
    expect(next('2027-10-12T09:00Z', 'Europe/Madrid', 'ES-MD')).toBe('2027-10-13T06:00');
    expect(next('2027-05-06T09:00Z', 'Europe/Madrid', 'ES-MD')).toBe('2027-05-06T09:00');
    // In Madrid and not in all of Spain: 2 May, a Tuesday in 2028.
    expect(next('2028-05-02T09:00Z', 'Europe/Madrid', 'ES-MD')).toBe('2028-05-03T06:00');
    expect(next('2028-05-02T09:00Z', 'Europe/Madrid', 'ES')).toBe('2028-05-02T09:00');
  });

  it('keeps the days of all that a person is part of, and Monday to Friday where there are none', () => {
    expect(next('2027-10-12T09:00Z', 'Europe/Madrid', 'SE', 'ES-MD')).toBe('2027-10-13T06:00');
    expect(next('2027-05-06T09:00Z', 'Europe/Madrid', 'SE', 'ES-MD')).toBe('2027-05-07T06:00');
    expect(next('2027-05-06T09:00Z', 'Europe/Stockholm')).toBe('2027-05-06T09:00');
    expect(next('2027-05-06T09:00Z', 'Europe/Stockholm', 'none')).toBe('2027-05-06T09:00');
  });

  it('never comes on one, nor outside 8 to 18, in any zone', () => {
    const zone = fc.constantFrom(
      'Europe/Stockholm',
      'Europe/Madrid',
      'Atlantic/Canary',
      'America/Sao_Paulo',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'Pacific/Honolulu',
    );
    const regions = fc.subarray(['SE', 'ES-MD', 'ES-CT', 'none']);
    const instant = fc.integer({ min: Date.UTC(2024, 0, 2), max: Date.UTC(2032, 11, 1) }).map(instantOf);
    fc.assert(
      fc.property(instant, zone, regions, (wanted, timeZone, all) => {
        const slot = nudgeAt(wanted, null, timeZone, worksInAll(all));
        const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(slot));
        expect(hour >= 8 && hour < 18).toBe(true);
        for (const region of all) expect(holidayOn(region, civilIn(slot, timeZone))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

describe.each(DATABASES)('delivery on $name', ({ open }) => {
  let database: Database;
  let scene: Scene;
  beforeAll(async () => void (database = await open()));
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.prisma.$executeRawUnsafe('TRUNCATE "Timer", "Message"');
    scene = await createScene(database);
  });

  /** Another cohort, of another programme, with a calendar of its own. */
  async function calendar(id: string, holidays: string, state: 'draft' | 'published' = 'published'): Promise<void> {
    const now = scene.world.clock.now();
    const year = { id, plan: { ...TEMPLATE_PLANS.september, holidays }, year: 2026, shifts: [], state, publishedBy: null, publishedAt: null, doneUntil: now };
    await scene.world.tx(async (tx) => {
      if (id !== scene.world.cohort.id) {
        tx.programmes.put({ ...scene.world.programme, id: `p-${id}`, name: id });
        tx.cohorts.put({ ...scene.world.cohort, id, programmeId: `p-${id}`, name: id });
      }
      tx.years.put(year);
    });
  }

  /** When a nudge that is wanted at that instant is posted. */
  async function posted(to: Person | 'channel', wanted: Instant): Promise<string> {
    scene.world.clock.set(wanted);
    await scene.post(to, 'hello', { kind: 'nudge' });
    await scene.delivery.drain();
    if (scene.said.length > 0) return isoOf(wanted).slice(0, 16);
    const [row] = await database.prisma.message.findMany({ where: { state: 'waiting' } });
    return row?.notBefore.toISOString().slice(0, 16) ?? 'never';
  }

  const ascension = at('2027-05-06T09:00Z');
  const hispanity = at('2027-10-12T09:00Z');

  it('lets a nudge wait through a holiday of the programme that somebody takes part in', async () => {
    const bo = await scene.world.person('Bo Ek');
    await scene.world.join(bo, 'mentee');
    await calendar(scene.world.cohort.id, 'SE');
    expect(await posted(bo, ascension)).toBe('2027-05-07T06:00');
  });

  it('or that they coordinate', async () => {
    const anna = await scene.world.person('Anna Lind');
    await scene.world.grant(anna, 'programme');
    await calendar(scene.world.cohort.id, 'SE');
    expect(await posted(anna, ascension)).toBe('2027-05-07T06:00');
  });

  it('keeps the holidays of two programmes, in the person’s own place', async () => {
    const bo = await scene.world.person('Bo Ek', { timeZone: 'Europe/Madrid' });
    await calendar(scene.world.cohort.id, 'SE');
    await calendar('madrid', 'ES-MD');
    await scene.world.join(bo, 'mentee');
    await scene.world.join(bo, 'mentor', { cohort: { ...scene.world.cohort, id: 'madrid' } });
    expect(await posted(bo, hispanity)).toBe('2027-10-13T06:00');
    await database.prisma.message.deleteMany({});
    expect(await posted(bo, at('2028-05-25T09:00Z'))).toBe('2028-05-26T06:00');
  });

  it('knows no holiday of a draft, of a cohort that is left, or of others', async () => {
    const [bo, cleo, dan] = [await scene.world.person('Bo Ek'), await scene.world.person('Cleo Ask'), await scene.world.person('Dan Lee')];
    await calendar(scene.world.cohort.id, 'SE');
    await calendar('draft', 'SE', 'draft');
    const left = await scene.world.join(bo, 'mentee');
    await scene.world.tx(async (tx) => {
      await tx.participations.get(left.id);
      tx.participations.put({ ...left, state: 'withdrawn' });
    });
    await scene.world.join(cleo, 'mentee', { cohort: { ...scene.world.cohort, id: 'draft' } });
    for (const person of [bo, cleo, dan]) {
      scene.said.length = 0;
      expect(await posted(person, ascension), person.name).toBe('2027-05-06T09:00');
    }
  });

  it('leaves a channel alone on the holidays of its own cohort', async () => {
    await calendar(scene.world.cohort.id, 'SE');
    await scene.world.tx(async (tx) => {
      const cohort = await tx.cohorts.get(scene.world.cohort.id);
      if (cohort) tx.cohorts.put({ ...cohort, channel: { platform: 'web', conversation: 'mentoring' } });
    });
    expect(await posted('channel', ascension)).toBe('2027-05-07T06:00');
  });

  it('says a decision at once, holiday or not', async () => {
    const bo = await scene.world.person('Bo Ek');
    await scene.world.join(bo, 'mentee');
    await calendar(scene.world.cohort.id, 'SE');
    scene.world.clock.set(ascension);
    await scene.post(bo, 'hello');
    await scene.delivery.drain();
    expect(scene.said).toHaveLength(1);
  });
});
