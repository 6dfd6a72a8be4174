// A calendar file, read back by a parser of somebody else's: hours right on both sides of each change of the clocks, whole
// days whole, and no words that become anything but words (issue 5, shown by 4).

import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { icsOf } from '../../../adapters/links/ics.ts';
import type { CalendarEntry, CalendarFile } from '../../../src/links.ts';
import { instantAt, plusDays } from '../../../src/mentoring/calendar/index.ts';
import { clocksOf } from '../../../src/runtime/links/calendar-file.ts';
import { type Civil, civilOf, HOUR, type Instant, instantOf, plus } from '../../../src/time.ts';
import { HOSTILE } from '../../support/hostile.ts';

const NOW = instantOf('2026-09-01T08:00:00Z');

/** Both hemispheres, half hours, a quarter of one, none at all, Ramadan, a day that was left out, and a year with two rules. */
const ZONES = [
  ...['Europe/Stockholm', 'Europe/Madrid', 'Atlantic/Canary', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe', 'America/Sao_Paulo'],
  ...['Asia/Kathmandu', 'Asia/Kolkata', 'Africa/Casablanca', 'Pacific/Honolulu', 'Asia/Jerusalem', 'Europe/Istanbul', 'UTC'],
];

function entry(of: Partial<CalendarEntry>): CalendarEntry {
  const when = { startsAt: NOW, endsAt: plus(NOW, HOUR) };
  return { uid: 'a@mentor-cycle', sequence: 0, when, cancelled: false, title: 'Kick-off', text: '', place: '', link: '', changedAt: NOW, ...of };
}

function fileOf(timeZone: string, ...entries: readonly CalendarEntry[]): CalendarFile {
  return { name: 'Mentoring', language: 'en', timeZone, clocks: clocksOf(entries, timeZone, NOW), entries };
}

function readBack(text: string): { readonly calendar: ICAL.Component; readonly events: ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
}

/** As the parser computes it, from the hour on the wall and the rules of the file alone. */
function instantsOf(text: string): [number, number][] {
  const { calendar, events } = readBack(text);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? new ICAL.Component('vtimezone'));
  const at = (time: ICAL.Time) => {
    const there = time.clone();
    there.zone = zone;
    return there.toUnixTime() * 1000;
  };
  return events.map((event) => [at(event.startDate), at(event.endDate)]);
}

/** An hour that the clocks show twice: a file means the first (RFC 5545, 3.3.5), this parser reads the second. */
function comesTwice(at: Instant, timeZone: string): boolean {
  const wall = (of: Instant) => new Date(of).toLocaleString('sv', { timeZone });
  return [HOUR / 2, HOUR].some((later) => wall(plus(at, later)) === wall(at));
}

