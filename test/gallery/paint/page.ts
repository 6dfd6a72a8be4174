// A page of exhibits, whole in itself: styles, letters and pictures are in it.

import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `body`: figures. A `sheet` flows in columns of a fixed height, as many as there must be. */
export async function pageOf(title: string, body: string, className: 'sheet' | 'alone'): Promise<string> {
  const styles = [await readFile(fileURLToPath(import.meta.resolve('slack-blocks-to-jsx/dist/style.css')), 'utf8'), await letters(), await own()];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${styles.join('\n')}</style></head><body class="${className}">${body}</body></html>`;
}

async function own(): Promise<string> {
  return readFile(new URL('gallery.css', import.meta.url), 'utf8');
}

/** Open Sans comes with the Chromium from npm. Slack's own Lato is as wide or narrower: what fits here fits there. */
export async function letters(): Promise<string> {
  const cuts = [
    ['Regular', 'font-weight: 400'],
    ['Bold', 'font-weight: 500 900'],
    ['Italic', 'font-style: italic'],
  ] as const;
  const faces = await Promise.all(
    cuts.map(async ([cut, how]) => {
      const file = await readFile(join(tmpdir(), `fonts/fonts/Open_Sans/OpenSans-${cut}.ttf`)).catch(() => null);
      return file && `@font-face { font-family: 'Open Sans'; ${how}; src: url(data:font/ttf;base64,${file.toString('base64')}); }`;
    }),
  );
  return faces.filter((face) => face !== null).join('\n');
}
