// A text that is longer than one box of Slack's, in several: parted after lines where it can be, and joined again as it was.

import { createHash } from 'node:crypto';
import { LIMITS } from './limits.ts';
import { FIELD } from './press.ts';
import { partingOf, tidy } from './text.ts';

/** What stands in one box. */
export interface Box {
  readonly text: string;
  /** It goes on with the line at which the box before ended. */
  readonly goesOn: boolean;
}

/** One place stays free, so that a box which comes back full was filled by a person who had to go on in the next. */
const ROOM = LIMITS.inputText - 1;

/** At most so many boxes as given; `cut` where the text goes on after them. */
export function boxesOf(text: string, most: number): { readonly boxes: readonly Box[]; readonly cut: boolean } {
  const boxes: Box[] = [];
  let [rest, goesOn] = [tidy(text), false];
  while (rest.length > ROOM && boxes.length < most) {
    const { end, at } = partingOf(rest, ROOM);
    boxes.push({ text: rest.slice(0, at === 'line' ? end - 1 : end), goesOn });
    [rest, goesOn] = [rest.slice(end), at !== 'line'];
  }
  const cut = boxes.length === most && rest !== '';
  return { boxes: cut || rest === '' ? boxes : [...boxes, { text: rest, goesOn }], cut };
}

/** The text of all boxes. Blank ones say nothing: people leave them where they had room to spare. */
export function joinedBoxes(all: readonly Box[]): string {
  let [text, full, previous] = ['', false, true];
  for (const box of all) {
    const blank = box.text.trim() === '';
    if (!blank) {
      const sameLine = text === '' || full || (box.goesOn && previous);
      text += sameLine ? box.text : `\n${box.text}`;
      full = box.text.length >= LIMITS.inputText;
    }
    previous = !blank;
  }
  return text;
}

/**
 * The block id of a box. Slack keeps what was typed into a block whose id stays, so the id changes with the whole text:
 * a text that is parted anew would otherwise mix with its former parts.
 */
export function boxId(name: string, number: number, of: { readonly whole: string; readonly goesOn: boolean }): string {
  const stamp = createHash('sha256').update(of.whole).digest('base64url').slice(0, 8);
  return `${FIELD}${name}.${number}${of.goesOn ? '+' : ''}.${stamp}`;
}

/** Takes the block id of a box apart; `null` for one of a field in a single box. */
export function boxAt(blockId: string): { readonly name: string; readonly number: number; readonly goesOn: boolean } | null {
  const [, name, number, plus] = /^f\.(.+)\.(\d{1,2})(\+?)\.[\w-]{8}$/.exec(blockId) ?? [];
  return name === undefined ? null : { name, number: Number(number), goesOn: plus === '+' };
}
