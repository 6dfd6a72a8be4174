// Who came: a form for the coordinators, a hundred names to a list.

import { done, refused } from '../../bot/actions/outcome.ts';
import { say, who } from '../../bot/views/text.ts';
import { type Form, type Input, note, paragraph } from '../../bot/views/view.ts';
import { z } from 'zod';
import { civilIn } from '../calendar/index.ts';
import type { Tx } from '../store.ts';
import { onGathering } from './access.ts';
import { attendanceTopic } from './due.ts';
import type { Gathering, Invitation } from './gathering.ts';
import { gatheringPage } from './overview.ts';
import { zoneOf } from './place.ts';
import { hasBegun } from './rules.ts';
import { nameOf } from './words.ts';

/** As many as a list of every platform takes. */
const A_LIST = 100;
const LISTS = 20;

const ticked = z.preprocess((value) => (Array.isArray(value) ? value : value ? [value] : []), z.array(z.string()).max(A_LIST));
const NAMES = Array.from({ length: LISTS }, (_, index) => `came${index}`);
const fields = Object.fromEntries(NAMES.map((name) => [name, ticked]));

export const attendance = onGathering({
  name: 'gatherings.attendance',
  needs: 'manage',
  look: true,
  opens: 'form',
  async run({ tx, now }, { gathering }) {
    if (!hasBegun(gathering, now)) return refused(say('gatherings.attendance.early'));
    const invited = await expected(tx, gathering);
    return invited.length === 0 ? refused(say('gatherings.attendance.nobody')) : done(attendanceForm(gathering, invited));
  },
});

/** All who were listed and are not ticked did not come. */
export const attended = onGathering({
  name: 'gatherings.attended',
  needs: 'manage',
  fields,
  async run(context, found, input) {
    const { tx, now } = context;
    const { gathering } = found;
    if (!hasBegun(gathering, now)) return refused(say('gatherings.attendance.early'));
    const came = new Set(NAMES.flatMap((name) => input[name] ?? []));
    const invited = await expected(tx, gathering);
    for (const one of invited) if (one.came !== came.has(one.id)) tx.invitations.put({ ...one, came: came.has(one.id) });
    tx.refresh(attendanceTopic(civilIn(gathering.startsAt, await zoneOf(tx))));
    const n = invited.filter((one) => came.has(one.id)).length;
    return done(await gatheringPage(context, found, say('gatherings.attendance.done', { n })));
  },
});

/** Everyone invited but those who said no; those who said yes first. */
async function expected(tx: Tx, gathering: Gathering): Promise<Invitation[]> {
  const invitations = await tx.invitations.find({ gatheringId: gathering.id });
  const order = { yes: 0, waiting: 1, open: 2, no: 3 };
  return invitations
    .filter((one) => one.answer !== 'no')
    .toSorted((a, b) => order[a.answer] - order[b.answer])
    .slice(0, A_LIST * LISTS);
}

function attendanceForm(gathering: Gathering, invited: readonly Invitation[]): Form {
  const lists = NAMES.map((name, index) => ({ name, of: invited.slice(index * A_LIST, (index + 1) * A_LIST) })).filter(({ of }) => of.length > 0);
  const inputs = lists.map(
    ({ name, of }, index): Input => ({
      input: 'choices',
      name,
      label: lists.length === 1 ? say('gatherings.attendance.label') : say('gatherings.attendance.labelOf', { n: index + 1, of: lists.length }),
      options: of.map((one) => ({ value: one.id, label: who(one.personId) })),
      value: of.filter((one) => one.came ?? one.answer === 'yes').map((one) => one.id),
    }),
  );
  return {
    type: 'form',
    title: say('gatherings.attendance.title'),
    intro: [paragraph(nameOf(gathering)), note(say('gatherings.attendance.note'))],
    inputs,
    submit: say('common.save'),
    action: 'gatherings.attended',
    about: { gathering: gathering.id },
  };
}
