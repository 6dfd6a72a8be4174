// What is in a calendar, looked up as things stand: a person's own, a cohort's, or the day of one invitation.

import { quote, say, type Text } from '../../bot/views/text.ts';
import { DAY, type Instant, plus } from '../../time.ts';
import { civilIn, datesOf } from '../calendar/index.ts';
import { membersOf, type Pair } from '../cycle/index.ts';
import type { Gathering, Invitation } from '../gatherings/gathering.ts';
import type { Participation } from '../orientation/participation.ts';
import type { Cohort } from '../programme/index.ts';
import type { Tx } from '../store.ts';
import type { Year } from '../year/year.ts';
import { type Entry, gatheringEntry, meetingEntry, milestoneEntry, type Week } from './entry.ts';

export interface CalendarOf {
  readonly name: Text;
  readonly entries: readonly Entry[];
}

/** What is longer ago than a programme lasts is left out. */
const KEPT = 400 * DAY;

/** Gatherings to which the person is invited, and the weeks in which their pairs meet. The queries do not grow with either. */
export async function personalCalendar(tx: Tx, personId: string, now: Instant): Promise<CalendarOf> {
  const invitations = (await tx.invitations.find({ personId })).filter(({ answer }) => answer !== 'no');
  const seats = await seatsOf(tx, invitations, now);
  const { pairs, members } = await pairsOf(tx, personId);
  const years = await yearsOf(tx, [...seats.map(({ gathering }) => gathering.cohortId), ...pairs.map((pair) => pair.cohortId)]);
  const weeks = await weeksOf(tx, pairs, members, personId, years);
  const gatherings = seats.map(({ gathering, invitation }) => gatheringEntry(gathering, years.get(gathering.cohortId), invitation));
  return { name: say('passes.name.mine'), entries: [...gatherings, ...weeks] };
}

/** Milestones and gatherings, and nobody's name. Nothing before the calendar is published. */
export async function cohortCalendar(tx: Tx, cohort: Cohort, now: Instant): Promise<CalendarOf> {
  const name = say('passes.name.cohort', { cohort: quote(cohort.name) });
  const year = await tx.years.get(cohort.id);
  const all = await tx.gatherings.find({ startsAt: { gte: plus(now, -KEPT) } });
  const own = all.filter((one) => one.cohortId === cohort.id || one.sharedWith.includes(cohort.id));
  const years = await yearsOf(
    tx,
    own.map((one) => one.cohortId),
  );
  const gatherings = own.map((one) => gatheringEntry(one, years.get(one.cohortId)));
  if (year?.state !== 'published') return { name, entries: gatherings };
  const days = datesOf(year).dates.filter(({ milestone }) => SHOWN.has(milestone.kind));
  return { name, entries: [...days.map((one) => milestoneEntry(one, year)), ...gatherings] };
}

/** Gatherings have entries of their own; a talk that may be held on any of 200 days would cover all others. */
const SHOWN: ReadonlySet<string> = new Set(['call', 'matching', 'results', 'pair-meeting']);

/** One invitation, with the others of its day: they came in one message. `null` where it is not theirs. */
export async function invitedDay(tx: Tx, invitationId: string, of: { readonly personId: string; readonly timeZone: string }): Promise<CalendarOf | null> {
  const { personId, timeZone } = of;
  const invitation = await tx.invitations.get(invitationId);
  const gathering = invitation?.personId === personId ? await tx.gatherings.get(invitation.gatheringId) : null;
  if (!invitation || !gathering) return null;
  const day = civilIn(gathering.startsAt, timeZone);
  const others = (await tx.invitations.find({ personId })).filter((one) => one.id !== invitation.id && one.answer !== 'no');
  const seats = (await seatsOf(tx, others)).filter((seat) => civilIn(seat.gathering.startsAt, timeZone) === day);
  const all = [{ gathering, invitation }, ...seats].sort((a, b) => a.gathering.startsAt - b.gathering.startsAt);
  const years = await yearsOf(
    tx,
    all.map((seat) => seat.gathering.cohortId),
  );
  return { name: say('passes.name.mine'), entries: all.map((seat) => gatheringEntry(seat.gathering, years.get(seat.gathering.cohortId), seat.invitation)) };
}

interface Seat {
  readonly gathering: Gathering;
  readonly invitation: Invitation;
}

async function seatsOf(tx: Tx, invitations: readonly Invitation[], now?: Instant): Promise<Seat[]> {
  const gatherings = await tx.gatherings.all(invitations.map((one) => one.gatheringId));
  const byId = new Map(gatherings.map((one) => [one.id, one]));
  return invitations.flatMap((invitation) => {
    const gathering = byId.get(invitation.gatheringId);
    return gathering && (now === undefined || gathering.endsAt >= now - KEPT) ? [{ gathering, invitation }] : [];
  });
}

async function yearsOf(tx: Tx, cohortIds: readonly string[]): Promise<ReadonlyMap<string, Year>> {
  const years = await tx.years.all([...new Set(cohortIds)]);
  return new Map(years.map((year) => [year.id, year]));
}

async function pairsOf(tx: Tx, personId: string): Promise<{ readonly pairs: readonly Pair[]; readonly members: ReadonlyMap<string, Participation> }> {
  const mine = (await tx.participations.find({ personId })).map((one) => one.id);
  if (mine.length === 0) return { pairs: [], members: new Map() };
  const pairs = [...(await tx.pairs.find({ menteeId: mine, state: 'active' })), ...(await tx.pairs.find({ mentorId: mine, state: 'active' }))];
  return { pairs, members: await membersOf(tx, pairs) };
}

/** As the calendar of their cohort has them, until the pair's own row says otherwise. */
async function weeksOf(
  tx: Tx,
  pairs: readonly Pair[],
  members: ReadonlyMap<string, Participation>,
  personId: string,
  years: ReadonlyMap<string, Year>,
): Promise<Entry[]> {
  const rows = pairs.length === 0 ? [] : await tx.meetings.find({ pairId: pairs.map((pair) => pair.id) });
  return pairs.flatMap((pair) => {
    const year = years.get(pair.cohortId);
    const partnerId = [pair.menteeId, pair.mentorId].map((id) => members.get(id)?.personId).find((id) => id !== undefined && id !== personId);
    if (year?.state !== 'published' || partnerId === undefined) return [];
    const weeks: Week[] = datesOf(year).dates.flatMap(({ milestone, from, until }) => {
      if (milestone.kind !== 'pair-meeting' || milestone.number === undefined) return [];
      const meeting = rows.find((row) => row.pairId === pair.id && row.number === milestone.number) ?? null;
      return [{ pair, partnerId, number: milestone.number, from, until, meeting }];
    });
    return weeks.map((week) => meetingEntry(week, year));
  });
}
