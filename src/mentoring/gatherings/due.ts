// What each working morning brings: invitations for whoever belongs to it by now, reminders, and thanks when it is over.

import type { Ids } from '../../ports.ts';
import { DAY, type Instant, plus } from '../../time.ts';
import { civilIn } from '../calendar/index.ts';
import { coordinatorsOf } from '../programme/index.ts';
import type { DueRule, Tx } from '../store.ts';
import { announceIn } from './announcing.ts';
import { audienceOf } from './audiences.ts';
import { keep, seatsOf } from './changing.ts';
import type { Gathering, Invitation } from './gathering.ts';
import { placesOf } from './place.ts';
import { cohortsOf, isFresh, phaseOf, type Place, reminderDue } from './rules.ts';
import { freed } from './seats.ts';
import { present, redraw, type Seat, tell } from './telling.ts';

/** Two gatherings of one day lie less than this apart, wherever that day is. */
const SAME_DAY = 2 * DAY;

/**
 * Subjects are gatherings. It may run at any time: what was missed is said as far as it is still worth saying. All
 * gatherings of a day are looked at together, whichever of them is due, so that a person hears of the day once.
 */
export const due: DueRule = {
  name: 'gatherings.due',
  async run({ tx, now, ids }, subjects) {
    const gatherings = await sameDays(
      tx,
      subjects.map((one) => one.subject),
    );
    if (gatherings.length === 0) return;
    const places = await placesOf(tx, gatherings);
    const seats = await seatsOf(tx, gatherings);
    const morning: Morning = { tx, now, ids, invited: [], reminded: [], thanked: [], asked: [], seated: [] };
    const after: [Gathering, Place][] = [];
    for (const gathering of gatherings) {
      const place = places(gathering.cohortId);
      const theirs = seats.filter((seat) => seat.gathering.id === gathering.id).map((seat) => seat.invitation);
      after.push([await spokenOf(morning, gathering, { place, theirs }), place]);
    }
    for (const [gathering, place] of after) keep(tx, gathering, place, now);
    await sayAll(morning, places(gatherings[0]?.cohortId ?? '').timeZone);
  },
};

interface Morning {
  readonly tx: Tx;
  readonly now: Instant;
  readonly ids: Ids;
  readonly invited: Seat[];
  readonly reminded: Seat[];
  readonly thanked: Seat[];
  /** Of which the coordinators are asked who came. */
  readonly asked: Gathering[];
  /** Whoever was next in line, and has a place now. */
  readonly seated: Seat[];
}

interface Around {
  readonly place: Place;
  readonly theirs: readonly Invitation[];
}

/** The gatherings themselves, and all others on their days. */
async function sameDays(tx: Tx, subjects: readonly string[]): Promise<Gathering[]> {
  const named = await tx.gatherings.all(subjects);
  if (named.length === 0) return [];
  const starts = named.map((one) => one.startsAt);
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  const near = await tx.gatherings.find({ startsAt: { gte: plus(first as Instant, -SAME_DAY), lte: plus(last as Instant, SAME_DAY) } });
  const organisation = await tx.organisations.get(tx.tenantId);
  const dayOf = (one: Gathering) => civilIn(one.startsAt, organisation?.timeZone ?? 'UTC');
  const days = new Set(named.map(dayOf));
  return near.filter((one) => days.has(dayOf(one)));
}

/** Decides what is to be said of one, and returns it with its steps taken. */
async function spokenOf(morning: Morning, gathering: Gathering, around: Around): Promise<Gathering> {
  switch (phaseOf(gathering, around.place, morning.now)) {
    case 'coming':
      return coming(morning, gathering, around);
    case 'over':
      return over(morning, gathering, around);
    case 'past':
      return { ...gathering, done: [...gathering.done, 'thanks'] };
    case 'quiet':
      return gathering;
  }
}

