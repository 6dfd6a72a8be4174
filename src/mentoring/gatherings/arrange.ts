// The gatherings of a cohort's calendar: made, moved and called off so that they match it. Called as often as it changes.

import { BotError } from '../../fault.ts';
import type { Ids } from '../../ports.ts';
import { type Civil, DAY, type Instant, plus } from '../../time.ts';
import { datesOf, type Part, type PlanMilestone, worksOn } from '../calendar/index.ts';
import type { Cohort } from '../programme/index.ts';
import type { Tx } from '../store.ts';
import type { Year } from '../year/year.ts';
import { announceIn } from './announcing.ts';
import { callOff, type Change, dayDiffers, hoursOn, keep, move, onDayOf } from './changing.ts';
import type { Gathering } from './gathering.ts';
import { belongsTo, hasBegun, inviteFromOf, isWorkshop, type Place } from './rules.ts';

interface Arranging {
  readonly cohort: Pick<Cohort, 'id'>;
  readonly year: Year;
  readonly timeZone: string;
  readonly now: Instant;
  readonly ids: Ids;
}

interface Wanted {
  readonly milestone: PlanMilestone;
  readonly day: Civil;
  readonly part: Part;
}

/** How far back a gathering is looked for: whatever has begun is left alone, so that it is not made again. */
const BACK = 500 * DAY;

/**
 * Makes what the calendar has and the house has not, moves what is on another day, calls off what is gone, and tells
 * whoever was invited. What has begun stays as it is. Nothing changes where all matches.
 */
export async function arrange(tx: Tx, asked: Arranging): Promise<void> {
  const { cohort, year, timeZone, now } = asked;
  if (year.state !== 'published') return;
  const wanted = wantedBy(year);
  if (wanted.some(({ milestone }) => milestone.shared)) await guard(tx);
  const place: Place = { timeZone, works: worksOn(year.plan.holidays) };
  const all = await tx.gatherings.find({ startsAt: { gte: plus(now, -BACK) } });
  const mine = all.filter((one) => belongsTo(one, cohort.id));

  const moves: Change[] = [];
  const alone: Gathering[] = [];
  const stays = new Set<string>();
  const makes: Wanted[] = [];
  for (const one of wanted) {
    const same = (other: Gathering) => other.milestone === one.milestone.id && other.part === one.part.part;
    const current = mine.find((other) => same(other) && other.state === 'planned') ?? mine.find(same);
    const days = hoursOn(one.day, one.part.from, one.part.until, timeZone);
    if (!current) {
      if (!hasBegun(days, now)) makes.push(one);
    } else if (hasBegun(current, now) || hasBegun(days, now) || !dayDiffers(current, days, timeZone)) stays.add(current.id);
    else if (current.cohortId !== cohort.id || hostOf(one, { cohort, all, timeZone })) makes.push(one);
    else {
      stays.add(current.id);
      const on = onDayOf(current, one.day, timeZone);
      const after = { ...current, ...on, state: 'planned', sharedWith: [], inviteFrom: inviteFromOf(on.startsAt, one.part.inviteDays, place, now) } as const;
      moves.push({ before: current, after });
      if (current.sharedWith.length > 0) alone.push(current);
    }
  }

  const gone = mine.filter((one) => one.state === 'planned' && !stays.has(one.id) && !hasBegun(one, now) && !isWorkshop(one));
  for (const one of gone) if (one.cohortId !== cohort.id) keep(tx, { ...one, sharedWith: one.sharedWith.filter((id) => id !== cohort.id) }, place, now);
  await move({ tx, now }, moves, place);
  const ownGone = gone.filter((one) => one.cohortId === cohort.id);
  const heirs = new Map(ownGone.map((one) => [one, heirOf(one, all)]));
  for (const [one, heir] of heirs) if (heir) keep(tx, { ...one, cohortId: heir, sharedWith: one.sharedWith.filter((id) => id !== heir) }, place, now);
  const off = ownGone.filter((one) => !heirs.get(one));
  await callOff({ tx, now }, off, place);
  for (const one of makes) await make(tx, one, { ...asked, place, all });
  await letGo(tx, [...alone, ...off], asked);
}

function wantedBy(year: Year): Wanted[] {
  return datesOf(year).dates.flatMap(({ milestone, from }) =>
    milestone.kind === 'gathering' ? milestone.parts.map((part) => ({ milestone, day: from, part })) : [],
  );
}

/** Two cohorts published at once would each make the mingle that they share. */
async function guard(tx: Tx): Promise<void> {
  const organisation = await tx.organisations.get(tx.tenantId);
  if (!organisation) throw new BotError('bug', 'no organisation');
  tx.organisations.put(organisation);
}

/** The gathering of another cohort that is this one too: the same milestone and part, on the same day (S2.6). */
function hostOf({ milestone, day, part }: Wanted, of: Pick<Arranging, 'cohort' | 'timeZone'> & { readonly all: readonly Gathering[] }): Gathering | undefined {
  const { startsAt } = hoursOn(day, part.from, part.until, of.timeZone);
  const same = (one: Gathering) => one.milestone === milestone.id && one.part === part.part && !dayDiffers(one, { startsAt }, of.timeZone);
  return milestone.shared ? of.all.find((one) => one.state === 'planned' && !belongsTo(one, of.cohort.id) && same(one)) : undefined;
}

/** Joins the one that is there for all, or makes one of its own. */
async function make(tx: Tx, wanted: Wanted, at: Arranging & { readonly place: Place; readonly all: readonly Gathering[] }): Promise<void> {
  const { cohort, place, now, ids, all } = at;
  const { milestone, day, part } = wanted;
  const host = hostOf(wanted, at);
  if (host) {
    keep(tx, { ...host, sharedWith: [...host.sharedWith, cohort.id] }, place, now);
    if (host.done.includes('announced')) await announceIn(tx, host, [cohort.id]);
    return;
  }
  const { startsAt, endsAt } = hoursOn(day, part.from, part.until, place.timeZone);
  const { audience, recruits, capacity, link } = part;
  const [title, inviteFrom] = [milestone.title ?? '', inviteFromOf(startsAt, part.inviteDays, place, now)];
  const earlier = all.find((one) => one.cohortId === cohort.id && one.milestone === milestone.id && one.part === part.part);
  if (earlier) return move({ tx, now }, [{ before: earlier, after: { ...earlier, startsAt, endsAt, inviteFrom, state: 'planned' } }], place);
  const blank = { sharedWith: [], state: 'planned', sequence: 0, done: [], createdAt: now } as const;
  const made = { id: ids.next(), cohortId: cohort.id, milestone: milestone.id, part: part.part, title, startsAt, endsAt, place: part.place };
  keep(tx, { ...blank, ...made, link, capacity, audience, recruits, inviteFrom }, place, now);
}

/** Of those who share it, one to whom it can pass: what they share goes on as theirs. */
function heirOf({ sharedWith, milestone, part }: Gathering, all: readonly Gathering[]): string | undefined {
  return sharedWith.find((id) => !all.some((one) => one.cohortId === id && one.milestone === milestone && one.part === part));
}

/** Whoever shared a gathering that has moved away has one of their own on their day. */
async function letGo(tx: Tx, alone: readonly Gathering[], { timeZone, now, ids }: Arranging): Promise<void> {
  const guests = [...new Set(alone.flatMap((one) => one.sharedWith))];
  for (const year of guests.length > 0 ? await tx.years.all(guests) : []) {
    await arrange(tx, { cohort: { id: year.id }, year, timeZone, now, ids });
  }
}
