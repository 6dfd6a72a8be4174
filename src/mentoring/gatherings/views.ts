// How invitations look: what, when, where, who else comes, my answer, and the way to change it.

import { listed, quote, say, type Text } from '../../bot/views/text.ts';
import { actions, type Block, type Button, facts, type Form, note, paragraph } from '../../bot/views/view.ts';
import type { Instant } from '../../time.ts';
import type { Audience } from '../calendar/index.ts';
import type { Actor } from '../people/index.ts';
import { hasBegun } from './rules.ts';
import type { Seen } from './seen.ts';
import { cityOf, dayWords, hoursAndPlace, nameOf, whenFacts, zoneDiffers } from './words.ts';

interface Reading {
  readonly reader: Actor;
  readonly now: Instant;
  /** The organisation's. */
  readonly timeZone: string;
  /** Where these stand on a page, which is drawn anew after an answer. */
  readonly page?: boolean;
}

/** Hours, places and answers of gatherings of one day, with the buttons as long as they are still to come. */
export function dayBlocks(seen: readonly Seen[], reading: Reading): Block[] {
  const { reader, now, timeZone } = reading;
  const gatherings = seen.map((one) => one.gathering);
  const coming = seen.filter(({ gathering }) => gathering.state === 'planned' && !hasBegun(gathering, now));
  const [first] = gatherings;
  if (!first) return [];
  const word = wordFor(seen, reader);
  return [
    facts(...whenFacts(gatherings), ...cohortFact(seen, reader)),
    ...(zoneDiffers(first, reader.timeZone, timeZone) ? [note(say('gatherings.zone', { zone: cityOf(reader.timeZone), there: cityOf(timeZone) }))] : []),
    ...(word && coming.some((one) => one.invitation.answer === 'open') ? [note(word)] : []),
    ...answerBlocks(coming),
    ...linkBlocks(coming),
    ...(coming.length > 0 ? [actions(...answerButtons(coming, reading))] : []),
  ];
}

/** Whose it is, for those who are of another start. */
function cohortFact(seen: readonly Seen[], reader: Actor) {
  const theirs = new Set(reader.participations.filter((one) => one.state !== 'withdrawn').map((one) => one.cohortId));
  const foreign = seen.filter(({ cohorts }) => !cohorts.some((cohort) => theirs.has(cohort.id)));
  const names = new Map(foreign.flatMap((one) => one.cohorts).map((cohort) => [cohort.id, quote(cohort.name)]));
  return names.size === 0 ? [] : [{ label: say('gatherings.fact.cohort'), value: say('gatherings.cohorts', { names: listed([...names.values()]) }) }];
}

const GUESTS = ['former-pairs', 'running-mentors', 'new-mentors', 'other-pairs'] as const satisfies readonly Audience[];

/** Why a guest is invited, or which guests the others may look forward to (S2.9, S2.11, S2.15, S2.17). */
function wordFor(seen: readonly Seen[], reader: Actor): Text | null {
  const theirs = new Set(reader.participations.map((one) => one.cohortId));
  for (const { gathering, cohorts } of seen) {
    const guest = gathering.recruits ? undefined : GUESTS.find((audience) => gathering.audience.includes(audience));
    if (guest) return say(cohorts.some((cohort) => theirs.has(cohort.id)) ? `gatherings.guests.${guest}` : `gatherings.asGuest.${guest}`);
  }
  return null;
}

function answerBlocks(coming: readonly Seen[]): Block[] {
  const told = coming.filter((one) => one.invitation.answer !== 'open');
  const [first] = told;
  if (!first) return [];
  const same = told.length === coming.length && told.every((one) => one.invitation.answer === first.invitation.answer && one.line === null);
  if (same || coming.length === 1) return [paragraph(answerWords(first))];
  const gatherings = coming.map((one) => one.gathering);
  const items = coming.map((one) => say('gatherings.answer.of', { what: nameOf(one.gathering, gatherings), answer: shortAnswer(one) }));
  return [{ block: 'list', items }];
}

function answerWords({ invitation, line }: Seen): Text {
  if (invitation.answer === 'waiting') return say('gatherings.answer.waiting', { n: line ?? 1 });
  return say(invitation.answer === 'yes' ? 'gatherings.answer.yes' : 'gatherings.answer.no');
}

export function shortAnswer({ invitation, line }: Pick<Seen, 'invitation' | 'line'>): Text {
  return invitation.answer === 'waiting' ? say('gatherings.short.waiting', { n: line ?? 1 }) : say(`gatherings.short.${invitation.answer}`);
}

/** One file holds all of the day that the reader has not declined. */
function linkBlocks(coming: readonly Seen[]): Block[] {
  const wanted = coming.find((one) => one.invitation.answer !== 'no');
  if (!wanted) return [];
  return [{ block: 'links', links: [{ label: say('gatherings.link.calendar'), at: { to: 'event', about: { invitation: wanted.invitation.id } } }] }];
}

function answerButtons(coming: readonly Seen[], { page }: Reading): Button[] {
  const about = { invitations: coming.map((one) => one.invitation.id).join(','), ...(page ? { page: 1 } : {}) };
  const has = (answer: string) => coming.some((one) => one.invitation.answer === answer);
  const [open, accepted, declined] = [has('open'), has('yes') || has('waiting'), has('no')];
  const mixed = !open && accepted && declined;
  const yes: Button = {
    label: say(open ? 'gatherings.button.yes' : 'gatherings.button.yesAfterAll'),
    action: 'gatherings.answer',
    about: { ...about, answer: 'yes' },
  };
  const no: Button = {
    label: say(open ? 'gatherings.button.no' : 'gatherings.button.noAfterAll'),
    action: 'gatherings.answer',
    about: { ...about, answer: 'no' },
  };
  const parts: Button = { label: say('gatherings.button.choose'), action: 'gatherings.choose', about };
  return [
    ...(open ? [{ ...yes, style: 'main' as const }] : !accepted ? [yes] : []),
    ...(coming.length > 1 ? [parts] : []),
    ...(open || (accepted && !mixed) ? [no] : []),
  ];
}

/** Which of several gatherings of a day one comes to. */
export function chooseForm(coming: readonly Seen[], reader: Actor, page: boolean): Form {
  const gatherings = coming.map((one) => one.gathering);
  const [first] = gatherings;
  const day = first ? [paragraph(say('gatherings.choose.intro', { day: dayWords(first, reader.timeZone) }))] : [];
  const chosen = coming.filter((one) => one.invitation.answer === 'yes' || one.invitation.answer === 'waiting');
  const options = coming.map((one) => ({
    value: one.invitation.id,
    label: say('gatherings.choose.option', { what: nameOf(one.gathering, gatherings), hours: hoursAndPlace(one.gathering) }),
  }));
  return {
    type: 'form',
    title: say('gatherings.choose.title'),
    intro: day,
    inputs: [{ input: 'choices', name: 'parts', label: say('gatherings.choose.label'), options, value: chosen.map((one) => one.invitation.id) }],
    submit: say('common.save'),
    action: 'gatherings.choice',
    about: { invitations: coming.map((one) => one.invitation.id).join(','), ...(page ? { page: 1 } : {}) },
  };
}
