// Lines of rich text as elements of a card, none of them very long.

import type { RichTextBlock, Spacing, TextRun } from './card.ts';
import { LIMITS } from './limits.ts';
import { pieces } from './text.ts';

/** Nothing to be seen. */
export function isBlank(inlines: readonly TextRun[]): boolean {
  return inlines.every((run) => run.text.trim() === '');
}

/** A block for each paragraph; what is too long for one goes on in the next. */
export function richBlocks(inlines: readonly TextRun[], spacing?: Spacing): RichTextBlock[] {
  const blocks = paragraphs(merged(inlines))
    .flatMap(parted)
    .filter((some) => !isBlank(some));
  return blocks.map((some) => ({ type: 'RichTextBlock', inlines: some, ...(spacing ? { spacing } : {}) }));
}

/** Neighbours that look the same become one. */
function merged(inlines: readonly TextRun[]): TextRun[] {
  const all: TextRun[] = [];
  for (const run of inlines) {
    const last = all.at(-1);
    if (last && lookOf(last) === lookOf(run)) all[all.length - 1] = { ...last, text: last.text + run.text };
    else all.push(run);
  }
  return all;
}

function lookOf({ text: _text, ...look }: TextRun): string {
  return JSON.stringify(look);
}

/** Parts at empty lines. */
function paragraphs(inlines: readonly TextRun[]): TextRun[][] {
  const all: TextRun[][] = [[]];
  for (const run of inlines) {
    for (const [index, text] of run.text.split(/\n[^\S\n]*\n\s*/).entries()) {
      if (index > 0) all.push([]);
      if (text !== '') all.at(-1)?.push({ ...run, text });
    }
  }
  return all;
}

function parted(inlines: readonly TextRun[]): TextRun[][] {
  const parts: TextRun[][] = [];
  let size = Infinity;
  for (const run of inlines.flatMap((one) => pieces(one.text, LIMITS.run).map((text) => ({ ...one, text })))) {
    if (size + run.text.length > LIMITS.run) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(run);
    size += run.text.length;
  }
  return parts;
}