async function coming(morning: Morning, gathering: Gathering, { place, theirs }: Around): Promise<Gathering> {
  const { tx, now, ids } = morning;
  const on = civilIn(gathering.startsAt, place.timeZone);
  const audience = new Set(await audienceOf(tx, { cohortIds: cohortsOf(gathering), audience: gathering.audience, on }));
  const known = new Set(theirs.map((one) => one.personId));
  for (const personId of audience) {
    if (known.has(personId)) continue;
    const blank = { answer: 'open', invitedAt: now, answeredAt: null, came: null } as const;
    morning.invited.push({ gathering, invitation: { id: ids.next(), gatheringId: gathering.id, personId, ...blank } });
  }
  await freePlaces(morning, gathering, theirs);
  const reminder = reminderDue(gathering, place, now);
  const reminded = theirs.filter((one) => audience.has(one.personId) && (one.answer === 'yes' || one.answer === 'open'));
  if (reminder) for (const invitation of reminded) if (!isFresh(invitation.invitedAt, reminder, now)) morning.reminded.push({ gathering, invitation });

  const announces = gathering.recruits && !gathering.done.includes('announced');
  if (announces) await announceIn(tx, gathering, cohortsOf(gathering));
  const steps = [...(announces ? (['announced'] as const) : []), ...(reminder ? [reminder] : [])];
  return steps.length > 0 ? { ...gathering, done: [...gathering.done, ...steps] } : gathering;
}

/** Whoever has left holds no place: the next in line has it. */
async function freePlaces({ tx, seated }: Morning, gathering: Gathering, theirs: readonly Invitation[]): Promise<void> {
  if (gathering.capacity === null) return;
  const holding = theirs.filter((one) => one.answer === 'yes' || one.answer === 'waiting');
  const here = await present(
    tx,
    holding.map((invitation) => ({ invitation, gathering })),
  );
  const staying = here.map((seat) => seat.invitation);
  for (const invitation of holding) if (!staying.includes(invitation)) tx.invitations.put({ ...invitation, answer: 'no' });
  for (const invitation of freed(gathering.capacity, staying)) seated.push({ gathering, invitation });
}

/** Thanks to those who came, or said that they would; of the others it is not known. */
async function over({ tx, thanked, asked }: Morning, gathering: Gathering, { theirs }: Around): Promise<Gathering> {
  const came = theirs.filter((one) => one.came ?? one.answer === 'yes');
  thanked.push(
    ...(await present(
      tx,
      came.map((invitation) => ({ invitation, gathering })),
    )),
  );
  if (theirs.some((one) => one.answer !== 'no' && one.came === null)) asked.push(gathering);
  return { ...gathering, done: [...gathering.done, 'thanks'] };
}

async function sayAll(morning: Morning, timeZone: string): Promise<void> {
  const { tx, invited, reminded, thanked, seated, asked } = morning;
  for (const { invitation } of [...invited, ...seated]) tx.invitations.put(invitation);
  tell(tx, 'invited', invited, timeZone);
  // Whoever is invited to a part of the day this morning hears of the day once.
  const day = (seat: Seat) => `${seat.invitation.personId} ${civilIn(seat.gathering.startsAt, timeZone)}`;
  const [fresh, next] = [new Set(invited.map(day)), new Set(seated.map((seat) => seat.invitation.id))];
  tell(
    tx,
    'reminder',
    reminded.filter((seat) => !fresh.has(day(seat)) && !next.has(seat.invitation.id)),
    timeZone,
  );
  redraw(tx, seated, timeZone);
  tell(tx, 'freed', seated, timeZone);
  tell(tx, 'thanks', thanked, timeZone);
  await askWhoCame(tx, asked, timeZone);
}

/** One question for all of a day, to everyone in charge of its cohorts. */
async function askWhoCame(tx: Tx, asked: readonly Gathering[], timeZone: string): Promise<void> {
  const cohorts = new Map((await tx.cohorts.all([...new Set(asked.flatMap(cohortsOf))])).map((cohort) => [cohort.id, cohort]));
  const questions = new Map<string, { personId: string; on: string; ids: string[] }>();
  for (const gathering of asked) {
    const programmes = new Set(cohortsOf(gathering).flatMap((id) => cohorts.get(id)?.programmeId ?? []));
    const people = (await Promise.all([...programmes].map((id) => coordinatorsOf(tx, id, 'manage')))).flat();
    const on = civilIn(gathering.startsAt, timeZone);
    for (const personId of new Set(people)) {
      const question = questions.get(`${personId} ${on}`) ?? { personId, on, ids: [] };
      questions.set(`${personId} ${on}`, { ...question, ids: [...question.ids, gathering.id] });
    }
  }
  for (const { personId, on, ids } of questions.values()) {
    const args = { gatherings: ids.join(','), on };
    tx.post({ to: { person: personId }, template: 'gatherings.whoCame', args, kind: 'nudge', topic: attendanceTopic(on) });
  }
}

/** The coordinators' questions about a day. */
export function attendanceTopic(on: string): string {
  return `attendance:${on}`;
}
