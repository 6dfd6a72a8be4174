// A typed line: in the chat with the bot, after its name in a channel, or as a slash command. The answer comes as a message.

import { commandIntent } from '../../../src/bot/actions/commands.ts';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { languageOf } from '../../../src/bot/texts/language.ts';
import { say } from '../../../src/bot/views/text.ts';
import { words } from '../../common/words.ts';
import { messageActivity } from '../render/activity.ts';
import { openerCard } from '../render/opener.ts';
import { pressedIn } from '../render/press.ts';
import { lineOf } from '../translate/line.ts';
import type { Desk, Visit } from './desk.ts';
import type { Listener } from './listening.ts';
import { pressedBy } from './pressed.ts';
import { answerInPrivate, privately } from './privately.ts';
import { channelOf, showingAfter, showingOf } from './showing.ts';

/** A line that a card brings back may not be longer. */
const LINE = 1000;

export const onMessage: Listener = async ({ desk, inTime }, visit) => {
  const work = answered(desk, visit);
  const nothing = async () => undefined;
  await inTime.answer(work, { now: nothing, standIn: nothing, after: async () => undefined });
  return undefined;
};

async function answered(desk: Desk, visit: Visit): Promise<void> {
  const { from } = visit;
  // Older clients send a pressed button as a message without words.
  const pressed = from.text === '' ? pressedIn(from.value) : null;
  if (pressed) {
    const reply = await desk.ask(visit, () => pressedBy(desk, visit, pressed));
    const showing = await showingAfter(desk, visit, { pressed, reply, place: 'chat' });
    if (showing) await privately(desk, visit, showing.activity);
    return;
  }
  const line = lineOf(from.text, from.mentions, await namesIn(desk, visit));
  const reply = await desk.ask(visit, async () => commandIntent(desk.reception.commands, line || '/mentor'));
  await answerInPrivate(desk, visit, await asMessage(desk, visit, reply, line));
}

/** A form cannot open by itself: a card stands in for it, whose button opens it. */
async function asMessage(desk: Desk, visit: Visit, reply: Reply, line: string): Promise<object> {
  const { answer } = reply;
  const language = languageOf(answer?.language ?? reply.language, 'en');
  if (answer?.type === 'form') {
    const view = { type: 'message', language, blocks: [{ block: 'text', text: [{ text: answer.title, from: 'us' }] }] } as const;
    return messageActivity(openerCard(answer.title, { line: line.slice(0, LINE), ...here(visit) }, language), view);
  }
  const showing = await showingOf(desk, visit, reply, 'page');
  return showing?.activity ?? { type: 'message', text: words(say('chat.done'), language) };
}

/** The card may open in another place than where the line was typed. */
function here({ from }: Visit): { readonly here?: string } {
  const channel = channelOf(from);
  return channel === null ? {} : { here: channel };
}

async function namesIn(desk: Desk, visit: Visit): Promise<ReadonlyMap<string, string>> {
  const named = new Map<string, string>();
  for (const { userId } of visit.from.mentions) {
    const person = await desk.personOf(visit, userId);
    if (person) named.set(userId, person.name);
  }
  return named;
}
