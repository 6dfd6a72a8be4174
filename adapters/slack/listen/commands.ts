// A typed command or a chosen shortcut: the answer comes as a message that only the person sees, forms as windows.

import { commandIntent } from '../../../src/bot/actions/commands.ts';
import { SHORTCUTS } from '../settings.ts';
import { eventIdOf } from '../translate/event-id.ts';
import { lineOf, mentionedIn } from '../translate/line.ts';
import { commandIn, shortcutIn } from '../translate/payloads.ts';
import { Answering } from './ack.ts';
import { anyhow, tooSlow } from './aside.ts';
import type { Visit } from './desk.ts';
import { drawingOf } from './drawing.ts';
import { pageAgain } from './home.ts';
import type { Listening } from './listening.ts';
import { Window } from './window.ts';

export async function onCommand(listening: Listening, body: unknown): Promise<void> {
  const { desk, visitOf, ack } = listening;
  const answering = new Answering(ack, desk.reception.log);
  const command = commandIn(body);
  const visit = command && (await visitOf({ userId: command.user_id, eventId: eventIdOf('command', command), payload: command }));
  if (!visit) return void (await answering.give());
  const line = async () => lineOf(`${command.command} ${command.text}`, await namesIn(listening, visit, command.text));
  await answer(listening, visit, { line, answering, inMessage: true });
}

/** There is no conversation around a shortcut: its answer is always a window. */
export async function onShortcut(listening: Listening, body: unknown): Promise<void> {
  const { desk, visitOf, ack } = listening;
  const answering = new Answering(ack, desk.reception.log);
  const chosen = shortcutIn(body);
  const shortcut = SHORTCUTS.find((one) => one.callbackId === chosen?.callback_id);
  const visit = chosen && shortcut ? await visitOf({ userId: chosen.user.id, eventId: eventIdOf('shortcut', chosen), payload: chosen }) : null;
  if (!visit || !shortcut) return void (await answering.give());
  await answer(listening, visit, { line: async () => shortcut.command, answering, inMessage: false });
}

interface Typed {
  readonly line: () => Promise<string>;
  readonly answering: Answering;
  readonly inMessage: boolean;
}

async function answer({ desk }: Listening, visit: Visit, { line, answering, inMessage }: Typed): Promise<void> {
  const window = new Window(visit, desk.languageOf(visit));
  const asking = desk.ask(visit, async () => commandIntent(desk.reception.commands, await line()));
  const reply = await window.whileWaiting(asking, () => answering.give());
  const drawing = await drawingOf(desk, visit, reply);
  const message = inMessage ? drawing?.message : null;
  const said = message && !window.waits && (await answering.give({ response_type: 'ephemeral', ...message }));
  if (!said && drawing && !(await window.show(drawing.modal))) await anyhow(desk, visit, message ?? tooSlow(desk.languageOf(visit)));
  await answering.give();
  await pageAgain(desk, visit, reply);
}

async function namesIn({ desk }: Listening, visit: Visit, text: string): Promise<ReadonlyMap<string, string>> {
  const named = new Map<string, string>();
  for (const id of new Set(mentionedIn(text))) {
    const person = await desk.personOf(visit, id);
    if (person) named.set(id, person.name);
  }
  return named;
}
