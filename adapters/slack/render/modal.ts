// Windows: a page to read and press, a form to fill in, a word or two.

import { createHash } from 'node:crypto';
import type { KnownBlock, ModalView } from '@slack/types';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import { type Language, languageOf } from '../../../src/bot/texts/language.ts';
import type { ShownForm, ShownHome, ShownMessage, Spans } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import type { Typed } from '../translate/values.ts';
import { allOf, headingOf, renderBlocks, somethingOf } from './blocks.ts';
import { fits, fitted, roomBeside, ROOMS } from './fit.ts';
import { isLong, renderInput } from './inputs.ts';
import { LIMITS } from './limits.ts';
import { bodyOf } from './message.ts';
import { alsoButtons, oneLine, plainText } from './parts.ts';
import { CUT, WINDOWS } from './press.ts';
import { richBlocks } from './rich.ts';
import { type Mentions, rich, richWords, wordsIn } from './text.ts';
import { words } from '../../common/words.ts';

export interface Refilled {
  readonly mentions: Mentions;
  /** What was typed before, people as Slack's ids of them. */
  readonly typed?: Typed;
  /** Why it was not taken. */
  readonly reply?: Pick<Reply, 'text' | 'fields'>;
}

const MOST_BOXES = 20;
const BOLD = { bold: true } as const;

export function renderPage(view: ShownMessage | ShownHome, mentions: Mentions): ModalView {
  const language = languageOf(view.language, 'en');
  const title = titleOf(view);
  if (!isWindowTitle(title)) return page('', bodyOf(view, mentions, 'modal'), language);
  const blocks = view.type === 'home' ? view.blocks : view.blocks.slice(1);
  return page(title, bodyOf({ type: 'message', language: view.language, blocks }, mentions, 'modal'), language);
}

/** A home page has one; a message's is the heading that it begins with, where more follows. */
function titleOf(view: ShownMessage | ShownHome): string {
  if (view.type === 'home') return view.title;
  const [first, ...more] = view.blocks;
  return first?.block === 'heading' && more.length > 0 ? wordsIn(first.text) : '';
}

/** Just words. */
export function noteModal(spans: Spans, language: Language): ModalView {
  const scene = { language, mentions: new Map<string, string>(), place: 'modal' } as const;
  return page('', renderBlocks([{ block: 'text', text: spans }], scene), language);
}

export function waitModal(language: Language): ModalView {
  return { ...noteModal([{ text: words(say('chat.wait'), language), from: 'us' }], language), callback_id: WINDOWS.wait };
}

export function renderForm(form: ShownForm, how: Refilled): ModalView {
  const language = languageOf(form.language, 'en');
  const named = isWindowTitle(form.title);
  return {
    type: 'modal',
    callback_id: WINDOWS.form,
    private_metadata: JSON.stringify({ token: form.token, action: form.action }),
    title: windowTitle(named ? form.title : '', language),
    submit: plainText(oneLine(form.submit), LIMITS.windowWord),
    close: plainText(oneLine(form.cancel), LIMITS.windowWord),
    blocks: formBlocks(form, how, { language, named }).map((block) => stamped(block, stampOf(form))),
  };
}

/** Slack keeps what stands in a field of the same ids, also from one form to the next: so each form's are its own. */
function stamped(block: KnownBlock, stamp: string): KnownBlock {
  if (block.type !== 'input' || !('action_id' in block.element)) return block;
  return { ...block, element: { ...block.element, action_id: `${block.element.action_id}.${stamp}` } };
}

function stampOf({ token }: ShownForm): string {
  return createHash('sha256').update(token).digest('base64url').slice(0, 8);
}

/** Where there is too much, the introduction gives way first. */
function formBlocks(form: ShownForm, how: Refilled, { language, named }: { readonly language: Language; readonly named: boolean }): KnownBlock[] {
  const { mentions } = how;
  const scene = { language, mentions, place: 'modal' } as const;
  const top = [...(named ? [] : headingOf([{ text: form.title, from: 'us' }], mentions)), ...refusal(form, how)];
  const rest = [...fields(form, how, language), ...alsoButtons(form.also)];
  const intro = fitted(allOf(form.intro, scene), roomBeside(ROOMS.modal, [...top, ...rest]), language);
  const all = [...top, ...intro, ...rest];
  if (fits(all, ROOMS.modal)) return all.length > 0 ? all : somethingOf([], scene);
  return fitted(
    all.filter((block) => block.block_id !== CUT),
    ROOMS.modal,
    language,
  );
}

/** The refusal in words, and the faults of fields that this form does not have. */
function refusal(form: ShownForm, { reply, mentions }: Refilled): KnownBlock[] {
  const names = new Set(form.inputs.map((input) => input.name));
  const strays = Object.entries(reply?.fields ?? {}).filter(([name]) => !names.has(name));
  return [
    ...richBlocks([{ as: 'quote', elements: rich(reply?.text ?? [], mentions, BOLD) }]),
    ...richBlocks(strays.map(([, fault]) => ({ as: 'quote', elements: richWords(fault, BOLD) }))),
  ];
}

function fields(form: ShownForm, { mentions, typed, reply }: Refilled, language: Language): KnownBlock[] {
  const long = form.inputs.filter((input) => isLong(input, typed)).length;
  const room = LIMITS.viewBlocks - 2 * form.inputs.length;
  const mostBoxes = Math.min(Math.max(Math.floor(room / Math.max(long, 1)), 1), MOST_BOXES);
  const filling = { language, mentions, mostBoxes, ...(typed ? { typed } : {}) };
  return form.inputs.flatMap((input) => [...faultOf(input.name, reply), ...renderInput(input, filling)]);
}

/** Right above its input, where a screen reader comes by before it. */
function faultOf(name: string, reply: Refilled['reply']): KnownBlock[] {
  const faults = reply?.fields ?? {};
  return Object.hasOwn(faults, name) ? richBlocks([{ as: 'quote', elements: richWords(faults[name] ?? '', BOLD) }]) : [];
}

function page(title: string, blocks: KnownBlock[], language: Language): ModalView {
  const close = plainText(words(say('common.close'), language), LIMITS.windowWord);
  return { type: 'modal', callback_id: WINDOWS.page, title: windowTitle(title, language), close, blocks };
}

function isWindowTitle(title: string): boolean {
  const line = oneLine(title);
  return line !== '' && line.length <= LIMITS.windowWord;
}

function windowTitle(title: string, language: Language): ModalView['title'] {
  return plainText(oneLine(title) || words(say('chat.name'), language), LIMITS.windowWord);
}
