// All that I am invited to, and the next two of it for the home page.

import { nothing } from '../../bot/actions/fields.ts';
import { done } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import { actions, type Block, facts, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import { anyone } from '../people/index.ts';
import { type Context, define } from '../store.ts';
import { hasBegun } from './rules.ts';
import { type Seen, sightOf } from './seen.ts';
import { dayBlocks, shortAnswer } from './views.ts';
import { dayWords, nameOf, whenAndWhere } from './words.ts';

/** More days than these are no list that anybody reads. */
const MOST_DAYS = 5;
const ON_HOME = 2;

export const mine = define({
  name: 'gatherings.mine',
  version: 1,
  look: true,
  input: nothing,
  subject: async () => true,
  may: anyone,
  run: async (context) => done(await minePage(context)),
});

export async function minePage(context: Context): Promise<Message> {
  const { actor, now } = context;
  const { seen, timeZone, terms } = await comingTo(context);
  const days = [...Map.groupBy(seen, ({ gathering }) => civilIn(gathering.startsAt, timeZone)).values()];
  const shown = days
    .slice(0, MOST_DAYS)
    .flatMap((day) => [heading(say('gatherings.mine.day', dayOf(day, actor.timeZone))), ...dayBlocks(day, { reader: actor, now, timeZone, page: true })]);
  const more = days.length - MOST_DAYS;
  return message(
    [...(days.length === 0 ? [paragraph(say('gatherings.mine.none'))] : shown), ...(more > 0 ? [note(say('gatherings.mine.more', { n: more }))] : [])],
    terms,
  );
}

function dayOf(day: readonly Seen[], timeZone: string) {
  const gatherings = day.map((one) => one.gathering);
  const [first] = gatherings;
  const names = [...new Map(gatherings.map((one) => [one.milestone, nameOf(one)])).values()];
  return { day: first ? dayWords(first, timeZone) : 0, what: { all: names } };
}

async function comingTo({ tx, actor, now }: Context) {
  const own = await tx.invitations.find({ personId: actor.personId });
  const sight = await sightOf(tx, actor, own);
  return { ...sight, seen: sight.seen.filter(({ gathering }) => gathering.state === 'planned' && !hasBegun(gathering, now)) };
}

/** For the home page: the next two gatherings, with my answer. */
export async function homeGatherings(context: Context): Promise<readonly Block[]> {
  const { seen } = await comingTo(context);
  const next = seen.slice(0, ON_HOME);
  if (next.length === 0) return [];
  const { timeZone } = context.actor;
  const gatherings = next.map((one) => one.gathering);
  const lines = next.map((one) => ({
    label: nameOf(one.gathering, gatherings),
    value: say('gatherings.home.line', { when: whenAndWhere(one.gathering, timeZone), answer: shortAnswer(one) }),
  }));
  const isOpen = next.some((one) => one.invitation.answer === 'open');
  return [
    heading(say('gatherings.home.title')),
    facts(...lines),
    actions({ label: say(isOpen ? 'gatherings.button.answer' : 'gatherings.button.mine'), action: 'gatherings.mine' }),
  ];
}
