// The operator's two looks at the years: what falls when, and when the programmes collide (requirements A.4 and A.6).

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TEMPLATE_PLANS, writePlan } from '../../../src/mentoring/calendar/index.ts';
import { runAdmin } from '../../../src/runtime/admin/admin.ts';

/** With no settings at all: neither look needs any. */
async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const read = () => {
    throw new Error('reads no settings');
  };
  const code = await runAdmin(args, { read, platformChecks: () => [], say: (line) => lines.push(...line.split('\n')) });
  return { code, lines };
}

async function json<Row>(...args: readonly string[]): Promise<readonly Row[]> {
  const { code, lines } = await run(...args, '--json');
  expect(code, lines.join('\n')).toBe(0);
  return JSON.parse(lines.join('\n')) as Row[];
}

interface DateRow {
  readonly id: string;
  readonly programme: string;
  readonly rule: string;
  readonly date: string;
  readonly endDate?: string;
  readonly deadline?: true;
  readonly holiday?: string;
  readonly notes: readonly string[];
}

/** "pair-meeting-5 2027-03-22/2027-03-26, Good Friday". */
function short({ id, date, endDate, deadline, holiday }: DateRow): string {
  return `${id} ${date}${endDate ? `/${endDate}` : ''}${deadline ? ' at the latest' : ''}${holiday ? `, ${holiday}` : ''}`;
}

const dates = (template: string, year: number, ...more: readonly string[]) =>
  json<DateRow>('calendar', '--template', template, '--year', String(year), ...more);

describe('the calendar', () => {
  it('of September 2026 is the manual’s (A.4)', async () => {
    const rows = await dates('september', 2026);
    expect(rows.map(short)).toEqual([
      'call 2026-06-11',
      'mingle 2026-09-03',
      'matching-ready 2026-09-10 at the latest',
      'results 2026-09-10 at the latest',
      'mentee-training 2026-09-16',
      'mentor-training 2026-09-17',
      'kickoff 2026-09-24',
      'three-party-talk 2026-09-24/2027-05-27',
      'pair-meeting-1 2026-10-05/2026-10-09',
      'pair-meeting-2 2026-11-02/2026-11-06',
      'pair-meeting-3 2026-12-07/2026-12-11',
      'mid-gathering 2027-01-28',
      'pair-meeting-4 2027-02-22/2027-02-26',
      'pair-meeting-5 2027-03-22/2027-03-26, Good Friday',
      'pair-meeting-6 2027-04-26/2027-04-30',
      'closing 2027-05-27',
      'closing-evening 2027-05-27',
    ]);
    expect(new Set(rows.map(({ programme }) => programme))).toEqual(new Set(['september']));
    const notes = new Map(rows.map((row) => [row.id, row.notes]));
    expect(notes.get('kickoff')).toEqual(['Matches the manual’s 24/9.']);
    expect(notes.get('three-party-talk')).toEqual(['Always open to each pair, and offered to all from Thursday 29 April on.']);
    expect(notes.get('matching-ready')?.at(-1)).toBe(
      '7 days from Thursday 3 September to Thursday 10 September hold 5 working days; two answers of 4 working days need 8.',
    );
    expect(notes.get('mid-gathering')?.[1]).toMatch(/^Proposal: treat it as one shared day, first the training for mentors/);
    expect(notes.get('closing')).toEqual([]);
    expect(rows.find(({ id }) => id === 'kickoff')?.rule).toBe('fourth Thursday of September');
  });

  it('of January 2027 is the manual’s, recruited in autumn 2026 (A.4)', async () => {
    const rows = await dates('january', 2027);
    expect(rows.map(short)).toEqual([
      'call 2026-09-03',
      'mingle 2026-09-03',
      'matching-ready 2026-12-01/2026-12-31',
      'results 2027-01-01 at the latest, New Year’s Day',
      'mentee-training 2027-01-27',
      'mentor-training 2027-01-28',
      'kickoff 2027-02-11',
      'three-party-talk 2027-02-11/2027-11-11',
      'pair-meeting-1 2027-03-01/2027-03-05',
      'pair-meeting-2 2027-04-05/2027-04-09',
      'pair-meeting-3 2027-05-03/2027-05-07, Ascension Day',
      'mid-gathering 2027-06-10',
      'mid-evening 2027-06-10',
      'pair-meeting-4 2027-08-23/2027-08-27',
      'pair-meeting-5 2027-09-20/2027-09-24',
      'pair-meeting-6 2027-10-25/2027-10-29',
      'closing 2027-11-11',
      'closing-evening 2027-11-11',
    ]);
    const notes = new Map(rows.map((row) => [row.id, row.notes]));
    expect(notes.get('results')).toEqual([
      'At the latest on this day.',
      'Friday 1 January is a holiday, New Year’s Day.',
      'Proposal: move the match results to Wednesday 30 December.',
    ]);
    expect(notes.get('mid-gathering')).toEqual([
      'Mid-term gathering: on Thursday 10 June there is nobody to invite among mentors of the programme that has just started.',
      'Proposal: invite those who have signed up for a start to come instead.',
    ]);
  });

  it('speaks three languages, with the same days', async () => {
    const [en, sv, es] = await Promise.all(['en', 'sv', 'es'].map((language) => dates('january', 2027, '--language', language)));
    expect([sv?.map(({ date }) => date), es?.map(({ date }) => date)]).toEqual([en?.map(({ date }) => date), en?.map(({ date }) => date)]);
    expect([sv, es].map((rows) => rows?.find(({ id }) => id === 'results')?.holiday)).toEqual(['nyårsdagen', 'Año Nuevo']);
    const { lines } = await run('calendar', '--template', 'september', '--year', '2026', '--language', 'sv');
    expect(lines[0]).toBe('September till maj 2026');
    expect(lines.some((line) => /^tors 24 sep\. 2026 +Kick-off +fjärde torsdagen i september$/.test(line))).toBe(true);
  });

  it('is there for the first and the last year', async () => {
    expect((await dates('january', 1970))[0]?.date).toBe('1969-09-03');
    expect((await dates('september', 2199)).at(-1)?.date).toBe('2200-05-29');
  });

  it('of a programme file is read from it, or refused with the place and the reason', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'programme-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'ours.yaml');
    writeFileSync(file, writePlan({ ...TEMPLATE_PLANS.january, name: 'Ours', holidays: 'ES-MD' }, 'yaml'));
    const rows = await json<DateRow>('calendar', '--programme', file, '--year', '2027');
    expect(rows.filter(({ holiday }) => holiday).map(short)).toEqual([
      'results 2027-01-01 at the latest, New Year’s Day',
      'pair-meeting-3 2027-05-03/2027-05-07, Día de la Comunidad de Madrid',
    ]);
    expect(rows[0]?.programme).toBe('Ours');
    writeFileSync(file, writePlan(TEMPLATE_PLANS.january, 'yaml').replace('holidays: SE', 'holidays: ES-XX').replace('nth: 1,', 'nth: 6,'));
    const { code, lines } = await run('calendar', '--programme', file, '--year', '2027');
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/results.*rule/);
  });
});

