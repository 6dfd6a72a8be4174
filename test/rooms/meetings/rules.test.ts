// The pure rules of check-ins and busy periods.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilIn, daysBetween, isWorkingDay, plusDays } from '../../../src/mentoring/calendar/index.ts';
import { currentOf, dateFaults, isBusyOn, joined } from '../../../src/mentoring/meetings/busy.ts';
import type { BusyPeriod, Checkin } from '../../../src/mentoring/meetings/checkin.ts';
import { askableAt, changeable, daysAfter, nextDue, type Question, settledBy, slotFrom, turns } from '../../../src/mentoring/meetings/rules.ts';
import { civilOf, DAY, HOUR, instantOf } from '../../../src/time.ts';

const zone = fc.constantFrom('Europe/Stockholm', 'Europe/Madrid', 'Atlantic/Canary', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia');
const instant = fc.integer({ min: Date.UTC(2010, 0, 2), max: Date.UTC(2040, 0, 1) }).map(instantOf);
const hour = fc.integer({ min: 6, max: 20 });
const rhythm = fc.constantFrom(7, 14, 28);
const stockholm = { timeZone: 'Europe/Stockholm', hour: 9 };

function hourIn(at: number, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));
}

function checkin(of: Partial<Checkin> = {}): Checkin {
  return {
    id: 'c1',
    pairId: 'p1',
    number: 1,
    state: 'open',
    sinceOn: civilOf('2026-09-01'),
    dueAt: instantOf('2026-09-15T07:00:00Z'),
    asked: [],
    answer: null,
    answeredBy: null,
    answeredAt: null,
    ...of,
  };
}

function period(fromOn: string, untilOn: string, id = 'b1', createdAt = 0): BusyPeriod {
  return { id, personId: 'anna', fromOn: civilOf(fromOn), untilOn: civilOf(untilOn), createdAt: instantOf(createdAt) };
}

describe('the hour of a question', () => {
  it('is never outside 8 to 18 on a working day, nor in a busy period of either', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 30 })), { maxLength: 3 });
    fc.assert(
      fc.property(instant, instant, zone, hour, rhythm, spans, (now, dueAt, timeZone, at, rhythmDays, lengths) => {
        const busy = lengths.map(([start, days]) => ({
          fromOn: plusDays(civilIn(now, timeZone), start),
          untilOn: plusDays(civilIn(now, timeZone), start + days),
        }));
        const place = { timeZone, hour: at };
        const asked = askableAt({ planned: checkin({ state: 'planned', dueAt }), answered: null, rhythmDays, busy }, place, now);
        const day = civilIn(asked, timeZone);
        expect(asked).toBeGreaterThanOrEqual(Math.max(now, dueAt));
        expect(isWorkingDay(day)).toBe(true);
        expect(hourIn(asked, timeZone)).toBeGreaterThanOrEqual(8);
        expect(hourIn(asked, timeZone)).toBeLessThan(18);
        expect(busy.some((one) => one.fromOn <= day && day <= one.untilOn)).toBe(false);
        // Running again at the hour that was found asks then and there: nothing is put off for ever.
        expect(askableAt({ planned: checkin({ state: 'planned', dueAt }), answered: null, rhythmDays, busy }, place, asked)).toBe(asked);
      }),
      { numRuns: 300 },
    );
  });

  it('is the programme’s hour two weeks after the start, and Monday’s where that is a weekend (S4.55)', () => {
    expect(daysAfter(instantOf('2026-09-01T14:00:00Z'), 14, stockholm)).toBe(instantOf('2026-09-15T07:00:00Z'));
    expect(daysAfter(instantOf('2026-09-05T14:00:00Z'), 14, stockholm)).toBe(instantOf('2026-09-21T07:00:00Z'));
    // After the clocks have gone back, nine is still nine.
    expect(daysAfter(instantOf('2026-10-20T07:00:00Z'), 14, stockholm)).toBe(instantOf('2026-11-03T08:00:00Z'));
  });

  it('is each person’s own: nine in New York, straight away in the afternoon of Kathmandu', () => {
    const nineInStockholm = instantOf('2026-09-15T07:00:00Z');
    expect(slotFrom(nineInStockholm, { timeZone: 'America/New_York', hour: 9 })).toBe(instantOf('2026-09-15T13:00:00Z'));
    expect(slotFrom(nineInStockholm, { timeZone: 'Asia/Kathmandu', hour: 9 })).toBe(nineInStockholm);
  });

  it('leaves a late answer half a rhythm of peace', () => {
    const planned = checkin({ id: 'c2', number: 2, state: 'planned', dueAt: instantOf('2026-09-29T07:00:00Z') });
    const answered = checkin({ state: 'answered', answer: 'met', answeredAt: instantOf('2026-09-28T12:00:00Z') });
    const now = instantOf('2026-09-29T07:00:00Z');
    expect(askableAt({ planned, answered, rhythmDays: 14, busy: [] }, stockholm, now)).toBe(instantOf('2026-10-05T07:00:00Z'));
    expect(askableAt({ planned, answered: { ...answered, answer: 'planned' }, rhythmDays: 14, busy: [] }, stockholm, now)).toBe(now);
  });
});

