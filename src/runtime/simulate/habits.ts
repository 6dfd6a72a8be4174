// How people answer what they get: which button they press, how soon, and what they write where a form opens.

import type { ShownButton, ShownMessage } from '../../bot/views/shown.ts';
import type { Member } from './cast.ts';
import type { Chance } from './chance.ts';
import { of, type Way } from './hands.ts';
import { buttonsOf } from './words.ts';

/** One press that a message invites to. `nth`: of several buttons of one action. */
interface Press {
  readonly action: string;
  readonly nth?: number;
  readonly weight: number;
}

export interface Habit {
  readonly presses: readonly Press[];
  /** How many buttons of the first action there are while nothing has been answered. */
  readonly open?: number;
  /** How many of those who get it do anything at all. */
  readonly share?: number;
  /** Every one of them is pressed, one after the other. */
  readonly every?: true;
  readonly way?: (member: Member) => Way;
  /** Answered also by those who are silent later on: else there would be no pair in which anybody could fall silent. */
  readonly consent?: true;
}

const press = (action: string, ...weights: readonly number[]): Press[] => weights.map((weight, nth) => ({ action, nth, weight }));

/** What a message is about shows in its buttons: the first habit that fits one of them is followed. */
const HABITS: readonly Habit[] = [
  { consent: true, presses: [...press('matching.menteeYes', 92), ...press('matching.menteeNo', 8)] },
  { consent: true, presses: [...press('matching.mentorYes', 92), ...press('matching.mentorNo', 8)] },
  // Met, planned, not yet.
  { presses: press('meetings.answer', 62, 22, 16), open: 3 },
  // Held, moved, skipped.
  { presses: press('meetings.window', 70, 18, 12), open: 3 },
  // Yes, no.
  { presses: press('gatherings.answer', 80, 20), open: 2 },
  { presses: press('meetings.askTalk', 50, 50), share: 0.6 },
  { presses: press('goals.look', 1), share: 0.4 },
  // Coordinators only: a round of matching, and who came.
  { presses: press('matching.preview', 1), way: () => ({ presses: [of('matching.publish')] }) },
  { presses: press('gatherings.attendance', 1), every: true, way: ({ chance }) => ({ ticks: () => chance.yes(0.9) }) },
];

export function habitFor(message: ShownMessage): Habit | null {
  const buttons = buttonsOf(message);
  const count = (action: string) => buttons.filter(of(action)).length;
  return HABITS.find(({ presses, open = 1 }) => presses.some(({ action }) => count(action) >= open)) ?? null;
}

/** Among what the message offers by now; nothing where it has been answered, by the other one perhaps. */
export function choose(habit: Habit, message: ShownMessage, chance: Chance): readonly ShownButton[] {
  if (habitFor(message) !== habit) return [];
  const buttons = buttonsOf(message);
  if (habit.every) return buttons.filter((button) => habit.presses.some(({ action }) => button.action === action));
  const open = habit.presses.flatMap(({ action, nth = 0, weight }) => {
    const button = buttons.filter(of(action))[nth];
    return button ? [{ button, weight }] : [];
  });
  let left = chance.next() * open.reduce((sum, one) => sum + one.weight, 0);
  for (const { button, weight } of open) if ((left -= weight) < 0) return [button];
  return [];
}

/** Office hours until somebody answers; `null`: not at all. */
export function patienceOf(member: Member, habit: Habit): number | null {
  const { temper, chance } = member;
  if (habit.share !== undefined && !chance.yes(habit.share)) return null;
  switch (temper) {
    case 'silent':
      return habit.consent && chance.yes(0.8) ? chance.whole(2, 20) / 2 : null;
    case 'slow':
      return chance.yes(0.5) ? chance.whole(8, 20) : chance.whole(26, 44);
    case 'busy':
      return chance.whole(2, 24) / 2;
    case 'prompt':
    case 'leaving':
      return chance.whole(1, 14) / 2;
  }
}
