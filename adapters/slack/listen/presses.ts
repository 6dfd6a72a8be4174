// A pressed button: in a message, on the home page, or in a window.

import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { renderMessage } from '../render/message.ts';
import { ALSO, PRESS, pressed } from '../render/press.ts';
import { eventIdOf } from '../translate/event-id.ts';
import { type OpenView, type Press, pressIn } from '../translate/payloads.ts';
import { Answering } from './ack.ts';
import { anyhow, aside, tooSlow } from './aside.ts';
import type { Asked, Desk, Visit } from './desk.ts';
import { drawingOf } from './drawing.ts';
import { doneModal, formIn, repliedInForm, typedBy, unreadable } from './forms.ts';
import { pageAgain } from './home.ts';
import type { Listening } from './listening.ts';
import { Window } from './window.ts';

export async function onPress(listening: Listening, body: unknown): Promise<void> {
  const { desk, visitOf, ack } = listening;
  const answering = new Answering(ack, desk.reception.log);
  const press = pressIn(body);
  const visit = press && (await visitOf({ userId: press.user.id, eventId: eventIdOf('press', press), payload: press }));
  const asked = visit && askedBy(desk, visit, press);
  if (!visit || !asked) return void (await answering.give());

  if (press.view?.type === 'home') desk.atHome(visit);
  const inModal = press.view?.type === 'modal' ? press.view : null;
  const window = new Window(visit, desk.languageOf(visit));
  const asking = desk.ask(visit, asked);
  const reply = inModal ? await asking : await window.whileWaiting(asking, () => answering.give());
  await answering.give();
  if (inModal) await inWindow(desk, visit, inModal, reply);
  else await inConversation(desk, visit, { press, reply, window });
  await pageAgain(desk, visit, reply);
}

/** What a button asks for; a form's further button brings along what has been typed. */
function askedBy(desk: Desk, visit: Visit, { actions: [button], view }: Press): (() => Promise<Asked>) | null {
  if (button?.action_id.startsWith(ALSO)) {
    return view ? async () => ({ ...formIn(desk, view), input: { ...(await typedBy(desk, visit, view)), next: button.value } }) : null;
  }
  if (!button?.action_id.startsWith(PRESS)) return null;
  return async () => pressed(button.value) ?? unreadable(desk.reception);
}

async function inWindow(desk: Desk, visit: Visit, view: OpenView, reply: Reply): Promise<void> {
  const next = await repliedInForm(desk, visit, view, reply);
  await visit.slack.call('views.update', { view_id: view.id, view: next });
}

interface Acted {
  readonly press: Press;
  readonly reply: Reply;
  readonly window: Window;
}

async function inConversation(desk: Desk, visit: Visit, { press, reply, window }: Acted): Promise<void> {
  if (reply.drawn) await redraw(desk, visit, press, reply.drawn);
  const drawing = await drawingOf(desk, visit, reply);
  if (!drawing) return window.waits ? void (await window.show(doneModal(reply))) : undefined;
  const inMessage = press.view === undefined && !window.waits;
  if (inMessage && drawing.message && (await aside(desk, visit, drawing.message, press.container?.is_ephemeral ?? false))) return;
  if (!(await window.show(drawing.modal))) await anyhow(desk, visit, drawing.message ?? tooSlow(desk.languageOf(visit)));
}

/** The pressed message as it stands now. Words that only one person sees have no place to be drawn again in. */
async function redraw(desk: Desk, visit: Visit, { container, channel }: Press, { message }: NonNullable<Reply['drawn']>): Promise<void> {
  const [ts, conversation] = [container?.message_ts, channel?.id ?? container?.channel_id];
  if (!ts || !conversation || container?.is_ephemeral) return;
  await visit.slack.call('chat.update', { channel: conversation, ts, ...renderMessage(message, await desk.mentions(visit, message)) });
}
