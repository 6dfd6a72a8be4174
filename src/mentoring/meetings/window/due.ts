// The week of a pair meeting begins, or has passed: both of each pair hear of it, and one answer is enough (S2.13, Q13).

import type { Ids } from '../../../ports.ts';
import type { Civil, Instant } from '../../../time.ts';
import { civilIn, daysBetween, plusDays } from '../../calendar/index.ts';
import { membersOf, type Pair } from '../../cycle/index.ts';
import { type Absence, quietUntil } from '../../nudges/index.ts';
import type { Person } from '../../people/person.ts';
import type { Tx } from '../../store.ts';
import { byId, grouped } from '../scene.ts';
import { ASKED_FOR, type PairMeeting, windowTopic } from './window.ts';

export interface Telling {
  readonly tx: Tx;
  readonly now: Instant;
  readonly ids: Ids;
}

/** A pair meeting of a cohort; `today` is the organisation's. */
interface Week {
  readonly cohortId: string;
  readonly number: number;
  readonly fromOn: Civil;
  readonly untilOn: Civil;
  readonly today: Civil;
}

/**
 * Tells every pair that its week has begun; nobody, once it is over. A pair that has met already is left alone, also
 * where the week has been moved since.
 */
export async function openWindow(telling: Telling, week: Week): Promise<void> {
  if (week.today > week.untilOn) return;
  const { tx } = telling;
  const couples = await couplesOf(tx, week);
  const ahead = couples.flatMap((couple) => {
    const known = couple.meeting;
    if (known && (known.state === 'held' || known.fromOn === week.fromOn)) return [];
    return [{ ...couple, meeting: begun(telling, week, couple) }];
  });
  await tell(telling, ahead, { template: 'meetings.window', until: week.untilOn });
}

/** One gentle question to the pairs of which nobody has said anything; a pair that came later is not asked. */
export async function askAfterWindow(telling: Telling, week: Week): Promise<void> {
  const until = plusDays(week.untilOn, ASKED_FOR);
  if (week.today > until) return;
  const couples = await couplesOf(telling.tx, week);
  const unsaid = couples.flatMap((couple) => {
    if (couple.meeting) return couple.meeting.state === 'ahead' ? [{ ...couple, meeting: couple.meeting }] : [];
    // Nobody was there to say that the week had begun.
    return civilIn(couple.pair.startedAt, couple.mentee.timeZone) <= week.fromOn ? [{ ...couple, meeting: begun(telling, week, couple) }] : [];
  });
  await tell(telling, unsaid, { template: 'meetings.windowAsk', until });
}

interface Couple {
  readonly pair: Pair;
  readonly mentee: Person;
  readonly mentor: Person;
  readonly meeting: PairMeeting | null;
}

/** Active pairs with their people, and what they have of this meeting; four queries. */
export async function couplesOf(tx: Tx, { cohortId, number }: Pick<Week, 'cohortId' | 'number'>): Promise<readonly Couple[]> {
  const pairs = await tx.pairs.find({ cohortId, state: 'active' });
  if (pairs.length === 0) return [];
  const meetings = new Map((await tx.meetings.find({ pairId: pairs.map((pair) => pair.id), number })).map((one) => [one.pairId, one]));
  const members = await membersOf(tx, pairs);
  const people = byId(await tx.people.all([...new Set([...members.values()].map((member) => member.personId))]));
  return pairs.flatMap((pair) => {
    const [mentee, mentor] = [pair.menteeId, pair.mentorId].map((id) => people.get(members.get(id)?.personId ?? ''));
    return mentee && mentor ? [{ pair, mentee, mentor, meeting: meetings.get(pair.id) ?? null }] : [];
  });
}

/** Its row, new or on its new days. */
function begun({ tx, ids }: Telling, { number, fromOn, untilOn }: Week, { pair, meeting }: Couple): PairMeeting {
  const row: PairMeeting = { id: meeting?.id ?? ids.next(), pairId: pair.id, number, fromOn, untilOn, state: 'ahead', saidBy: null, saidAt: null };
  if (meeting) tx.refresh(windowTopic(row));
  tx.meetings.put(row);
  return row;
}

/** Both of each pair, in their own hours, and not while either is busy; nobody after `until`. One query. */
async function tell(
  { tx, now }: Telling,
  couples: readonly (Couple & { readonly meeting: PairMeeting })[],
  { template, until }: { readonly template: string; readonly until: Civil },
): Promise<void> {
  if (couples.length === 0) return;
  const busy = await absencesOf(tx, couples, now);
  for (const { mentee, mentor, meeting } of couples) {
    for (const [reader, partner] of [
      [mentee, mentor],
      [mentor, mentee],
    ] as const) {
      const at = quietUntil(now, reader.timeZone, [...busy(mentee.id), ...busy(mentor.id)]);
      if (civilIn(at, reader.timeZone) > until) continue;
      const args = { meeting: meeting.id, partner: partner.id };
      tx.post({ to: { person: reader.id }, template, args, kind: 'nudge', topic: windowTopic(meeting), at });
    }
  }
}

export async function absencesOf(tx: Tx, couples: readonly Couple[], now: Instant): Promise<(personId: string) => readonly Absence[]> {
  const personId = [...new Set(couples.flatMap(({ mentee, mentor }) => [mentee.id, mentor.id]))];
  const rows = await tx.busy.find({ personId, untilOn: { gte: plusDays(civilIn(now, 'UTC'), -1) } });
  const absences = grouped(rows, (period) => period.personId);
  return (id) => absences.get(id) ?? [];
}

/** Whether its answer is still asked for. */
export function isAsked({ fromOn, untilOn, state }: PairMeeting, today: Civil): boolean {
  return fromOn <= today && (today <= untilOn || (state === 'ahead' && daysBetween(untilOn, today) <= ASKED_FOR));
}
