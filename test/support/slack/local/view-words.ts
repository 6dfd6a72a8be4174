// What a person reads in a view: its blocks, its fields with what stands in them, and what is said at them.

import { type Found, blockId, label } from './blocks.ts';
import type { Modal } from './desk.ts';
import { fieldKey, valueWords } from './form.ts';
import { type Json, list, record, text } from './json.ts';
import { blockWords, type Names } from './words.ts';

export function viewWords(view: Json, names: Names): string {
  return blockWords(view['blocks'], names).join('\n');
}

export function modalWords({ view, values, errors }: Modal, names: Names): string {
  const lines = list(view['blocks']).flatMap((block) => {
    if (block['type'] !== 'input') return blockWords([block], names);
    const found = { block, element: record(block['element']) };
    return fieldWords(found, values.get(fieldKey(found)), errors[blockId(found)], names);
  });
  return [label(view['title']), ...lines, label(view['submit']), label(view['close'])].filter((line) => line !== '').join('\n');
}

function fieldWords({ block, element }: Found, value: unknown, error: string | undefined, names: Names): readonly string[] {
  const options = list(element['options']).map((option) => `( ) ${label(option['text'])}`);
  const stands = valueWords(element, value, (id) => (/^[UW]/.test(id) ? names.person(id) : names.channel(id)));
  const said = error === undefined ? [] : [`! ${error}`];
  return [`${label(block['label'])}: ${stands}`, text(label(block['hint'])), label(element['placeholder']), ...options, ...said].filter((line) => line !== '');
}
