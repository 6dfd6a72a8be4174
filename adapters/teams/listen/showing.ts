// A reply as Teams can show it: a card in the chat, in place of the one that was pressed, or in a dialog.

import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { type Language, languageOf } from '../../../src/bot/texts/language.ts';
import type { ShownForm, ShownMessage } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import { words } from '../../common/words.ts';
import { messageActivity } from '../render/activity.ts';
import type { Card } from '../render/card.ts';
import { renderForm } from '../render/form.ts';
import { noteCard, type Place, renderMessage } from '../render/message.ts';
import type { Pressed, Typed } from '../render/press.ts';
import { readReference, writtenReference } from '../reference.ts';
import type { Incoming } from '../translate/activity.ts';
import type { Desk, Visit } from './desk.ts';

export interface Showing {
  readonly title: string;
  readonly card: Card;
  /** The card as a message of its own. */
  readonly activity: object;
}

/** `null` where there is nothing to say: the pressed message says it itself. */
export async function showingOf(desk: Desk, visit: Visit, reply: Reply, place: Place, here?: string): Promise<Showing | null> {
  const { answer, text } = reply;
  const language: Language = languageOf(answer?.language ?? reply.language, 'en');
  const name = words(say('chat.name'), language);
  if (!answer) return text ? showing(name, noteCard(text, language), { type: 'message', language, blocks: [{ block: 'text', text }] }) : null;
  if (answer.type === 'form') return showForm(desk, visit, answer, { place, here, ...(text ? { text } : {}) });
  const view: ShownMessage = { type: 'message', language, blocks: [...(text ? [{ block: 'text' as const, text }] : []), ...answer.blocks] };
  return showing(answer.type === 'home' ? answer.title : name, renderMessage(answer, place, text), view);
}

export interface Answered {
  readonly pressed: Pressed | null;
  readonly reply: Reply;
  readonly place: Place;
}

/** After a press. A refusal brings the form back with all that was typed. */
export async function showingAfter(desk: Desk, visit: Visit, { pressed, reply, place }: Answered): Promise<Showing | null> {
  if (reply.kind === 'refused' && !reply.answer && pressed?.kind === 'form' && pressed.form) {
    const { text, fields } = reply;
    return showForm(desk, visit, pressed.form, { place, typed: pressed.typed, ...(text ? { text } : {}), ...(fields ? { fields } : {}) });
  }
  return showingOf(desk, visit, reply, place, pressed?.kind === 'line' ? pressed.here : undefined);
}

interface Said {
  readonly place: Place;
  readonly text?: Reply['text'];
  readonly fields?: Reply['fields'];
  readonly typed?: Typed;
  /** The channel of which the form speaks, where it opens elsewhere. */
  readonly here?: string | undefined;
}

async function showForm(desk: Desk, visit: Visit, form: ShownForm, said: Said): Promise<Showing> {
  const { place, text, fields, typed } = said;
  const here = channelOf(visit.from) ?? said.here ?? channelIn(form, typed);
  const card = renderForm(form, {
    ...{ place: place === 'dialog' ? place : 'chat', people: await desk.people(visit, form) },
    ...(text ? { text } : {}),
    ...(fields ? { fields } : {}),
    ...(typed ? { typed } : {}),
    ...(here ? { here } : {}),
  });
  return showing(form.title, card, { type: 'message', language: form.language, blocks: [{ block: 'text', text: [{ text: form.title, from: 'us' }] }] });
}

/** The channel that was chosen in the form when it was sent. */
function channelIn(form: ShownForm, typed: Typed = {}): string | undefined {
  const chosen = form.inputs.flatMap(({ input, name }) => (input === 'channel' ? (typed[name] ?? []) : []));
  return chosen.find((one) => readReference(one) !== null);
}

function showing(title: string, card: Card, view: ShownMessage): Showing {
  return { title, card, activity: messageActivity(card, view) };
}

/** The channel in which somebody is; not the thread, which ends. */
export function channelOf({ scope, serviceUrl, tenant, conversation }: Incoming): string | null {
  return scope === 'shared' ? writtenReference({ serviceUrl, tenant, conversation: conversation.replace(/;messageid=.*$/, '') }) : null;
}
