// Goals (stage 3): written letter by letter by whoever wants something, asked about by the mentor.

import type { Command } from '../../bot/actions/action.ts';
import type { Block } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import type { Room, Template, Tx } from '../store.ts';
import { ACTIONS } from './actions.ts';
import { homeBlocks } from './lists.ts';
import { goneMessage, sharedMessage } from './mentor-views.ts';
import { mentorSees } from './rules.ts';
import { menteesOf } from './sharing.ts';

export type { Goal } from './goal.ts';

/** Goals on the home page: at most three that are under way, and the next thing to press. */
export async function homeGoals(tx: Tx, personId: string): Promise<readonly Block[]> {
  return homeBlocks(await tx.goals.find({ personId }));
}

/** To the mentor, once for each goal. Drawn anew, it never shows more than the mentor may see now. */
const shared: Template = {
  name: 'goals.shared',
  build: async ({ tx, reader, now, again }, args) => {
    const goal = await tx.goals.get(String(args['goal']));
    if (!goal || !mentorSees(goal, await menteesOf(tx, reader))) return again ? goneMessage() : null;
    return sharedMessage(goal, { today: civilIn(now, reader.timeZone), timeZone: reader.timeZone });
  },
};

/** The most of a typed line that is of use; a form takes the rest. */
const TYPED = 1000;

function picking(to: 'progress' | 'review' | 'done'): NonNullable<Command['input']> {
  return (rest) => ({ to, words: rest.slice(0, 200) });
}

const commands: readonly Command[] = [
  {
    command: '/goal',
    word: '',
    also: ['goals', 'objetivos', 'meta', 'metas'],
    titles: { sv: 'mål', es: 'objetivo' },
    action: 'goals.list',
    help: 'goals.command.list',
  },
  {
    command: '/goal',
    word: 'list',
    also: ['lista', 'mina', 'mis', 'mål', 'objetivos'],
    titles: { sv: 'mål lista', es: 'objetivo lista' },
    action: 'goals.list',
    help: 'goals.command.list',
  },
  {
    command: '/goal',
    word: 'new',
    also: ['ny', 'nytt', 'nuevo', 'nueva', 'add'],
    titles: { sv: 'mål nytt', es: 'objetivo nuevo' },
    action: 'goals.new',
    input: (rest) => ({ title: rest.slice(0, TYPED) }),
    help: 'goals.command.new',
  },
  {
    command: '/goal',
    word: 'progress',
    also: ['framsteg', 'läge', 'progreso', 'avance'],
    titles: { sv: 'mål framsteg', es: 'objetivo progreso' },
    action: 'goals.pick',
    input: picking('progress'),
    help: 'goals.command.progress',
  },
  {
    command: '/goal',
    word: 'review',
    also: ['tillbaka', 'justera', 'revisar', 'ajustar'],
    titles: { sv: 'mål justera', es: 'objetivo revisar' },
    action: 'goals.pick',
    input: picking('review'),
    help: 'goals.command.review',
  },
  {
    command: '/goal',
    word: 'done',
    also: ['klart', 'klar', 'logrado', 'hecho'],
    titles: { sv: 'mål klart', es: 'objetivo logrado' },
    action: 'goals.pick',
    input: picking('done'),
    help: 'goals.command.done',
  },
];

export const room: Room = { actions: ACTIONS, templates: [shared], due: [], commands };
