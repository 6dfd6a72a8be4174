// One text in all places where a person's words can stand in Teams: in every block, button and field, and typed in again.

import { writtenReference } from '../../../../adapters/teams/reference.ts';
import type { Card } from '../../../../adapters/teams/render/card.ts';
import { renderForm } from '../../../../adapters/teams/render/form.ts';
import { noteCard, renderMessage } from '../../../../adapters/teams/render/message.ts';
import { openerCard } from '../../../../adapters/teams/render/opener.ts';
import type { Language } from '../../../../src/bot/texts/language.ts';
import type { ShownBlock, ShownForm, ShownInput, Spans } from '../../../../src/bot/views/shown.ts';

function spansOf(text: string): Spans {
  const channel = writtenReference({ serviceUrl: text || 'x', tenant: text || 'x', conversation: text || 'x' });
  return [
    { text, from: 'user' },
    { text, from: 'us' },
    { who: text, name: text },
    { channel: text, platform: 'teams' },
    { channel, platform: 'teams', name: text },
    { channel: text, platform: text },
  ];
}

function blocksOf(text: string): readonly ShownBlock[] {
  const spans = spansOf(text);
  return [
    { block: 'heading', text: [{ text, from: 'us' }] },
    { block: 'heading', text: spans },
    { block: 'text', text: spans },
    { block: 'note', text: spans },
    { block: 'facts', facts: [{ label: spans, value: spans }] },
    { block: 'list', ordered: true, items: [spans] },
    { block: 'list', ordered: false, items: [spans] },
    { block: 'table', caption: spans, head: [spans, spans], rows: [[spans, spans]] },
    { block: 'table', caption: [], head: [[], []], rows: [[[{ text, from: 'user' }], [{ who: text, name: text }]]] },
    { block: 'progress', done: 1, of: 7, text: spans },
    { block: 'picture', svg: '<svg/>', alt: text },
    { block: 'picture', svg: '<svg/>', alt: text, url: 'https://mentor.example.org/picture/k.t.png' },
    { block: 'links', links: [{ label: text, url: 'https://mentor.example.org/join/k' }] },
    { block: 'divider' },
    { block: 'actions', buttons: [{ label: text, hint: text, confirm: text, action: 'a.b', token: 'token' }] },
  ];
}

const KINDS = ['line', 'paragraph', 'choice', 'choices', 'date', 'time', 'person', 'channel', 'number', 'agree'] as const;

/** With as many options as make another element of it. */
function inputOf(kind: ShownInput['input'], text: string, count: number): ShownInput {
  const field = { name: `${kind}${count}`, label: text, help: text, required: false };
  const options = Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: text }));
  switch (kind) {
    case 'choice':
      return { ...field, input: kind, options, value: text };
    case 'choices':
      return { ...field, input: kind, options, value: [text] };
    case 'agree':
      return { ...field, input: kind, value: false };
    case 'number':
      return { ...field, input: kind, min: 1, max: 9, value: text };
    case 'line':
    case 'paragraph':
      return { ...field, input: kind, max: 1000, value: text };
    default:
      return { ...field, input: kind, value: text };
  }
}

export function formOf(text: string, language: Language, intro: readonly ShownBlock[]): ShownForm {
  const inputs = [3, 12].flatMap((count) => KINDS.map((kind) => inputOf(kind, text, count)));
  const words = { title: text, submit: text, cancel: text, action: 'goals.save', token: 'k.t' };
  return { type: 'form', language, intro, inputs, ...words, also: [{ label: text, next: 'later' }] };
}

/** By how much they may hold: cards, and forms that hold what was typed. */
export function everywhere(text: string, language: Language): { readonly cards: readonly Card[]; readonly forms: readonly Card[] } {
  const view = { type: 'message', language, blocks: blocksOf(text) } as const;
  const home = { ...view, type: 'home', title: text } as const;
  const [form, bare] = [formOf(text, language, blocksOf(text)), formOf(text, language, [])];
  const fields = Object.fromEntries([...form.inputs.map((input) => input.name), 'gone'].map((name) => [name, text]));
  const typed = Object.fromEntries(form.inputs.map((input) => [input.name, text]));
  return {
    cards: [
      ...[renderMessage(view, 'chat'), renderMessage(home, 'page', spansOf(text)), renderMessage(home, 'dialog')],
      ...[noteCard(spansOf(text), language), openerCard(text, { line: `/${text}` }, language)],
    ],
    forms: [renderForm(form, { place: 'chat' }), renderForm(bare, { place: 'dialog', text: spansOf(text), fields, typed, here: text })],
  };
}
