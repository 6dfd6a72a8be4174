// `/picture/TOKEN.png`: what somebody may see, as an image, for chats that take no SVG.

import { Hono } from 'hono';
import type { Context } from 'hono';
import { type Language, languageOf } from '../../src/bot/texts/language.ts';
import { say } from '../../src/bot/views/text.ts';
import type { Links } from '../../src/links.ts';
import { words } from '../common/words.ts';
import { Drawing, hashOf } from './drawing.ts';

const TOKEN = /^([\w.-]{1,2000})\.png$/;
/** The picture follows the calendar; a chat that shows it to many asks once in a while. */
const KEEP = 'private, max-age=300';

export function pictureRoutes({ picture }: Pick<Links, 'picture'>, drawing = new Drawing()): Hono {
  const app = new Hono();
  app.get('/picture/:file', async (c) => {
    const token = TOKEN.exec(c.req.param('file'))?.[1];
    const found = token ? await picture(token) : null;
    c.header('Cache-Control', 'no-store');
    if (!found) return c.text(words(say('picture.gone'), languageFrom(c)), 404);

    const tag = `"${hashOf(found.svg)}"`;
    const png = c.req.header('If-None-Match') === tag ? null : await drawing.png(found.svg);
    if (!png && c.req.header('If-None-Match') !== tag) {
      c.header('Retry-After', '5');
      return c.text(words(say('picture.busy'), languageFrom(c)), 503);
    }
    c.header('Cache-Control', KEEP);
    c.header('ETag', tag);
    // It stands in the pages of chats.
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    return png ? c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png' }) : c.body(null, 304);
  });
  return app;
}

function languageFrom(c: Context): Language {
  return languageOf(c.req.header('Accept-Language'), 'en');
}
