// How coordinators see gatherings: a cohort's, with who comes counted; and one of them.

import { done } from '../../bot/actions/outcome.ts';
import { listed, quote, say, type Text, who } from '../../bot/views/text.ts';
import { actions, type Block, type Button, facts, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import { DAY, type Instant, plus } from '../../time.ts';
import { instantAt } from '../calendar/index.ts';
import { mayIn } from '../people/index.ts';

import { type Cohort, onCohort } from '../programme/index.ts';
import type { Context, Tx } from '../store.ts';
import { type Found, onGathering } from './access.ts';
import type { Gathering, Invitation } from './gathering.ts';
import { belongsTo, hasBegun } from './rules.ts';
import { nameOf, whenAndWhere } from './words.ts';

/** What fits one message of every platform. */
const MOST = 12;
const MOST_NAMES = 40;
/** A mingle comes before the start, the thanks after the end. */
const [BEFORE, AFTER] = [400, 60];

export const list = onCohort({
  name: 'gatherings.list',
  needs: 'view',
  look: true,
  async run({ tx, actor, now }, cohort) {
    const all = await gatheringsOf(tx, cohort);
    const coming = all.filter((one) => one.endsAt > now);
    const shown = (coming.length > 0 ? coming : all.slice(-MOST)).slice(0, MOST);
    const invitations = shown.length > 0 ? await tx.invitations.find({ gatheringId: shown.map((one) => one.id) }) : [];
    const manage = mayIn(actor, cohort.programmeId, 'manage');
    const blocks = shown.flatMap((one): Block[] => [
      heading(nameOf(one, shown)),
      paragraph(whenAndWhere(one, actor.timeZone)),
      paragraph(one.state === 'cancelled' ? say('gatherings.state.cancelled') : countsText(one, invitations)),
      actions({
        label: say('gatherings.button.show'),
        action: 'gatherings.show',
        about: { gathering: one.id },
        hint: say('gatherings.button.showHint', { what: nameOf(one, shown) }),
      }),
    ]);
    return done(
      message([
        ...(shown.length === 0 ? [paragraph(say('gatherings.list.none', { cohort: quote(cohort.name) }))] : blocks),
        ...(coming.length > MOST ? [note(say('gatherings.list.more', { n: coming.length - MOST }))] : []),
        ...(manage ? [actions({ label: say('gatherings.button.workshop'), action: 'gatherings.workshop', about: { cohort: cohort.id } })] : []),
      ]),
    );
  },
});

/** The cohort's own, and those it shares, in the order of time. */
async function gatheringsOf(tx: Tx, cohort: Cohort): Promise<Gathering[]> {
  const [from, until] = [plus(instantAt(cohort.startsOn, 0, 'UTC'), -BEFORE * DAY), plus(instantAt(cohort.endsOn, 0, 'UTC'), AFTER * DAY)];
  const all = await tx.gatherings.find({ startsAt: { gte: from, lte: until } }, { by: 'startsAt' });
  return all.filter((one) => belongsTo(one, cohort.id));
}

export const show = onGathering({
  name: 'gatherings.show',
  needs: 'view',
  look: true,
  run: async (context, found) => done(await gatheringPage(context, found)),
});

/** `told` stands above it where something has just been done. */
export async function gatheringPage({ tx, actor, now }: Context, { gathering, cohorts }: Found, told?: Text): Promise<Message> {
  const invitations = await tx.invitations.find({ gatheringId: gathering.id });
  const manage = cohorts.some((cohort) => mayIn(actor, cohort.programmeId, 'manage'));
  const names = (answer: Invitation['answer']) => invitations.filter((one) => one.answer === answer).map((one) => who(one.personId));
  return message([
    ...(told ? [paragraph(told)] : []),
    heading(nameOf(gathering)),
    facts(
      { label: say('gatherings.fact.when'), value: whenAndWhere(gathering, actor.timeZone) },
      ...(gathering.link === '' ? [] : [{ label: say('gatherings.fact.link'), value: quote(gathering.link) }]),
      { label: say('gatherings.fact.cohort'), value: say('gatherings.cohorts', { names: listed(cohorts.map((cohort) => quote(cohort.name))) }) },
      {
        label: say('gatherings.fact.audience'),
        value: say('gatherings.cohorts', { names: listed(gathering.audience.map((one) => say(`gatherings.audience.${one}`))) }),
      },
      {
        label: say('gatherings.fact.places'),
        value: gathering.capacity === null ? say('gatherings.places.all') : say('gatherings.places', { n: gathering.capacity }),
      },
      {
        label: say('gatherings.fact.answers'),
        value: gathering.state === 'cancelled' ? say('gatherings.state.cancelled') : countsText(gathering, invitations),
      },
    ),
    ...(['yes', 'waiting'] as const).flatMap((answer) => namesBlock(answer, names(answer))),
    ...buttonsOf(gathering, manage, now),
  ]);
}

function namesBlock(answer: 'yes' | 'waiting', names: readonly Text[]): Block[] {
  if (names.length === 0) return [];
  const more = names.length - MOST_NAMES;
  return [
    paragraph(say(`gatherings.names.${answer}`, { names: listed(names.slice(0, MOST_NAMES)) })),
    ...(more > 0 ? [note(say('gatherings.names.more', { n: more }))] : []),
  ];
}

function countsText({ id }: Pick<Gathering, 'id'>, invitations: readonly Invitation[]): Text {
  const theirs = invitations.filter((one) => one.gatheringId === id);
  const of = (answer: Invitation['answer']) => theirs.filter((one) => one.answer === answer).length;
  if (theirs.length === 0) return say('gatherings.counts.none');
  const counts = say('gatherings.counts', { yes: of('yes'), no: of('no'), open: of('open') });
  const came = theirs.filter((one) => one.came === true).length;
  if (theirs.some((one) => one.came !== null)) return say('gatherings.counts.came', { counts, n: came });
  return of('waiting') > 0 ? say('gatherings.counts.waiting', { counts, n: of('waiting') }) : counts;
}

function buttonsOf(gathering: Gathering, manage: boolean, now: Instant): Block[] {
  if (!manage || gathering.state === 'cancelled') return [];
  const about = { gathering: gathering.id };
  const buttons: Button[] = hasBegun(gathering, now)
    ? [{ label: say('gatherings.button.attendance', { what: nameOf(gathering) }), action: 'gatherings.attendance', about, style: 'main' }]
    : [
        { label: say('gatherings.button.edit'), action: 'gatherings.edit', about },
        {
          label: say('gatherings.button.cancel'),
          action: 'gatherings.cancel',
          about,
          style: 'danger',
          confirm: say('gatherings.cancel.confirm', { what: nameOf(gathering) }),
        },
      ];
  return [actions(...buttons)];
}
