// A form as Slack's client keeps it: what stands in each field, what may be put there, and what may be sent.

import { type Found, actionId, blockId, elementsOf, inputsOf, label } from './blocks.ts';
import { isRecord, type Json, list, text } from './json.ts';

/** What a test puts into a field: words, the label of an option or several of them, a person, or a tick. */
export type Filling = string | number | boolean | readonly string[] | null;

/** Turns names into ids. */
export interface Lookup {
  person(who: string): string;
  channel(name: string): string;
}

/** Under which of its keys an element keeps its value, and with which it begins. */
const KEPT: Readonly<Record<string, { readonly key: string; readonly first: string }>> = {
  plain_text_input: { key: 'value', first: 'initial_value' },
  number_input: { key: 'value', first: 'initial_value' },
  email_text_input: { key: 'value', first: 'initial_value' },
  url_text_input: { key: 'value', first: 'initial_value' },
  static_select: { key: 'selected_option', first: 'initial_option' },
  radio_buttons: { key: 'selected_option', first: 'initial_option' },
  checkboxes: { key: 'selected_options', first: 'initial_options' },
  multi_static_select: { key: 'selected_options', first: 'initial_options' },
  datepicker: { key: 'selected_date', first: 'initial_date' },
  timepicker: { key: 'selected_time', first: 'initial_time' },
  users_select: { key: 'selected_user', first: 'initial_user' },
  multi_users_select: { key: 'selected_users', first: 'initial_users' },
  conversations_select: { key: 'selected_conversation', first: 'initial_conversation' },
  channels_select: { key: 'selected_channel', first: 'initial_channel' },
};
const MANY = ['selected_options', 'selected_users'];

function kept(element: Json) {
  return KEPT[text(element['type'])];
}

export function fieldKey(found: Found): string {
  return `${blockId(found)} ${actionId(found)} ${text(found.element['type'])}`;
}

/** What stands in every field of a view that has just been opened. */
export function firstValues(blocks: unknown): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const found of elementsOf(blocks)) {
    const how = kept(found.element);
    if (how) values.set(fieldKey(found), found.element[how.first] ?? (MANY.includes(how.key) ? [] : null));
  }
  return values;
}

/**
 * Slack keeps what stands in a field while its `block_id`, `action_id` and kind stay the same, also where nobody has
 * touched it: a new initial value of the same field is not shown.
 */
export function valuesAfter(blocks: unknown, before: ReadonlyMap<string, unknown>): Map<string, unknown> {
  return new Map([...firstValues(blocks)].map(([key, first]) => [key, before.has(key) ? before.get(key) : first]));
}

/** `state.values`, as it is sent along with a press or a submission. */
export function stateValues(blocks: unknown, values: ReadonlyMap<string, unknown>): Record<string, Record<string, Json>> {
  const state: Record<string, Record<string, Json>> = {};
  for (const found of elementsOf(blocks)) {
    const how = kept(found.element);
    if (!how) continue;
    const block = (state[blockId(found)] ??= {});
    block[actionId(found)] = { type: text(found.element['type']), [how.key]: values.get(fieldKey(found)) ?? null };
  }
  return state;
}

/** By label, by `block_id`, or by the name that follows `f.` in it. */
export function fieldCalled(blocks: unknown, name: string): Found {
  const fields = inputsOf(blocks);
  const found = fields.find((one) => label(one.block['label']) === name || blockId(one) === name || blockId(one) === `f.${name}`);
  if (found) return found;
  throw new Error(`no field ${name}; there are: ${fields.map((one) => label(one.block['label'])).join(', ')}`);
}

/** What a field holds once a person has put this in. Throws where Slack's client would not let them. */
export function filled(found: Found, filling: Filling, lookup: Lookup): unknown {
  const { element } = found;
  const how = kept(element);
  if (!how) throw new Error(`nothing can be put into a ${text(element['type'])}`);
  const words = filling === null ? [] : typeof filling === 'object' ? filling : [String(filling)];
  switch (how.key) {
    case 'value':
      return typed(element, words[0] ?? '');
    case 'selected_option':
      return words[0] === undefined ? null : optionCalled(element, words[0]);
    case 'selected_options':
      if (typeof filling === 'boolean') return filling ? optionsOf(element) : [];
      return words.map((word) => optionCalled(element, word));
    case 'selected_user':
      return words[0] === undefined ? null : lookup.person(words[0]);
    case 'selected_users':
      return words.map((word) => lookup.person(word));
    case 'selected_conversation':
    case 'selected_channel':
      return words[0] === undefined ? null : lookup.channel(words[0]);
    default:
      return words[0] ?? null;
  }
}

function typed(element: Json, words: string): string | null {
  const most = Number(element['max_length'] ?? 3000);
  if (words.length > most) throw new Error(`Slack lets nobody type more than ${most} characters here`);
  // Enter submits the form from a box of one line.
  return words === '' ? null : element['multiline'] === true ? words : words.replaceAll('\n', ' ');
}

function optionsOf(element: Json): readonly Json[] {
  return [...list(element['options']), ...list(element['option_groups']).flatMap((group) => list(group['options']))];
}

function optionCalled(element: Json, word: string): Json {
  const options = optionsOf(element);
  const option = options.find((one) => label(one['text']) === word) ?? options.find((one) => one['value'] === word);
  if (option) return option;
  throw new Error(`no option ${word}; there are: ${options.map((one) => label(one['text'])).join(', ')}`);
}

/** What Slack's client says before it sends anything, by `block_id`. */
export function clientErrors(blocks: unknown, values: ReadonlyMap<string, unknown>): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const found of inputsOf(blocks)) {
    const fault = clientError(found, values.get(fieldKey(found)));
    if (fault) errors[blockId(found)] = `Slack: ${fault}`;
  }
  return errors;
}

function clientError({ block, element }: Found, value: unknown): string | null {
  const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return block['optional'] === true ? null : 'please complete this required field';
  if (typeof value === 'string' && value.length < Number(element['min_length'] ?? 0)) return 'too short';
  if (element['type'] === 'number_input' && !fits(Number(value), element)) return 'not a number that fits';
  if (Array.isArray(value) && value.length > Number(element['max_selected_items'] ?? 100)) return 'too many';
  return null;
}

function fits(value: number, { min_value, max_value, is_decimal_allowed }: Json): boolean {
  const whole = is_decimal_allowed === true || Number.isInteger(value);
  return whole && value >= Number(min_value ?? -Infinity) && value <= Number(max_value ?? Infinity);
}

/** The words of what stands in a field. */
export function valueWords(element: Json, value: unknown, called: (id: string) => string): string {
  if (Array.isArray(value)) return value.map((one) => valueWords(element, one, called)).join(', ');
  if (isRecord(value)) return label(value['text']);
  if (typeof value !== 'string') return '';
  return /^(multi_)?(users|conversations|channels)_/.test(text(element['type'])) ? called(value) : value;
}
