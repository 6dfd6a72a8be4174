// A card as a message of its own, and the line that a notification shows of it.

import { languageOf } from '../../../src/bot/texts/language.ts';
import type { ShownBlock, ShownHome, ShownMessage } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import { words } from '../../common/words.ts';
import type { Card } from './card.ts';
import { LIMITS } from './limits.ts';
import { clip, oneLine, wordsIn } from './text.ts';

export function messageActivity(card: Card, view: ShownMessage | ShownHome): object {
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
  return { type: 'message', summary: summaryOf(view), attachments };
}

/** The first words, plain. */
function summaryOf(view: ShownMessage | ShownHome): string {
  const lines = [...(view.type === 'home' ? [view.title] : []), ...view.blocks.flatMap(wordsOfBlock)];
  const first = oneLine(lines.join(' '));
  return clip(first === '' ? words(say('chat.name'), languageOf(view.language, 'en')) : first, LIMITS.summary);
}

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
      return [wordsIn(block.caption)];
    case 'picture':
      return [block.alt];
    case 'links':
      return block.links.map(({ label }) => label);
    case 'divider':
    case 'actions':
      return [];
  }
}
