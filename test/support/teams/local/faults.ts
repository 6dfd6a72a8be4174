// What is said at the fields of a form: by Teams' client before anything is sent, and by the bot in red above a field.

import { type Json, list, text } from '../../slack/local/json.ts';
import { idOf } from './inputs.ts';
import type { OpenCard } from './open-card.ts';

/** By the name of the field; under the empty name, what is said of the whole. */
export function faultsIn({ card, errors, inputs }: OpenCard): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  let above: string | null = null;
  for (const element of list(card['body'])) {
    const red = redWords(element);
    // What stands apart from the field below it speaks of the whole.
    const belongs = inputs.includes(element) && element['spacing'] !== 'large';
    if (above !== null) faults[belongs ? nameOf(element) : ''] = above;
    above = red;
  }
  if (above !== null) faults[''] = above;
  for (const input of inputs) {
    const error = errors[idOf(input)];
    if (error !== undefined) faults[nameOf(input)] = error;
  }
  return faults;
}

function nameOf(input: Json): string {
  return idOf(input).replace(/^f\./, '');
}

function redWords(element: Json): string | null {
  const parts = element['type'] === 'RichTextBlock' ? list(element['inlines']) : [element];
  const isRed = parts.length > 0 && parts.every((part) => text(part['color']).toLowerCase() === 'attention');
  return isRed ? parts.map((part) => text(part['text'])).join('') : null;
}
