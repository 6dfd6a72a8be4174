// From the bot's blocks to Slack's. Pure; what people wrote is rich or plain text, never Slack's markup.

import type { ContextBlock, KnownBlock, RichTextElement } from '@slack/types';
import type { Language } from '../../../src/bot/texts/language.ts';
import type { ShownBlock, Spans } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import { fitted, type Place, ROOMS } from './fit.ts';
import { LIMITS } from './limits.ts';
import { buttons, DASH, oneLine, plainText } from './parts.ts';
import { isBlank, type Line, richBlocks } from './rich.ts';
import { clip, type Mentions, pieces, rich, richWords, wordsIn } from './text.ts';
import { words } from '../../common/words.ts';

export interface Scene {
  readonly language: Language;
  readonly mentions: Mentions;
  readonly place: Place;
}

const BOLD = { bold: true } as const;
const ITALIC = { italic: true } as const;
const LONG_CELL = 40;

/** At most as many blocks as the place holds, and never none. */
export function renderBlocks(blocks: readonly ShownBlock[], scene: Scene): KnownBlock[] {
  return fitted(somethingOf(blocks, scene), ROOMS[scene.place], scene.language);
}

/** All blocks, however many there are; where there is nothing to show, a line that says so. */
export function somethingOf(blocks: readonly ShownBlock[], scene: Scene): KnownBlock[] {
  const all = allOf(blocks, scene);
  return all.length > 0 ? all : richBlocks([{ as: 'plain', elements: richWords(words(say('chat.nothing'), scene.language)) }]);
}

/** All blocks, however many there are. */
export function allOf(blocks: readonly ShownBlock[], scene: Scene): KnownBlock[] {
  return blocks.flatMap((block) => blocksOf(block, scene));
}

/** A header holds a line's worth; whatever is longer stands in bold instead. */
export function headingOf(text: Spans, mentions: Mentions): KnownBlock[] {
  const line = oneLine(wordsIn(text));
  if (line === '') return [];
  if (line.length <= LIMITS.header) return [{ type: 'header', text: plainText(line, LIMITS.header) }];
  return richBlocks([{ as: 'plain', elements: rich(text, mentions, BOLD) }]);
}

/** Small print. */
export function noteOf(text: string): ContextBlock[] {
  if (text.trim() === '') return [];
  const elements = pieces(text, LIMITS.contextText).map((piece) => plainText(piece, LIMITS.contextText));
  const blocks = Math.ceil(elements.length / LIMITS.contextElements);
  return Array.from({ length: blocks }, (_, index) => ({
    type: 'context',
    elements: elements.slice(index * LIMITS.contextElements, (index + 1) * LIMITS.contextElements),
  }));
}

function blocksOf(block: ShownBlock, { language, mentions }: Scene): KnownBlock[] {
  switch (block.block) {
    case 'heading':
      return headingOf(block.text, mentions);
    case 'text':
      return richBlocks([{ as: 'plain', elements: rich(block.text, mentions) }]);
    case 'note':
      return noteOf(wordsIn(block.text));
    case 'facts':
      return richBlocks(block.facts.map((fact) => ({ as: 'plain', elements: factOf(fact, mentions) })));
    case 'list':
      return richBlocks(block.items.map((item) => ({ as: block.ordered ? 'number' : 'bullet', elements: orDash(rich(item, mentions)) })));
    case 'table':
      return richBlocks(tableLines(block, mentions));
    case 'progress':
      return richBlocks([{ as: 'plain', elements: progressLine(block, language, mentions) }]);
    case 'picture':
      return pictureOf(block);
    case 'links':
      return richBlocks([{ as: 'plain', elements: dotted(block.links.map(linkOf)) }]);
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return buttons(block.buttons, language);
  }
}

/** "Label: value"; a question keeps its own mark, and a value of several lines begins on its own. */
function factOf({ label, value }: { readonly label: Spans; readonly value: Spans }, mentions: Mentions): RichTextElement[] {
  const [name, words] = [wordsIn(label).trimEnd(), wordsIn(value)];
  if (name === '') return rich(value, mentions);
  const mark = /[.?!:…]$/.test(name) ? '' : ':';
  return [...rich(label, mentions, BOLD), ...richWords(mark, BOLD), ...richWords(words.includes('\n') ? '\n' : ' '), ...orDash(rich(value, mentions))];
}

/** Slack fetches it itself, and takes no other address. */
function pictureOf({ alt, url = '' }: Extract<ShownBlock, { block: 'picture' }>): KnownBlock[] {
  if (!url.startsWith('https://') || url.length > LIMITS.imageUrl) return richBlocks([{ as: 'plain', elements: richWords(alt, ITALIC) }]);
  return [{ type: 'image', image_url: url, alt_text: clip(oneLine(alt), LIMITS.imageAlt) || DASH }];
}

/** As words, not as a button: a press would also come to us, who have nothing to do then. */
function linkOf({ label, url }: Extract<ShownBlock, { block: 'links' }>['links'][number]): RichTextElement[] {
  const text = clip(oneLine(label), LIMITS.linkText) || DASH;
  return /^https?:\/\//.test(url) && url.length <= LIMITS.linkUrl ? [{ type: 'link', url, text }] : richWords(text);
}

type Table = Extract<ShownBlock, { block: 'table' }>;

/**
 * A row a line, under a line that says what stands where: it reads the same on a phone, in a window and to a screen
 * reader, and every place takes it. Slack's own table stands in messages only.
 */
function tableLines({ caption, head, rows }: Table, mentions: Mentions): Line[] {
  return [
    { as: 'plain', elements: rich(caption, mentions, BOLD) },
    { as: 'plain', elements: head.some((cell) => wordsIn(cell).trim() !== '') ? dotted(head.map((cell) => orDash(rich(cell, mentions, ITALIC)))) : [] },
    ...rows.map((row): Line => ({ as: 'bullet', elements: rowOf(row, mentions) })),
  ];
}

/** A last cell of many words stands on a line of its own, so that the others can be run through. */
function rowOf(row: readonly Spans[], mentions: Mentions): RichTextElement[] {
  const cells = row.map((cell, index) => orDash(rich(cell, mentions, index === 0 ? BOLD : undefined)));
  const last = cells.at(-1);
  if (cells.length < 2 || !last || wordsIn(row.at(-1) ?? []).length <= LONG_CELL) return dotted(cells);
  return [...dotted(cells.slice(0, -1)), { type: 'text', text: '\n' }, ...last];
}

function dotted(cells: readonly (readonly RichTextElement[])[]): RichTextElement[] {
  return cells.flatMap((cell, index) => (index === 0 ? cell : [{ type: 'text' as const, text: ' · ' }, ...cell]));
}

function orDash(elements: RichTextElement[]): RichTextElement[] {
  return isBlank(elements) ? richWords(DASH) : elements;
}

type Progress = Extract<ShownBlock, { block: 'progress' }>;

/** The ring of seven, rolled out; signs never stand without words. */
function progressLine({ done, of, text }: Progress, language: Language, mentions: Mentions): RichTextElement[] {
  const all = Math.min(Math.max(Math.trunc(of) || 1, 1), 24);
  const filled = Math.min(Math.max(Math.trunc(done) || 0, 0), all);
  const elements = rich(text, mentions);
  const ring = richWords(`${'●'.repeat(filled)}${'○'.repeat(all - filled)} `);
  return [...ring, ...(isBlank(elements) ? richWords(words(say('chat.progress', { done: filled, of: all }), language)) : elements)];
}
