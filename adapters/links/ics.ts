// A calendar as an iCalendar file (RFC 5545), by the rules that Google Calendar, Outlook and Apple Calendar are known to need.

import type { CalendarEntry, CalendarFile } from '../../src/links.ts';
import { type Civil, DAY, type Instant, instantOf, isoOf, MINUTE, plus } from '../../src/time.ts';
import { offsetIn, zoneLines } from './ics-zone.ts';

/** How often a program that subscribes should come again; Google comes when it likes. */
const AGAIN = 'PT4H';
/** Of a line, in octets, without its end (RFC 5545, 3.1). */
const LONGEST = 75;

export function icsOf(file: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Mentor Cycle//Mentor Cycle//${file.language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    // Nobody answers by way of the file: it tells, it does not ask.
    'METHOD:PUBLISH',
    `NAME:${escaped(file.name)}`,
    `X-WR-CALNAME:${escaped(file.name)}`,
    `X-WR-TIMEZONE:${file.timeZone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${AGAIN}`,
    `X-PUBLISHED-TTL:${AGAIN}`,
    // Also where no entry needs it: a calendar must hold something.
    ...zoneLines(file.timeZone, file.clocks),
    ...file.entries.flatMap((entry) => entryLines(entry, file)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entryLines(entry: CalendarEntry, file: CalendarFile): string[] {
  const { when } = entry;
  const wholeDays = 'from' in when;
  const url = urlOf(entry.link);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.changedAt)}`,
    `LAST-MODIFIED:${utc(entry.changedAt)}`,
    ...(wholeDays
      ? // The end is the first day that is not in it.
        [`DTSTART;VALUE=DATE:${bare(when.from)}`, `DTEND;VALUE=DATE:${bare(dayAfter(when.until))}`]
      : [`DTSTART;TZID=${file.timeZone}:${wall(when.startsAt, file)}`, `DTEND;TZID=${file.timeZone}:${wall(when.endsAt, file)}`]),
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.text === '' ? [] : [`DESCRIPTION:${escaped(entry.text)}`]),
    ...(entry.place === '' ? [] : [`LOCATION:${escaped(entry.place)}`]),
    ...(url === null ? [] : [`URL:${url}`]),
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A week to meet in leaves people free; Outlook has a word of its own for it.
    ...(wholeDays ? ['TRANSP:TRANSPARENT', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'] : ['TRANSP:OPAQUE']),
    'END:VEVENT',
  ];
}

/** As text: no mark of the format's own, no control character, so that no words can become a property. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** An address in ASCII, or nothing: it is not escaped in the file, so it must be one. */
function urlOf(link: string): string | null {
  const url = URL.parse(link);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

const encoder = new TextEncoder();

/** Within the limit of octets, and never within a character. */
function folded(line: string): string {
  if (encoder.encode(line).length <= LONGEST) return line;
  let [out, octets] = ['', 0];
  for (const character of line) {
    const more = encoder.encode(character).length;
    if (octets + more > LONGEST) [out, octets] = [`${out}\r\n `, 1];
    out += character;
    octets += more;
  }
  return out;
}

function utc(at: Instant): string {
  return `${isoOf(at).slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** What the wall shows there at that instant. */
function wall(at: Instant, { clocks }: CalendarFile): string {
  return utc(plus(at, offsetIn(clocks, at) * MINUTE)).slice(0, -1);
}

function bare(day: Civil): string {
  return day.replaceAll('-', '');
}

function dayAfter(day: Civil): Civil {
  return isoOf(plus(instantOf(`${day}T00:00Z`), DAY)).slice(0, 10) as Civil;
}
