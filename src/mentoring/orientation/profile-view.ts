// The page of one's own profile: how complete it is, what the other will see, what to do next.

import { listed, onDay, quote, say, type Text } from '../../bot/views/text.ts';
import { actions, type Block, type Button, type Fact, facts, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Civil } from '../../time.ts';
import type { Cohort } from '../programme/index.ts';
import { near, type Topic } from '../topics/index.ts';
import { topicText } from './focus-form.ts';
import type { Own } from './own.ts';
import type { Participation } from './participation.ts';
import { type Completeness, completeness, type Part, type Step, stepToOpen } from './rules.ts';

export interface Review extends Own {
  /** Named where the person is in more than one. */
  readonly cohort: Cohort | null;
  /** The day it was sent in, where the reader lives. */
  readonly sentOn: Civil | null;
  /** What we understood of the person's own words, the clearest first. */
  readonly topics: readonly Topic[];
  /** What the other one will see before saying yes. */
  readonly preview: readonly Block[];
}

/** The profile as it stands: how complete, what would help most, what the other will see, and what to do next. */
export function reviewed(review: Review): Message {
  const { participation, person, cohort, topics, preview } = review;
  const filled = completeness({ role: participation.role, profile: participation.profile, email: person.email });
  return message([
    heading(cohort ? say('orientation.review.titleIn', { cohort: quote(cohort.name) }) : say('orientation.review.title')),
    paragraph(standing(review, filled)),
    ...progressOf(filled, participation.role),
    ...focusOn(participation, topics),
    ...forTheRules(participation),
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

/** "We understood: leading people, leading change." What the person has said matters more, and stays whatever is understood later. */
function focusOn({ id, profile }: Participation, topics: readonly Topic[]): readonly Block[] {
  const { focus } = profile;
  if (focus.length + topics.length + profile.help.length === 0) return [];
  const further = topics.filter((topic) => focus.every((one) => near(one, topic) === 0)).slice(0, 3);
  const words = (all: readonly Topic[]) => ({ topics: listed(all.map(topicText)) });
  const confirmed = focus.length === 0 ? [] : [say('topics.confirmed', words(focus)), ...(further.length === 0 ? [] : [say('topics.again', words(further))])];
  const understood = topics.length === 0 ? [say('topics.understood.nothing')] : [say('topics.understood', words(topics)), say('topics.understood.ask')];
  return [
    ...(focus.length === 0 ? understood : confirmed).map(paragraph),
    actions({ label: say('topics.choose'), action: 'orientation.focus', about: { participation: id } }),
  ];
}

/** What was told for the programme's rules: nobody else is shown it. */
function forTheRules({ profile }: Participation): readonly Block[] {
  const { level, meets } = profile;
  const told: Fact[] = [
    ...(level === '' ? [] : [{ label: say('orientation.level'), value: say(`orientation.level.${level}`) }]),
    ...(['unit', 'manager', 'place'] as const).flatMap((field) =>
      profile[field] === '' ? [] : [{ label: say(`orientation.${field}`), value: quote(profile[field]) }],
    ),
    ...(meets === '' ? [] : [{ label: say('orientation.meets'), value: say(`orientation.meets.${meets}`) }]),
  ];
  return told.length === 0 ? [] : [facts(...told)];
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
