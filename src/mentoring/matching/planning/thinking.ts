// The tasks that may be done in a thread of its own: each question about a matching, by its name.

import { BotError } from '../../../fault.ts';
import type { Think } from '../../../ports.ts';
import type { Watch } from '../engine/index.ts';
import { isMentee, isMentor } from '../rules.ts';
import type { QuestionName, Questions, Snapshot } from '../solving.ts';
import { alternativesFor } from './alternatives.ts';
import { circlesIn } from './circles.ts';
import { closeLook } from './close.ts';
import { planOf } from './plan.ts';
import { solutionOf } from './solution.ts';
import { byDial, compared } from './what-if.ts';

type Answers = { readonly [Q in QuestionName]: (snapshot: Snapshot, asks: Questions[Q]['asks'], watch?: Watch) => Questions[Q]['answer'] };

const ANSWERS: Answers = {
  plan: (snapshot, _asks, watch) => planOf(snapshot, watch),
  close: (snapshot, two, watch) => closeLook(solutionOf(snapshot, watch), two),
  alternatives: (snapshot, { menteeId }, watch) => alternativesFor(solutionOf(snapshot, watch), menteeId),
  whatIf: (snapshot, { change }, watch) => compared(snapshot, change, watch),
  dials: (snapshot, _asks, watch) => byDial(snapshot, watch),
  circles: (snapshot, { size }) => circlesIn(snapshot, size),
};

/** So long may an answer take before the last finished stage is taken instead, in milliseconds. */
export const BUDGET = 20_000;

/** So many pairs are kept in memory at the most: more than 3,000 people on each side. */
const MOST = 10_000_000;

/** By the name that `ask` gives it, such as `matching.plan`. */
export function answerTo(task: string, input: unknown, watch?: Watch): unknown {
  const name = task.replace(/^matching\./, '');
  if (!(name in ANSWERS)) throw new BotError('bug', 'a question that matching does not know');
  const { snapshot, asks } = input as { readonly snapshot: Snapshot; readonly asks: never };
  const [mentees, mentors] = [isMentee, isMentor].map((side) => snapshot.members.filter(side).length);
  if ((mentees ?? 0) * (mentors ?? 0) > MOST) throw new BotError('too-large', 'a matching of too many people at once');
  return ANSWERS[name as QuestionName](snapshot, asks, watch);
}

/** Whether so many people are better matched in a thread of its own: sending a few there and back would take longer. */
export function isLong(input: unknown): boolean {
  return (input as { readonly snapshot: Snapshot }).snapshot.members.length > 150;
}

/** Without a thread. */
export const thinkHere: Think = (task, input) => ({ answer: answerTo(task, input) });
