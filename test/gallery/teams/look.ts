// What a browser says of the cards on a page: what can be read in each, also in its fields, and whether all of it is in its frame.

import type { Page } from 'playwright-core';
import type { Look } from '../look.ts';

const LOOK = `[...document.querySelectorAll('figure')].map((figure) => {
  const frame = figure.querySelector('.frame');
  const fields = [...figure.querySelectorAll('input, textarea, select')];
  const held = fields.map((field) => (field.tagName === 'SELECT' ? field.selectedOptions[0]?.text : field.type === 'radio' ? '' : field.value));
  const parts = [...figure.querySelectorAll('.ac-adaptiveCard > *')].filter((part) => part.style.display !== 'none');
  const { width, height } = figure.getBoundingClientRect();
  const text = [frame.innerText, ...held, ...fields.map((field) => field.placeholder)].join(' ');
  return { text, blocks: parts.map((part) => part.getBoundingClientRect().height), over: frame.scrollWidth > frame.clientWidth, width, height };
})`;

export async function lookAtCards(page: Page, html: string): Promise<readonly Look[]> {
  await page.setContent(html);
  return page.evaluate(LOOK);
}
