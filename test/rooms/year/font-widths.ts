// How wide letters are, as the font files themselves say: nothing of the drawing is trusted here.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Measure = (text: string, size: number) => number;

/** Of the fonts that images are drawn with; what they have no sign for is taken for a square. */
export function measureOf(font: '400Regular/Inter_400Regular' | '600SemiBold/Inter_600SemiBold'): Measure {
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${font}.ttf`)));
  const tables = new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
      const at = 12 + 16 * index;
      return [bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8)] as const;
    }),
  );
  const table = (name: string) => tables.get(name) ?? 0;
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18);
  const metrics = bytes.readUInt16BE(table('hhea') + 34);
  const groups = groupsOf(bytes, table('cmap'));
  const glyphOf = (code: number) => {
    const group = groups.find(({ first, last }) => code >= first && code <= last);
    return group ? group.glyph + code - group.first : null;
  };
  return (text, size) => {
    let sum = 0;
    for (const sign of text) {
      const glyph = glyphOf(sign.codePointAt(0) ?? 0);
      sum += glyph === null ? unitsPerEm : bytes.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, metrics - 1));
    }
    return (sum / unitsPerEm) * size;
  };
}

/** The table of signs in the format of 32 bits. */
function groupsOf(bytes: Buffer, cmap: number) {
  const offsets = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, index) => cmap + bytes.readUInt32BE(cmap + 4 + 8 * index + 4));
  const at = offsets.find((offset) => bytes.readUInt16BE(offset) === 12);
  if (at === undefined) throw new Error('a font of another kind');
  return Array.from({ length: bytes.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + 12 * index;
    return { first: bytes.readUInt32BE(group), last: bytes.readUInt32BE(group + 4), glyph: bytes.readUInt32BE(group + 8) };
  });
}
