// All that a page about a cohort's calendar shows and an action upon it decides from.

import type { Language } from '../../bot/texts/language.ts';
import type { TermChoice } from '../../bot/texts/terms.ts';
import type { Civil } from '../../time.ts';
import { civilIn, type Dates, datesOf, type Doubt, doubtsOf } from '../calendar/index.ts';
import { audienceOf } from '../gatherings/index.ts';
import { mayIn } from '../people/index.ts';
import { type Cohort, programmeOf } from '../programme/index.ts';
import type { Context, Tx } from '../store.ts';
import { calendarsOf, type CohortCalendar } from './others.ts';
import { seenOf } from './rules.ts';
import type { Year } from './year.ts';

export interface Scene {
  readonly cohort: Cohort;
  readonly year: Year;
  readonly dates: Dates;
  /** Of the organisation, as far as the reader may know them: a draft belongs to those in charge of it. */
  readonly others: readonly CohortCalendar[];
  readonly doubts: readonly Doubt[];
  /** A digest of the calendar as it is shown. */
  readonly seen: string;
  /** Whether the reader may change it. */
  readonly manage: boolean;
  readonly terms: TermChoice;
  /** Working days that each side has to answer a proposal. */
  readonly proposalDays: number;
  readonly language: Language;
  /** The organisation's, in which the calendar is at home. */
  readonly timeZone: string;
  readonly today: Civil;
  /** `null` for a draft. */
  readonly publishedOn: Civil | null;
}

/** `null` where the cohort has no calendar. As many queries however many cohorts and people. */
export async function sceneOf(context: Context, cohort: Cohort): Promise<Scene | null> {
  const { tx, actor, now } = context;
  const all = await calendarsOf(tx);
  const own = all.find(({ year }) => year.id === cohort.id);
  if (!own) return null;
  const others = all.filter((one) => one !== own && (one.year.state === 'published' || mayIn(actor, one.cohort.programmeId, 'view')));
  const timeZone = (await tx.organisations.get(tx.tenantId))?.timeZone ?? actor.timeZone;
  const { terms, settings } = await programmeOf(tx, cohort);
  const manage = mayIn(actor, cohort.programmeId, 'manage');
  const around = { cohort, others, manage, terms, timeZone, language: actor.language, proposalDays: settings.proposalDays, today: civilIn(now, timeZone) };
  return drawn(tx, around, own.year);
}

/** The same with another calendar, such as one with a milestone moved. */
export function sceneWith(tx: Tx, scene: Scene, year: Year): Promise<Scene> {
  return drawn(tx, scene, year);
}

type Around = Omit<Scene, 'year' | 'dates' | 'doubts' | 'seen' | 'publishedOn'>;

async function drawn(tx: Tx, around: Around, year: Year): Promise<Scene> {
  const { cohort, others, today, timeZone, proposalDays } = around;
  const dates = datesOf(year);
  const all = await doubtsIn(tx, { cohort, year, dates }, others, { today, proposalDays });
  // Of what lies behind a published calendar nothing can be mended any more.
  const doubts = year.state === 'published' ? all.filter((doubt) => doubt.day >= today) : all;
  const publishedOn = year.publishedAt === null ? null : civilIn(year.publishedAt, timeZone);
  return { ...around, year, dates, doubts, seen: seenOf(year, dates), publishedOn };
}

/** What must be mended first. Whom calendars do not know is counted: a cohort may run without one. */
async function doubtsIn(
  tx: Tx,
  own: CohortCalendar,
  others: readonly CohortCalendar[],
  { today, proposalDays }: { readonly today: Civil; readonly proposalDays: number },
): Promise<readonly Doubt[]> {
  // Sign-up that is closed can open today at the earliest.
  const late = own.year.state === 'draft' && own.cohort.signup === 'closed' ? { publishedOn: today } : {};
  const doubts = doubtsOf(calendarOf(own), others.map(calendarOf), { proposalDays, ...late });
  const nobodies = new Map(doubts.flatMap((doubt) => (doubt.kind === 'nobody' ? [[nobodyKey(doubt), doubt]] : [])));
  const known = new Set<string>();
  for (const [key, { audience, day }] of nobodies) {
    const people = await audienceOf(tx, { cohortIds: [own.cohort.id], audience: [audience], on: day });
    if (people.length > 0) known.add(key);
  }
  const rank = { mend: 0, look: 1 } as const;
  // Of a gathering in two parts without its guests one word is enough.
  const said = new Set<string>();
  const isNew = (key: string) => !said.has(key) && said.add(key);
  const telling = doubts.filter((doubt) => doubt.kind !== 'nobody' || (!known.has(nobodyKey(doubt)) && isNew(`${nobodyKey(doubt)} ${subjectOf(doubt)}`)));
  return telling.sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function nobodyKey({ audience, day }: Extract<Doubt, { kind: 'nobody' }>): string {
  return `${audience} ${day}`;
}

function calendarOf({ cohort, year, dates }: CohortCalendar) {
  return { id: cohort.id, name: cohort.name, plan: year.plan, dates };
}

/** What a doubt is about, whatever the day: a year later it is the same one. */
export function subjectOf({ kind, milestones }: Doubt): string {
  return [kind, ...milestones.map(({ id, cohort }) => `${cohort ?? ''}/${id}`)].join(' ');
}

/** Of a day itself: on another day it is another doubt. */
const OF_DAY: ReadonlySet<Doubt['kind']> = new Set(['holiday', 'week-holiday', 'weekend', 'friday']);

/** Those of `after` that `before` did not have. */
export function newDoubts(before: readonly Doubt[], after: readonly Doubt[], by: (doubt: Doubt) => string = onItsDay): readonly Doubt[] {
  const known = new Set(before.map(by));
  return after.filter((doubt) => !known.has(by(doubt)));
}

function onItsDay(doubt: Doubt): string {
  return OF_DAY.has(doubt.kind) ? `${doubt.day} ${subjectOf(doubt)}` : subjectOf(doubt);
}
