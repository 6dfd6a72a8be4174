// A reply as Slack can show it: as a message that only the person sees, or as a window.

import type { ModalView } from '@slack/types';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { type Language, languageOf } from '../../../src/bot/texts/language.ts';
import type { ShownHome, ShownMessage } from '../../../src/bot/views/shown.ts';
import { fitsInMessage, renderMessage, type SlackMessage } from '../render/message.ts';
import { noteModal, renderForm, renderPage } from '../render/modal.ts';
import type { Desk, Visit } from './desk.ts';

/** `message` is `null` where it would be too long for one, and for forms. */
export interface Drawing {
  readonly modal: ModalView;
  readonly message: SlackMessage | null;
}

/** `null` where there is nothing to say: the pressed message says it itself. */
export async function drawingOf(desk: Desk, visit: Visit, reply: Reply): Promise<Drawing | null> {
  const { answer, text } = reply;
  const language: Language = languageOf(answer?.language ?? reply.language, 'en');
  if (!answer) {
    if (!text) return null;
    return { modal: noteModal(text, language), message: renderMessage({ type: 'message', language, blocks: [{ block: 'text', text }] }, new Map()) };
  }
  const mentions = await desk.mentions(visit, answer);
  if (answer.type === 'form') return { modal: renderForm(answer, { mentions, ...(text ? { reply } : {}) }), message: null };
  const page = withText(answer, reply);
  const message = renderMessage(page, mentions);
  return { modal: renderPage(page, mentions), message: fitsInMessage(message) ? message : null };
}

/** Why it was refused stands above how things are now. */
function withText(answer: ShownMessage | ShownHome, { text }: Reply): ShownMessage | ShownHome {
  return text ? { ...answer, blocks: [{ block: 'text', text }, ...answer.blocks] } : answer;
}
