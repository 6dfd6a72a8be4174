// Beginning the check-ins of a new pair, and stopping those of a pair that has ended.

import type { Ids } from '../../ports.ts';
import type { Civil, Instant } from '../../time.ts';
import { civilIn, instantAt, plusDays, plusWorkingDays } from '../calendar/index.ts';
import type { Pair } from '../cycle/index.ts';
import { OPENS } from '../nudges/index.ts';
import type { Participation } from '../orientation/participation.ts';
import type { Actor } from '../people/actor.ts';
import type { Person } from '../people/person.ts';
import type { Programme } from '../programme/index.ts';
import type { Tx } from '../store.ts';
import { type Checkin, topicOf } from './checkin.ts';
import { daysAfter, laterOf } from './rules.ts';

/** Plans the first question, one rhythm after the pair's start, at the programme's hour in the mentee's place (S4.55). */
export function beginCheckins(
  tx: Tx,
  of: {
    readonly pair: Pair;
    readonly mentee: Participation;
    readonly mentor: Participation;
    readonly programme: Programme;
    readonly people: readonly Person[];
    readonly now: Instant;
    readonly ids: Ids;
  },
): void {
  const timeZone = of.people.find((person) => person.id === of.mentee.personId)?.timeZone ?? 'UTC';
  const place = { timeZone, hour: of.programme.settings.checkinHour };
  const dueAt = daysAfter(of.now, of.pair.rhythmDays, place);
  planNext(tx, { pairId: of.pair.id, number: 1, sinceOn: civilIn(of.now, timeZone), dueAt }, of.ids);
}

/** The pair's next question, and the timer that asks it. */
export function planNext(tx: Tx, next: Pick<Checkin, 'pairId' | 'number' | 'sinceOn' | 'dueAt'>, ids: Ids): void {
  tx.checkins.put({ ...next, id: ids.next(), state: 'planned', asked: [], answer: null, answeredBy: null, answeredAt: null });
  tx.remind('meetings.ask', next.pairId, next.dueAt);
}

/** Moves the planned question to a day, or the working day after it; the rule that asks finds the right hour. */
export function planOn(tx: Tx, planned: Checkin, day: Civil, actor: Pick<Actor, 'timeZone'>): void {
  const dueAt = instantAt(plusWorkingDays(day, 0), OPENS, actor.timeZone);
  tx.checkins.put({ ...planned, dueAt });
  tx.remind('meetings.ask', planned.pairId, dueAt);
}

/** The day that the rhythm gives, counted from the last question or the start; tomorrow at the earliest. */
export function rhythmDay(last: Instant, { rhythmDays }: Pick<Pair, 'rhythmDays'>, now: Instant, { timeZone }: Pick<Actor, 'timeZone'>): Civil {
  const counted = plusDays(civilIn(last, timeZone), rhythmDays);
  return laterOf(counted, plusDays(civilIn(now, timeZone), 1));
}

/** No more questions to these pairs: for whoever ends a pair. One query. */
export async function stopCheckins(tx: Tx, pairIds: readonly string[], now: Instant): Promise<void> {
  if (pairIds.length === 0) return;
  const rows = await tx.checkins.find({ pairId: pairIds, state: ['planned', 'open'] });
  for (const pairId of pairIds) tx.forget('meetings.ask', pairId);
  for (const row of rows) {
    if (row.state === 'planned') tx.checkins.remove(row.id);
    else close(tx, { ...row, state: 'cancelled', answeredAt: now }, now);
  }
}

/** A question that is settled one way or another: its messages say so, and whoever waited for it gets the next one. */
export function close(tx: Tx, checkin: Checkin, now: Instant): void {
  tx.checkins.put(checkin);
  // A question without an answer stays as it is: an answer is still welcome.
  if (checkin.state !== 'unanswered') tx.refresh(topicOf(checkin));
  tx.forget('meetings.remind', checkin.id);
  tx.forget('meetings.unanswered', checkin.id);
  tx.remind('meetings.next', checkin.pairId, now);
}
