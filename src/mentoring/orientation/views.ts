// What a person sees on the way in and out: the introduction, the starts to choose from, the word before leaving.

import { listed, onDay, quote, say, who, type Text } from '../../bot/views/text.ts';
import { actions, type Block, facts, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import { NOTICE_VERSION } from './rules.ts';
import type { Mine, Start } from './starts.ts';

/** What the programme is and what becomes of one's data, before the first question (S0.6, S4.80-S4.82, E1.1). */
export function introduction({ cohort, programme }: Start): Message {
  return message(
    [
      heading(say('orientation.intro.title', { programme: quote(programme.name), cohort: quote(cohort.name) })),
      paragraph(say('orientation.intro.what', { days: programme.settings.rhythmDays })),
      paragraph(say('orientation.intro.dates', { from: onDay(cohort.startsOn, 'short'), until: onDay(cohort.endsOn, 'short') })),
      {
        block: 'list',
        ordered: true,
        items: [say('orientation.intro.tell'), say('orientation.intro.look'), say('orientation.intro.ask'), say('orientation.intro.meet')],
      },
      heading(say('orientation.notice.title')),
      facts(
        { label: say('orientation.notice.what'), value: say('orientation.notice.what.text') },
        { label: say('orientation.notice.why'), value: say('orientation.notice.why.text') },
        { label: say('orientation.notice.who'), value: say('orientation.notice.who.text') },
        { label: say('orientation.notice.choice'), value: say('orientation.notice.choice.text') },
      ),
      actions({ label: say('orientation.begin'), action: 'orientation.begin', about: { cohort: cohort.id }, style: 'main' }),
      note(say('orientation.notice.begin', { version: NOTICE_VERSION })),
    ],
    programme.terms,
  );
}

export function choiceOfStart(starts: readonly Start[]): Message {
  return message([paragraph(say('orientation.choose')), { block: 'list', items: starts.map(startLine) }, startButtons(starts)]);
}

/** For whoever is in more than one: which profile? */
export function choiceOfOwn(all: readonly Mine[], action: 'orientation.show' | 'orientation.leave'): Message {
  return message([
    paragraph(say('orientation.chooseOwn')),
    { block: 'list', items: all.map(({ start }) => startLine(start)) },
    actions(...all.map(({ participation, start }) => ({ label: quote(start.cohort.name), action, about: { participation: participation.id } }))),
  ]);
}

/** A page of one's own, and below it what else one could join. */
export function withOtherStarts(page: Message, others: readonly Start[]): Message {
  if (others.length === 0) return page;
  return { ...page, blocks: [...page.blocks, { block: 'divider' }, paragraph(say('orientation.alsoOpen')), startButtons(others)] };
}

function startButtons(starts: readonly Start[]): Block {
  return actions(...starts.map(({ cohort }) => ({ label: quote(cohort.name), action: 'orientation.join', about: { cohort: cohort.id } })));
}

function startLine({ cohort, programme }: Start): Text {
  return say('orientation.start', {
    programme: quote(programme.name),
    cohort: quote(cohort.name),
    from: onDay(cohort.startsOn, 'short'),
    until: onDay(cohort.endsOn, 'short'),
  });
}

export function nothingOpen(coordinators: readonly string[]): Message {
  const ask = coordinators.length === 0 ? say('orientation.closed.later') : say('orientation.closed.ask', { coordinators: listed(coordinators.map(who)) });
  return message([paragraph(say('orientation.closed')), paragraph(ask)]);
}

/** Asked before a typed `/mentor withdraw` does anything. */
export function leaveAsked(participation: string): Message {
  return message([
    paragraph(say('orientation.leave')),
    actions({ label: say('orientation.withdraw'), action: 'orientation.withdraw', about: { participation }, style: 'danger' }),
  ]);
}

export function left(): Message {
  return message([paragraph(say('orientation.left')), paragraph(say('orientation.left.back'))]);
}

/** Nobody leaves a pair by a button that does not tell the other: a person helps with that. `apart`: those of them in other chats. */
export function inPair(coordinators: readonly string[], apart: ReadonlyMap<string, Block>): Message {
  const ask = () => paragraph(say('orientation.inPair.ask', { coordinators: listed(coordinators.map(who)) }));
  const turnTo = coordinators.length === 0 ? [] : [ask(), ...apart.values()];
  return message([paragraph(say('orientation.inPair')), ...turnTo]);
}

export function nothingToLeave(): Message {
  return message([paragraph(say('orientation.nothingToLeave'))]);
}
