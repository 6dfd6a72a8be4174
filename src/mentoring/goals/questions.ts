// What a mentor may ask about a goal: questions instead of a form, chosen by where the goal stands (S0.13, S4.35).

import { say, type Said } from '../../bot/views/text.ts';
import type { Civil } from '../../time.ts';
import { weaknesses } from './coach.ts';
import type { Goal } from './goal.ts';
import { type Moment, momentOf } from './rules.ts';

const BY_MOMENT = {
  new: ['goals.ask.new.strength', 'goals.ask.new.firstStep'],
  halfway: ['goals.ask.halfway.worked', 'goals.ask.halfway.obstacle'],
  late: ['goals.ask.late.changed', 'goals.ask.late.right'],
  done: ['goals.ask.done.proud', 'goals.ask.done.next'],
} as const satisfies Record<Moment, readonly string[]>;

const BY_PART = {
  specific: ['goals.ask.specific.picture', 'goals.ask.specific.first'],
  measurable: ['goals.ask.measurable.know', 'goals.ask.measurable.others'],
  achievable: ['goals.ask.achievable.have', 'goals.ask.achievable.who'],
  relevant: ['goals.ask.relevant.now'],
  timeBound: ['goals.ask.timeBound.when'],
} as const;

/** Two or three. A new goal is sharpened first; on the way, where it stands comes first. */
export function questionsToAsk(goal: Goal, today: Civil): readonly Said[] {
  const moment = momentOf(goal, today);
  const stands = BY_MOMENT[moment].map((key) => say(key));
  if (moment === 'done') return stands;
  const [weakest, next] = weaknesses(goal, today).map((weakness) => weakness.part);
  if (!weakest) return stands;
  const weak = (next ? [BY_PART[weakest][0], BY_PART[next][0]] : BY_PART[weakest]).map((key) => say(key));
  return (moment === 'new' ? [...weak, ...stands] : [...stands, ...weak]).slice(0, 3);
}