describe('the hours of a calendar file', () => {
  const within = fc.record({
    zone: fc.constantFrom(...ZONES),
    first: fc.integer({ min: 0, max: 365 * 60 }).map((days) => plusDays(civilOf('1995-01-01'), days)),
    more: fc.array(fc.record({ days: fc.integer({ min: 0, max: 700 }), hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom(0, 30) }), {
      minLength: 1,
      maxLength: 6,
    }),
  });

  it('are those of the place, in any zone and year, as an independent parser reads them', () => {
    fc.assert(
      fc.property(within, ({ zone, first, more }) => {
        const starts = more.map(({ days, hour, minute }) => instantAt(plusDays(first, days), hour, zone, minute)).filter((at) => !comesTwice(at, zone));
        const entries = starts.map((startsAt, index) => entry({ uid: `${index}@mentor-cycle`, when: { startsAt, endsAt: startsAt } }));
        expect(instantsOf(icsOf(fileOf(zone, ...entries)))).toEqual(starts.map((start) => [start, start]));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    // The day before, the day after; what a wall clock there shows, and the instant that it is.
    ['Europe/Stockholm', '2026-10-24', '20261024T170000', '2026-10-24T15:00:00Z'],
    ['Europe/Stockholm', '2026-10-25', '20261025T170000', '2026-10-25T16:00:00Z'],
    ['Europe/Stockholm', '2027-03-27', '20270327T170000', '2027-03-27T16:00:00Z'],
    ['Europe/Stockholm', '2027-03-28', '20270328T170000', '2027-03-28T15:00:00Z'],
    ['Atlantic/Canary', '2026-10-24', '20261024T170000', '2026-10-24T16:00:00Z'],
    ['Atlantic/Canary', '2026-10-25', '20261025T170000', '2026-10-25T17:00:00Z'],
    ['America/New_York', '2026-10-31', '20261031T170000', '2026-10-31T21:00:00Z'],
    ['America/New_York', '2026-11-01', '20261101T170000', '2026-11-01T22:00:00Z'],
    ['America/New_York', '2027-03-14', '20270314T170000', '2027-03-14T21:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-03', '20261003T170000', '2026-10-03T06:30:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', '20261004T170000', '2026-10-04T06:00:00Z'],
    // Samoa had no 30 December 2011.
    ['Pacific/Apia', '2011-12-29', '20111229T170000', '2011-12-30T03:00:00Z'],
    ['Pacific/Apia', '2011-12-31', '20111231T170000', '2011-12-31T03:00:00Z'],
  ])('in %s at five on %s', (zone, day, wall, iso) => {
    const startsAt = instantAt(civilOf(day), 17, zone);
    expect(startsAt).toBe(instantOf(iso));
    const text = icsOf(fileOf(zone, entry({ when: { startsAt, endsAt: plus(startsAt, 2 * HOUR) } })));
    expect(text).toContain(`DTSTART;TZID=${zone}:${wall}\r\n`);
    expect(instantsOf(text)).toEqual([[startsAt, startsAt + 2 * HOUR]]);
  });

  it('come with one rule each way where a zone has rules: desktop Outlook reads no more', () => {
    const text = icsOf(fileOf('Europe/Stockholm', entry({})));
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toHaveLength(2);
    expect(text).toContain('DTSTART:20250330T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n');
    expect(text).toContain('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n');
    expect(icsOf(fileOf('America/New_York', entry({})))).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n');
    expect(icsOf(fileOf('Asia/Kolkata', entry({})))).not.toContain('RRULE');
  });
});

describe('whole days', () => {
  it('end on the day after the last one, and leave people free', () => {
    const when = { from: civilOf('2026-12-28'), until: civilOf('2026-12-31') };
    const { events } = readBack(icsOf(fileOf('Europe/Stockholm', entry({ when }))));
    const [event] = events;
    expect([event?.startDate.isDate, event?.startDate.toString(), event?.endDate.toString()]).toEqual([true, '2026-12-28', '2027-01-01']);
    expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('are as many as they were, also across leap days and changes of the clocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 40 }), (start, length) => {
        const from: Civil = plusDays(civilOf('1970-01-05'), start);
        const [event] = readBack(icsOf(fileOf('Europe/Stockholm', entry({ when: { from, until: plusDays(from, length) } })))).events;
        expect(event?.duration.toSeconds()).toBe((length + 1) * 86_400);
      }),
      { numRuns: 60 },
    );
  });
});

const NASTY = [
  ...HOSTILE,
  'one, two; three\\four',
  'line one\nline two\r\nline three\rend',
  'END:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR',
  'x\nATTACH:https://evil.example/\nORGANIZER:mailto:a@b.example',
  'a\u2028ATTENDEE:mailto:a@b.example\u0085\u000bSUMMARY:no',
  'مرحبا بالعالم '.repeat(12),
  '👩‍🏫'.repeat(60),
  'å'.repeat(200),
  '\ud800 half of a pair',
  '"quoted":^n^^',
];

describe('words in a calendar file', () => {
  const any = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }));

  it('stay words: nothing that people write becomes a property, and nothing is lost but what nobody sees', () => {
    fc.assert(
      fc.property(any, any, any, any, (title, text, place, name) => {
        const file = { ...fileOf('Europe/Stockholm', entry({ title, text, place, link: text })), name };
        const written = icsOf(file);
        const { calendar, events } = readBack(written);
        expect(calendar.getAllSubcomponents().map((one) => one.name)).toEqual(['vtimezone', 'vevent']);
        const seen = (words: string) =>
          words
            .toWellFormed()
            .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
            .trim();
        const [event] = events;
        const told = [event?.summary, event?.description, event?.location].map((words) => seen(words ?? ''));
        expect(told).toEqual([title, text, place].map(seen));
        // The parser leaves what it does not know as it is written.
        const called = String(calendar.getFirstPropertyValue('x-wr-calname')).replace(/\\(.)/g, (_, mark: string) => (mark === 'n' ? ' ' : mark));
        expect(seen(called)).toBe(seen(name));
        const names = event?.component.getAllProperties().map((one) => one.name) ?? [];
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((one) => ['attach', 'attendee', 'organizer', 'rrule', 'valarm'].includes(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('come in lines of at most 75 octets that end as the format wants, with no character torn apart', () => {
    fc.assert(
      fc.property(any, any, (title, text) => {
        const written = icsOf(fileOf('America/Argentina/Buenos_Aires', entry({ title, text })));
        expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(written.isWellFormed()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('hold an address only where it is one', () => {
    const urlOf = (link: string) => readBack(icsOf(fileOf('UTC', entry({ link })))).events[0]?.component.getFirstPropertyValue('url') ?? null;
    expect(urlOf('https://example.org/träff?a=1,2;b#c')).toBe('https://example.org/tr%C3%A4ff?a=1,2;b#c');
    for (const link of ['', 'javascript:alert(1)', 'not an address', 'mailto:a@b.example', 'https://x y/']) expect(urlOf(link)).toBeNull();
    expect(urlOf('https://example.org/\r\nATTACH:x')).toBe('https://example.org/ATTACH:x');
  });
});

describe('what Google Calendar, Outlook and Apple Calendar need', () => {
  const startsAt: Instant = instantOf('2026-09-24T11:00:00Z');
  const kickoff = entry({ uid: 'gathering-1@mentor-cycle', when: { startsAt, endsAt: plus(startsAt, 2 * HOUR) }, text: 'Welcome', place: 'Aula 1' });
  const text = icsOf(fileOf('Europe/Stockholm', kickoff, entry({ uid: 'gathering-2@mentor-cycle', when: { startsAt, endsAt: startsAt } })));

  it('a version, a maker, a method, a name, and how often to come again', () => {
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:-\/\/Mentor Cycle\/\/Mentor Cycle\/\/EN\r\n/);
    for (const line of ['METHOD:PUBLISH', 'CALSCALE:GREGORIAN', 'X-WR-CALNAME:Mentoring', 'X-WR-TIMEZONE:Europe/Stockholm', 'X-PUBLISHED-TTL:PT4H']) {
      expect(text.split('\r\n')).toContain(line);
    }
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n');
  });

  it('the zone of each hour described in the file, under the very name that the hours use', () => {
    const used = [...text.matchAll(/;TZID=([^:]+):/g)].map((match) => match[1]);
    expect(new Set(used)).toEqual(new Set(['Europe/Stockholm']));
    expect(text.match(/BEGIN:VTIMEZONE\r\nTZID:Europe\/Stockholm\r\n/g)).toHaveLength(1);
  });

  it('an id of its own for each entry, and moments in UTC', () => {
    const { events } = readBack(text);
    expect(new Set(events.map((event) => event.uid)).size).toBe(2);
    for (const name of ['DTSTAMP', 'LAST-MODIFIED']) expect(text.match(new RegExp(`^${name}:20260901T080000Z$`, 'gm'))).toHaveLength(2);
  });

  it('a cancellation under the same id, with a higher number', () => {
    const [event] = readBack(icsOf(fileOf('Europe/Stockholm', { ...kickoff, cancelled: true, sequence: 3 }))).events;
    expect(event?.uid).toBe('gathering-1@mentor-cycle');
    expect(event?.sequence).toBe(3);
    expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('something in a calendar without entries', () => {
    const { calendar, events } = readBack(icsOf(fileOf('Europe/Stockholm')));
    expect(events).toEqual([]);
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
  });
});
