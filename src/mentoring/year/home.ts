// What the home page takes from calendars: the next date of a pair, and for coordinators where each cohort stands.

import { listed, onDay, say, type Text } from '../../bot/views/text.ts';
import { type Block, paragraph } from '../../bot/views/view.ts';
import type { Civil } from '../../time.ts';
import { civilIn, type DatedMilestone, datesOf, theMilestone } from '../calendar/index.ts';
import { type StageCalendar, stageName, stageOn, STAGES } from '../cycle/index.ts';
import { windowCounts } from '../meetings/index.ts';
import { newestFirst, programmesWhere } from '../programme/index.ts';
import type { Context, Tx } from '../store.ts';
import type { Year } from './year.ts';

/** The stages of a published calendar; of a draft, nobody hears. */
export function stagesOf(year: Year | undefined, used: readonly number[]): StageCalendar | null {
  return year?.state === 'published' ? { spans: year.plan.stages, dates: datesOf(year), used } : null;
}

/** The next gathering or pair meeting of a calendar that is meant for this side of a pair. */
export function nextForPair({ dates }: StageCalendar, side: 'mentee' | 'mentor', today: Civil): readonly Block[] {
  const next = dates.dates.find((one) => isNext(one, today) && isFor(one, side));
  return next ? [paragraph(nextWords(next))] : [];
}

function isFor({ milestone }: DatedMilestone, side: 'mentee' | 'mentor'): boolean {
  if (milestone.kind === 'pair-meeting') return true;
  return milestone.parts.some(({ audience }) => audience.includes('pairs') || audience.includes(`${side}s`));
}

function nextWords({ milestone, from, until }: DatedMilestone): Text {
  const name = theMilestone(milestone);
  if (from === until) return say('year.moment.next', { milestone: name, day: onDay(from, 'week') });
  return say('year.moment.next.week', { milestone: name, from: onDay(from), until: onDay(until, 'week') });
}

/** A gathering that is today is next; a week that has begun is on. */
function isNext({ from, until }: DatedMilestone, today: Civil): boolean {
  return from > today || (from === today && until === today);
}

const MOST = 4;

/** Where the cohorts that run stand by their calendars, in lines by cohort id. At most three queries more than their counts. */
export async function homeYears({ tx, actor, now }: Context): Promise<ReadonlyMap<string, readonly Text[]>> {
  const programmeId = programmesWhere(actor, 'view');
  if (programmeId.length === 0) return new Map();
  const today = civilIn(now, actor.timeZone);
  const cohorts = newestFirst(await tx.cohorts.find({ programmeId, endsOn: { gte: today } })).slice(0, MOST);
  const years = new Map((await tx.years.all(cohorts.map((cohort) => cohort.id))).map((year) => [year.id, year]));
  const used = years.size === 0 ? new Map() : new Map((await tx.programmes.all(programmeId)).map((one) => [one.id, one.settings.stages]));
  const calendars = new Map(
    cohorts.flatMap(({ id, programmeId }) => {
      const calendar = stagesOf(years.get(id), used.get(programmeId) ?? STAGES);
      return calendar ? [[id, calendar] as const] : [];
    }),
  );
  const said = await saidIn(tx, calendars, today);
  return new Map([...calendars].map(([id, calendar]) => [id, [...standingLines(calendar, today), ...(said.get(id) ?? [])]]));
}

function standingLines(calendar: StageCalendar, today: Civil): readonly Text[] {
  const stages = stageOn(calendar, today).map((stage) => say('year.moment.stage', { n: stage, name: stageName(stage) }));
  const next = calendar.dates.dates.find((one) => isNext(one, today) && one.milestone.kind !== 'talk');
  return [...(stages.length > 0 ? [say('year.moment.stages', { stages: listed(stages) })] : []), ...(next ? [nextWords(next)] : [])];
}

/** What became of the pair meeting whose week began last, as counts (Q13, E9.5). */
async function saidIn(tx: Tx, calendars: ReadonlyMap<string, StageCalendar>, today: Civil): Promise<ReadonlyMap<string, readonly Text[]>> {
  const weeks = [...calendars].flatMap(([cohortId, { dates }]) => {
    const last = dates.dates.findLast((one) => one.milestone.kind === 'pair-meeting' && one.from <= today)?.milestone.number;
    return last === undefined ? [] : [{ cohortId, number: last }];
  });
  const pairs = weeks.length === 0 ? [] : await tx.pairs.find({ cohortId: weeks.map((week) => week.cohortId), state: 'active' });
  const counted = weeks.map((week) => ({ ...week, pairs: pairs.filter((pair) => pair.cohortId === week.cohortId).map((pair) => pair.id) }));
  const counts = await windowCounts(tx, counted);
  return new Map(weeks.map(({ cohortId, number }, index) => [cohortId, counts[index] ? [say('meetings.window.counts', { n: number, ...counts[index] })] : []]));
}
