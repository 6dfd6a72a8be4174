// The coach: reads a goal letter by letter and finds the one question that helps where a letter is weak. It never refuses.

import { say, type Said } from '../../bot/views/text.ts';
import type { Civil } from '../../time.ts';
import { daysBetween } from '../calendar/index.ts';
import type { Goal } from './goal.ts';
import { heard, holdsPhrase, isOneOf, JOINING, REASONS, SEEN, STEPS, VAGUE, type Words } from './words.ts';

type Weakness =
  | { readonly part: 'specific'; readonly why: 'several' | 'empty' | 'short' | 'vague' }
  | { readonly part: 'measurable'; readonly why: 'empty' | 'sign' }
  | { readonly part: 'achievable'; readonly why: 'empty' | 'step' }
  | { readonly part: 'relevant'; readonly why: 'empty' | 'reason' }
  | { readonly part: 'timeBound'; readonly why: 'empty' | 'far' | 'soon' };

/** What the coach reads. */
export type Sketch = Pick<Goal, 'text' | 'dueOn'>;

/** More than two at once would be an exam. */
const AT_ONCE = 2;

/** Whoever writes this much has said why, or how, in words that no list knows. */
const PLENTY = 15;

/** At most one weakness a letter, in the order of the letters. */
export function weaknesses(goal: Sketch, today: Civil): readonly Weakness[] {
  return [specific(goal), measurable(goal), achievable(goal), relevant(goal), timeBound(goal, today)].filter((found) => found !== null);
}

/** What to ask the owner after saving. */
export function coachQuestions(goal: Sketch, today: Civil): readonly Said[] {
  return weaknesses(goal, today).slice(0, AT_ONCE).map(question);
}

function specific({ text }: Sketch): Weakness | null {
  const said = heard(text.specific);
  if (isSeveral(heard(text.title))) return { part: 'specific', why: 'several' };
  if (said.length === 0) return { part: 'specific', why: 'empty' };
  if (said.length < 4) return { part: 'specific', why: 'short' };
  if (holds(said, VAGUE) && !canBeSeen(said)) return { part: 'specific', why: 'vague' };
  return null;
}

function measurable({ text }: Sketch): Weakness | null {
  const said = heard(text.measurable);
  if (said.length === 0) return { part: 'measurable', why: 'empty' };
  return canBeSeen(said) ? null : { part: 'measurable', why: 'sign' };
}

function achievable({ text }: Sketch): Weakness | null {
  const said = heard(text.achievable);
  if (said.length === 0) return { part: 'achievable', why: 'empty' };
  return said.length >= 2 && (said.length >= PLENTY || holds(said, STEPS)) ? null : { part: 'achievable', why: 'step' };
}

function relevant({ text }: Sketch): Weakness | null {
  const said = heard(text.relevant);
  if (said.length === 0) return { part: 'relevant', why: 'empty' };
  return said.length >= 3 && (said.length >= PLENTY || holdsPhrase(said, REASONS)) ? null : { part: 'relevant', why: 'reason' };
}

/** A realistic time (S4.60): neither in a breath nor beyond the horizon. */
function timeBound({ dueOn }: Sketch, today: Civil): Weakness | null {
  if (dueOn === null) return { part: 'timeBound', why: 'empty' };
  const days = daysBetween(today, dueOn);
  if (days > 366) return { part: 'timeBound', why: 'far' };
  // A date that has passed is the review's matter, not the coach's.
  return days >= 0 && days <= 3 ? { part: 'timeBound', why: 'soon' } : null;
}

/** "Give talks and learn Spanish" is two goals; "plan and prioritise" is one. */
function isSeveral(title: readonly string[]): boolean {
  return title.some((word, at) => isOneOf(word, JOINING) && at >= 2 && title.length - at > 2);
}

/** A number in any script, or a word for what others can see. */
function canBeSeen(said: readonly string[]): boolean {
  return said.some((word) => /\p{N}/u.test(word)) || holds(said, SEEN);
}

function holds(said: readonly string[], words: Words): boolean {
  return said.some((word) => isOneOf(word, words));
}

function question(weakness: Weakness): Said {
  switch (weakness.part) {
    case 'specific':
      return say(`goals.coach.specific.${weakness.why}`);
    case 'measurable':
      return say(`goals.coach.measurable.${weakness.why}`);
    case 'achievable':
      return say(`goals.coach.achievable.${weakness.why}`);
    case 'relevant':
      return say(`goals.coach.relevant.${weakness.why}`);
    case 'timeBound':
      return say(`goals.coach.timeBound.${weakness.why}`);
  }
}
