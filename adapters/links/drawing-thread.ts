// The other end of drawing.ts: a thread that makes an image of an SVG, with letters of our own.

import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Twice as fine as the drawing, so that it can be read when it is opened; less where that would be a huge image. */
const FINE = 2;
const MOST_PIXELS = 12_000_000;

const FONTS = [
  import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
];
const bytesOf = (address: string) => readFile(new URL(address));
const [fonts] = await Promise.all([Promise.all(FONTS.map(bytesOf)), initWasm(bytesOf(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')))]);
const font = { fontBuffers: fonts.map((bytes) => new Uint8Array(bytes)), defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' };

parentPort?.on('message', (svg: string) => parentPort?.postMessage(imageOf(svg), []));

/** `null` for what is no drawing. */
function imageOf(svg: string): Uint8Array | null {
  try {
    const { width, height } = new Resvg(svg, { font });
    const zoom = Math.min(FINE, Math.sqrt(MOST_PIXELS / Math.max(width * height, 1)));
    return new Resvg(svg, { font, background: '#ffffff', fitTo: { mode: 'zoom', value: zoom } }).render().asPng();
  } catch {
    return null;
  }
}
