// `npm run admin -- collisions`: in which years the manual's two programmes collide, with themselves, each other and days off.

import type { Language } from '../../bot/texts/language.ts';
import { listed, quote, say as sentence, type Text } from '../../bot/views/text.ts';
import { BotError } from '../../fault.ts';
import { daysBetween, type Doubt, dayOf, doubtsOf, milestoneName, type Place, TEMPLATE_NAMES, type TemplateName } from '../../mentoring/calendar/index.ts';
import { languageOf, optionsOf, yearOf } from './options.ts';
import { besides, inWords, type ProgrammeYear, programmeYear } from './programmes.ts';

const KINDS = ['same-day', 'order', 'holiday', 'weekend'] as const;
type Colliding = Extract<Doubt, { readonly kind: (typeof KINDS)[number] }>;

interface Row {
  readonly collision: (typeof KINDS)[number] | 'days-to-deadline' | 'brackets-right';
  /** Such as `september/kickoff`; one that both programmes share stands alone. */
  readonly milestones: readonly string[];
  readonly what: string;
  readonly years: readonly number[];
  /** Of the time for recruiting, by year. */
  readonly days?: Readonly<Record<string, number>>;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly language: Language;
}

/** Resolves to the exit code. Throws `BotError('config')` where it is asked wrongly. */
export function showCollisions(args: readonly string[], say: (line: string) => void): number {
  const options = optionsOf(args, { from: 'string', to: 'string', language: 'string', json: 'boolean' });
  const range = { from: yearOf(options, 'from'), to: yearOf(options, 'to'), language: languageOf(options) };
  if (range.from > range.to) throw new BotError('config', `--from ${range.from} is later than --to ${range.to}`);
  const rows = [...collisions(range), deadlines(range), brackets(range)];
  if (options['json'] === true) say(JSON.stringify(rows, null, 2));
  else for (const row of rows) say(`${row.what}: ${row.days ? byDays(row.days) : yearWords(row.years, range)}`);
  return 0;
}

/** By the year of the day, so programmes that begin before or end after the years asked for count too. */
function collisions({ from, to, language }: Range): Row[] {
  const found = new Map<
    string,
    { readonly doubt: Colliding; readonly places: readonly Found[]; readonly years: Set<number>; readonly holidays: Map<string, Text> }
  >();
  for (const template of TEMPLATE_NAMES) {
    for (let start = from - 1; start <= to + 1; start++) {
      const own = programmeYear(template, start, language);
      const others = besides(own, language);
      for (const doubt of doubtsOf(own, others)) {
        const year = Number(doubt.day.slice(0, 4));
        if (!isColliding(doubt) || year < from || year > to) continue;
        const places = doubt.milestones.map((place) => foundAt(place, own, others)).sort((a, b) => placeOf(a) - placeOf(b));
        const key = [doubt.kind, ...places.map(({ id }) => id)].join(' ');
        const row = found.get(key) ?? { doubt, places, years: new Set(), holidays: new Map() };
        row.years.add(year);
        if (doubt.kind === 'holiday') row.holidays.set(JSON.stringify(doubt.holiday), doubt.holiday);
        found.set(key, row);
      }
    }
  }
  const rows = [...found.values()].sort((a, b) => KINDS.indexOf(a.doubt.kind) - KINDS.indexOf(b.doubt.kind) || spread(a.places) - spread(b.places));
  return rows.map(({ doubt, places, years, holidays }) => ({
    collision: doubt.kind,
    milestones: places.map(({ id }) => id),
    what: inWords(wordsOf(doubt.kind, places, [...holidays.values()]), language),
    years: [...years].sort((a, b) => a - b),
  }));
}

interface Found {
  readonly id: string;
  readonly name: Text;
  readonly template: TemplateName | null;
}

function isColliding(doubt: Doubt): doubt is Colliding {
  return (KINDS as readonly string[]).includes(doubt.kind);
}

function foundAt(place: Place, own: ProgrammeYear, others: readonly ProgrammeYear[]): Found {
  const { template, plan } = others.find(({ name }) => name === place.cohort) ?? own;
  const shared = plan.milestones.find(({ id }) => id === place.id)?.shared === true;
  const name = milestoneName(place);
  if (shared) return { id: place.id, name, template: null };
  return {
    id: `${template}/${place.id}`,
    name: sentence('calendar.doubt.ofOther', { milestone: name, cohort: sentence(`year.template.${template}`) }),
    template,
  };
}

/** The autumn's programme is named first. */
function placeOf({ template }: Found): number {
  return template === null ? -1 : TEMPLATE_NAMES.indexOf(template);
}

/** How many programmes are touched: a programme's own collisions come first. */
function spread(places: readonly Found[]): number {
  return new Set(places.map(({ template }) => template)).size;
}

function wordsOf(kind: Colliding['kind'], places: readonly Found[], holidays: readonly Text[]): Text {
  const [first = { name: quote('') }, second = first] = places;
  if (kind === 'same-day') return sentence('calendar.found.sameDay', { first: first.name, second: second.name });
  if (kind === 'order') return sentence('calendar.found.order', { first: second.name, second: first.name });
  if (kind === 'holiday') return sentence('calendar.found.holiday', { milestone: first.name, holidays: listed(holidays) });
  return sentence('calendar.found.weekend', { milestone: first.name });
}

function autumns({ from, to, language }: Range): ProgrammeYear[] {
  return Array.from({ length: to - from + 1 }, (_, index) => programmeYear('september', from + index, language));
}

/** From the mingle to the day on which the matching is to be ready (Q11). */
function deadlines(range: Range): Row {
  const days = autumns(range).flatMap(({ year, dates }) => {
    const [mingle, ready] = [dayOf(dates, 'mingle'), dayOf(dates, 'matching-ready')];
    return mingle && ready ? [[String(year), daysBetween(mingle.from, ready.until)] as const] : [];
  });
  const what = inWords(sentence('calendar.found.days', { milestone: sentence('calendar.the.mingle') }), range.language);
  return {
    collision: 'days-to-deadline',
    milestones: ['mingle', 'september/matching-ready'],
    what,
    years: days.map(([year]) => Number(year)),
    days: Object.fromEntries(days),
  };
}

/** Years in which the manual could have been written (Q5). */
function brackets(range: Range): Row {
  const right = autumns(range).filter((own) => !doubtsOf(own, []).some(({ kind }) => kind === 'written'));
  const milestones = autumns(range)[0]?.plan.milestones.flatMap(({ id, written }) => (written === undefined ? [] : [`september/${id}`])) ?? [];
  return { collision: 'brackets-right', milestones, what: inWords(sentence('calendar.found.written'), range.language), years: right.map(({ year }) => year) };
}

function yearWords(years: readonly number[], { from, to, language }: Range): string {
  const missing = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((year) => !years.includes(year));
  if (years.length === 0) return inWords(sentence('calendar.found.never'), language);
  if (missing.length === 0) return inWords(sentence('calendar.found.always'), language);
  if (missing.length < years.length) return inWords(sentence('calendar.found.except', { years: quote(missing.join(', ')) }), language);
  return years.join(', ');
}

/** "5 (2022, 2033), 7 (2026)". */
function byDays(days: Readonly<Record<string, number>>): string {
  const counts = [...new Set(Object.values(days))].sort((a, b) => a - b);
  return counts
    .map(
      (count) =>
        `${count} (${Object.keys(days)
          .filter((year) => days[year] === count)
          .join(', ')})`,
    )
    .join(', ');
}
