// `/calendar/CODE.ics`, to subscribe to, and `/event/TOKEN.ics`, one day to keep: both as they stand when somebody asks.

import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { languageOf } from '../../src/bot/texts/language.ts';
import { say } from '../../src/bot/views/text.ts';
import type { CalendarFile, Links } from '../../src/links.ts';
import { words } from '../common/words.ts';
import { icsOf } from './ics.ts';

const CODE = /^([0-9a-f]{32})\.ics$/;
const TOKEN = /^([\w.-]{1,2000})\.ics$/;
/** A calendar program asks every few hours; whoever opens it by hand sees what was true a quarter of an hour ago. */
const KEEP = 'private, max-age=900';

export function calendarRoutes({ calendar, event }: Pick<Links, 'calendar' | 'event'>): Hono {
  const app = new Hono();
  const route = (path: string, shape: RegExp, look: (key: string) => Promise<CalendarFile | null>, name: string) =>
    app.get(path, async (c) => {
      const key = shape.exec(c.req.param('file') ?? '')?.[1];
      const found = key === undefined ? null : await look(key);
      return found ? shown(c, found, name) : nothing(c);
    });
  route('/calendar/:file', CODE, calendar, 'mentoring.ics');
  // Opened and kept, not subscribed to: a file to save.
  route('/event/:file', TOKEN, event, 'gathering.ics');
  return app;
}

function shown(c: Context, file: CalendarFile, name: string): Response {
  const text = icsOf(file);
  // Of all that is in it: the file names no moment of its own making.
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  c.header('Cache-Control', KEEP);
  c.header('ETag', tag);
  if (c.req.header('If-None-Match') === tag) return c.body(null, 304);
  c.header('Content-Type', 'text/calendar; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return c.body(text);
}

/** The same words for what never was, is no more, or is somebody else's. */
function nothing(c: Context): Response {
  c.header('Cache-Control', 'no-store');
  const language = languageOf(c.req.header('Accept-Language'), 'en');
  return c.text(`${words(say('passes.page.nothing'), language)}. ${words(say('passes.page.nothing.text'), language)}`, 404);
}
