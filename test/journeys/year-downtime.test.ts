// The program stands still in the middle of a year: for 25 hours, 8 days and 60 days. Whatever still matters is said late and
// once, what is over is not said, and nobody is flooded. Dates of 2026 and 2027 are written out (A.4).

import { beforeAll, describe, expect, it } from 'vitest';
import { play } from '../../src/runtime/simulate/play.ts';
import { programmesOf } from '../../src/runtime/simulate/programmes.ts';
import { recordOf, type YearRecord } from '../../src/runtime/simulate/record.ts';
import { instantOf } from '../../src/time.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const from = (at: string, ms: number) => ({ from: instantOf(at), until: instantOf(Date.parse(at) + ms) });
const DOWN = {
  // The week of the first pair meeting begins on Monday 5 October at nine.
  hours: from('2026-10-05T08:00:00+02:00', 25 * HOUR),
  // That of the second one, 2 to 6 November, passes whole, and so does the Monday on which it is asked after.
  days: from('2026-11-02T08:00:00+01:00', 8 * DAY),
  // The mid gathering on 28 January and the fourth pair meeting, 22 to 26 February.
  months: from('2027-01-18T08:00:00+01:00', 60 * DAY),
};

describe('a year with 25 hours, 8 days and 60 days in which nothing runs', () => {
  let year: YearRecord;
  let faults: readonly string[];

  beforeAll(async () => {
    const out = await play({
      ...{ programmes: programmesOf(['september'], 2026), pairs: 3, languages: ['sv', 'es', 'en'], seed: 'standstill', url: null },
      downtimes: Object.values(DOWN),
    });
    year = await recordOf(out, null);
    faults = out.house.faults;
    await out.house.close();
  }, 900_000);

  const between = (start: number, end: number, ...kinds: readonly string[]) =>
    year.messages.filter(({ at, kind }) => Date.parse(at) >= start && Date.parse(at) < end && (kinds.length === 0 || kinds.includes(kind)));
  const pairs = () => year.pairs.filter(({ revealedAt }) => revealedAt !== undefined);
  const paired = (by: number) => pairs().filter(({ revealedAt }) => Date.parse(revealedAt ?? '') < by);

  it('comes through it without a fault', () => {
    expect(faults).toEqual([]);
    expect(pairs().length).toBeGreaterThan(1);
  });

  it('says and does nothing meanwhile', () => {
    for (const { from: start, until } of Object.values(DOWN)) {
      expect(between(start, until)).toEqual([]);
      expect(year.actions.filter(({ at }) => Date.parse(at) >= start && Date.parse(at) < until)).toEqual([]);
    }
  });

  it('says after 25 hours, once, that the week of the first pair meeting has begun', () => {
    const said = between(DOWN.hours.until, DOWN.hours.until + 3 * DAY, 'meetings.window').map(({ to }) => to);
    expect(new Set(said).size).toBe(said.length);
    // Whoever is busy hears later.
    expect(said.length).toBeGreaterThan(0);
    expect(said.length).toBeLessThanOrEqual(paired(DOWN.hours.from).length * 2);
  });

  it('does not say after 8 days that a week has begun which is over, but asks how it went, once', () => {
    const end = DOWN.days.until + 9 * DAY;
    expect(between(DOWN.days.from, end, 'meetings.window')).toEqual([]);
    const asked = between(DOWN.days.until, end, 'meetings.windowAsk').map(({ to, pair }) => `${to} ${pair}`);
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('is silent after 60 days about what is over: the mid gathering, and the pair meeting of February', () => {
    // Until the fifth one begins.
    const after = between(DOWN.months.until, Date.parse('2027-03-22T00:00Z'));
    expect(after.filter(({ kind }) => ['gatherings.invited', 'gatherings.reminder', 'meetings.window', 'meetings.windowAsk'].includes(kind))).toEqual([]);
    expect(between(DOWN.months.until, Number.POSITIVE_INFINITY).filter(({ text }) => /28 (January|januari|de enero)/i.test(text))).toEqual([]);
  });

  it('asks each of them once whether they have met, and goes on every two weeks', () => {
    for (const { from: start, until } of Object.values(DOWN)) {
      const asked = between(until, until + 5 * DAY, 'meetings.ask').map(({ to, pair }) => `${to} ${pair}`);
      expect(new Set(asked).size, new Date(start).toISOString()).toBe(asked.length);
    }
    const soon = between(DOWN.months.until, DOWN.months.until + 5 * DAY, 'meetings.ask');
    expect(new Set(soon.map(({ pair }) => pair)).size).toBeGreaterThanOrEqual(Math.ceil(pairs().length / 2));
  });

  it('never says more than one such word an hour to a person while it catches up', () => {
    const decisions = new Set(['matching.askMentee', 'matching.askMentor', 'matching.reveal', 'matching.notThisTime', 'matching.ranOut', 'matching.leftOver']);
    const close = Object.values(DOWN).flatMap(({ until }) => {
      const all = between(until, until + 2 * DAY).filter(
        ({ kind, to }) => !decisions.has(kind) && !/contact|talkWished/.test(kind) && !to.startsWith('channel'),
      );
      return all.flatMap((one, index) =>
        all.slice(index + 1).filter((other) => other.to === one.to && Date.parse(other.at) - Date.parse(one.at) < HOUR && other.kind !== 'goals.shared'),
      );
    });
    expect(close.map(({ kind, to, at }) => `${kind} to ${to} at ${at}`)).toEqual([]);
  });

  it('keeps the rest of the year: the fifth pair meeting, and the closing with a reminder', () => {
    const window = between(Date.parse('2027-03-22T00:00Z'), Date.parse('2027-03-27T00:00Z'), 'meetings.window');
    expect(window.length).toBeGreaterThan(0);
    const closing = between(Date.parse('2027-04-28T00:00Z'), Date.parse('2027-05-28T00:00Z'), 'gatherings.invited', 'gatherings.reminder');
    expect(new Set(closing.map(({ kind }) => kind))).toEqual(new Set(['gatherings.invited', 'gatherings.reminder']));
    const invited = closing.filter(({ kind }) => kind === 'gatherings.invited').map(({ to }) => to);
    expect(invited.toSorted()).toEqual([...new Set(pairs().flatMap(({ mentee, mentor }) => [mentee, mentor]))].sort());
  });
});
