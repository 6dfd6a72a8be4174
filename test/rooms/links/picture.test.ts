// Pictures for chats: what comes from the address, what is kept, and what happens when many come at once.

import { afterAll, describe, expect, it } from 'vitest';
import { Drawing } from '../../../adapters/links/drawing.ts';
import { linksApp } from '../../../adapters/links/app.ts';
import { pictureRoutes } from '../../../adapters/links/picture.ts';
import type { Links } from '../../../src/links.ts';

const svg = (width: number, height: number, words = 'Programåret') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Inter"><text x="8" y="40" font-size="32">${words}</text></svg>`;

const drawings = new Map<string, string>([
  ['year', svg(240, 80)],
  ['empty', svg(240, 80, '')],
  ['huge', svg(4000, 40_000)],
  ['torn', '<svg xmlns="http://www.w3.org/2000/svg"><text>'],
]);
const asked: string[] = [];
const nothing = async () => null;
const links: Links = {
  event: nothing,
  calendar: nothing,
  join: nothing,
  async picture(token) {
    asked.push(token);
    const found = drawings.get(token);
    return found === undefined ? null : { svg: found };
  },
};
const drawing = new Drawing();
const app = pictureRoutes(links, drawing);
afterAll(() => drawing.rest());

/** Width and height as the file says, after its eight signs. */
function sizeOf(png: ArrayBuffer): readonly [number, number] {
  const bytes = Buffer.from(png);
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('pictures for chats', () => {
  it('are images, twice as fine as the drawing, with its words in them', async () => {
    const response = await app.request('/picture/year.png');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    const png = await response.arrayBuffer();
    expect(sizeOf(png)).toEqual([480, 160]);
    const bare = await (await app.request('/picture/empty.png')).arrayBuffer();
    expect(png.byteLength).toBeGreaterThan(2 * bare.byteLength);
  });

  it('are bounded, however large the drawing is', async () => {
    const response = await app.request('/picture/huge.png');
    const [width, height] = sizeOf(await response.arrayBuffer());
    expect(width * height).toBeLessThanOrEqual(12_000_000 * 1.01);
    expect(height / width).toBeCloseTo(10, 1);
  });

  it('are the same until the calendar changes: whoever has one does not get it again', async () => {
    const first = await app.request('/picture/year.png');
    const tag = first.headers.get('ETag') ?? '';
    expect(first.headers.get('Cache-Control')).toBe('private, max-age=300');
    const again = await app.request('/picture/year.png', { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    drawings.set('year', svg(260, 80));
    const changed = await app.request('/picture/year.png', { headers: { 'If-None-Match': tag } });
    expect([changed.status, sizeOf(await changed.arrayBuffer())]).toEqual([200, [520, 160]]);
  });

  it('come to nobody who may not see them, and are looked up anew each time', async () => {
    asked.length = 0;
    drawings.set('mine', svg(20, 20));
    expect((await app.request('/picture/mine.png')).status).toBe(200);
    drawings.delete('mine');
    expect((await app.request('/picture/mine.png')).status).toBe(404);
    expect(asked).toEqual(['mine', 'mine']);
  });

  it('say kindly that there is nothing, in the language of whoever comes', async () => {
    const bad = ['/picture/other.png', '/picture/year', '/picture/year.svg', '/picture/.png', '/picture/%00.png', `/picture/${'a'.repeat(3000)}.png`];
    for (const path of bad) {
      const response = await app.request(path, { headers: { 'Accept-Language': 'sv-SE,sv;q=0.9' } });
      expect([path, response.status, await response.text()]).toEqual([path, 404, 'Här finns ingen bild, eller inte längre.']);
      expect(response.headers.get('Cache-Control')).toBe('no-store');
    }
    expect(await (await app.request('/picture/other.png', { headers: { 'Accept-Language': 'fi' } })).text()).toContain('no picture here');
  });

  it('refuse what is no drawing, and go on with the next', async () => {
    const response = await app.request('/picture/torn.png');
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5']);
    expect((await app.request('/picture/year.png')).status).toBe(200);
  });

  it('make each image once, however many come for it, and turn away those who would wait too long', async () => {
    const same = await Promise.all(Array.from({ length: 40 }, () => drawing.png(svg(100, 100, 'the same'))));
    expect(new Set(same).size).toBe(1);
    const many = await Promise.all(Array.from({ length: 40 }, (_, index) => drawing.png(svg(50, 50, `number ${index}`))));
    expect(many.slice(0, 16).every((one) => one !== null)).toBe(true);
    expect(many.slice(16)).toEqual(Array.from({ length: 24 }, () => null));
    expect(await drawing.png(svg(50, 50, 'number 30'))).not.toBeNull();
    expect(await drawing.png(svg(50, 50, 'x'.repeat(1_000_001)))).toBeNull();
  });

  it('are drawn on by a new thread where the old one has gone', async () => {
    await drawing.rest();
    expect(await drawing.png(svg(60, 60, 'after a rest'))).not.toBeNull();
  });
});

describe('everything behind an address', () => {
  it('is told on to nobody, found by no search, and runs nothing', async () => {
    const all = linksApp(links);
    for (const path of ['/picture/other.png', '/picture/nothing/here']) {
      const { headers } = await all.request(path);
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('X-Robots-Tag')).toContain('noindex');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    }
    expect((await all.request('/healthz')).headers.get('Referrer-Policy')).toBeNull();
  });
});
