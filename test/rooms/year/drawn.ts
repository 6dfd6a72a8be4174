// Reads a picture of the year back: its texts with the room that they take, and its poles.

import { measureOf } from './font-widths.ts';

export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Pole {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

const [regular, bold] = [measureOf('400Regular/Inter_400Regular'), measureOf('600SemiBold/Inter_600SemiBold')];
const number = (attributes: string, name: string) => Number(new RegExp(`\\b${name}="([\\d.-]+)"`).exec(attributes)?.[1] ?? 0);

export function textsIn(svg: string): Box[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)(?:<tspan ([^>]*)>([^<]*)<\/tspan>)?<\/text>/g)].map(
    ([, attributes = '', first = '', more = '', after = '']) => {
      const [x, y, size] = ['x', 'y', 'font-size'].map((name) => number(attributes, name)) as [number, number, number];
      const width = (attributes.includes('font-weight="600"') ? bold : regular)(plain(first), size);
      const all = after === '' ? width : width + number(more, 'dx') + regular(plain(after), number(more, 'font-size'));
      const left = attributes.includes('text-anchor="middle"') ? x - all / 2 : x;
      const text = after === '' ? plain(first) : `${plain(first)} ${plain(after)}`;
      return { text, left, right: left + all, top: y - size * 0.73, bottom: y + size * 0.2 };
    },
  );
}

/** Not the lines of the months, which are behind all. */
export function polesIn(svg: string): Pole[] {
  return [...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)V([\d.]+)" class="edge-line"/g)]
    .map(([, x, top, bottom]) => ({ x: Number(x), top: Number(top), bottom: Number(bottom) }))
    .filter(({ top }) => top > 100);
}

/** Pairs of texts that touch, and texts that a pole passes through. */
export function collisionsIn(svg: string): string[] {
  const texts = textsIn(svg);
  const touching = texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      return apart ? [] : [`${a.text} / ${b.text}`];
    }),
  );
  const crossed = polesIn(svg).flatMap(({ x, top, bottom }) =>
    texts.filter((box) => x > box.left && x < box.right && box.top < bottom && box.bottom > top).map((box) => `a pole through ${box.text}`),
  );
  return [...touching, ...crossed];
}

const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function plain(text: string): string {
  return text.replace(/&[#\w]+;/g, (sign) => SIGNS[sign] ?? sign);
}
