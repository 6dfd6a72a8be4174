// What a person sees of one answer or message: where it stands, what is shown, and its blocks as Slack gets them.

import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { again } from '../../adapters/slack/render/again.ts';
import { renderHome } from '../../adapters/slack/render/home.ts';
import { fitsInMessage, renderMessage } from '../../adapters/slack/render/message.ts';
import { noteModal, renderForm, renderPage } from '../../adapters/slack/render/modal.ts';
import type { Mentions } from '../../adapters/slack/render/text.ts';
import type { Reply } from '../../src/bot/actions/dispatch.ts';
import { type Language, languageOf } from '../../src/bot/texts/language.ts';
import type { ShownForm, ShownHome, ShownMessage, ShownView, Spans } from '../../src/bot/views/shown.ts';
import { untouched } from '../rooms/slack/render/untouched.ts';
import { ownValues } from '../support/world.ts';

/** `aside`: a message that only one person sees. */
export type Place = 'message' | 'aside' | 'window' | 'home';

export interface Exhibit {
  /** What led to it: a command, a pressed button, a message. */
  readonly name: string;
  readonly reader: string;
  readonly place: Place;
  readonly language: Language;
  /** What no platform has drawn yet; missing where only Slack has such a thing. */
  readonly shown?: Shown;
  readonly blocks: readonly KnownBlock[];
  readonly frame?: Frame;
  /** By block id: what Slack writes in red at a field. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Its name among the pictures of the guides. */
  readonly picture?: string;
}

export interface Shown {
  readonly view: ShownView;
  readonly text?: Spans;
  readonly fields?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Record<string, unknown>>;
  /** Where it was asked for; a message that is too long for Slack may stand elsewhere there. */
  readonly wanted: Place;
}

/** What stands around the blocks of a window. */
export interface Frame {
  readonly title: string;
  readonly submit?: string;
  readonly close?: string;
}

/** What was typed into a form, by field. */
export interface Typing {
  readonly mentions: Mentions;
  readonly typed: Readonly<Record<string, unknown>>;
}

interface Caption {
  readonly name: string;
  readonly reader: string;
}

export function toldExhibit(caption: Caption, message: ShownMessage, mentions: Mentions): Exhibit {
  const language = languageOf(message.language, 'en');
  return { ...caption, place: 'message', language, shown: { view: message, wanted: 'message' }, blocks: renderMessage(message, mentions).blocks };
}

/** An answer where it is asked for: in a window stays in the window; what is too long for a message gets one. */
export function answerExhibit(caption: Caption, reply: Reply, wanted: Place, mentions: Mentions): Exhibit | null {
  const { answer, text } = reply;
  const language = languageOf(answer?.language ?? reply.language, 'en');
  if (!answer && !text) return null;
  const page = pageOf(answer?.type === 'form' ? undefined : answer, text, language);
  const on = { ...caption, language, shown: { view: answer ?? page, wanted, ...(answer && text ? { text } : {}) } };
  if (answer?.type === 'form') return windowExhibit(on, renderForm(answer, { mentions, ...(text ? { reply } : {}) }));
  if (wanted === 'home') return { ...on, place: 'home', blocks: blocksOf(renderHome(page, mentions)) };
  const message = renderMessage(page, mentions);
  if (wanted === 'window' || !fitsInMessage(message)) return windowExhibit(on, answer ? renderPage(page, mentions) : noteModal(text ?? [], language));
  return { ...on, place: 'aside', blocks: message.blocks };
}

/** A form that was not taken: each fault at its field where Slack can show it there, else above, with all that was typed. */
export function refusedExhibit(caption: Caption, form: ShownForm, reply: Reply, how: Typing): Exhibit {
  const filled = renderForm({ ...form, inputs: form.inputs.map((input) => withValue(input, how.typed)) }, { mentions: how.mentions });
  const { text, fields } = reply;
  const shown: Shown = { view: form, wanted: 'window', typed: { ...ownValues(form), ...how.typed }, ...(text ? { text } : {}), ...(fields ? { fields } : {}) };
  const on = { ...caption, language: languageOf(form.language, 'en'), shown };
  const known = form.inputs.map((input) => input.name);
  const faults = Object.entries(reply.fields ?? {});
  if (faults.length > 0 && faults.every(([name]) => known.includes(name))) {
    return { ...windowExhibit(on, filled), errors: Object.fromEntries(faults.map(([name, fault]) => [`f.${name}`, fault])) };
  }
  return windowExhibit(on, redone(filled, reply));
}

/** The window that stands after a refusal which Slack cannot show at a field. */
export function redone(modal: ModalView, reply: Pick<Reply, 'text' | 'fields'>): ModalView {
  const { title, submit, close, callback_id = '', private_metadata = '' } = modal;
  const open = { id: 'V1', hash: '', type: 'modal' as const, callback_id, private_metadata, title, submit: submit ?? null, close: close ?? null };
  return again({ ...open, state: { values: untouched(modal) }, blocks: modal.blocks as unknown as Parameters<typeof again>[0]['blocks'] }, reply);
}

export function windowExhibit(on: Caption & Pick<Exhibit, 'language' | 'shown'>, modal: ModalView): Exhibit {
  const { title, submit, close } = modal;
  const frame = { title: title.text, ...(submit ? { submit: submit.text } : {}), ...(close ? { close: close.text } : {}) };
  return { ...on, place: 'window', blocks: blocksOf(modal), frame };
}

function pageOf(answer: ShownMessage | ShownHome | undefined, text: Reply['text'], language: Language): ShownMessage | ShownHome {
  const said = text ? [{ block: 'text' as const, text }] : [];
  return answer ? { ...answer, blocks: [...said, ...answer.blocks] } : { type: 'message', language, blocks: said };
}

function withValue(input: ShownForm['inputs'][number], typed: Readonly<Record<string, unknown>>): ShownForm['inputs'][number] {
  return Object.hasOwn(typed, input.name) ? ({ ...input, value: typed[input.name] } as typeof input) : input;
}

function blocksOf(view: ModalView | HomeView): readonly KnownBlock[] {
  return view.blocks as KnownBlock[];
}
