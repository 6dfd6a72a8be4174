// A message as whoever got it saw it, in plain words: one thing on a line, what can be pressed in brackets.

import { plain, type ShownBlock, type ShownButton, type ShownMessage, type ShownView } from '../../bot/views/shown.ts';

export function wordsOf(message: ShownMessage): string {
  return message.blocks.flatMap(linesOf).join('\n');
}

/** In the order in which they stand. */
export function buttonsOf(view: ShownView): readonly ShownButton[] {
  const blocks = view.type === 'form' ? view.intro : view.blocks;
  return blocks.flatMap((block) => (block.block === 'actions' ? block.buttons : []));
}

function linesOf(block: ShownBlock): readonly string[] {
  switch (block.block) {
    case 'heading':
    case 'text':
    case 'note':
    case 'progress':
      return [plain(block.text)];
    case 'facts':
      return block.facts.map((fact) => `${plain(fact.label)}: ${plain(fact.value)}`);
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '–'} ${plain(item)}`);
    case 'table':
      return [plain(block.caption), block.head.map(plain).join(' | '), ...block.rows.map((row) => row.map(plain).join(' | '))];
    case 'picture':
      return [block.alt];
    case 'links':
      return [block.links.map((link) => `[${link.label}]`).join(' ')];
    case 'divider':
      return [];
    case 'actions':
      return [block.buttons.map((button) => `[${button.label}]`).join(' ')];
  }
}
