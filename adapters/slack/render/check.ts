// Says what Slack would refuse in a message or view of ours. Tests run it over all that is rendered; nothing is mended here.

import type { HomeView, ImageBlock, KnownBlock, ModalView } from '@slack/types';
import { checkElement } from './check-elements.ts';
import { Faults, length, list, type Path, plainText, some } from './faults.ts';
import { sizeInMessage } from './fit.ts';
import { LIMITS } from './limits.ts';

/** The breaches, each with its place: `blocks/3/text: 151 characters, most 150`. */
export function checkMessage(message: { readonly text: string; readonly blocks: readonly KnownBlock[] }): string[] {
  const faults = new Faults();
  faults.strings(message, []);
  length(faults, ['text'], message.text, LIMITS.messageText);
  checkBlocks(faults, message.blocks, LIMITS.messageBlocks);
  const size = message.blocks.reduce((sum, block) => sum + sizeInMessage(block), 0);
  if (size > LIMITS.messageSize) faults.add(['blocks'], `size ${size}, most ${LIMITS.messageSize}`);
  for (const [index, block] of message.blocks.entries()) if (block.type === 'input') faults.add(['blocks', index], 'an input in a message');
  return faults.all;
}

/** The breaches of a window or home page. */
export function checkView(view: ModalView | HomeView): string[] {
  const faults = new Faults();
  faults.strings(view, []);
  checkBlocks(faults, view.blocks as KnownBlock[], LIMITS.viewBlocks);
  if (view.private_metadata !== undefined) length(faults, ['private_metadata'], view.private_metadata, LIMITS.metadata, 0);
  if (view.callback_id !== undefined) length(faults, ['callback_id'], view.callback_id, LIMITS.callbackId);
  const bytes = Buffer.byteLength(JSON.stringify(view));
  if (bytes > LIMITS.viewBytes) faults.add([], `${bytes} bytes, most ${LIMITS.viewBytes}`);
  if (view.type === 'home') return faults.all;

  plainText(faults, ['title'], view.title, LIMITS.windowWord);
  if (view.close) plainText(faults, ['close'], view.close, LIMITS.windowWord);
  if (view.submit) plainText(faults, ['submit'], view.submit, LIMITS.windowWord);
  else if (view.blocks.some((block) => block.type === 'input')) faults.add(['submit'], 'inputs, and nothing to send them with');
  return faults.all;
}

function checkBlocks(faults: Faults, blocks: readonly KnownBlock[], most: number): void {
  some(faults, ['blocks'], blocks, most);
  faults.unique(
    ['blocks'],
    blocks.flatMap((block) => block.block_id ?? []),
  );
  for (const [index, block] of blocks.entries()) {
    if (block.block_id !== undefined) length(faults, ['blocks', index, 'block_id'], block.block_id, LIMITS.blockId);
    checkBlock(faults, ['blocks', index], block);
  }
}

function checkBlock(faults: Faults, path: Path, block: KnownBlock): void {
  switch (block.type) {
    case 'divider':
      return;
    case 'header':
      return plainText(faults, [...path, 'text'], block.text, LIMITS.header);
    case 'context':
      some(faults, [...path, 'elements'], block.elements, LIMITS.contextElements);
      return block.elements.forEach((element, index) => plainText(faults, [...path, 'elements', index], element, LIMITS.contextText));
    case 'image':
      return checkImage(faults, path, block);
    case 'rich_text':
      length(faults, path, textOf(block.elements), LIMITS.richText, 0);
      return checkRich(faults, path, block.elements);
    case 'actions':
      some(faults, [...path, 'elements'], block.elements, LIMITS.actionElements);
      faults.unique(
        [...path, 'elements'],
        block.elements.map((element) => element.action_id ?? ''),
      );
      return block.elements.forEach((element, index) => checkElement(faults, [...path, 'elements', index], element));
    case 'input':
      plainText(faults, [...path, 'label'], block.label, LIMITS.label);
      if (block.hint) plainText(faults, [...path, 'hint'], block.hint, LIMITS.hint);
      return checkElement(faults, [...path, 'element'], block.element);
    default:
      faults.add(path, `${block.type} is no block of ours`);
  }
}

function checkImage(faults: Faults, path: Path, block: ImageBlock): void {
  const url = 'image_url' in block ? block.image_url : '';
  length(faults, [...path, 'image_url'], url, LIMITS.imageUrl);
  if (!url.startsWith('https://')) faults.add([...path, 'image_url'], 'not to be fetched');
  length(faults, [...path, 'alt_text'], block.alt_text, LIMITS.imageAlt);
}

interface Run {
  readonly type: string;
  readonly text?: string;
  readonly url?: string;
  readonly elements?: readonly Run[];
}

/** Rich text nests: sections in a block, sections in lists, runs in sections. None may be empty. */
function checkRich(faults: Faults, path: Path, runs: readonly Run[]): void {
  list(faults, [...path, 'elements'], runs);
  for (const [index, { type, text, url, elements }] of runs.entries()) {
    const here = [...path, 'elements', index];
    if (elements) checkRich(faults, here, elements);
    else if ((type === 'text' || type === 'link') && !text) faults.add(here, 'empty');
    else if (type === 'link') {
      length(faults, [...here, 'url'], url ?? '', LIMITS.linkUrl);
      length(faults, here, text ?? '', LIMITS.linkText);
    } else if (type !== 'text' && type !== 'user' && type !== 'channel' && type !== 'link') faults.add(here, `${type} is no element of ours`);
  }
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text, elements }) => (elements ? textOf(elements) : (text ?? ''))).join('');
}
