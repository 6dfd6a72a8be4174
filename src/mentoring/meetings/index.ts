// Check-ins, busy periods, the programme's pair meetings, and a word with the coordinator: in private, or the two together.

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
import { askTalk, talk } from './talk/talk.ts';
import { homeBlocks } from './views.ts';
import { remind, unanswered } from './waiting.ts';
import { window, windowsOf } from './window/actions.ts';
import { windowTemplates } from './window/messages.ts';

export type { Checkin } from './checkin.ts';
export { beginCheckins } from './planning.ts';
export { offerTalks } from './talk/talk.ts';
export { windowCounts } from './window/actions.ts';
export { askAfterWindow, openWindow } from './window/due.ts';

/** For the home page: pair meetings, next dates, open questions with their buttons, busy periods. */
export async function homeMeetings(context: Context): Promise<readonly Block[]> {
  const { tx, actor, now } = context;
  const overview = await overviewOf(tx, actor, now);
  return [...(await windowsOf(context, overview.shelves, overview.today)), ...homeBlocks(overview, actor, now)];
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
    also: ['kontakt', 'prata', 'contacto', 'hablar'],
    titles: { sv: 'mentor kontakt', es: 'mentor contacto' },
    action: 'meetings.help',
    help: 'meetings.command.contact',
  },
  {
    command: '/mentor',
    word: 'talk',
    also: ['trepartssamtal', 'samtal', 'charla', 'conversación', 'conversacion', 'tres'],
    titles: { sv: 'mentor trepartssamtal', es: 'mentor conversación' },
    action: 'meetings.talk',
    help: 'meetings.command.talk',
  },
];

export const room: Room = {
  actions: [answer, change, changed, busy, pause, back, show, rhythm, setRhythm, help, askContact, window, talk, askTalk],
  templates: [...templates, ...windowTemplates],
  due: [ask, next, remind, unanswered, busyBegins, busyOver],
  commands,
};
