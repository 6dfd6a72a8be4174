// Peer circles: proposed by the same scores and rules as pairs, looked at by a coordinator, joined by whoever says yes.

import type { DueRule, Room } from '../store.ts';
import { ACTIONS, put } from './actions.ts';
import { TEMPLATES } from './messages.ts';
import { settled } from './rules.ts';

export { leaveCircles } from './actions.ts';
export { homeCircles } from './home.ts';

/** Silence is a no without a reason. */
const close: DueRule = {
  name: 'circles.close',
  async run({ tx, now }, due) {
    for (const circle of await tx.circles.all(due.map(({ subject }) => subject))) {
      const after = settled(circle, now);
      if (after !== circle) await put(tx, circle, after);
    }
  },
};

export const room: Room = {
  actions: ACTIONS,
  templates: TEMPLATES,
  due: [close],
  commands: [
    {
      command: '/match',
      word: 'circles',
      action: 'circles.preview',
      input: (rest) => ({ name: rest }),
      help: 'circles.command',
      usage: 'COHORT',
      titles: { sv: 'matchning cirklar', es: 'emparejamiento círculos' },
      also: ['cirklar', 'cirkel', 'grupper', 'círculos', 'circulos', 'grupos', 'groups'],
    },
  ],
};
