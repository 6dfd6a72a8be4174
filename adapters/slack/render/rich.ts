// Lines of rich text, packed into blocks that are not too long.

import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextList } from '@slack/types';
import { LIMITS } from './limits.ts';
import { pieces } from './text.ts';

export interface Line {
  readonly as: 'plain' | 'bullet' | 'number' | 'quote';
  readonly elements: readonly RichTextElement[];
}

/** Blocks that read as the lines do; a line that is too long for one goes on in the next. */
export function richBlocks(lines: readonly Line[]): RichTextBlock[] {
  const blocks: RichTextBlock[] = [];
  let pack: Line[] = [];
  let numbered = 0;
  const close = () => {
    if (pack.length > 0) blocks.push({ type: 'rich_text', elements: grouped(pack, numbered) });
    numbered += pack.filter((line) => line.as === 'number').length;
    pack = [];
  };
  let size = 0;
  for (const line of lines.filter(({ elements }) => !isBlank(elements)).flatMap(parted)) {
    if (size + sizeOf(line) > LIMITS.richText) {
      close();
      size = 0;
    }
    pack.push(line);
    size += sizeOf(line);
  }
  close();
  return blocks;
}

/** Nothing to be seen: Slack refuses what is empty, and people wonder at it. */
export function isBlank(elements: readonly RichTextElement[]): boolean {
  return elements.every((element) => element.type === 'text' && element.text.trim() === '');
}

/** Neighbouring lines of a kind become one element; `numbered` lines stand before them, in blocks of their own. */
function grouped(lines: readonly Line[], numbered: number): RichTextBlockElement[] {
  const all: RichTextBlockElement[] = [];
  let [from, before] = [0, numbered];
  for (let to = 1; to <= lines.length; to++) {
    const [first] = lines.slice(from, to);
    if (!first || lines[to]?.as === first.as) continue;
    all.push(groupOf(first.as, lines.slice(from, to), before));
    if (first.as === 'number') before += to - from;
    from = to;
  }
  return all;
}

function groupOf(as: Line['as'], lines: readonly Line[], offset: number): RichTextBlockElement {
  if (as === 'plain') return { type: 'rich_text_section', elements: inLines(lines) };
  if (as === 'quote') return { type: 'rich_text_quote', elements: inLines(lines) };
  const elements = lines.map((line) => ({ type: 'rich_text_section' as const, elements: [...line.elements] }));
  if (as === 'bullet') return { type: 'rich_text_list', style: 'bullet', elements };
  // Slack knows where a list goes on counting; its types do not.
  const list: RichTextList & { offset?: number } = { type: 'rich_text_list', style: 'ordered', elements, ...(offset > 0 ? { offset } : {}) };
  return list;
}

function inLines(lines: readonly Line[]): RichTextElement[] {
  return lines.flatMap((line, index): RichTextElement[] => (index === 0 ? [...line.elements] : [{ type: 'text', text: '\n' }, ...line.elements]));
}

/** What goes on of a list's item is no item. */
function parted(line: Line): readonly Line[] {
  if (sizeOf(line) <= LIMITS.richText) return [line];
  const parts: RichTextElement[][] = [];
  let size = Infinity;
  for (const element of line.elements.flatMap(short)) {
    if (size + lengthOf(element) > LIMITS.richText) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(element);
    size += lengthOf(element);
  }
  const rest = line.as === 'quote' ? 'quote' : 'plain';
  return parts.map((elements, index) => ({ as: index === 0 ? line.as : rest, elements }));
}

function short(element: RichTextElement): readonly RichTextElement[] {
  return element.type === 'text' ? pieces(element.text, LIMITS.richText).map((text) => ({ ...element, text })) : [element];
}

/** With the line's end. */
function sizeOf(line: Line): number {
  return line.elements.reduce((sum, element) => sum + lengthOf(element), 1);
}

/** Of a mention, about as much as a name. */
function lengthOf(element: RichTextElement): number {
  return element.type === 'text' || element.type === 'link' ? (element.text ?? '').length : 32;
}
