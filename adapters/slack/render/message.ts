// A message as Slack posts it: blocks, and one text that says the same where blocks are not seen.

import type { KnownBlock } from '@slack/types';
import { languageOf } from '../../../src/bot/texts/language.ts';
import type { ShownBlock, ShownHome, ShownMessage } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import { headingOf, somethingOf } from './blocks.ts';
import { fits, fitted, type Place, ROOMS } from './fit.ts';
import { LIMITS } from './limits.ts';
import { CUT } from './press.ts';
import { clip, type Mentions, tidy, wordsIn } from './text.ts';
import { words } from '../../common/words.ts';

export interface SlackMessage {
  /** Escaped as Slack's markup asks: this one text it does read for markup. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Always fit to be posted: what is too long is cut, with a note. */
export function renderMessage(view: ShownMessage | ShownHome, mentions: Mentions): SlackMessage {
  return { text: escaped(wordsOfView(view), LIMITS.messageText), blocks: bodyOf(view, mentions, 'message') };
}

/** Whether a message holds its whole view. */
export function fitsInMessage({ blocks }: SlackMessage): boolean {
  return fits(blocks, ROOMS.message) && blocks.every((block) => block.block_id !== CUT);
}

/** A view's title, where it has one, and its blocks. */
export function bodyOf(view: ShownMessage | ShownHome, mentions: Mentions, place: Place): KnownBlock[] {
  const language = languageOf(view.language, 'en');
  const title = view.type === 'home' ? headingOf([{ text: view.title, from: 'us' }], mentions) : [];
  return fitted([...title, ...somethingOf(view.blocks, { language, mentions, place })], ROOMS[place], language);
}

function wordsOfView(view: ShownMessage | ShownHome): string {
  const lines = [...(view.type === 'home' ? [view.title] : []), ...view.blocks.flatMap(wordsOfBlock)];
  const labels = view.blocks.flatMap((block) => (block.block === 'actions' ? block.buttons.map((button) => button.label) : []));
  const whole = [lines.join('\n'), labels.join(', ')].find((text) => tidy(text).trim() !== '');
  return whole ?? words(say('chat.name'), languageOf(view.language, 'en'));
}

/** Buttons are not read out here: they can be reached themselves. */
function wordsOfBlock(block: ShownBlock): readonly string[] {
  switch (block.block) {
    case 'heading':
    case 'text':
    case 'note':
    case 'progress':
      return [wordsIn(block.text)];
    case 'facts':
      return block.facts.map(({ label, value }) => `${wordsIn(label)}: ${wordsIn(value)}`);
    case 'list':
      return block.items.map(wordsIn);
    case 'table':
      return [wordsIn(block.caption), ...block.rows.map((row) => row.map(wordsIn).join(' · '))];
    case 'picture':
      return [block.alt];
    case 'links':
      return block.links.map(({ label }) => label);
    case 'divider':
    case 'actions':
      return [];
  }
}

/** Slack takes `<!channel>` in this text for a call to all; three escaped signs make it letters again. */
function escaped(text: string, most: number): string {
  for (let room = most; ; ) {
    const safe = clip(text, room).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    if (safe.length <= most) return safe;
    room -= Math.ceil((safe.length - most) / 5);
  }
}
