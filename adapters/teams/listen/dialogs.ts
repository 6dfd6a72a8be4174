// Dialogs: opened by a card's button or by a command of the message extension, and answered in themselves.

import { say } from '../../../src/bot/views/text.ts';
import { words } from '../../common/words.ts';
import { commandOfExtension } from '../extension.ts';
import { type Pressed, pressedIn } from '../render/press.ts';
import type { Visit } from './desk.ts';
import type { Body, Listener, Listening } from './listening.ts';
import { pressedBy } from './pressed.ts';
import { privately } from './privately.ts';
import { type Showing, showingAfter } from './showing.ts';

/** A dialog opens, by what a button's data or a command of the extension says. */
export const onOpen: Listener = async (listening, visit) => {
  const { desk } = listening;
  const { value } = visit.from;
  const id = partOf(value, 'commandId');
  const line = typeof id === 'string' ? commandOfExtension(id, desk.reception.commands) : null;
  const pressed: Pressed | null = line === null ? pressedIn(partOf(value, 'data')) : { kind: 'line', line };
  return answered(listening, visit, pressed);
};

/** A form is sent, or a button is pressed, in a dialog. */
export const onSubmit: Listener = (listening, visit) => answered(listening, visit, pressedIn(partOf(visit.from.value, 'data')));

async function answered({ desk, inTime }: Listening, visit: Visit, pressed: Pressed | null): Promise<Body> {
  const work = desk.ask(visit, () => pressedBy(desk, visit, pressed));
  return inTime.answer(work, {
    async now(reply) {
      const showing = await showingAfter(desk, visit, { pressed, reply, place: 'dialog' });
      if (showing) return shown(showing);
      // A dialog closes after its form; one that has just opened says something in any case.
      return pressed?.kind === 'form' ? {} : word(words(say('chat.done'), desk.languageOf(visit)));
    },
    standIn: () => word(words(say('teams.late'), desk.languageOf(visit))),
    async after(reply) {
      const showing = await showingAfter(desk, visit, { pressed, reply, place: 'chat' });
      if (showing) await privately(desk, visit, showing.activity);
    },
  });
}

function word(value: string): Body {
  return { task: { type: 'message', value } };
}

function shown({ title, card }: Showing): Body {
  const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  return { task: { type: 'continue', value: { title, width: 'medium', height: 'large', card: content } } };
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
