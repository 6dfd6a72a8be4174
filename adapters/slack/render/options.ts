// The options of a choice: a long one goes on in its description, and one that is longer still is written out above.

import type { KnownBlock, OptionGroup, PlainTextOption } from '@slack/types';
import type { ShownOption } from '../../../src/bot/views/shown.ts';
import { LIMITS } from './limits.ts';
import { DASH, oneLine, plainText } from './parts.ts';
import { richBlocks } from './rich.ts';
import { clip, richWords } from './text.ts';

export interface Offer {
  readonly options: readonly PlainTextOption[];
  /** All options in full, where some could not be. */
  readonly above: readonly KnownBlock[];
}

export function offerOf(all: readonly ShownOption[]): Offer {
  const labels = all.map((option) => oneLine(option.label));
  const long = labels.some((label) => restOf(label).length > LIMITS.optionDescription);
  return {
    options: all.map((option, index) => optionOf(option.value, labels[index] ?? '')),
    above: long ? richBlocks(labels.map((label) => ({ as: 'bullet', elements: richWords(label || DASH) }))) : [],
  };
}

/** More than a list may hold stand in groups, each named by its first and last. */
export function groupsOf(options: readonly PlainTextOption[]): OptionGroup[] {
  const groups = Math.ceil(options.length / LIMITS.options);
  const half = Math.floor((LIMITS.groupLabel - 3) / 2);
  return Array.from({ length: groups }, (_, index) => {
    const some = options.slice(index * LIMITS.options, (index + 1) * LIMITS.options);
    const [first, last] = [some.at(0), some.at(-1)].map((option) => clip(option?.text.text ?? '', half));
    return { label: plainText(`${first} – ${last}`, LIMITS.groupLabel), options: some };
  });
}

function optionOf(value: string, label: string): PlainTextOption {
  const rest = restOf(label);
  const description = rest === '' ? {} : { description: plainText(rest, LIMITS.optionDescription) };
  return { text: plainText(label, LIMITS.optionText), value, ...description };
}

/** What of a label does not fit on the option's first line. */
function restOf(label: string): string {
  if (label.length <= LIMITS.optionText) return '';
  const first = clip(label, LIMITS.optionText).slice(0, -1);
  return `…${label.slice(first.length).trimStart()}`;
}
