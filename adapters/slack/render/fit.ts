// Cuts to the room that a place has. Nothing goes silently: a note stands where something is missing, and buttons and inputs stay longest.

import type { ContextBlock, KnownBlock, RichTextBlock } from '@slack/types';
import type { Language } from '../../../src/bot/texts/language.ts';
import { say } from '../../../src/bot/views/text.ts';
import { LIMITS } from './limits.ts';
import { CUT } from './press.ts';
import { plainText } from './parts.ts';
import { words } from '../../common/words.ts';

export type Place = 'message' | 'modal' | 'home';

export interface Room {
  readonly blocks: number;
  readonly size: number;
  readonly sizeOf: (block: KnownBlock) => number;
}

/** What else a view holds than its blocks: title, buttons, metadata. */
const FRAME = 10_000;
const VIEW: Room = { blocks: LIMITS.viewBlocks, size: LIMITS.viewBytes - FRAME, sizeOf: bytesOf };

export const ROOMS: Readonly<Record<Place, Room>> = {
  message: { blocks: LIMITS.messageBlocks, size: LIMITS.messageSize, sizeOf: sizeInMessage },
  modal: VIEW,
  home: VIEW,
};

/** The room that is left beside some blocks. */
export function roomBeside(room: Room, blocks: readonly KnownBlock[]): Room {
  return { ...room, blocks: room.blocks - blocks.length, size: room.size - sum(blocks.map(room.sizeOf)) };
}

export function fits(blocks: readonly KnownBlock[], room: Room): boolean {
  return blocks.length <= room.blocks && sum(blocks.map(room.sizeOf)) <= room.size;
}

/** The blocks themselves where they fit; else those that do, from the beginning on, and a note. */
export function fitted(all: readonly KnownBlock[], room: Room, language: Language): KnownBlock[] {
  if (fits(all, room)) return [...all];
  const blocks = all.length > room.blocks ? merged(all) : all;
  if (fits(blocks, room)) return [...blocks];

  const note = cutNote(language);
  let [count, size, cut] = [blocks.length + 1, sum(blocks.map(room.sizeOf)) + room.sizeOf(note), blocks.length];
  const gone = new Set<number>();
  for (const index of leastFirst(blocks)) {
    const block = blocks[index];
    if (!block || (count <= room.blocks && size <= room.size)) break;
    gone.add(index);
    count -= 1;
    size -= room.sizeOf(block);
    cut = Math.min(cut, index);
  }
  const kept = (from: number, to: number) => blocks.slice(from, to).filter((_, index) => !gone.has(from + index));
  return [...kept(0, cut), note, ...kept(cut, blocks.length)];
}

export function cutNote(language: Language): ContextBlock {
  return { type: 'context', block_id: CUT, elements: [plainText(words(say('chat.cut'), language), LIMITS.contextText)] };
}

/** Which blocks go first: from the end on, and what can be pressed or filled in after all that is only read. */
function leastFirst(blocks: readonly KnownBlock[]): readonly number[] {
  const places = [...blocks.keys()].reverse();
  const isUsed = (index: number) => blocks[index]?.type === 'actions' || blocks[index]?.type === 'input';
  return [...places.filter((index) => !isUsed(index)), ...places.filter(isUsed)];
}

/** Neighbouring rich texts become one, as far as one may hold. */
function merged(blocks: readonly KnownBlock[]): KnownBlock[] {
  const out: KnownBlock[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (last?.type === 'rich_text' && block.type === 'rich_text' && sizeInMessage(last) + sizeInMessage(block) < LIMITS.richText) {
      out[out.length - 1] = { ...last, elements: [...last.elements, ...block.elements] } satisfies RichTextBlock;
    } else out.push(block);
  }
  return out;
}

/** What is not for reading. */
const UNREAD = new Set(['type', 'value', 'block_id', 'action_id']);
/** What an object counts for, whatever it holds. */
const CONTAINER = 20;

/**
 * What a part of a message counts for: its texts, and something for all that holds them. Slack publishes no rule; its people
 * speak of 12,000 characters with an allowance for containers, and 11,341 in many small runs were refused (bolt-js #2509, #2867).
 */
export function sizeInMessage(part: unknown): number {
  if (typeof part === 'string') return part.length;
  if (Array.isArray(part)) return sum(part.map(sizeInMessage));
  if (typeof part !== 'object' || part === null) return 0;
  return CONTAINER + sum(Object.entries(part).map(([key, inner]) => (UNREAD.has(key) ? 0 : sizeInMessage(inner))));
}

function bytesOf(block: KnownBlock): number {
  return Buffer.byteLength(JSON.stringify(block)) + 1;
}

function sum(all: readonly number[]): number {
  return all.reduce((a, b) => a + b, 0);
}
