// What people are told of a gathering, built from ids when it is delivered and whenever it is drawn anew.

import { listed, say, type Text } from '../../bot/views/text.ts';
import { actions, message, paragraph } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import type { Template } from '../store.ts';
import { announcement } from './announcing.ts';
import type { Gathering, Invitation } from './gathering.ts';
import { hasBegun } from './rules.ts';
import { idsIn, type Seen, sightOf } from './seen.ts';
import type { Telling } from './telling.ts';
import { dayBlocks } from './views.ts';
import { dayAndHours, dayWords, nameOf, theGathering, whenAndWhere } from './words.ts';

type Aloud = Exclude<Telling, 'thanks' | 'cancelled'>;

/** Messages with an answer: invitation, reminder, a new time, a place that has come free. */
const asking = (telling: Aloud): Template => ({
  name: `gatherings.${telling}`,
  async build({ tx, reader, now, again }, args) {
    const { seen, timeZone, terms } = await sightOf(tx, reader, await tx.invitations.all(idsIn(args['invitations'])));
    const isHere = ({ gathering }: Seen) => civilIn(gathering.startsAt, timeZone) === args['on'];
    const stands = (one: Seen) => one.gathering.state === 'planned' && isHere(one);
    const here = seen.filter(stands);
    const left = here.filter(({ gathering, invitation }) => !hasBegun(gathering, now) && isWorth(telling, invitation));
    if (!again && left.length === 0) return null;
    const gone = seen.filter((one) => !stands(one)).map(({ gathering }) => goneWords(gathering, reader.timeZone));
    if (here.length === 0) return gone.length > 0 ? message(gone.map(paragraph), terms) : null;
    const shown = again ? here : left;
    return message([paragraph(introOf(telling, shown, reader.timeZone)), ...dayBlocks(shown, { reader, now, timeZone }), ...gone.map(paragraph)], terms);
  },
});

/** Since it was meant to be said, they may have said no. */
function isWorth(telling: Aloud, { answer }: Invitation): boolean {
  if (telling === 'freed') return answer === 'yes';
  return telling !== 'reminder' || answer !== 'no';
}

/** What stands in the place of a gathering that is off, or on another day; of the new day they have been told. */
function goneWords(gathering: Gathering, timeZone: string): Text {
  const what = theGathering(gathering);
  if (gathering.state === 'cancelled') return say('gatherings.cancelled', { what, day: dayAndHours(gathering, timeZone) });
  return say('gatherings.elsewhere', { what, day: dayWords(gathering, timeZone) });
}

function introOf(telling: Aloud, seen: readonly Seen[], timeZone: string): Text {
  const [first] = seen.map((one) => one.gathering);
  if (!first) return say('gatherings.answer.over');
  const day = dayWords(first, timeZone);
  const isOne = new Set(seen.map(({ gathering }) => `${gathering.milestone} ${gathering.cohortId}`)).size === 1;
  return isOne ? say(`gatherings.${telling}.one`, { what: theGathering(first), day }) : say(`gatherings.${telling}.several`, { day });
}

const cancelled: Template = {
  name: 'gatherings.cancelled',
  async build({ tx, reader }, args) {
    const { seen, terms } = await sightOf(tx, reader, await tx.invitations.all(idsIn(args['invitations'])));
    const off = seen.filter(({ gathering }) => gathering.state === 'cancelled');
    const words = off.map(({ gathering }) => paragraph(goneWords(gathering, reader.timeZone)));
    return off.length > 0 ? message([...words, paragraph(say('gatherings.cancelled.more'))], terms) : null;
  },
};

const thanks: Template = {
  name: 'gatherings.thanks',
  async build({ tx, reader }, args) {
    const { seen, terms } = await sightOf(tx, reader, await tx.invitations.all(idsIn(args['invitations'])));
    const theirs = seen.filter(({ invitation }) => invitation.came ?? invitation.answer === 'yes').map((one) => theGathering(one.gathering));
    if (theirs.length === 0) return null;
    const names = new Map(theirs.map((name) => [JSON.stringify(name), name]));
    return message([paragraph(say('gatherings.thanks', { what: listed([...names.values()]) }))], terms);
  },
};

/** To those in charge, the working day after. */
const whoCame: Template = {
  name: 'gatherings.whoCame',
  async build({ tx, reader, again }, args) {
    const gatherings = (await tx.gatherings.all(idsIn(args['gatherings']))).filter((one) => one.state === 'planned');
    const invited = await tx.invitations.find({ gatheringId: gatherings.map((one) => one.id) });
    const noted = new Set(invited.filter((one) => one.came !== null).map((one) => one.gatheringId));
    const left = gatherings.filter((one) => !noted.has(one.id));
    if (gatherings.length === 0 || (left.length === 0 && !again)) return null;
    const names = { what: listed(gatherings.map((one) => theGathering(one))) };
    const items = gatherings.map((one) => whenAndWhere(one, reader.timeZone));
    const buttons = gatherings.map((one) => ({
      label: say(noted.has(one.id) ? 'gatherings.button.attendanceAgain' : 'gatherings.button.attendance', { what: nameOf(one, gatherings) }),
      action: 'gatherings.attendance',
      about: { gathering: one.id },
      ...(noted.has(one.id) ? {} : { style: 'main' as const }),
    }));
    return message([paragraph(say(left.length > 0 ? 'gatherings.whoCame' : 'gatherings.whoCame.noted', names)), { block: 'list', items }, actions(...buttons)]);
  },
};

export const templates: readonly Template[] = [
  asking('invited'),
  asking('reminder'),
  asking('moved'),
  asking('changed'),
  asking('freed'),
  cancelled,
  thanks,
  whoCame,
  announcement,
];
