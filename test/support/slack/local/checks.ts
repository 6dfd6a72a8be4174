// What Slack refuses in blocks, by the adapter's own table of Slack's limits.

import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { checkMessage, checkView } from '../../../../adapters/slack/render/check.ts';
import { type Json, list, text } from './json.ts';

export function viewFaults(view: Json): readonly string[] {
  const known = view['type'] === 'modal' || view['type'] === 'home';
  return known && Array.isArray(view['blocks']) ? checkView(view as unknown as ModalView | HomeView) : ['no view of a kind that there is'];
}

/** A message may also be words alone. */
export function messageFaults(message: Json): readonly string[] {
  const blocks = list(message['blocks']) as readonly unknown[] as readonly KnownBlock[];
  return blocks.length === 0 ? [] : checkMessage({ text: text(message['text']), blocks });
}