describe('the rhythm', () => {
  it('goes on from the day that was due, not from the minute at which it ran', () => {
    const due = instantOf('2026-09-15T07:00:00Z');
    expect(nextDue(due, 14, stockholm, instantOf(due + 6 * HOUR))).toBe(instantOf('2026-09-29T07:00:00Z'));
  });

  it('begins anew after a long silence: sixty days bring one question, not four', () => {
    const due = instantOf('2026-09-15T07:00:00Z');
    const now = instantOf('2026-11-16T10:00:00Z');
    expect(nextDue(due, 14, stockholm, now)).toBe(instantOf('2026-11-30T08:00:00Z'));
  });

  it('never plans the next question sooner than half a rhythm from now, nor later than one and a weekend', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 200 * 24 }), rhythm, zone, (due, late, rhythmDays, timeZone) => {
        const now = instantOf(due + late * HOUR);
        const place = { timeZone, hour: 9 };
        const days = daysBetween(civilIn(now, timeZone), civilIn(nextDue(due, rhythmDays, place, now), timeZone));
        expect(days * 2).toBeGreaterThanOrEqual(rhythmDays);
        // Samoa’s missing day may add one.
        expect(days).toBeLessThanOrEqual(rhythmDays + 3);
      }),
    );
  });
});

describe('turns', () => {
  it('give a mentor of two the older question first, and the other mentee is asked meanwhile', () => {
    const first = { checkin: checkin({ id: 'c1' }), members: ['bo', 'erik'] };
    const second = { checkin: checkin({ id: 'c2', pairId: 'p2', dueAt: instantOf('2026-09-15T08:00:00Z') }), members: ['cleo', 'erik'] };
    const given = turns([second, first], new Set(['bo', 'cleo', 'erik'])).map(({ personId, checkin }) => `${personId} ${checkin.id}`);
    expect(given.sort()).toEqual(['bo c1', 'cleo c2', 'erik c1']);
  });

  it('never leave anyone with two open questions, and nobody waits who has none', () => {
    // A small model: people in pairs; questions open, are given by turns, and are settled in any order.
    const pairs = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 4, max: 6 })), { minLength: 1, maxLength: 8, selector: String });
    const steps = fc.array(fc.record({ open: fc.boolean(), which: fc.nat(), among: fc.nat() }), { maxLength: 60 });
    fc.assert(
      fc.property(pairs, steps, (couples, moves) => {
        let made = 0;
        const open = new Map<number, Question>();
        const held = (personId: string) => [...open.values()].filter(({ checkin }) => checkin.asked.includes(personId));
        const give = (among: Set<string>) => {
          for (const { personId, checkin: turn } of turns([...open.values()], among)) {
            const [index, question] = [...open].find(([, { checkin }]) => checkin.id === turn.id) ?? [];
            if (index === undefined || !question) throw new Error('a turn for a question that is not open');
            open.set(index, { ...question, checkin: { ...question.checkin, asked: [...question.checkin.asked, personId] } });
          }
        };
        for (const move of moves) {
          const index = move.which % couples.length;
          const members = (couples[index] ?? []).map(String);
          if (move.open && !open.has(index)) {
            const dueAt = instantOf(made * DAY);
            open.set(index, { checkin: checkin({ id: `c${made++}`, pairId: String(index), dueAt }), members });
          } else open.delete(index);
          give(new Set(members));
          const everyone = [...new Set(couples.flat().map(String))];
          for (const personId of everyone) expect(held(personId).length).toBeLessThanOrEqual(1);
          for (const personId of everyone) {
            const waiting = [...open.values()].some(({ members: two }) => two.includes(personId));
            if (waiting) expect(held(personId).length).toBe(1);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('an answer', () => {
  const old = checkin({ id: 'c1', number: 1, state: 'unanswered' });
  const open = checkin({ id: 'c2', number: 2 });
  const planned = checkin({ id: 'c3', number: 3, state: 'planned' });

  it('settles the open question', () => {
    expect(settledBy([planned, open, old], 'c2')).toEqual([open]);
  });

  it('to an old question counts for the newest too', () => {
    expect(settledBy([planned, open, old], 'c1')).toEqual([old, open]);
  });

  it('is still welcome after the coordinator has seen the silence', () => {
    expect(settledBy([{ ...planned, number: 2 }, old], 'c1')).toEqual([old]);
  });

  it('leaves the partner’s answer alone', () => {
    expect(settledBy([planned, { ...open, state: 'answered', answer: 'met' }], 'c2')).toBe('known');
  });

  it('comes too late once a newer one was answered, and never answers what is only planned', () => {
    expect(settledBy([{ ...open, state: 'answered' }, old], 'c1')).toBe('newer');
    expect(settledBy([planned, open], 'c3')).toBe(null);
    expect(settledBy([planned, open], 'c9')).toBe(null);
  });

  it('may be changed for a week, while it is the newest', () => {
    const at = instantOf('2026-09-15T10:00:00Z');
    const answered = checkin({ state: 'answered', answer: 'met', answeredAt: at });
    expect(changeable([answered], 'c1', instantOf(at + 6 * DAY))).toEqual(answered);
    expect(changeable([answered], 'c1', instantOf(at + 7 * DAY))).toBe(null);
    expect(changeable([open, answered], 'c1', instantOf(at + DAY))).toBe(null);
  });
});

describe('busy periods (S4.42, C14)', () => {
  const today = civilOf('2026-10-01');

  it('take dates that make sense, and say at the field what does not', () => {
    const faultAt = (from: string, until: string, begun: string | null = null) =>
      Object.keys(dateFaults({ from, until }, begun === null ? null : civilOf(begun), today) ?? {});
    expect(faultAt('2026-10-01', '2026-10-15')).toEqual([]);
    expect(faultAt('2026-10-01', '2026-10-01')).toEqual([]);
    expect(faultAt('2026-09-20', '2026-10-15')).toEqual(['from']);
    expect(faultAt('2026-09-20', '2026-10-15', '2026-09-20')).toEqual([]);
    expect(faultAt('2026-10-10', '2026-10-09')).toEqual(['until']);
    expect(faultAt('2026-10-01', '2026-11-26')).toEqual([]);
    expect(faultAt('2026-10-01', '2026-11-27')).toEqual(['until']);
    expect(faultAt('2028-10-01', '2028-10-02')).toEqual(['from']);
    expect(faultAt('soon', '2026-10-09')).toEqual(['from']);
    expect(faultAt('2026-10-01', '2026-02-30')).toEqual(['until']);
  });

  it('that overlap or touch become one, the oldest', () => {
    const early = period('2026-10-01', '2026-10-10', 'b1', 1);
    const late = period('2026-10-20', '2026-10-25', 'b2', 2);
    const wanted = period('2026-10-11', '2026-10-19', 'b3', 3);
    expect(joined(wanted, [early, late])).toEqual({ period: period('2026-10-01', '2026-10-25', 'b1', 1), gone: ['b2', 'b3'] });
    expect(joined(period('2026-10-12', '2026-10-18', 'b3', 3), [early, late]).gone).toEqual([]);
  });

  it('cover after joining exactly the days that either covered', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 15 }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (spans) => {
        let rows: BusyPeriod[] = [];
        for (const [index, [start, length]] of spans.entries()) {
          const wanted = period(plusDays(today, start), plusDays(today, start + length), `b${index}`, index);
          const { period: kept, gone } = joined(wanted, rows);
          rows = [...rows.filter((row) => !gone.includes(row.id) && row.id !== kept.id), kept];
        }
        for (let day = 0; day <= 60; day++) {
          const covering = rows.filter((row) => isBusyOn(row, plusDays(today, day)));
          expect(covering.length).toBe(spans.some(([start, length]) => start <= day && day <= start + length) ? 1 : 0);
        }
      }),
    );
  });

  it('hold today, or come next; those over or called off do not count', () => {
    const over = period('2026-09-01', '2026-09-30', 'b1');
    const off = period('2026-10-01', '2026-09-30', 'b2');
    const coming = period('2026-11-01', '2026-11-05', 'b3');
    const now = period('2026-09-28', '2026-10-05', 'b4');
    expect(currentOf([over, off], today)).toBe(null);
    expect(currentOf([over, off, coming], today)).toBe(coming);
    expect(currentOf([over, off, coming, now], today)).toBe(now);
  });
});
