// `npm run admin -- calendar`: what falls when in a programme year, by which rule, and what is doubtful. It needs no database.

import { readFileSync } from 'node:fs';
import { LOCALES, type Language } from '../../bot/texts/language.ts';
import { BotError } from '../../fault.ts';
import {
  type CohortCalendar,
  type DatedMilestone,
  datesOf,
  type Doubt,
  doubtsOf,
  doubtWords,
  explain,
  holidaysOf,
  mendWords,
  milestoneName,
  type Plan,
  planFaultWords,
  readPlan,
  ruleWords,
  TEMPLATE_NAMES,
} from '../../mentoring/calendar/index.ts';
import type { Civil } from '../../time.ts';
import { languageOf, type Options, optionsOf, shown, yearOf } from './options.ts';
import { besides, inWords, programmeYear } from './programmes.ts';

const OPTIONS = { template: 'string', programme: 'string', year: 'string', language: 'string', json: 'boolean' } as const;

interface Row {
  readonly id: string;
  readonly programme: string;
  readonly rule: string;
  readonly date: Civil;
  /** Of a span of days, its last. */
  readonly endDate?: Civil;
  readonly deadline?: true;
  /** On that day, or within that week. */
  readonly holiday?: string;
  readonly notes: readonly string[];
}

interface Asked {
  readonly calendar: CohortCalendar;
  readonly year: number;
  readonly doubts: readonly Doubt[];
  /** What the rows are said to belong to. */
  readonly programme: string;
}

/** Resolves to the exit code. Throws `BotError('config')` where it is asked wrongly. */
export function showCalendar(args: readonly string[], say: (line: string) => void): number {
  const options = optionsOf(args, OPTIONS);
  const language = languageOf(options);
  const asked = askedFor(options, language);
  const { dates, faults } = asked.calendar.dates;
  if (faults.length > 0) throw new BotError('config', `no day in ${asked.year}: ${faults.map(({ milestone, fault }) => `${milestone} (${fault})`).join(', ')}`);
  const rows = dates.map((dated) => rowOf(dated, asked, language));
  if (options['json'] === true) say(JSON.stringify(rows, null, 2));
  else for (const line of table(rows, asked, language)) say(line);
  return 0;
}

function askedFor(options: Options, language: Language): Asked {
  const { template, programme } = options;
  if ((template === undefined) === (programme === undefined)) {
    throw new BotError('config', `Say which: --template ${TEMPLATE_NAMES.join(' or --template ')}, or --programme FILE`);
  }
  if (typeof programme === 'string') {
    const year = yearOf(options, 'year');
    const plan = planIn(programme, year, language);
    const calendar = { id: 'own', name: plan.name, plan, dates: datesOf({ plan, year, shifts: [] }) };
    // Who else there is, a file alone does not know.
    return { calendar, year, programme: plan.name, doubts: doubtsOf(calendar, [], { audiences: [] }) };
  }
  const name = TEMPLATE_NAMES.find((one) => one === template);
  if (!name) throw new BotError('config', `--template must be ${TEMPLATE_NAMES.join(' or ')}, and ${shown(template)} is neither`);
  const calendar = programmeYear(name, yearOf(options, 'year'), language);
  return { calendar, year: calendar.year, programme: name, doubts: doubtsOf(calendar, besides(calendar, language)) };
}

function planIn(file: string, year: number, language: Language): Plan {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new BotError('config', `--programme: the file ${shown(file)} cannot be read`);
  }
  const read = readPlan(text, { year });
  const faults = 'faults' in read ? read.faults : read.doubts;
  if ('faults' in read || faults.length > 0) throw new BotError('config', faults.map((fault) => inWords(planFaultWords(fault), language)).join('\n'));
  return read.plan;
}

function rowOf(dated: DatedMilestone, { calendar, year, doubts, programme }: Asked, language: Language): Row {
  const { milestone, from, until } = dated;
  const { plan } = calendar;
  const own = doubts.filter(({ milestones }) => milestones.some(({ id, cohort }) => id === milestone.id && cohort === undefined));
  // The first sentence is the rule, which has a field of its own; two doubts are told by the explanation already.
  const told = explain(dated, { plan, year, shifts: [] }).slice(1);
  const said = own.flatMap((doubt) => [doubt.kind === 'holiday' || doubt.kind === 'written' ? null : doubtWords(doubt), mendWords(doubt)]);
  const holidays = milestone.rule.kind === 'between' || milestone.rule.kind === 'month' ? [] : holidaysOf(plan.holidays, dated);
  return {
    id: milestone.id,
    programme,
    rule: inWords(ruleWords(milestone.rule, plan.weeks, plan.milestones), language),
    date: from,
    ...(until === from ? {} : { endDate: until }),
    ...(milestone.deadline ? { deadline: true } : {}),
    ...(holidays.length === 0 ? {} : { holiday: holidays.map(({ name }) => inWords(name, language)).join(', ') }),
    notes: [...told, ...said].flatMap((text) => (text ? [inWords(text, language)] : [])),
  };
}

function table(rows: readonly Row[], { calendar, programme, year }: Asked, language: Language): string[] {
  const day = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const dayOf = (date: Civil) => day.format(Date.parse(`${date}T00:00Z`));
  const lines = rows.map((row) => {
    const milestone = calendar.plan.milestones.find(({ id }) => id === row.id) ?? row;
    return { row, cells: [row.endDate ? `${dayOf(row.date)} – ${dayOf(row.endDate)}` : dayOf(row.date), inWords(milestoneName(milestone), language)] as const };
  });
  const [days, names] = [0, 1].map((column) => Math.max(...lines.map(({ cells }) => cells[column as 0 | 1].length)));
  const title = programme === calendar.plan.name ? `${programme} ${year}` : calendar.name;
  return [
    title,
    '',
    ...lines.flatMap(({ row, cells: [date, name] }) => [
      `${date.padEnd(days ?? 0)}  ${name.padEnd(names ?? 0)}  ${row.rule}`,
      ...row.notes.map((note) => `${' '.repeat((days ?? 0) + 4)}${note}`),
    ]),
  ];
}
