// What the two people of a proposal see: the question, how it stands, and in the end each other.

import { atTime, onDay, quote, say, type Text, who } from '../../../bot/views/text.ts';
import { actions, type Block, type Button, type Fact, facts, heading, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import type { Civil } from '../../../time.ts';
import { civilIn } from '../../calendar/index.ts';
import type { Participation } from '../../orientation/participation.ts';
import type { Person } from '../../people/index.ts';
import { chosen, type Side } from '../summary/anonymous.ts';
import { isOpen, type Proposal } from '../proposal.ts';

/** Where a button stands: in the delivered message, which is then drawn anew, or on a page, which is answered by a page. */
export type Place = 'message' | 'page';

/** The question itself, to whoever is asked now (S4.20-S4.23). */
export function question(proposal: Proposal, side: Side, summary: readonly Block[], place: Place): Message {
  const about = { proposal: proposal.id, place };
  return message([
    heading(say(`matching.ask.${side}.title`)),
    paragraph(say(`matching.ask.${side}.text`)),
    ...summary,
    paragraph(say('matching.ask.until', { until: atTime(proposal.expiresAt) })),
    actions(
      { label: say(`matching.ask.${side}.yes`), action: side === 'mentee' ? 'matching.menteeYes' : 'matching.mentorYes', about, style: 'main' },
      { label: say('matching.ask.no'), action: side === 'mentee' ? 'matching.menteeNo' : 'matching.mentorNo', about },
    ),
    note(say(`matching.ask.${side}.note`)),
  ]);
}

/** True while the proposal waits for this side. */
export function isAsked(proposal: Proposal, side: Side): boolean {
  return proposal.state === (side === 'mentee' ? 'asked_mentee' : 'asked_mentor');
}

/** How a proposal stands for somebody who is not being asked now. It never tells who said no, nor that anybody did. */
export function standing(proposal: Proposal, side: Side, timeZone: string): Message {
  return message([paragraph(standingText(proposal, side, timeZone))]);
}

function standingText(proposal: Proposal, side: Side, timeZone: string): Text {
  if (proposal.state === 'accepted') return say('matching.standing.accepted');
  if (proposal.state === `declined_by_${side}`) return say(`matching.standing.no.${side}`);
  if (side === 'mentee' && proposal.state === 'asked_mentor') {
    return say('matching.standing.waiting', { day: onDay(civilIn(proposal.expiresAt, timeZone)) });
  }
  return say('matching.standing.over');
}

/** One line on the home page: what waits for me, or what I wait for. */
export function homeLine(proposal: Proposal, side: Side, timeZone: string): readonly Block[] {
  if (isAsked(proposal, side)) {
    const day = onDay(civilIn(proposal.expiresAt, timeZone));
    return [paragraph(say(`matching.home.${side}`, { day })), actions(readButton(proposal))];
  }
  return side === 'mentee' && isOpen(proposal) ? [paragraph(standingText(proposal, side, timeZone))] : [];
}

export function readButton(proposal: Pick<Proposal, 'id'>): Button {
  return { label: say('matching.button.read'), action: 'matching.read', about: { proposal: proposal.id }, style: 'main' };
}

export function reminder(proposal: Proposal, side: Side, timeZone: string): Message {
  return message([paragraph(say(`matching.reminder.${side}`, { day: onDay(civilIn(proposal.expiresAt, timeZone)) })), actions(readButton(proposal))]);
}

/** Both have said yes: the whole profile, to both at the same moment (S4.25, C4). `apart`: how to reach somebody who is in another chat. */
export function reveal(of: {
  readonly other: Participation;
  readonly person: Person;
  readonly side: Side;
  readonly startsOn: Civil | null;
  readonly apart: readonly Block[];
}): Message {
  const { other, person, side, startsOn, apart } = of;
  const { profile } = other;
  const written = (label: Text, words: string | null): Fact[] => (words ? [{ label, value: quote(words) }] : []);
  const known = [
    ...written(say('matching.reveal.email'), person.email),
    ...written(say('matching.reveal.title'), profile.title),
    ...written(say('matching.reveal.employer'), profile.employer),
    ...chosen(profile, side),
    ...(['experience', 'challenges', 'topics', 'interests', 'ideal'] as const).flatMap((field) =>
      written(say(`matching.summary.${side}.${field}`), profile[field]),
    ),
  ];
  return message([
    heading(say(`matching.reveal.${side}`, { person: who(person.id) })),
    paragraph(say('matching.reveal.next', { person: who(person.id) })),
    ...apart,
    ...(known.length === 0 ? [] : [facts(...known)]),
    ...(startsOn === null ? [] : [paragraph(say('matching.reveal.start', { day: onDay(startsOn) }))]),
    note(say('matching.reveal.note')),
  ]);
}
