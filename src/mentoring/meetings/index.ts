// Check-ins, busy periods, and a private word with the coordinator.

import type { Block } from '../../bot/views/view.ts';
import type { Command } from '../../bot/actions/action.ts';
import type { Context, Room } from '../store.ts';
import { answer, change, changed } from './answering.ts';
import { ask, next } from './asking.ts';
import { back, busy, pause } from './busy-actions.ts';
import { askContact, help } from './contact.ts';
import { templates } from './messages.ts';
import { overviewOf } from './mine.ts';
import { busyBegins, busyOver } from './pausing.ts';
import { rhythm, setRhythm, show } from './rhythm.ts';
import { homeBlocks } from './views.ts';
import { remind, unanswered } from './waiting.ts';

export type { Checkin } from './checkin.ts';
export { beginCheckins } from './planning.ts';

/** For the home page: next dates, open questions with their buttons, busy periods. */
export async function homeMeetings({ tx, actor, now }: Context): Promise<readonly Block[]> {
  return homeBlocks(await overviewOf(tx, actor, now), actor, now);
}

const commands: readonly Command[] = [
  {
    command: '/mentor',
    word: 'meetings',
    also: ['meeting', 'checkins', 'träffar', 'traffar', 'avstämningar', 'avstamningar', 'reuniones', 'encuentros', 'seguimiento'],
    titles: { sv: 'mentor avstämningar', es: 'mentor seguimiento' },
    action: 'meetings.show',
    help: 'meetings.command.meetings',
  },
  {
    command: '/mentor',
    word: 'busy',
    also: ['pause', 'upptagen', 'upptaget', 'hektisk', 'ocupado', 'ocupada', 'pausa'],
    titles: { sv: 'mentor upptagen', es: 'mentor pausa' },
    action: 'meetings.busy',
    help: 'meetings.command.busy',
    input: (rest) => ({ until: rest.trim() }),
  },
  {
    command: '/mentor',
    word: 'back',
    also: ['tillbaka', 'vuelta', 'volver', 'regreso'],
    titles: { sv: 'mentor tillbaka', es: 'mentor vuelta' },
    action: 'meetings.back',
    help: 'meetings.command.back',
  },
  {
    command: '/mentor',
    word: 'contact',
    also: ['talk', 'kontakt', 'prata', 'contacto', 'hablar'],
    titles: { sv: 'mentor kontakt', es: 'mentor contacto' },
    action: 'meetings.help',
    help: 'meetings.command.contact',
  },
];

export const room: Room = {
  actions: [answer, change, changed, busy, pause, back, show, rhythm, setRhythm, help, askContact],
  templates,
  due: [ask, next, remind, unanswered, busyBegins, busyOver],
  commands,
};
