// What coordinators see of circles before and after anybody is asked, and what their members see.

import { listed, onDay, quote, say, type Text, who } from '../../bot/views/text.ts';
import { actions, type Block, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Civil } from '../../time.ts';
import { joined } from '../matching/index.ts';
import type { Help, Participation } from '../orientation/index.ts';
import type { Cohort } from '../programme/index.ts';
import type { Circle } from './circle.ts';
import { joinedIn, SIZES } from './rules.ts';

export interface Proposed {
  readonly cohort: Cohort;
  readonly size: number;
  readonly circles: readonly { readonly people: readonly Text[]; readonly score: number }[];
  readonly left: readonly Text[];
  /** Those of the cohort that are under way or have come about. */
  readonly earlier: readonly Circle[];
  readonly seen: string;
  readonly may: boolean;
}

/** Nobody has been asked: a coordinator looks at it first. */
export function proposed({ cohort, size, circles, left, earlier, seen, may }: Proposed, opening?: Text): Message {
  const about = { cohort: cohort.id };
  const people = circles.reduce((sum, one) => sum + one.people.length, 0);
  const state = (wanted: Circle['state']) => earlier.filter((one) => one.state === wanted).length;
  return message([
    heading(say('circles.title', { cohort: quote(cohort.name) })),
    ...(opening ? [paragraph(opening)] : []),
    paragraph(circles.length === 0 ? say('circles.nobody') : say('circles.count', { circles: circles.length, people })),
    ...circles.map((one, index): Block => paragraph(say('circles.line', { n: index + 1, people: listed(one.people), score: one.score }))),
    ...(left.length > 0 ? [note(say('circles.left', { people: listed(left) }))] : []),
    ...(['asked', 'formed'] as const).flatMap((wanted) => (state(wanted) > 0 ? [note(say(`circles.earlier.${wanted}`, { n: state(wanted) }))] : [])),
    actions(
      ...(may && circles.length > 0
        ? [
            {
              ...{ label: say('circles.button.ask'), action: 'circles.ask', about: { ...about, size, seen }, style: 'main' as const },
              confirm: say('circles.confirm', { people }),
            },
          ]
        : []),
      ...SIZES.filter((other) => other !== size).map((other) => ({
        ...{ label: say('circles.button.size', { n: other }), action: 'circles.sized', about: { ...about, size: other } },
      })),
      { label: say('circles.button.pairs'), action: 'matching.preview', about },
    ),
  ]);
}

/** The question to one of them; names come only after everybody's answer. */
export function question(circle: Circle, shared: readonly Help[], until: Civil): Message {
  return message([
    heading(say('circles.ask.title')),
    paragraph(say('circles.ask.text', { others: circle.members.length - 1 })),
    ...(shared.length > 0 ? [paragraph(say('circles.ask.shared', { what: joined(shared.map((help) => say(`orientation.kind.${help}`))) }))] : []),
    paragraph(say('circles.ask.until', { day: onDay(until) })),
    yesOrNo(circle),
    note(say('circles.ask.note')),
  ]);
}

function yesOrNo(circle: Circle): Block {
  return actions(
    { label: say('circles.ask.yes'), action: 'circles.answer', about: { circle: circle.id, answer: 'yes' }, style: 'main' },
    { label: say('circles.ask.no'), action: 'circles.answer', about: { circle: circle.id, answer: 'no' } },
  );
}

/** On the home page: what waits for my answer, and my circle. */
export function homeLines(circle: Circle, answer: 'open' | 'yes' | 'no', until: Civil, others: readonly string[]): readonly Block[] {
  if (circle.state === 'asked' && answer === 'open') return [paragraph(say('circles.home.asked', { day: onDay(until) })), yesOrNo(circle)];
  if (circle.state === 'formed' && answer === 'yes') return [paragraph(say('circles.home.formed', { people: listed(others.map((one) => who(one))) }))];
  return [];
}

/** How it stands for somebody who has answered, or came late. */
export function standing(circle: Circle, answer: 'open' | 'yes' | 'no', until: Civil): Message {
  if (answer === 'no') return message([paragraph(say('circles.standing.no'))]);
  if (circle.state === 'closed') return message([paragraph(say('circles.standing.closed'))]);
  if (answer === 'open') return message([paragraph(say('circles.standing.late'))]);
  if (circle.state === 'formed') return message([paragraph(say('circles.standing.formed'))]);
  return message([paragraph(say('circles.standing.waiting', { day: onDay(until) }))]);
}

/** To those who said yes, at the same moment. */
export function together(circle: Circle, reader: string, people: readonly Participation[]): Message {
  const others = people.filter(({ id, personId }) => joinedIn(circle).includes(id) && personId !== reader);
  return message([
    heading(say('circles.formed.title')),
    paragraph(say('circles.formed.text', { people: listed(others.map(({ personId }) => who(personId))) })),
    paragraph(say('circles.formed.next')),
    note(say('circles.formed.note')),
  ]);
}
