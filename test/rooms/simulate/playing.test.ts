// The simulation itself: the same seed tells the same story, people are as varied as they should be, and what is asked wrongly is refused.

import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { TEMPLATE_PLANS, writePlan } from '../../../src/mentoring/calendar/index.ts';
import { castOf } from '../../../src/runtime/simulate/cast.ts';
import { chanceOf } from '../../../src/runtime/simulate/chance.ts';
import { deskIn } from '../../../src/runtime/simulate/clock.ts';
import { askedFor } from '../../../src/runtime/simulate/options.ts';
import { play } from '../../../src/runtime/simulate/play.ts';
import { recordOf } from '../../../src/runtime/simulate/record.ts';
import { personStory, storyOf } from '../../../src/runtime/simulate/story.ts';
import { openDatabase } from '../../../src/runtime/store/database.ts';
import { civilOf, instantOf, isoOf } from '../../../src/time.ts';
import { databaseOn } from '../../support/postgres.ts';

const cast = (seed: string) => castOf({ programmes: 2, pairs: 25, languages: ['sv', 'es', 'en'], seed });
const share = <T>(all: readonly T[], fits: (one: T) => boolean) => all.filter(fits).length / all.length;

describe('chance', () => {
  it('is the same for the same seed, another one for another, and even', () => {
    const draw = (seed: string) => Array.from({ length: 2000 }, chanceOf(seed).next);
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    const tenths = Map.groupBy(draw('c'), (value) => Math.floor(value * 10));
    for (let tenth = 0; tenth < 10; tenth++) expect(tenths.get(tenth)?.length).toBeGreaterThan(140);
  });
});

describe('the cast', () => {
  const { members } = cast('1');

  it('has one in ten silent, some busy, some leaving, and the rest prompt or slow', () => {
    expect(share(members, ({ temper }) => temper === 'silent')).toBeCloseTo(0.1, 1);
    for (const temper of ['busy', 'slow', 'leaving', 'prompt']) expect(share(members, (one) => one.temper === temper)).toBeGreaterThan(0.03);
  });

  it('reads three languages, in several places, on three platforms, and no two have one name or address', () => {
    for (const language of ['sv', 'es', 'en']) expect(share(members, (one) => one.language === language)).toBeGreaterThan(0.25);
    for (const platform of ['slack', 'teams', 'web']) expect(share(members, (one) => one.platform === platform)).toBeGreaterThan(0.1);
    expect(new Set(members.map(({ timeZone }) => timeZone)).size).toBe(4);
    expect(new Set(members.map(({ email }) => email)).size).toBe(members.length);
    expect(members.every(({ email }) => email.endsWith('@example.org'))).toBe(true);
  });

  it('has mentors who take part in both programmes', () => {
    expect(members.filter(({ joins }) => joins.length === 2).length).toBeGreaterThan(0);
  });
});

describe('office hours', () => {
  const desk = deskIn('SE');

  it('are from nine to five in Stockholm on working days', () => {
    // Christmas Eve, a Thursday, to the Monday after.
    expect(isoOf(desk.next(instantOf('2026-12-23T16:30:00Z')))).toBe('2026-12-28T08:00:00.000Z');
    expect(isoOf(desk.hoursAfter(instantOf('2026-09-04T14:00:00+02:00'), 4))).toBe('2026-09-07T08:00:00.000Z');
    expect(desk.days(civilOf('2027-01-07'), -1)).toBe('2027-01-05');
    expect(isoOf(desk.onDay(civilOf('2026-12-25'), 0))).toBe('2026-12-28T08:00:00.000Z');
  });
});

describe('a small year', () => {
  const small = async (seed: string) => {
    const { programmes, pairs, languages, url, file } = askedFor(['--template', 'september', '--year', '2026', '--pairs', '1', '--seed', seed]);
    const out = await play({ programmes, pairs, languages, seed, url });
    try {
      return { record: await recordOf(out, file), faults: out.house.faults };
    } finally {
      await out.house.close();
    }
  };

  it('is the same for the same seed, byte for byte, and is told', async () => {
    const [one, two] = [await small('same'), await small('same')];
    expect(one.faults).toEqual([]);
    expect(JSON.stringify(two.record)).toBe(JSON.stringify(one.record));
    const story = storyOf(one.record, 'September 2026').join('\n');
    expect(story).toContain('Thu, 24 Sept 2026');
    expect(story).toContain('How the pairs fared');
    const [person] = one.record.people.filter(({ role }) => role === 'mentee');
    const mine = one.record.messages.filter(({ to }) => to === person?.id);
    const told = personStory(one.record, person?.name ?? '').join('\n');
    for (const { text } of mine) expect(told).toContain(text.split('\n')[0]);
    expect(() => personStory(one.record, 'Nobody At All')).toThrow(/Nobody in this story/);
  });
});

describe('what is asked', () => {
  it.each([
    [['--year', '2026'], /Say which/],
    [['--template', 'autumn', '--year', '2026'], /--template must be/],
    [['--template', 'both'], /--year is missing/],
    [['--template', 'both', '--year', '1969'], /1970 to 2199/],
    [['--template', 'both', '--year', '2026', '--pairs', '0'], /--pairs must be/],
    [['--template', 'both', '--year', '2026', '--languages', 'sv,fi'], /--languages must be/],
    [['--programme', '/nowhere.yaml', '--year', '2026'], /cannot be read/],
    [['--template', 'both', '--year', '2026', '--colour', 'red'], /colour/],
  ])('refuses %j', (args, why) => {
    expect(() => askedFor(args)).toThrow(why);
  });

  it('reads a programme file, and says what is wrong with one', () => {
    const path = join(tmpdir(), `mentor-cycle-programme-${process.pid}.yaml`);
    writeFileSync(path, writePlan(TEMPLATE_PLANS.january, 'yaml', 'en'));
    const [played] = askedFor(['--programme', path, '--year', '2027']).programmes;
    expect(played).toMatchObject({ template: null, startsOn: '2027-02-11', endsOn: '2027-11-11' });
    writeFileSync(path, 'format: nothing\n');
    expect(() => askedFor(['--programme', path, '--year', '2027'])).toThrow();
  });

  it('plays in no database in which something lies', async () => {
    const url = await databaseOn(inject('postgresUrl'));
    const { programmes, languages } = askedFor(['--template', 'september', '--year', '2026']);
    await (await openDatabase({ url })).close();
    await expect(play({ programmes, pairs: 1, languages, seed: 'x', url })).rejects.toThrow(/something in this database already/);
  });
});
