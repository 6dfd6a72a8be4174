// What a view says, as plain words.

import { plain, type ShownBlock, type ShownMessage, type ShownView } from '../../src/bot/views/shown.ts';

/** Everything that a view says, one thing on a line. */
export function viewWords(view: ShownView | ShownMessage): string {
  const lines: string[] = view.type === 'message' ? [] : [view.title];
  for (const block of blocksOf(view)) lines.push(...blockWords(block));
  if (view.type !== 'form') return lines.join('\n');
  for (const input of view.inputs) {
    lines.push(input.label, input.help ?? '', String(input.value));
    if ('options' in input) lines.push(...input.options.map((option) => option.label));
  }
  return [...lines, view.submit, ...view.also.map((other) => other.label)].join('\n');
}

function blockWords(block: ShownBlock): string[] {
  switch (block.block) {
    case 'heading':
    case 'text':
    case 'note':
    case 'progress':
      return [plain(block.text)];
    case 'facts':
      return block.facts.map((fact) => `${plain(fact.label)}: ${plain(fact.value)}`);
    case 'list':
      return block.items.map(plain);
    case 'table':
      return [plain(block.caption), block.head.map(plain).join(' | '), ...block.rows.map((row) => row.map(plain).join(' | '))];
    case 'picture':
      return [block.alt];
    case 'links':
      return block.links.map((link) => `[${link.label}]`);
    case 'divider':
      return [];
    case 'actions':
      return block.buttons.map((button) => `[${button.label}]`);
  }
}

export function blocksOf(view: ShownView): readonly ShownBlock[] {
  return view.type === 'form' ? view.intro : view.blocks;
}
