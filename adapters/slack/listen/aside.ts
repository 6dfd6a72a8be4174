// A word to one person in the conversation where they acted; nobody else sees it, and it does not stay.

import type { Language } from '../../../src/bot/texts/language.ts';
import { say } from '../../../src/bot/views/text.ts';
import { renderMessage, type SlackMessage } from '../render/message.ts';
import { words } from '../../common/words.ts';
import type { Desk, Visit } from './desk.ts';

/** `instead`: takes the place of the pressed message, which was such a word itself. */
export async function aside(desk: Desk, { responseUrl }: Visit, message: SlackMessage, instead = false): Promise<boolean> {
  if (!responseUrl) return false;
  return desk.respond(responseUrl, { response_type: 'ephemeral', replace_original: instead, ...message });
}

/** The last way: where neither a window nor the conversation took it, it comes as a direct message. */
export async function anyhow(desk: Desk, visit: Visit, message: SlackMessage): Promise<void> {
  if (await aside(desk, visit, message)) return;
  const { ok } = await visit.slack.call('chat.postMessage', { channel: visit.userId, ...message });
  if (!ok) desk.reception.log.warn('slack.unanswered', { tenantId: visit.tenantId });
}

export function tooSlow(language: Language): SlackMessage {
  return renderMessage(
    { type: 'message', language, blocks: [{ block: 'text', text: [{ text: words(say('chat.tooSlow'), language), from: 'us' }] }] },
    new Map(),
  );
}
