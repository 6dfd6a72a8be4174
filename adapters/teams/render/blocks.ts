// From the bot's blocks to the elements of a card. Pure; what people wrote is rich text, in which no client reads Markdown.

import type { Language } from '../../../src/bot/texts/language.ts';
import type { ShownBlock, Spans } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import { words } from '../../common/words.ts';
import { actionSets, buttonOf, type Place } from './buttons.ts';
import type { Action, Element, RichTextBlock, TextRun } from './card.ts';
import { LIMITS } from './limits.ts';
import { isBlank, richBlocks } from './rich.ts';
import { orDash, tableOf } from './table.ts';
import { BOLD, label, type Look, oneLine, run, runs, wordsIn } from './text.ts';

export interface Scene {
  readonly language: Language;
  readonly place: Place;
  /** Something of a title stands above already. */
  readonly titled: boolean;
}

const NOTE: Look = { size: 'small', isSubtle: true };

/** All blocks, however many there are; where there is nothing to show, a line that says so. */
export function somethingOf(blocks: readonly ShownBlock[], scene: Scene): Element[] {
  const all = allOf(blocks, scene);
  return all.length > 0 ? all : richBlocks(run(words(say('chat.nothing'), scene.language)));
}

/** All blocks, however many there are. A divider is a line above what follows it. */
export function allOf(blocks: readonly ShownBlock[], scene: Scene): Element[] {
  const all: Element[] = [];
  let divided = false;
  for (const block of blocks) {
    if (block.block === 'divider') divided = all.length > 0;
    const isTitle = block.block === 'heading' && all.length === 0 && !scene.titled;
    const [first, ...more] = isTitle ? headingOf(block.text, 'large') : elementsOf(block, scene);
    if (!first) continue;
    const begins = all.length > 0 && (divided || block.block === 'heading');
    all.push(begins ? { ...first, spacing: 'large', ...(divided ? { separator: true } : {}) } : first, ...more);
    divided = false;
  }
  return all;
}

/** Small print. */
export function noteOf(text: string): RichTextBlock[] {
  return richBlocks(run(text, NOTE), 'small');
}

/** A heading to those who read with their ears too, where it is ours alone and no client can read Markdown in it. */
export function headingOf(text: Spans, size: 'medium' | 'large'): Element[] {
  const line = oneLine(wordsIn(text));
  if (line === '') return [];
  const isOurs = text.every((span) => 'text' in span && span.from === 'us') && !MARKDOWN.test(line);
  return isOurs ? [{ type: 'TextBlock', text: line, ...BOLD, size, wrap: true, style: 'heading' }] : richBlocks(runs(text, { ...BOLD, size }));
}

/** Signs that mean something to a client, or may come to; at the beginning, of a list too. */
const MARKDOWN = /[*_`~[\]<>\\#|!&{}@^=$]|:\/\/|www\.|^(?:[-+•–]|\d+[.)])(?:\s|$)/i;

function elementsOf(block: ShownBlock, { language, place }: Scene): Element[] {
  switch (block.block) {
    case 'heading':
      return headingOf(block.text, 'medium');
    case 'text':
      return richBlocks(runs(block.text));
    case 'note':
      return richBlocks(runs(block.text, NOTE));
    case 'facts':
      return block.facts.flatMap((fact, index) => richBlocks(factOf(fact), index === 0 ? undefined : 'small'));
    case 'list':
      return block.items.flatMap((item, index) => itemOf(item, index, block.ordered));
    case 'table':
      return tableOf(block);
    case 'progress':
      return richBlocks(progressLine(block, language));
    case 'picture':
      return pictureOf(block);
    case 'links':
      return linksOf(block.links);
    case 'divider':
      return [];
    case 'actions':
      return actionSets(block.buttons.map((button) => buttonOf(button, place)));
  }
}

/** Teams fetches it itself, and takes no other address. */
function pictureOf({ alt, url = '' }: Extract<ShownBlock, { block: 'picture' }>): Element[] {
  if (!url.startsWith('https://') || url.length > LIMITS.url) return richBlocks(run(alt, { italic: true }));
  return [{ type: 'Image', url, altText: label(alt, LIMITS.alt), size: 'stretch', msTeams: { allowExpand: true } }];
}

const ADDRESS = /^https?:\/\//;

/** What leads nowhere is told in words. */
function linksOf(links: Extract<ShownBlock, { block: 'links' }>['links']): Element[] {
  const [good, bad] = [true, false].map((is) => links.filter(({ url }) => is === (ADDRESS.test(url) && url.length <= LIMITS.url)));
  const actions = (good ?? []).map((link): Action => ({ type: 'Action.OpenUrl', title: label(link.label, LIMITS.button), url: link.url }));
  return [...actionSets(actions), ...(bad ?? []).flatMap((link) => richBlocks(run(link.label)))];
}

/** "Label: value"; a question keeps its own mark, and a value of several lines begins on its own. */
function factOf({ label, value }: { readonly label: Spans; readonly value: Spans }): TextRun[] {
  const name = wordsIn(label).trimEnd();
  if (name === '') return runs(value);
  const mark = /[.?!:…]$/.test(name) ? '' : ':';
  const gap = wordsIn(value).includes('\n') ? '\n' : ' ';
  return [...runs(label, BOLD), ...run(mark, BOLD), ...run(gap), ...orDash(runs(value))];
}

function itemOf(item: Spans, index: number, ordered: boolean): RichTextBlock[] {
  const said = runs(item);
  const sign = ordered ? `${index + 1}. ` : '• ';
  return isBlank(said) ? [] : richBlocks([...run(sign), ...said], index === 0 ? undefined : 'small');
}

type Progress = Extract<ShownBlock, { block: 'progress' }>;

/** The ring of seven, rolled out; signs never stand without words. */
function progressLine({ done, of, text }: Progress, language: Language): TextRun[] {
  const all = Math.min(Math.max(Math.trunc(of) || 1, 1), 24);
  const filled = Math.min(Math.max(Math.trunc(done) || 0, 0), all);
  const said = runs(text);
  const ring = run(`${'●'.repeat(filled)}${'○'.repeat(all - filled)} `);
  return [...ring, ...(isBlank(said) ? run(words(say('chat.progress', { done: filled, of: all }), language)) : said)];
}
