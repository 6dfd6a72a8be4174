// A gathering that is moved, changed or called off, and who is told of it.

import type { Civil, Instant } from '../../time.ts';
import { civilIn, hourIn, instantAt, plusDays } from '../calendar/index.ts';
import type { Tx } from '../store.ts';
import { type Gathering, topicOf } from './gathering.ts';
import { nextMoment, type Place } from './rules.ts';
import { present, redraw, type Seat, tell } from './telling.ts';

export interface Now {
  readonly tx: Tx;
  readonly now: Instant;
}

/** `13:00` on that day, there. */
export function hourOn(day: Civil, hour: string, timeZone: string): Instant {
  const [hours, minutes] = hour.split(':').map(Number);
  return instantAt(day, hours ?? 0, timeZone, minutes ?? 0);
}

/** From one hour until another; an end before the beginning is the next day's. */
export function hoursOn(day: Civil, from: string, until: string, timeZone: string): Pick<Gathering, 'startsAt' | 'endsAt'> {
  return { startsAt: hourOn(day, from, timeZone), endsAt: hourOn(until > from ? day : plusDays(day, 1), until, timeZone) };
}

/** The same hours on another day. */
export function onDayOf(one: Gathering, day: Civil, timeZone: string): Pick<Gathering, 'startsAt' | 'endsAt'> {
  return hoursOn(day, hourIn(one.startsAt, timeZone), hourIn(one.endsAt, timeZone), timeZone);
}

export interface Change {
  readonly before: Gathering;
  readonly after: Gathering;
}

/** Everyone who has been invited to these, by gathering; one query. */
export async function seatsOf(tx: Tx, gatherings: readonly Gathering[]): Promise<Seat[]> {
  const named = new Map(gatherings.map((one) => [one.id, one]));
  const invitations = named.size > 0 ? await tx.invitations.find({ gatheringId: [...named.keys()] }) : [];
  return invitations.flatMap((invitation) => {
    const gathering = named.get(invitation.gatheringId);
    return gathering ? [{ invitation, gathering }] : [];
  });
}

/**
 * Writes moves to another day: the reminders begin anew, and so do the answers, as whoever could come on the one day may
 * not on the other. All who were invited are told once.
 */
export async function move({ tx, now }: Now, changes: readonly Change[], place: Place): Promise<void> {
  const seats = await seatsOf(
    tx,
    changes.map(({ before }) => before),
  );
  const moved = new Map(changes.map(({ before, after }) => [before.id, { ...after, sequence: before.sequence + 1, done: stillDone(before) }]));
  const open = seats.map(({ invitation, gathering }) => ({
    gathering: moved.get(gathering.id) ?? gathering,
    invitation: { ...invitation, answer: 'open' as const, answeredAt: null },
  }));
  const here = await present(tx, open);
  for (const { invitation } of open) tx.invitations.put(invitation);
  for (const gathering of moved.values()) keep(tx, gathering, place, now);
  redrawAll(tx, seats, [...moved.values()], place.timeZone);
  tell(tx, 'moved', here, place.timeZone);
}

function stillDone({ done }: Gathering): Gathering['done'] {
  return done.filter((step) => step === 'announced');
}

/** Calls gatherings off; those who had said no are spared the news. */
export async function callOff({ tx, now }: Now, gatherings: readonly Gathering[], place: Place): Promise<void> {
  const seats = await seatsOf(tx, gatherings);
  const here = await present(
    tx,
    seats.filter((seat) => seat.invitation.answer !== 'no'),
  );
  for (const one of gatherings) keep(tx, { ...one, state: 'cancelled', sequence: one.sequence + 1 }, place, now);
  redrawAll(tx, seats, gatherings, place.timeZone);
  tell(tx, 'cancelled', here, place.timeZone);
}

/** Whatever stands already, in front of people and in channels. */
export function redrawAll(tx: Tx, seats: readonly Seat[], gatherings: readonly Gathering[], timeZone: string): void {
  redraw(tx, seats, timeZone);
  for (const one of gatherings) if (one.recruits) tx.refresh(topicOf(one));
}

/** Writes a gathering and sets its timer. */
export function keep(tx: Tx, gathering: Gathering, place: Place, now: Instant): void {
  tx.gatherings.put(gathering);
  const next = nextMoment(gathering, place, now);
  if (next === null) tx.forget('gatherings.due', gathering.id);
  else tx.remind('gatherings.due', gathering.id, next);
}

/** Whether it is on another day in that place. */
export function dayDiffers(one: Pick<Gathering, 'startsAt'>, other: Pick<Gathering, 'startsAt'>, timeZone: string): boolean {
  return civilIn(one.startsAt, timeZone) !== civilIn(other.startsAt, timeZone);
}
