// What was typed into a form of ours, as Slack reports it. It comes from outside: whatever is none of ours is passed over.

import { type Box, boxAt, joinedBoxes } from '../render/boxes.ts';
import { AGREE, ANSWER, FIELD, TICKED } from '../render/press.ts';

export type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface TypedIn {
  readonly typed: Typed;
  /** The fields whose value is Slack's id of a person. */
  readonly people: readonly string[];
}

/** Reads `view.state.values`: by block id, then by action id. */
export function typedIn(values: unknown): TypedIn {
  const typed = new Map<string, string | readonly string[]>();
  const people: string[] = [];
  const boxes: (Box & { readonly name: string; readonly number: number })[] = [];
  for (const [blockId, actions] of entriesOf(values)) {
    if (!blockId.startsWith(FIELD)) continue;
    const box = boxAt(blockId);
    const answer = given(actions, ANSWER);
    if (box) {
      if (own(answer, 'type') === 'plain_text_input') boxes.push({ ...box, text: text(own(answer, 'value')) });
      continue;
    }
    const name = blockId.slice(FIELD.length);
    const value = valueOf(answer) ?? (isTicked(given(actions, AGREE)) ? TICKED : null);
    if (value !== null) typed.set(name, value);
    if (value && own(answer, 'type') === 'users_select') people.push(name);
  }
  for (const [name, some] of Map.groupBy(boxes, (box) => box.name)) typed.set(name, joinedBoxes(some.toSorted((a, b) => a.number - b.number)));
  return { typed: Object.fromEntries(typed), people };
}

/** What one element holds: nothing chosen is `''` or `[]`; `null` where it is no element that we know. */
function valueOf(answer: unknown): string | readonly string[] | null {
  switch (own(answer, 'type')) {
    case 'plain_text_input':
      return text(own(answer, 'value'));
    case 'static_select':
    case 'radio_buttons':
      return text(own(own(answer, 'selected_option'), 'value'));
    case 'multi_static_select':
    case 'checkboxes':
      return chosen(answer);
    case 'datepicker':
      return text(own(answer, 'selected_date'));
    case 'timepicker':
      return text(own(answer, 'selected_time'));
    case 'users_select':
      return text(own(answer, 'selected_user'));
    case 'conversations_select':
      return text(own(answer, 'selected_conversation'));
    default:
      return null;
  }
}

function isTicked(answer: unknown): boolean {
  return chosen(answer).includes(TICKED);
}

function chosen(answer: unknown): readonly string[] {
  const options = own(answer, 'selected_options');
  return Array.isArray(options) ? options.map((option) => text(own(option, 'value'))).filter((value) => value !== '') : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Under an action id of ours, which a form's stamp follows. */
function given(actions: unknown, id: string): unknown {
  return entriesOf(actions).find(([key]) => key === id || key.startsWith(`${id}.`))?.[1];
}

/** A property of the object itself, never one that it inherits. */
function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
