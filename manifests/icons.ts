// The icons of the app in Teams: the ring of seven, drawn as SVG and made into PNG by the browser of the tests.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RING_SIZE, ringArcs } from '../src/bot/views/ring.ts';
import { launch } from '../test/browser/chromium.ts';

const ACCENT = '#0b6b61';

/** How far the ring of the icon has come: under way, as the rings of people are. */
const DONE = 5;

/** `ring`: how much of the square the ring fills; Teams cuts the corners off the large one. `rest`: how strong the arcs to come are. */
const ICONS = [
  { name: 'color.png', size: 192, ring: 0.64, ground: ACCENT, line: '#ffffff', stroke: 6, rest: 0.4 },
  { name: 'color32.png', size: 32, ring: 1, ground: null, line: ACCENT, stroke: 7.5, rest: 0.4 },
  { name: 'outline.png', size: 32, ring: 1, ground: null, line: '#ffffff', stroke: 4.5, rest: 1 },
] as const;

export async function drawIcons(folder: string): Promise<void> {
  const browser = await launch();
  try {
    for (const icon of ICONS) {
      const page = await browser.newPage({ viewport: { width: icon.size, height: icon.size } });
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svgOf(icon)}`);
      writeFileSync(join(folder, icon.name), await page.screenshot({ omitBackground: true }));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

function svgOf({ size, ring, ground, line, stroke, rest }: (typeof ICONS)[number]): string {
  // The arcs are the middle of the line: half of it stands out on each side.
  const side = (RING_SIZE - 8 + stroke) / ring;
  const from = (RING_SIZE - side) / 2;
  const arcs = ringArcs(DONE, 7).map(
    ({ d, filled }) => `<path d="${d}" fill="none" stroke="${line}" stroke-width="${stroke}" stroke-opacity="${filled ? 1 : rest}"/>`,
  );
  const square = ground ? `<rect x="${from}" y="${from}" width="${side}" height="${side}" fill="${ground}"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${from} ${from} ${side} ${side}">${square}${arcs.join('')}</svg>`;
}
