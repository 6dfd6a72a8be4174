// Cuts to the room that a card has. Nothing goes silently: a note stands where something is missing, and buttons and inputs stay longest.

import type { Language } from '../../../src/bot/texts/language.ts';
import { say } from '../../../src/bot/views/text.ts';
import { words } from '../../common/words.ts';
import type { Element, RichTextBlock } from './card.ts';

/** Bytes as it is sent. */
export function sizeOf(part: object): number {
  return Buffer.byteLength(JSON.stringify(part));
}

/** The elements themselves where they fit; else those that do, from the beginning on, and a note. */
export function fitted(all: readonly Element[], room: number, language: Language): Element[] {
  // With the comma after each but the last.
  const sizes = all.map((one) => sizeOf(one) + 1);
  let size = sizes.reduce((sum, one) => sum + one, -1);
  if (all.length === 0 || size <= room) return [...all];

  const note = cutNote(language);
  let cut = all.length;
  size += sizeOf(note) + 1;
  const gone = new Set<number>();
  for (const index of leastFirst(all)) {
    if (size <= room) break;
    gone.add(index);
    size -= sizes[index] ?? 0;
    cut = Math.min(cut, index);
  }
  const kept = (from: number, to: number) => all.slice(from, to).filter((_, index) => !gone.has(from + index));
  return [...kept(0, cut), note, ...kept(cut, all.length)];
}

/** The first that suits, where all after it suit too; `undefined` where none does. */
export function firstOf<T>(all: readonly T[], suits: (one: T) => boolean): T | undefined {
  let [from, to] = [0, all.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (suits(all[middle] as T)) to = middle;
    else from = middle + 1;
  }
  return all[from];
}

export function cutNote(language: Language): RichTextBlock {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: words(say('chat.cut'), language), size: 'small', isSubtle: true }] };
}

/** Which elements go first: from the end on, and what can be pressed or filled in after all that is only read. */
function leastFirst(all: readonly Element[]): readonly number[] {
  const places = [...all.keys()].reverse();
  const isUsed = (index: number) => all[index]?.type === 'ActionSet' || all[index]?.type.startsWith('Input.') === true;
  return [...places.filter((index) => !isUsed(index)), ...places.filter(isUsed)];
}
