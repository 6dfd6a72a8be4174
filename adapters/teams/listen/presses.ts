// A pressed button in the chat. The card is replaced for whoever pressed it; in their own chat it stays so.

import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { say, type Text } from '../../../src/bot/views/text.ts';
import { words } from '../../common/words.ts';
import { type Pressed, pressedIn } from '../render/press.ts';
import type { Desk, Visit } from './desk.ts';
import type { Body, Listener } from './listening.ts';
import { pressedBy } from './pressed.ts';
import { privately } from './privately.ts';
import { type Showing, showingAfter, showingOf } from './showing.ts';

export const onPress: Listener = async ({ desk, inTime }, visit) => {
  const pressed = pressedIn(dataOf(visit.from.value));
  const work = desk.ask(visit, () => pressedBy(desk, visit, pressed)).then((reply) => pressing(desk, visit, pressed, reply));
  return inTime.answer(work, {
    now: ({ body }) => body,
    standIn: () => said(say('teams.late'), desk, visit),
    after: async ({ later }) => later?.(),
  });
};

interface Pressing {
  readonly body: Body;
  /** Where Teams has had an answer already. */
  readonly later?: () => Promise<void>;
}

async function pressing(desk: Desk, visit: Visit, pressed: Pressed | null, reply: Reply): Promise<Pressing> {
  const { from } = visit;
  if (reply.drawn) {
    const drawn = await showingOf(desk, visit, { kind: 'done', answer: reply.drawn.message }, 'chat');
    if (drawn) return replaced(desk, visit, drawn);
  }
  const isForm = pressed?.kind === 'form';
  const isPage = isForm || (pressed?.kind === 'press' && pressed.page);
  const showing = await showingAfter(desk, visit, { pressed, reply, place: isPage ? 'page' : 'chat' });
  if (!showing) return { body: said(say('chat.done'), desk, visit) };
  if (isForm || (isPage && reply.answer && reply.answer.type !== 'form')) return replaced(desk, visit, showing);
  const tell = async () => void (await privately(desk, visit, showing.activity));
  // In a channel nobody else sees a card that takes the place of the pressed one.
  if (reply.answer && from.scope === 'shared') return { body: card(showing), later: tell };
  if (!reply.answer) return { body: message(plainly(reply)), later: tell };
  await tell();
  return { body: said(say('teams.below'), desk, visit) };
}

/** In the person's own chat the message itself is changed too: otherwise the card comes back as it was. */
async function replaced(desk: Desk, visit: Visit, showing: Showing): Promise<Pressing> {
  const { from } = visit;
  const keep = async () => {
    if (from.scope === 'personal' && from.replyToId) await desk.calls(from.tenant).update(from, from.replyToId, showing.activity);
  };
  const kept = keep();
  return { body: card(showing), later: () => kept };
}

function card({ card: value }: Showing): Body {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
}

function said(text: Text, desk: Desk, visit: Visit): Body {
  return message(words(text, desk.languageOf(visit)));
}

function message(value: string): Body {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

function plainly({ text = [] }: Reply): string {
  return text.map((span) => ('text' in span ? span.text : 'who' in span ? span.name : '')).join('');
}

function dataOf(value: unknown): unknown {
  const action = typeof value === 'object' && value !== null && 'action' in value ? value.action : null;
  return typeof action === 'object' && action !== null && 'data' in action ? action.data : null;
}
