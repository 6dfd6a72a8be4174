// What a browser says of the figures on a page: what can be read in each, and whether all of it is in its frame.

import type { Page } from 'playwright-core';
import type { Size } from './paint/sheets.ts';

export interface Look extends Size {
  readonly text: string;
  /** The height of each block. */
  readonly blocks: readonly number[];
  /** Something sticks out at the side. */
  readonly over: boolean;
}

const LOOK = `[...document.querySelectorAll('figure')].map((figure) => {
  const frame = figure.querySelector('.frame');
  const blocks = [...figure.querySelectorAll('[data-block]')].map((block) => block.getBoundingClientRect().height);
  const { width, height } = figure.getBoundingClientRect();
  return { text: frame.innerText, blocks, over: frame.scrollWidth > frame.clientWidth, width, height };
})`;

export async function lookAt(page: Page, html: string): Promise<readonly Look[]> {
  await page.setContent(html);
  return page.evaluate(LOOK);
}
