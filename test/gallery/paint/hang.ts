// Writes the pictures: sheets for whoever wants to see everything, and the few that the guides show.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Exhibit, Place } from '../exhibit.ts';
import type { Look } from '../look.ts';
import { withFewColours } from './png.ts';
import { sheetsOf } from './sheets.ts';

export interface Hanging {
  readonly exhibit: Exhibit;
  readonly figure: string;
  readonly look: Look;
}

/** Where the figures belong: what stands around them, and how the names of their pictures begin. */
export interface Wall {
  readonly name: string;
  readonly prefix: string;
  readonly pageOf: (title: string, body: string, className: 'sheet' | 'alone') => Promise<string>;
}

const GROUPS: Readonly<Record<string, readonly Place[]>> = { messages: ['message', 'aside'], modals: ['window'], home: ['home'] };

/** One page with all of them, and for each group as many sheets as it takes. */
export async function hangAll(page: Page, folder: string, { name, prefix, pageOf }: Wall, all: readonly Hanging[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${prefix}index.html`), await pageOf(name, all.map(({ figure }) => figure).join('\n'), 'alone'));
  for (const [group, places] of Object.entries(GROUPS)) {
    const some = all.filter(({ exhibit }) => places.includes(exhibit.place));
    for (const [number, columns] of sheetsOf(some.map(({ look }) => look)).entries()) {
      const html = columns.map((column) => `<div>${column.map((index) => some[index]?.figure).join('\n')}</div>`).join('\n');
      await page.setViewportSize({ width: 400, height: 300 });
      await page.setContent(await pageOf(group, html, 'sheet'));
      await page.screenshot({ path: join(folder, `${prefix}${group}-${number + 1}.png`), fullPage: true });
    }
  }
}

/** How much a picture shows of what is too long for a guide. */
const TALLEST: Readonly<Record<string, number>> = { 'match-preview': 540 };

/** `chosen`: which pictures, by their names. */
export async function hangInGuides(page: Page, { prefix, pageOf }: Wall, all: readonly Hanging[], chosen: readonly string[]): Promise<void> {
  for (const name of chosen) {
    const found = all.find(({ exhibit }) => exhibit.picture === name);
    if (!found) throw new Error(`there is no picture of ${name}`);
    await page.setViewportSize({ width: 1200, height: 1000 });
    await page.setContent(await pageOf(name, found.figure, 'alone'));
    const box = await page.locator('.frame').boundingBox();
    if (!box) throw new Error(`nothing can be seen of ${name}`);
    const clip = { ...box, height: Math.min(box.height, TALLEST[name] ?? box.height) };
    writeFileSync(join('docs/pictures', `${prefix}${name}.png`), withFewColours(await page.screenshot({ clip, fullPage: true })));
  }
}
