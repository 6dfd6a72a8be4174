// A way through a dialog of several pages, page by page.

import { isDeepStrictEqual } from 'node:util';
import type { Filling } from './playground-dialog.ts';
import type { PlaygroundPerson } from './playground-person.ts';

export interface Step {
  /** The words by which the page is known. */
  readonly reads: string;
  /** What still stands there. */
  readonly keeps?: Readonly<Record<string, Filling>>;
  readonly fills?: Readonly<Record<string, Filling>>;
  readonly presses?: string;
  /** What the page is called, for `looks`. */
  readonly named?: string;
}

/** Opens the dialog of an action command, goes from page to page, and closes it on the last one. */
export async function goesThrough(
  person: PlaygroundPerson,
  command: string,
  steps: readonly Step[],
  looks: (person: PlaygroundPerson, name: string) => Promise<void> = async () => {},
): Promise<void> {
  const { dialog } = person;
  await person.opens(command);
  for (const { reads, keeps = {}, fills = {}, presses, named } of steps) {
    await dialog.reads(reads);
    for (const [label, typed] of Object.entries(keeps)) {
      const value = await dialog.value(label);
      if (!isDeepStrictEqual(value, typed)) throw new Error(`“${label}” has lost “${String(typed)}”: now it has “${String(value)}”`);
    }
    if (named) await looks(person, named);
    await dialog.fills(fills);
    if (presses) await dialog.presses(presses);
  }
  await dialog.closes();
}
