// Goals in lines: the list, the home page, the choice among several.

import { onDay, quote, say, type Said } from '../../bot/views/text.ts';
import { actions, type Block, type Button, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Civil, Instant } from '../../time.ts';
import { civilIn, daysBetween } from '../calendar/index.ts';
import type { Goal } from './goal.ts';
import { inOrder, isLate } from './rules.ts';

/** The reader's day and place. */
export interface Here {
  readonly today: Civil;
  readonly timeZone: string;
}

const PAGE = 10;
const AT_HOME = 3;

/** Far from today a day needs its year more than its weekday. */
function isFar(day: Civil, today: Civil): boolean {
  return Math.abs(daysBetween(today, day)) >= 180;
}

/** A day to plan for. */
export function near(day: Civil, today: Civil) {
  return onDay(day, isFar(day, today) ? 'short' : 'week');
}

/** A day that has been. */
export function dayOf(at: Instant, here: Here) {
  const day = civilIn(at, here.timeZone);
  return onDay(day, isFar(day, here.today) ? 'short' : 'long');
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
    actions(newButton()),
  ];
}

/** What is left, and the way to it. */
export function more(left: number, action: string, from: number): readonly Block[] {
  return [note(say('goals.list.more', { n: left })), actions({ label: say('goals.button.more'), action, about: { from } })];
}

function newButton(label: 'goals.button.new' | 'goals.button.first' = 'goals.button.new'): Button {
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
export function homeBlocks(goals: readonly Goal[]): readonly Block[] {
  const active = inOrder(goals.filter((goal) => goal.state === 'active'));
  const all: Button = { label: say('goals.button.all'), action: 'goals.list' };
  const title = heading(say('goals.home.title'));
  if (active.length > 0) return [title, { block: 'list', items: active.slice(0, AT_HOME).map(homeLine) }, actions(all)];
  if (goals.length === 0) return [title, paragraph(say('goals.home.first')), actions({ label: say('goals.button.first'), action: 'goals.new' })];
  return [title, paragraph(say('goals.home.none')), actions({ label: say('goals.button.new'), action: 'goals.new' }, all)];
}

function homeLine(goal: Goal): Said {
  const title = quote(goal.text.title);
  const { progress } = goal;
  return goal.dueOn === null ? say('goals.line.open', { title, progress }) : say('goals.line.due', { title, progress, due: onDay(goal.dueOn, 'short') });
}

/** The command named no goal, or several could be meant. */
export function whichGoal(goals: readonly Goal[], to: 'progress' | 'review' | 'done', here: Here): Message {
  const page = inOrder(goals).slice(0, PAGE);
  const left = goals.length - page.length;
  return message([
    heading(say('goals.pick.title')),
    ...page.flatMap((goal) => [
      paragraph(goalLine(goal, here)),
      actions({ label: say(`goals.button.${to}`), action: `goals.${to}`, about: { goal: goal.id } }),
    ]),
    ...(left > 0 ? more(left, 'goals.list', PAGE) : []),
  ]);
}
