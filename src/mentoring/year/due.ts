// What time brings to a published calendar: all of its moments that have come since it was last looked at.

import type { Ids } from '../../ports.ts';
import type { Instant } from '../../time.ts';
import { civilIn, datesOf, worksOn } from '../calendar/index.ts';
import { askAfterWindow, offerTalks, openWindow } from '../meetings/index.ts';
import { OPENS, quietUntil } from '../nudges/index.ts';
import { announce, type Cohort, coordinatorsOf } from '../programme/index.ts';
import type { DueRule, Tx } from '../store.ts';
import { type Moment, momentsOf, type Place } from './moments.ts';
import type { Year } from './year.ts';

const RULE = 'year.moments';

/** Sets the timer of a calendar to the next of its moments; a draft has none. Called wherever a calendar changes. */
export function scheduleMoments(tx: Tx, year: Year, { timeZone, now }: { readonly timeZone: string; readonly now: Instant }): void {
  const next = year.state === 'published' ? momentsOf(datesOf(year), placeOf(year, timeZone)).find((moment) => moment.at > year.doneUntil) : undefined;
  if (next) tx.remind(RULE, year.id, next.at > now ? next.at : now);
  else tx.forget(RULE, year.id);
}

function placeOf({ plan }: Year, timeZone: string): Place {
  return { timeZone, works: worksOn(plan.holidays) };
}

/** Subjects are cohorts. What has been said is behind `doneUntil`, which moves on in the same transaction. */
const moments: DueRule = {
  name: RULE,
  async run({ tx, now, ids }, due) {
    const years = (await tx.years.all(due.map((one) => one.subject))).filter((year) => year.state === 'published');
    if (years.length === 0) return;
    const cohorts = new Map((await tx.cohorts.all(years.map((year) => year.id))).map((cohort) => [cohort.id, cohort]));
    const timeZone = (await tx.organisations.get(tx.tenantId))?.timeZone ?? 'UTC';
    const [done, waiting]: [Year[], Year[]] = [[], []];
    for (const year of years) {
      const cohort = cohorts.get(year.id);
      if (!cohort) continue;
      const place = placeOf(year, timeZone);
      // After downtime it may be night, or a holiday: the calendar waits for the morning.
      if (hourFor(now, place) > now) {
        waiting.push(year);
        continue;
      }
      const come = momentsOf(datesOf(year), place).filter((moment) => moment.at > year.doneUntil && moment.at <= now);
      if (civilIn(now, timeZone) <= cohort.endsOn) await speak({ tx, now, ids, cohort, timeZone }, come);
      done.push({ ...year, doneUntil: now > year.doneUntil ? now : year.doneUntil });
    }
    // Timers last: one that is set before the storage is asked again would be taken for the one that has just run.
    for (const year of done) {
      tx.years.put(year);
      scheduleMoments(tx, year, { timeZone, now });
    }
    for (const year of waiting) tx.remind(RULE, year.id, hourFor(now, placeOf(year, timeZone)));
  },
};

function hourFor(now: Instant, { timeZone, works }: Place): Instant {
  return quietUntil(now, timeZone, [], OPENS, works);
}

interface Speaking {
  readonly tx: Tx;
  readonly now: Instant;
  readonly ids: Ids;
  readonly cohort: Cohort;
  readonly timeZone: string;
}

/** Each kind has its own lateness: what is no longer worth saying is not said. */
async function speak(context: Speaking, due: readonly Moment[]): Promise<void> {
  const of = (kind: Moment['kind']) => due.filter((moment) => moment.kind === kind);
  const { tx, now, ids, cohort, timeZone } = context;
  const today = civilIn(now, timeZone);
  if (of('call').length > 0 && today < cohort.startsOn) await call(context);
  const deadline = of('deadline').at(-1);
  if (deadline && today <= cohort.startsOn) await remindOf(context, deadline);
  const weeks = [...of('pair-meeting'), ...of('asked-after')];
  for (const { kind, milestone } of weeks) {
    const { number } = milestone.milestone;
    if (number === undefined) continue;
    const week = { cohortId: cohort.id, number, fromOn: milestone.from, untilOn: milestone.until, today };
    await (kind === 'pair-meeting' ? openWindow({ tx, now, ids }, week) : askAfterWindow({ tx, now, ids }, week));
  }
  const talk = of('talk').at(-1);
  if (talk && today <= talk.milestone.until) await offerTalks({ tx, now, ids }, { cohortId: cohort.id, untilOn: talk.milestone.until });
}

/** Sign-up opens by itself on its day; where it is open already, nobody needs to hear of it. */
async function call({ tx, cohort }: Speaking): Promise<void> {
  if (cohort.signup === 'open') return;
  const open: Cohort = { ...cohort, signup: 'open' };
  const readers = await coordinatorsOf(tx, cohort.programmeId, 'view');
  tx.cohorts.put(open);
  announce(tx, open);
  for (const person of readers) tx.post({ to: { person }, template: 'year.called', args: { cohort: cohort.id }, kind: 'nudge', topic: `called:${cohort.id}` });
}

/** To those who can match; whether anybody still waits is looked up when it is delivered, and earlier reminders say how it is now. */
async function remindOf({ tx, cohort }: Speaking, { milestone }: Moment): Promise<void> {
  tx.refresh(`deadline:${cohort.id}`);
  const args = { cohort: cohort.id, kind: milestone.milestone.kind, day: milestone.until };
  for (const person of await coordinatorsOf(tx, cohort.programmeId, 'match')) {
    tx.post({ to: { person }, template: 'year.deadline', args, kind: 'nudge', topic: `deadline:${cohort.id}` });
  }
}

export const DUE: readonly DueRule[] = [moments];
