// What a person sees of their sign-up: the introduction, the profile as it stands, the way out.

import { listed, onDay, quote, say, who, type Text } from '../../bot/views/text.ts';
import { actions, type Block, type Button, facts, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Civil } from '../../time.ts';
import type { Cohort } from '../programme/index.ts';
import type { Own } from './own.ts';
import type { Participation } from './participation.ts';
import { type Completeness, completeness, NOTICE_VERSION, type Part, type Step, stepToOpen } from './rules.ts';
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

export interface Review extends Own {
  /** Named where the person is in more than one. */
  readonly cohort: Cohort | null;
  /** The day it was sent in, where the reader lives. */
  readonly sentOn: Civil | null;
  /** What the other one will see before saying yes. */
  readonly preview: readonly Block[];
}

/** The profile as it stands: how complete, what would help most, what the other will see, and what to do next. */
export function reviewed(review: Review): Message {
  const { participation, person, cohort, preview } = review;
  const filled = completeness({ role: participation.role, profile: participation.profile, email: person.email });
  return message([
    heading(cohort ? say('orientation.review.titleIn', { cohort: quote(cohort.name) }) : say('orientation.review.title')),
    paragraph(standing(review, filled)),
    ...progressOf(filled, participation.role),
    ...(preview.length === 0 ? [] : [{ block: 'divider' } as const, heading(say('orientation.preview')), note(say('orientation.preview.why')), ...preview]),
    actions(...whatToDo(participation, filled)),
  ]);
}

/** What happens next for whoever has sent in, and by when. */
export function waitingText(cohort: Pick<Cohort, 'startsOn'>, today: Civil): Text {
  return cohort.startsOn > today ? say('orientation.waiting.before', { day: onDay(cohort.startsOn) }) : say('orientation.waiting.since');
}

function standing({ participation, sentOn }: Review, filled: Completeness): Text {
  if (participation.state === 'ready') return sentOn ? say('orientation.review.ready', { day: onDay(sentOn) }) : say('orientation.review.listed');
  return filled.needed.length === 0 ? say('orientation.review.canSend') : say('orientation.review.draft');
}

function progressOf(filled: Completeness, role: Participation['role']): readonly Block[] {
  const far = paragraph(say('orientation.complete', { done: filled.done, of: filled.of }));
  if (filled.missing.length === 0) return [paragraph(say('orientation.complete.all'))];
  const lacks = filled.needed.length > 0;
  const items = (lacks ? filled.needed : filled.missing.slice(0, 3)).map((part) => missingText(part, role));
  return [far, paragraph(lacks ? say('orientation.needed') : say('orientation.helpsMost')), { block: 'list', items }];
}

/** What is missing, and why it would help. */
function missingText(part: Part, role: Participation['role']): Text {
  if (part === 'help' || part === 'challenges' || part === 'experience') return say(`orientation.missing.${part}.${role}`);
  return say(`orientation.missing.${part}`);
}

function whatToDo(participation: Participation, filled: Completeness): readonly Button[] {
  const about = { participation: participation.id };
  const leave: Button = {
    label: say('orientation.withdraw'),
    action: 'orientation.withdraw',
    about,
    style: 'danger',
    confirm: say('orientation.withdraw.confirm'),
  };
  if (participation.state === 'draft' && filled.needed.length > 0) return [continueButton(participation), leave];
  const pages = ([1, 2, 3] as const).map((step) => pageButton(participation, step));
  if (participation.state === 'ready') return [...pages, leave];
  return [{ label: say('orientation.sendIn'), action: 'orientation.submit', about, style: 'main' }, ...pages, leave];
}

function pageButton(participation: Participation, step: Step): Button {
  return { label: say(`orientation.page.${step}`), action: 'orientation.edit', about: { participation: participation.id, step } };
}

export function continueButton(participation: Pick<Participation, 'id' | 'state' | 'profile'>): Button {
  const about = { participation: participation.id, step: stepToOpen(participation) };
  return { label: say('orientation.continue'), action: 'orientation.edit', about, style: 'main' };
}

/** Just sent in: thanks, and what happens next. */
export function sent(participation: Participation, cohort: Cohort, today: Civil): Message {
  return message([
    paragraph(say('orientation.sent', { cohort: quote(cohort.name) })),
    paragraph(waitingText(cohort, today)),
    actions({ label: say('orientation.see'), action: 'orientation.show', about: { participation: participation.id } }),
  ]);
}

/** After "Save and continue later". */
export function paused({ participation, person }: Own, wasReady: boolean): Message {
  const { done, of } = completeness({ role: participation.role, profile: participation.profile, email: person.email });
  return message([
    paragraph(wasReady ? say('orientation.paused.draftAgain') : say('orientation.paused')),
    paragraph(say('orientation.complete', { done, of })),
    actions(continueButton(participation)),
  ]);
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

/** Nobody leaves a pair by a button that does not tell the other: a person helps with that. */
export function inPair(coordinators: readonly string[]): Message {
  const turnTo = coordinators.length === 0 ? [] : [paragraph(say('orientation.inPair.ask', { coordinators: listed(coordinators.map(who)) }))];
  return message([paragraph(say('orientation.inPair')), ...turnTo]);
}

export function nothingToLeave(): Message {
  return message([paragraph(say('orientation.nothingToLeave'))]);
}
