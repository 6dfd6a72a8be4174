// Slack fetches an image while it takes the call, and refuses all of a message or window whose image it does not get. The words
// of the image then stand in its place: whoever cannot see a picture is not to lose what it stands in.

import type { KnownBlock, RichTextBlock } from '@slack/types';

interface Holding {
  readonly blocks?: readonly KnownBlock[];
  readonly view?: { readonly blocks: readonly KnownBlock[] };
}

/** The same call with the words of its images; `null` where it has none. */
export function withoutImages<A extends object>(args: A): A | null {
  const { blocks, view }: Holding = args;
  if (![...(blocks ?? []), ...(view?.blocks ?? [])].some((block) => block.type === 'image')) return null;
  return { ...args, ...(blocks ? { blocks: blocks.map(inWords) } : {}), ...(view ? { view: { ...view, blocks: view.blocks.map(inWords) } } : {}) };
}

function inWords(block: KnownBlock): KnownBlock {
  if (block.type !== 'image') return block;
  const words: RichTextBlock = {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: block.alt_text, style: { italic: true } }] }],
  };
  return words;
}
