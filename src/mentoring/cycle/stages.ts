// The seven stages of mentoring, in their order: what each is called and what it is for (S0.1, S0.6-S0.26).

import { say, type Text } from '../../bot/views/text.ts';
import type { Civil } from '../../time.ts';
import { type Dates, dayOf, type StageSpan } from '../calendar/index.ts';
import type { Pair, Stage } from './pair.ts';

export const STAGES: readonly Stage[] = [1, 2, 3, 4, 5, 6, 7];

export function stageName(stage: Stage): Text {
  return say(`cycle.stage.${stage}.name`);
}

/** One sentence to whoever is in it. */
export function stagePurpose(stage: Stage): Text {
  return say(`cycle.stage.${stage}.purpose`);
}

/** How far somebody has come: a programme may leave stages out (S0.4), so the place is counted among those it uses. */
export function placeOf(stage: Stage, used: readonly number[]): { readonly done: number; readonly of: number } {
  const stages = STAGES.filter((one) => used.includes(one));
  if (stages.length === 0) return { done: stage, of: STAGES.length };
  return { done: Math.max(1, stages.filter((one) => one <= stage).length), of: stages.length };
}

/** The stages as a calendar has them: spans between milestones, which may overlap or be left out (S0.4). */
export interface StageCalendar {
  readonly spans: readonly StageSpan[];
  readonly dates: Dates;
  /** The stages that the programme uses. */
  readonly used: readonly number[];
}

interface Begun {
  readonly stage: Stage;
  readonly from: Civil;
  readonly until: Civil;
}

/** The stages that are open on a day, the one that began last at the end; none where a calendar has a gap. */
export function stageOn(calendar: StageCalendar, today: Civil): readonly Stage[] {
  return begunBy(calendar, today)
    .filter((one) => today <= one.until)
    .map((one) => one.stage);
}

/** Where a pair stands: the stage that began last, at least the second, and the last one once the calendar is over. */
export function stageOfPair(pair: Pick<Pair, 'stage'>, calendar: StageCalendar | null, today: Civil): Stage {
  if (!calendar || calendar.spans.length === 0) return pair.stage;
  if (calendar.dates.dates.length > 0 && calendar.dates.dates.every(({ until }) => until < today)) return 7;
  const stage = begunBy(calendar, today).at(-1)?.stage ?? 2;
  return stage === 1 ? 2 : stage;
}

function begunBy({ spans, dates, used }: StageCalendar, today: Civil): readonly Begun[] {
  return spans
    .flatMap(({ stage, from, until }): Begun[] => {
      const [first, last] = [dayOf(dates, from), dayOf(dates, until)];
      const known = STAGES.find((one) => one === stage);
      return known && used.includes(stage) && first && last && first.from <= today ? [{ stage: known, from: first.from, until: last.until }] : [];
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.stage - b.stage));
}
