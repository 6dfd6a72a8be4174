// When a gathering is spoken of: the mornings before it, the reminders, the working day after. Pure.

import { type Civil, DAY, type Instant } from '../../time.ts';
import { civilIn, instantAt, plusDays } from '../calendar/index.ts';
import type { Gathering } from './gathering.ts';

/** The hour at which the calendar speaks. */
const SPEAKS = 9;

/** "A week before". */
const WEEK = 7;

/** A thank-you that comes later than this is odd. */
const THANKS_FOR = 14;

/** Whoever was invited less than two days ago needs no reminder of next week. */
const FRESH = 2 * DAY;

/** The organisation's place, and the days on which people work there. */
export interface Place {
  readonly timeZone: string;
  readonly works: (day: Civil) => boolean;
}

type Timed = Pick<Gathering, 'startsAt' | 'endsAt' | 'inviteFrom' | 'state' | 'done'>;

/** Nine o'clock of that day, or of the next one on which people work. */
export function morningFrom(day: Civil, { timeZone, works }: Place): Instant {
  let at = day;
  while (!works(at)) at = plusDays(at, 1);
  return instantAt(at, SPEAKS, timeZone);
}

export function nextMorning(now: Instant, place: Place): Instant {
  const today = civilIn(now, place.timeZone);
  const morning = morningFrom(today, place);
  return morning > now ? morning : morningFrom(plusDays(today, 1), place);
}

/** The last working day before the gathering. */
export function eveOf({ startsAt }: Pick<Gathering, 'startsAt'>, { timeZone, works }: Place): Civil {
  let day = plusDays(civilIn(startsAt, timeZone), -1);
  while (!works(day)) day = plusDays(day, -1);
  return day;
}

/** When people are invited first: so many days before, on a working morning before its day; at once where none is left. */
export function inviteFromOf(startsAt: Instant, inviteDays: number, place: Place, now: Instant): Instant {
  const day = civilIn(startsAt, place.timeZone);
  const isBefore = (morning: Instant) => civilIn(morning, place.timeZone) < day;
  const early = morningFrom(plusDays(day, -inviteDays), place);
  const wanted = isBefore(early) ? early : morningFrom(eveOf({ startsAt }, place), place);
  if (wanted > now) return wanted;
  const next = nextMorning(now, place);
  return isBefore(next) ? next : now;
}

/** When a gathering is looked at next: each working morning until its eve, and the one after it; `null`: no more. */
export function nextMoment(one: Timed, place: Place, now: Instant): Instant | null {
  if (one.state === 'cancelled') return null;
  if (now < one.inviteFrom) return one.inviteFrom;
  const morning = nextMorning(now, place);
  if (civilIn(morning, place.timeZone) <= eveOf(one, place)) return morning;
  return one.done.includes('thanks') ? null : morningAfter(one, place);
}

function morningAfter({ endsAt }: Pick<Gathering, 'endsAt'>, place: Place): Instant {
  return morningFrom(plusDays(civilIn(endsAt, place.timeZone), 1), place);
}

/** `coming`: people are invited and reminded; `over`: they are thanked; `past`: too late for that. */
export function phaseOf(one: Timed, place: Place, now: Instant): 'coming' | 'over' | 'past' | 'quiet' {
  if (one.state === 'cancelled' || now < one.inviteFrom) return 'quiet';
  if (now < one.startsAt) return 'coming';
  if (one.done.includes('thanks') || now < morningAfter(one, place)) return 'quiet';
  return now - one.endsAt <= THANKS_FOR * DAY ? 'over' : 'past';
}

/** The reminder that is due. After downtime only the newest: the day's leaves no room for the week's. */
export function reminderDue(one: Timed, place: Place, now: Instant): 'week' | 'day' | null {
  const today = civilIn(now, place.timeZone);
  if (one.done.includes('day')) return null;
  if (today >= eveOf(one, place)) return 'day';
  const week = plusDays(civilIn(one.startsAt, place.timeZone), -WEEK);
  return today >= week && !one.done.includes('week') ? 'week' : null;
}

/** Whoever has just been invited is not reminded of it as well. */
export function isFresh(invitedAt: Instant, reminder: 'week' | 'day', now: Instant): boolean {
  return reminder === 'week' && now - invitedAt < FRESH;
}

export function hasBegun({ startsAt }: Pick<Gathering, 'startsAt'>, now: Instant): boolean {
  return startsAt <= now;
}

export function belongsTo(gathering: Pick<Gathering, 'cohortId' | 'sharedWith'>, cohortId: string): boolean {
  return gathering.cohortId === cohortId || gathering.sharedWith.includes(cohortId);
}

export function cohortsOf({ cohortId, sharedWith }: Pick<Gathering, 'cohortId' | 'sharedWith'>): readonly string[] {
  return [cohortId, ...sharedWith];
}

/** Made by hand, and no milestone of a calendar. */
export function isWorkshop({ id, milestone }: Pick<Gathering, 'id' | 'milestone'>): boolean {
  return id === milestone;
}
