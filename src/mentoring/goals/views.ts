// How goals look: a line in a list, the owner's card with its five letters, the look back.

import { type Listed, listed, onDay, quote, say, type Said, type Text, who } from '../../bot/views/text.ts';
import { actions, type Block, type Button, type Fact, facts, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Civil, Instant } from '../../time.ts';
import { civilIn, daysBetween } from '../calendar/index.ts';
import { coachQuestions } from './coach.ts';
import { type Goal, LETTERS } from './goal.ts';
import { inOrder, isLate, momentOf, type Partner, seenBy } from './rules.ts';

/** The reader's day and place. */
export interface Here {
  readonly today: Civil;
  readonly timeZone: string;
}

/** The owner, looking. */
export interface Owner extends Here {
  readonly mentors: readonly Partner[];
  /** False for whoever takes part as a mentor alone. */
  readonly mayShare: boolean;
}

const PAGE = 10;
const NOTES = 5;
const AT_HOME = 3;

/** A day in words. Far from today it needs its year more than its weekday. */
function near(day: Civil, today: Civil) {
  return onDay(day, Math.abs(daysBetween(today, day)) < 180 ? 'week' : 'short');
}

function dayOf(at: Instant, here: Here) {
  return near(civilIn(at, here.timeZone), here.today);
}

export function goalLine(goal: Goal, here: Here): Said {
  const title = quote(goal.text.title);
  if (goal.state === 'dropped') return say('goals.line.dropped', { title });
  if (goal.state === 'done') return say('goals.line.done', { title, on: dayOf(goal.doneAt ?? goal.createdAt, here) });
  const { progress } = goal;
  if (goal.dueOn === null) return say('goals.line.open', { title, progress });
  return say(isLate(goal, here.today) ? 'goals.line.late' : 'goals.line.due', { title, progress, due: near(goal.dueOn, here.today) });
}

/** The owner's goals, ten at a time. */
export function goalList(goals: readonly Goal[], from: number, here: Here): readonly Block[] {
  if (goals.length === 0) return [heading(say('goals.list.title')), paragraph(say('goals.list.empty')), actions(newButton('goals.button.first'))];
  const page = inOrder(goals).slice(from, from + PAGE);
  const left = goals.length - from - page.length;
  return [
    heading(say('goals.list.title')),
    ...page.flatMap((goal) => [paragraph(goalLine(goal, here)), actions(...lineButtons(goal))]),
    ...(left > 0 ? more(left, 'goals.list', from + PAGE) : []),
    actions(newButton('goals.button.new')),
  ];
}

/** What is left, and the way to it. */
export function more(left: number, action: string, from: number): readonly Block[] {
  return [note(say('goals.list.more', { n: left })), actions({ label: say('goals.button.more'), action, about: { from } })];
}

function newButton(label: 'goals.button.new' | 'goals.button.first'): Button {
  return { label: say(label), action: 'goals.new', style: 'main' };
}

function lineButtons(goal: Goal): readonly Button[] {
  const about = { goal: goal.id };
  const title = quote(goal.text.title);
  const look: Button = { label: say('goals.button.look'), action: 'goals.look', about, hint: say('goals.hint.look', { title }) };
  if (goal.state !== 'active') return [look];
  return [
    look,
    { label: say('goals.button.progress'), action: 'goals.progress', about, hint: say('goals.hint.progress', { title }) },
    { label: say('goals.button.done'), action: 'goals.done', about, hint: say('goals.hint.done', { title }) },
  ];
}

/** For the home page: at most three lines and one button. */
export function homeBlocks(goals: readonly Goal[], here: Here): readonly Block[] {
  const active = inOrder(goals.filter((goal) => goal.state === 'active'));
  const all: Button = { label: say('goals.button.all'), action: 'goals.list' };
  const title = heading(say('goals.home.title'));
  if (active.length > 0) return [title, { block: 'list', items: active.slice(0, AT_HOME).map((goal) => goalLine(goal, here)) }, actions(all)];
  if (goals.length === 0) return [title, paragraph(say('goals.home.first')), actions({ label: say('goals.button.first'), action: 'goals.new' })];
  return [title, paragraph(say('goals.home.none')), actions({ label: say('goals.button.new'), action: 'goals.new' }, all)];
}

/** The command named no goal, or several could be meant. */
export function whichGoal(goals: readonly Goal[], to: 'progress' | 'review' | 'done', here: Here): Message {
  const page = inOrder(goals).slice(0, PAGE);
  const left = goals.length - page.length;
  return message([
    heading(say('goals.pick.title')),
    ...page.flatMap((goal) => [paragraph(goalLine(goal, here)), actions({ label: say(`goals.button.${to}`), action: `goals.${to}`, about: { goal: goal.id } })]),
    ...(left > 0 ? more(left, 'goals.list', PAGE) : []),
  ]);
}

/** The five letters, with the English letter beside the word in every language. */
export function letterFacts(goal: Goal, today: Civil): Block {
  const letters: Fact[] = LETTERS.map((letter) => ({ label: say(`goals.letter.${letter}`), value: written(goal.text[letter]) }));
  const due = goal.dueOn === null ? say('goals.letter.empty') : say('goals.letter.due', { due: near(goal.dueOn, today) });
  const progress = say('goals.card.percent', { progress: goal.progress });
  return facts(...letters, { label: say('goals.letter.timely'), value: due }, { label: say('goals.card.progress'), value: progress });
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
  if (goal.state === 'dropped') return [{ label: say('goals.button.reopen'), action: 'goals.reopen', about }, newButton('goals.button.new')];
  const sharing = sharingButtons(goal, owner);
  if (goal.state === 'done') return [{ label: say('goals.button.reopen'), action: 'goals.reopen', about }, ...sharing, newButton('goals.button.new')];
  return [
    { label: say('goals.button.progress'), action: 'goals.progress', about, style: 'main' },
    { label: say('goals.button.sharpen'), action: 'goals.edit', about },
    { label: say('goals.button.review'), action: 'goals.review', about },
    ...sharing,
    { label: say('goals.button.done'), action: 'goals.done', about },
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
    actions(
      { label: say('goals.button.helped'), action: 'goals.helped', about, style: 'main' },
      newButtonPlain(),
      { label: say('goals.button.reopen'), action: 'goals.reopen', about },
    ),
  ]);
}

export function farewell(goal: Goal): Message {
  const reopen: Button = { label: say('goals.button.reopen'), action: 'goals.reopen', about: { goal: goal.id } };
  return message([paragraph(say('goals.drop.said', { title: quote(goal.text.title) })), actions(reopen, newButtonPlain())]);
}

function newButtonPlain(): Button {
  return { label: say('goals.button.new'), action: 'goals.new' };
}
