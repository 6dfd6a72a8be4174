// A goal by itself, for its owner: the card with the five letters, the look back, the moments of done and of letting go.

import { type Listed, listed, quote, say, type Said, type Text, who } from '../../bot/views/text.ts';
import { actions, type Block, type Button, type Fact, facts, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Civil } from '../../time.ts';
import { coachQuestions } from './coach.ts';
import { type Goal, LETTERS } from './goal.ts';
import { dayOf, goalLine, type Here, near } from './lists.ts';
import { momentOf, type Partner, seenBy } from './rules.ts';

/** The owner, looking. */
export interface Owner extends Here {
  readonly mentors: readonly Partner[];
}

const NOTES = 5;

const MAIN = { style: 'main' } as const;
const NEW_GOAL: Button = { label: say('goals.button.new'), action: 'goals.new' };

/** The five letters, with the English letter beside the word in every language. */
export function letterFacts(goal: Goal, today: Civil): Block {
  const letters: Fact[] = LETTERS.map((letter) => ({ label: say(`goals.letter.${letter}`), value: written(goal.text[letter]) }));
  const due = goal.dueOn === null ? say('goals.letter.empty') : say('goals.letter.due', { due: near(goal.dueOn, today) });
  const progress = say('goals.card.percent', { progress: goal.progress });
  return facts(...letters, { label: say('goals.letter.timeBound'), value: due }, { label: say('goals.card.progress'), value: progress });
}

function written(text: string): Text {
  return text === '' ? say('goals.letter.empty') : quote(text);
}

/** The owner's card. `said` is what has just happened; `coach` asks, after saving only: nobody is asked twice for a look. */
export function card(goal: Goal, owner: Owner, more: { readonly said?: Said; readonly coach?: boolean } = {}): Message {
  const questions = more.coach ? coachQuestions(goal, owner.today) : [];
  const about = { goal: goal.id };
  const coaching: readonly Block[] = [
    paragraph(say('goals.card.coach')),
    { block: 'list', items: questions },
    actions(
      { label: say('goals.button.sharpen'), action: 'goals.edit', about, style: 'main' },
      { label: say('goals.button.fine'), action: 'goals.look', about },
    ),
  ];
  return message([
    ...(more.said ? [paragraph(more.said)] : []),
    heading(quote(goal.text.title)),
    ...stateNote(goal, owner),
    letterFacts(goal, owner.today),
    note(seenText(goal, owner)),
    ...(questions.length > 0 ? coaching : [actions(...cardButtons(goal, owner))]),
  ]);
}

function stateNote(goal: Goal, here: Here): readonly Block[] {
  if (goal.state === 'dropped') return [paragraph(say('goals.card.dropped'))];
  return goal.state === 'done' ? [paragraph(say('goals.card.done', { on: dayOf(goal.doneAt ?? goal.createdAt, here) }))] : [];
}

/** Who sees it, by name (C27). */
export function seenText(goal: Goal, owner: Owner): Said {
  const seers = seenBy(goal, owner.mentors);
  if (seers.length > 0) return say('goals.seen.mentors', { mentors: names(seers) });
  if (goal.visibility === 'private' || goal.state === 'dropped') return say('goals.seen.private');
  return say(goal.pairId === null ? 'goals.seen.later' : 'goals.seen.ended');
}

export function names(partners: readonly Partner[]): Listed {
  return listed([...new Set(partners.map((partner) => partner.personId))].map(who));
}

function cardButtons(goal: Goal, owner: Owner): readonly Button[] {
  const about = { goal: goal.id };
  if (goal.state === 'dropped') return [{ label: say('goals.button.reopen'), action: 'goals.reopen', about }, NEW_GOAL];
  const sharing = sharingButtons(goal, owner);
  if (goal.state === 'done') return [{ label: say('goals.button.reopen'), action: 'goals.reopen', about }, ...sharing, NEW_GOAL];
  const full = goal.progress === 100;
  return [
    { label: say('goals.button.progress'), action: 'goals.progress', about, ...(full ? {} : MAIN) },
    { label: say('goals.button.sharpen'), action: 'goals.edit', about },
    { label: say('goals.button.review'), action: 'goals.review', about },
    ...sharing,
    { label: say('goals.button.done'), action: 'goals.done', about, ...(full ? MAIN : {}) },
    dropButton(goal),
  ];
}

/** Taking it back is as easy as giving it. */
function sharingButtons(goal: Goal, owner: Owner): readonly Button[] {
  const seen = seenBy(goal, owner.mentors).length > 0 || (goal.visibility === 'pair' && goal.pairId === null);
  if (seen) return [{ label: say('goals.button.keep'), action: 'goals.share', about: { goal: goal.id, visibility: 'private' } }];
  return owner.mentors.map((mentor) => ({
    label: say('goals.button.share', { mentor: who(mentor.personId) }),
    action: 'goals.share',
    about: { goal: goal.id, visibility: mentor.pairId },
  }));
}

function dropButton(goal: Goal): Button {
  return { label: say('goals.button.drop'), action: 'goals.drop', about: { goal: goal.id }, confirm: say('goals.drop.confirm') };
}

/** Looks back without judging, and makes it easy to change the goal (S1.16, E3.5). */
export function review(goal: Goal, here: Here): Message {
  const shown = goal.notes.slice(-NOTES);
  const earlier = goal.notes.length - shown.length;
  const about = { goal: goal.id };
  return message([
    heading(say('goals.review.title')),
    paragraph(goalLine(goal, here)),
    paragraph(say('goals.review.since', { day: dayOf(goal.createdAt, here) })),
    ...(earlier > 0 ? [note(say('goals.review.earlier', { n: earlier }))] : []),
    ...(shown.length > 0 ? [{ block: 'list', items: shown.map((one) => noteLine(one, here)) } as const] : []),
    paragraph(say(`goals.review.${momentOf(goal, here.today)}`)),
    note(say('goals.review.adjust')),
    goal.state === 'active'
      ? actions(
          { label: say('goals.button.adjust'), action: 'goals.edit', about, style: 'main' },
          { label: say('goals.button.progress'), action: 'goals.progress', about },
          { label: say('goals.button.done'), action: 'goals.done', about },
          dropButton(goal),
        )
      : actions({ label: say('goals.button.reopen'), action: 'goals.reopen', about }),
  ]);
}

function noteLine(one: Goal['notes'][number], here: Here): Said {
  const day = dayOf(one.at, here);
  const { progress } = one;
  return one.text === '' ? say('goals.review.number', { day, progress }) : say('goals.review.note', { day, progress, text: quote(one.text) });
}

/** One sentence of joy, one question that may stay unanswered. */
export function celebration(goal: Goal, owner: Owner): Message {
  const about = { goal: goal.id };
  return message([
    paragraph(say('goals.done.cheer', { title: quote(goal.text.title) })),
    note(say('goals.done.ask')),
    note(seenText(goal, owner)),
    actions({ label: say('goals.button.helped'), action: 'goals.helped', about, style: 'main' }, NEW_GOAL, {
      label: say('goals.button.reopen'),
      action: 'goals.reopen',
      about,
    }),
  ]);
}

export function farewell(goal: Goal): Message {
  const reopen: Button = { label: say('goals.button.reopen'), action: 'goals.reopen', about: { goal: goal.id } };
  return message([paragraph(say('goals.drop.said', { title: quote(goal.text.title) })), actions(reopen, NEW_GOAL)]);
}
