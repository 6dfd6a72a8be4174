// What Slack adds to blocks, and what can be found in them.

import { randomBytes } from 'node:crypto';
import { isRecord, type Json, list, record, text } from './json.ts';

export interface Found {
  readonly block: Json;
  readonly element: Json;
}

/** Blocks as Slack keeps them: whatever has no id gets one. */
export function withIds(blocks: unknown): readonly Json[] {
  return list(blocks).map((block) => {
    const own = { ...block, block_id: text(block['block_id']) || random() };
    if (block['type'] === 'actions') return { ...own, elements: list(block['elements']).map(acting) };
    if (block['type'] === 'input') return { ...own, element: acting(record(block['element'])) };
    return isRecord(block['accessory']) ? { ...own, accessory: acting(block['accessory']) } : own;
  });
}

function acting(element: Json): Json {
  return { ...element, action_id: text(element['action_id']) || random() };
}

function random(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}

/** All that can be pressed, chosen or filled, in the order in which it stands. */
export function elementsOf(blocks: unknown): readonly Found[] {
  return list(blocks).flatMap((block) => {
    if (block['type'] === 'actions') return list(block['elements']).map((element) => ({ block, element }));
    if (block['type'] === 'input') return [{ block, element: record(block['element']) }];
    return isRecord(block['accessory']) ? [{ block, element: block['accessory'] }] : [];
  });
}

export function buttonsOf(blocks: unknown): readonly Found[] {
  return elementsOf(blocks).filter(({ element }) => element['type'] === 'button');
}

export function inputsOf(blocks: unknown): readonly Found[] {
  return elementsOf(blocks).filter(({ block }) => block['type'] === 'input');
}

/** The words of a text object. */
export function label(of: unknown): string {
  return text(record(of)['text']);
}

export function blockId({ block }: Found): string {
  return text(block['block_id']);
}

export function actionId({ element }: Found): string {
  return text(element['action_id']);
}
