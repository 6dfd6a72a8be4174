// An open form once more, after a refusal that Slack cannot show at a field: why, and everything as it was typed.

import type { KnownBlock, ModalView, PlainTextElement } from '@slack/types';
import type { Reply } from '../../../src/bot/actions/dispatch.ts';
import type { Spans } from '../../../src/bot/views/shown.ts';
import type { OpenView } from '../translate/payloads.ts';
import { LIMITS } from './limits.ts';
import { withoutImages } from './pictures.ts';
import { FIELD } from './press.ts';
import { richBlocks } from './rich.ts';
import { rich, tidy } from './text.ts';

type Block = OpenView['blocks'][number];

/** How the block id of a fault begins: the next answer to the form takes its place. */
const FAULT = 'fault.';

/** By element: where Slack tells what was chosen, and where it is to be told. */
const KEPT: Readonly<Record<string, readonly [told: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_static_select: ['selected_options', 'initial_options'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
};

export function again(view: OpenView, { text, fields = {} }: Pick<Reply, 'text' | 'fields'>): ModalView {
  const values = asRecord(view.state?.values);
  const left = new Map(Object.entries(fields));
  const blocks = view.blocks
    .filter((block) => !idOf(block).startsWith(FAULT))
    .flatMap((block) => {
      const name = idOf(block).startsWith(FIELD) ? (idOf(block).slice(FIELD.length).split('.')[0] ?? '') : '';
      const fault = left.get(name);
      left.delete(name);
      return [...(fault === undefined ? [] : faultLines(name, [{ text: fault, from: 'us' }])), filled(block, values)];
    });
  const above = [...faultLines('', text ?? []), ...[...left].flatMap(([name, fault]) => faultLines(name, [{ text: fault, from: 'us' }]))];
  const modal: ModalView = {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: plain(view.title),
    ...(view.submit ? { submit: plain(view.submit) } : {}),
    ...(view.close ? { close: plain(view.close) } : {}),
    blocks: withRoom([...above, ...blocks]) as KnownBlock[],
  };
  // Slack gives a picture back with more than it takes.
  return withoutImages(modal) ?? modal;
}

/** Where the faults need the room, the introduction gives way, its end first: it has been read. */
function withRoom(blocks: readonly (Block | KnownBlock)[]): readonly (Block | KnownBlock)[] {
  const needed = (block: Block | KnownBlock) => block.type === 'input' || block.type === 'actions' || idOf(block).startsWith(FAULT);
  const tooMany = Math.max(blocks.length - LIMITS.viewBlocks, 0);
  const spare = new Set(blocks.filter((block) => !needed(block)).slice(tooMany === 0 ? Infinity : -tooMany));
  return blocks.filter((block) => !spare.has(block));
}

function faultLines(name: string, fault: Spans): KnownBlock[] {
  const lines = richBlocks([{ as: 'quote', elements: rich(fault, new Map(), { bold: true }) }]);
  return lines.map((line, index) => ({ ...line, block_id: `${FAULT}${name}.${index}` }));
}

/** Slack keeps what was typed where the ids stay; told as initial values, it also stands in a window that replaces another. */
function filled(block: Block, values: Readonly<Record<string, unknown>>): Block {
  const element = asRecord(block['element']);
  const kept = KEPT[String(element['type'])];
  const given = asRecord(values[idOf(block)])[String(element['action_id'])];
  if (block.type !== 'input' || !kept || given === undefined) return block;
  const [told, initial] = kept;
  const value = tidied(asRecord(given)[told]);
  const { [initial]: _before, ...bare } = element;
  const nothing = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return { ...block, element: nothing ? bare : { ...bare, [initial]: value } };
}

/** What a person can have pasted and Slack does not take back. */
function tidied(value: unknown): unknown {
  return typeof value === 'string' ? tidy(value) : value;
}

function idOf(block: object): string {
  const { block_id } = block as { readonly block_id?: unknown };
  return typeof block_id === 'string' ? block_id : '';
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function plain(said: OpenView['title']): PlainTextElement {
  return { type: 'plain_text', text: said?.text ?? '', emoji: false };
}