interface CollisionRow {
  readonly collision: string;
  readonly milestones: readonly string[];
  readonly years: readonly number[];
  readonly days?: Readonly<Record<string, number>>;
}

describe('the collisions', () => {
  it('of 2020 to 2041 are those of the table, found by computing (A.6)', async () => {
    const rows = await json<CollisionRow>('collisions', '--from', '2020', '--to', '2041');
    const all = Array.from({ length: 22 }, (_, index) => 2020 + index);
    expect(rows.map(({ collision, milestones, years }) => [collision, milestones.join(' = '), years])).toEqual([
      ['same-day', 'september/mentor-training = september/kickoff', [2022, 2033, 2039]],
      ['same-day', 'september/mid-gathering = january/mentor-training', all.filter((year) => ![2024, 2029, 2035].includes(year))],
      ['holiday', 'september/closing', [2022, 2025, 2028, 2030, 2033, 2041]],
      ['holiday', 'january/results', [2021, 2023, 2027, 2034, 2038, 2040]],
      ['weekend', 'mingle', [2022, 2023, 2028, 2033, 2034, 2039]],
      ['days-to-deadline', 'mingle = september/matching-ready', all],
      ['brackets-right', 'september/matching-ready = september/mentee-training = september/mentor-training = september/kickoff', [2020, 2026, 2037]],
    ]);
    const days = rows.find(({ collision }) => collision === 'days-to-deadline')?.days ?? {};
    const years = (count: number) => Object.keys(days).filter((year) => days[year] === count);
    expect([Math.min(...Object.values(days)), years(5), days['2026'], Math.max(...Object.values(days)), years(11)]).toEqual([
      ...[5, ['2022', '2033', '2039'], 7, 11],
      ['2023', '2028', '2034'],
    ]);
  });

  it('read as a table, and name the years there are none in where those are fewer', async () => {
    const { lines } = await run('collisions', '--from', '2020', '--to', '2041');
    expect(lines).toContain(
      'Mid-term gathering (September to May) and Training for mentors (January to November) on one day: every year except 2024, 2029, 2035',
    );
    expect(lines).toContain('Closing gathering (September to May) on a holiday: Ascension Day: 2022, 2025, 2028, 2030, 2033, 2041');
    expect((await run('collisions', '--from', '2015', '--to', '2015')).lines.at(-1)).toBe('All the manual’s bracketed days are right: every year');
  });
});

describe('asked wrongly', () => {
  it.each([
    ['no programme', ['calendar', '--year', '2026'], /--template september or --template january, or --programme FILE/],
    ['two programmes', ['calendar', '--template', 'september', '--programme', 'x', '--year', '2026'], /^Say which/],
    ['an unknown template', ['calendar', '--template', 'march', '--year', '2026'], /september or january, and "march" is neither/],
    ['no year', ['calendar', '--template', 'september'], /--year is missing: a year from 1970 to 2199/],
    ['a year without its value', ['calendar', '--template', 'september', '--year'], /--year/],
    ['a year too early', ['calendar', '--template', 'september', '--year', '1969'], /1970 to 2199, and "1969" is none/],
    ['a year too late', ['collisions', '--from', '2020', '--to', '2200'], /--to must be a year from 1970 to 2199/],
    ['no number', ['calendar', '--template', 'september', '--year', '2026.5'], /--year must be a year/],
    ['years the wrong way round', ['collisions', '--from', '2030', '--to', '2020'], /--from 2030 is later than --to 2020/],
    ['an unknown option', ['collisions', '--from', '2020', '--to', '2021', '--all'], /--all/],
    ['a language we lack', ['calendar', '--template', 'september', '--year', '2026', '--language', 'de'], /en, sv or es/],
    ['a file that is not there', ['calendar', '--programme', '/nowhere/ours.yaml', '--year', '2026'], /cannot be read/],
  ])('says in one line what is wrong, and ends with 1: %s', async (_name, args, said) => {
    const { code, lines } = await run(...args);
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toMatch(said);
  });
});
