// A picture of a page in few colours: a third of what the browser writes, and no eye sees the difference.

import { crc32, deflateSync, inflateSync } from 'node:zlib';

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Bytes a pixel: red, green, blue and perhaps opacity. */
  readonly depth: number;
  readonly bytes: Buffer;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** As many colours as stay as they are; of the rest, which soften the edges of letters, each becomes the nearest of these. */
const COLOURS = 32;

/** Takes what the browser writes: eight bits a colour, not interlaced. */
export function withFewColours(png: Buffer): Buffer {
  const { width, height, depth, bytes } = pixelsOf(png);
  const colours = Array.from({ length: width * height }, (_, pixel) => bytes.readUIntBE(pixel * depth, 3));
  const counted = new Map<number, number>();
  for (const colour of colours) counted.set(colour, (counted.get(colour) ?? 0) + 1);
  const palette = [...counted.keys()].sort((a, b) => (counted.get(b) ?? 0) - (counted.get(a) ?? 0)).slice(0, COLOURS);
  const places = new Map([...counted.keys()].map((colour) => [colour, nearest(palette, colour)]));

  const lines = Buffer.alloc(height * (width + 1));
  for (const [pixel, colour] of colours.entries()) lines[pixel + Math.floor(pixel / width) + 1] = places.get(colour) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.alloc(palette.length * 3);
  for (const [index, colour] of palette.entries()) table.writeUIntBE(colour, index * 3, 3);
  const parts = [part('IHDR', header), part('PLTE', table), part('IDAT', deflateSync(lines, { level: 9 })), part('IEND', Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** The place of the colour in the palette that looks most like it. */
function nearest(palette: readonly number[], colour: number): number {
  const distances = palette.map((one) => [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}

function part(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

function pixelsOf(png: Buffer): Pixels {
  const parts = new Map<string, Buffer[]>();
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    parts.set(type, [...(parts.get(type) ?? []), png.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  const header = parts.get('IHDR')?.[0] ?? Buffer.alloc(13);
  const [width, height, depth] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3];
  return { width, height, depth, bytes: unfiltered(inflateSync(Buffer.concat(parts.get('IDAT') ?? [])), width * depth, depth) };
}

/** Each line says how it was foretold from what stands left of it and above. */
function unfiltered(lines: Buffer, length: number, depth: number): Buffer {
  const height = lines.length / (length + 1);
  const out = Buffer.alloc(height * length);
  const at = (line: number, x: number) => (line < 0 || x < 0 ? 0 : (out[line * length + x] ?? 0));
  for (let line = 0; line < height; line++) {
    const filter = lines[line * (length + 1)] ?? 0;
    for (let x = 0; x < length; x++) {
      const [left, above, corner] = [at(line, x - depth), at(line - 1, x), at(line - 1, x - depth)];
      out[line * length + x] = (lines[line * (length + 1) + 1 + x] ?? 0) + foretold(filter, left, above, corner);
    }
  }
  return out;
}

function foretold(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const [toLeft, toAbove, toCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
