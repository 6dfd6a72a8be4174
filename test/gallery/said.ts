// The words that a reader of Slack must see of some blocks: all but what lies behind a press or is for screen readers.

import type { InputBlock, InputBlockElement, KnownBlock } from '@slack/types';

export type Names = ReadonlyMap<string, string>;

/** Said elsewhere, or to others. */
const UNSEEN = new Set(['confirm', 'accessibility_label', 'value', 'block_id', 'action_id']);

export function wordsToSee(blocks: readonly KnownBlock[], names: Names): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'input' ? ofInput(block, names) : textsIn(block, names)));
}

function textsIn(part: unknown, names: Names): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const mentioned = ['user_id', 'channel_id'].flatMap((key) => (key in part ? nameOf((part as Record<string, string>)[key], names) : []));
  const inner = Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (UNSEEN.has(key)) return [];
    return key === 'text' && typeof value === 'string' ? [value] : textsIn(value, names);
  });
  return [...mentioned, ...inner];
}

function ofInput({ label, hint, element }: InputBlock, names: Names): readonly string[] {
  return [label.text, ...(hint ? [hint.text] : []), ...ofElement(element, names)];
}

/** What stands in a closed list is what has been chosen. */
function ofElement(element: InputBlockElement, names: Names): readonly string[] {
  switch (element.type) {
    case 'plain_text_input':
      return element.initial_value ? [element.initial_value] : [];
    case 'radio_buttons':
    case 'checkboxes':
      return textsIn(element.options, names);
    case 'static_select':
      return element.initial_option ? [element.initial_option.text.text ?? ''] : placeholderOf(element);
    case 'multi_static_select':
      return element.initial_options ? element.initial_options.map((option) => option.text.text) : placeholderOf(element);
    case 'users_select':
      return element.initial_user ? nameOf(element.initial_user, names) : placeholderOf(element);
    default:
      return [];
  }
}

function placeholderOf({ placeholder }: { readonly placeholder?: { readonly text: string } }): readonly string[] {
  return placeholder ? [placeholder.text] : [];
}

function nameOf(id: string | undefined, names: Names): string[] {
  return [names.get(id ?? '') ?? id ?? ''];
}
