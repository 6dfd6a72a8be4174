// What coordinators change: place, link, places, hours; a workshop of their own; calling one off.

import { z } from 'zod';
import { choices, day, id, line, optionalLine } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { quote, say } from '../../bot/views/text.ts';
import { AUDIENCES, civilIn } from '../calendar/index.ts';
import { mayIn } from '../people/index.ts';

import { onCohort } from '../programme/index.ts';
import { define } from '../store.ts';
import { foundIn, onGathering } from './access.ts';
import { callOff, type Change, hoursOn, keep, move, type Now, redrawAll, seatsOf } from './changing.ts';
import { editForm, readWritten, workshopForm } from './forms.ts';
import type { Gathering } from './gathering.ts';
import { gatheringPage } from './overview.ts';
import { placesOf } from './place.ts';
import { hasBegun, inviteFromOf, isWorkshop, type Place } from './rules.ts';
import { freed } from './seats.ts';
import { present, tell } from './telling.ts';
import { theGathering } from './words.ts';

const written = {
  from: optionalLine(5),
  until: optionalLine(5),
  place: optionalLine(200),
  link: optionalLine(500),
  // A form's number may come as one, or as what was typed.
  capacity: z.preprocess((value) => (typeof value === 'number' ? `${value}` : (value ?? '')), optionalLine(6)),
};

export const edit = onGathering({
  name: 'gatherings.edit',
  needs: 'manage',
  look: true,
  opens: 'form',
  async run({ tx, now }, { gathering }) {
    if (isSettled(gathering, now)) return refused(say('gatherings.answer.over'));
    const place = (await placesOf(tx, [gathering]))(gathering.cohortId);
    return done(editForm(gathering, place.timeZone));
  },
});

export const save = onGathering({
  name: 'gatherings.save',
  needs: 'manage',
  fields: { ...written, title: optionalLine(120), day: optionalLine(10) },
  async run(context, { gathering, cohorts }, input): Promise<Outcome> {
    const { tx, now } = context;
    if (isSettled(gathering, now)) return refused(say('gatherings.answer.over'));
    const place = (await placesOf(tx, [gathering]))(gathering.cohortId);
    const on = isWorkshop(gathering) && input.day !== '' ? input.day : civilIn(gathering.startsAt, place.timeZone);
    const read = readWritten({ ...input, day: on }, place.timeZone, now);
    if ('fields' in read) return refused(say('error.form'), { fields: read.fields });
    const title = isWorkshop(gathering) && input.title !== '' ? input.title : gathering.title;
    const after: Gathering = {
      ...gathering,
      ...hoursOn(read.day, read.from, read.until, place.timeZone),
      place: input.place,
      link: input.link,
      capacity: read.capacity,
      title,
    };
    if (read.day === civilIn(gathering.startsAt, place.timeZone)) await change(context, { before: gathering, after }, place);
    else await move(context, [{ before: gathering, after: { ...after, inviteFrom: inviteFromOf(after.startsAt, INVITE_DAYS, place, now) } }], place);
    const kept = (await tx.gatherings.get(gathering.id)) ?? after;
    return done(await gatheringPage(context, { gathering: kept, cohorts }, say('gatherings.saved')));
  },
});

/** On the same day. Those who come are told where something they knew is different; what was still open is only drawn anew. */
async function change(...[{ tx, now }, { before, after }, place]: [Now, Change, Place]): Promise<void> {
  const same = (...fields: readonly (keyof Gathering)[]) => fields.every((field) => before[field] === after[field]);
  const [hours, details] = [!same('startsAt', 'endsAt'), !same('place', 'link', 'title')];
  const telling = hours || (['place', 'link'] as const).some((field) => before[field] !== '' && before[field] !== after[field]);
  const seats = await seatsOf(tx, [before]);
  const next = freed(
    after.capacity,
    seats.map((seat) => seat.invitation),
  );
  const given = new Map(next.map((one) => [one.id, one]));
  const here = await present(
    tx,
    seats.filter((seat) => seat.invitation.answer !== 'no'),
  );
  for (const one of next) tx.invitations.put(one);
  keep(tx, { ...after, sequence: before.sequence + (hours || details ? 1 : 0) }, place, now);
  if (!same('capacity') || hours || details) redrawAll(tx, seats, [after], place.timeZone);
  tell(
    tx,
    'freed',
    here.flatMap((seat) => (given.has(seat.invitation.id) ? [{ ...seat, gathering: after }] : [])),
    place.timeZone,
  );
  if (telling)
    tell(
      tx,
      'changed',
      here.filter((seat) => !given.has(seat.invitation.id)).map((seat) => ({ ...seat, gathering: after })),
      place.timeZone,
    );
}

function isSettled(gathering: Gathering, now: Now['now']): boolean {
  return gathering.state === 'cancelled' || hasBegun(gathering, now);
}

/** As in the plans of the manual. */
const INVITE_DAYS = 28;

export const workshop = onCohort({
  name: 'gatherings.workshop',
  needs: 'manage',
  look: true,
  opens: 'form',
  run: async (_context, cohort) => done(workshopForm(cohort)),
});

/** A workshop or seminar beside those of the manual (S0.19). */
export const addWorkshop = define({
  name: 'gatherings.addWorkshop',
  version: 1,
  input: z.object({ ...written, cohort: id(), title: line(120), day: day(), audience: choices(AUDIENCES) }),
  subject: ({ tx }, { cohort }) => tx.cohorts.get(cohort),
  may: (actor, cohort) => mayIn(actor, cohort.programmeId, 'manage'),
  async run(context, input, cohort) {
    const { tx, now, ids } = context;
    const place = (await placesOf(tx, [{ cohortId: cohort.id }]))(cohort.id);
    const read = readWritten(input, place.timeZone, now);
    const nobody = input.audience.length === 0 ? { audience: say('gatherings.error.audience') } : {};
    if ('fields' in read) return refused(say('error.form'), { fields: { ...nobody, ...read.fields } });
    if (input.audience.length === 0) return refused(say('error.form'), { fields: nobody });
    const own = ids.next();
    const { startsAt, endsAt } = hoursOn(read.day, read.from, read.until, place.timeZone);
    const blank = { sharedWith: [], recruits: false, state: 'planned', sequence: 0, done: [], createdAt: now } as const;
    const about = { id: own, cohortId: cohort.id, milestone: own, part: 'workshop', title: input.title, place: input.place, link: input.link } as const;
    const inviteFrom = inviteFromOf(startsAt, INVITE_DAYS, place, now);
    const made: Gathering = { ...blank, ...about, startsAt, endsAt, capacity: read.capacity, audience: input.audience, inviteFrom };
    keep(tx, made, place, now);
    return done(await gatheringPage(context, { gathering: made, cohorts: [cohort] }, say('gatherings.workshop.made', { title: quote(input.title) })));
  },
});

export const cancel = onGathering({
  name: 'gatherings.cancel',
  needs: 'manage',
  async run(context, { gathering }) {
    const { tx, now } = context;
    if (hasBegun(gathering, now)) return refused(say('gatherings.answer.over'));
    const place = (await placesOf(tx, [gathering]))(gathering.cohortId);
    if (gathering.state === 'planned') await callOff(context, [gathering], place);
    const found = await foundIn(tx, gathering.id);
    return found ? done(await gatheringPage(context, found, say('gatherings.cancel.done', { what: theGathering(gathering) }))) : done();
  },
});
