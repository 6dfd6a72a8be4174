// When a pair is asked, whom it may reach, and what an answer means: no clock, no storage.

import { type Civil, DAY, type Instant } from '../../time.ts';
import { civilIn, daysBetween, instantAt, plusDays, plusWorkingDays } from '../calendar/index.ts';
import { type Absence, quietUntil } from '../nudges/index.ts';
import type { Checkin } from './checkin.ts';

/** Working days until the one reminder, and from there until the coordinator sees it (C24, E4.8). */
export const REMIND_AFTER = 3;
export const GIVE_UP_AFTER = 3;

/** How long an answer may be changed, unless a newer question comes first. */
const CHANGEABLE = 7 * DAY;

/** Where and at which hour questions are asked. */
export interface Place {
  readonly timeZone: string;
  readonly hour: number;
}

/** The hour of a day, or of the next working day. */
function slotOn(day: Civil, place: Place): Instant {
  return quietUntil(instantAt(day, place.hour, place.timeZone), place.timeZone, [], place.hour);
}

/** From now on, at the hour or later the same day: for a person who is to be asked. */
export function slotFrom(at: Instant, place: Place, busy: readonly Absence[] = []): Instant {
  return quietUntil(at, place.timeZone, busy, place.hour);
}

/** So many days after an instant. */
export function daysAfter(at: Instant, days: number, place: Place): Instant {
  return slotOn(plusDays(civilIn(at, place.timeZone), days), place);
}

export function workingDaysAfter(at: Instant, days: number, place: Place): Instant {
  return slotOn(plusWorkingDays(civilIn(at, place.timeZone), days), place);
}

/**
 * When a planned question may be asked: not before it is due, not while either is busy, and not in the first half of
 * the rhythm after an answer that came late.
 */
export function askableAt(
  on: { readonly planned: Checkin; readonly answered: Checkin | null; readonly rhythmDays: number; readonly busy: readonly Absence[] },
  place: Place,
  now: Instant,
): Instant {
  let at = on.planned.dueAt > now ? on.planned.dueAt : now;
  const { answer = null, answeredAt = null } = on.answered ?? {};
  if (answeredAt !== null && (answer === 'met' || answer === 'not_yet')) {
    const settled = daysAfter(answeredAt, Math.ceil(on.rhythmDays / 2), place);
    if (settled > at) at = settled;
  }
  return slotFrom(at, place, on.busy);
}

/** The next question after one that was due at `dueAt` and is asked now. After downtime the rhythm begins anew: no backlog. */
export function nextDue(dueAt: Instant, rhythmDays: number, place: Place, now: Instant): Instant {
  const next = daysAfter(dueAt, rhythmDays, place);
  const days = daysBetween(civilIn(now, place.timeZone), civilIn(next, place.timeZone));
  return days * 2 < rhythmDays ? daysAfter(now, rhythmDays, place) : next;
}

/** A question to a pair, with the person ids of its two. */
export interface Question {
  readonly checkin: Checkin;
  readonly members: readonly string[];
}

/**
 * Who is to be asked what now. Nobody has two open questions: the oldest comes first, the others wait their turn.
 * `open` must hold every open question of the people in `among`.
 */
export function turns(open: readonly Question[], among: ReadonlySet<string>): { readonly personId: string; readonly checkin: Checkin }[] {
  const taken = new Set(open.flatMap(({ checkin }) => checkin.asked));
  const given: { personId: string; checkin: Checkin }[] = [];
  for (const { checkin, members } of [...open].sort((a, b) => a.checkin.dueAt - b.checkin.dueAt || (a.checkin.id < b.checkin.id ? -1 : 1))) {
    for (const personId of members) {
      if (!among.has(personId) || taken.has(personId)) continue;
      taken.add(personId);
      given.push({ personId, checkin });
    }
  }
  return given;
}

/**
 * Which questions an answer settles. `recent` are the pair's latest. A press on an old, unanswered one counts for the
 * newest too; one that is answered already stays as it is (`known`); where time has moved on, it is too late (`newer`).
 */
export function settledBy(recent: readonly Checkin[], checkinId: string): readonly Checkin[] | 'known' | 'newer' | null {
  const put = posed(recent);
  const pressed = put.find((checkin) => checkin.id === checkinId);
  const newest = put[0];
  if (!pressed || !newest) return null;
  if (pressed.state === 'answered') return 'known';
  if (pressed === newest) return [pressed];
  return newest.state === 'open' || newest.state === 'unanswered' ? [pressed, newest] : 'newer';
}

/** The answered question that may still be answered otherwise: the newest, for a week. */
export function changeable(recent: readonly Checkin[], checkinId: string, now: Instant): Checkin | null {
  const newest = posed(recent)[0];
  return newest?.id === checkinId && mayChange(newest, now) ? newest : null;
}

export function mayChange(checkin: Checkin, now: Instant): boolean {
  return checkin.state === 'answered' && checkin.answeredAt !== null && now - checkin.answeredAt < CHANGEABLE;
}

/** Those that have been put to the pair, the newest first. */
function posed(recent: readonly Checkin[]): Checkin[] {
  return recent.filter((checkin) => checkin.state !== 'planned').sort((a, b) => b.number - a.number);
}

export function laterOf(one: Civil | null, other: Civil): Civil {
  return one !== null && one > other ? one : other;
}
