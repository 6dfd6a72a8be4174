// Where people come without a chat: calendars, pictures and the way to sign up. Whoever has an address may open it, so that
// none is told on, kept by others or found by searching.

import { Hono } from 'hono';
import type { Links } from '../../src/links.ts';
import { calendarRoutes } from './calendar.ts';
import { joinRoutes } from './join.ts';
import { pictureRoutes } from './picture.ts';

const PATHS = ['/picture/*', '/event/*', '/calendar/*', '/join/*'];
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

export function linksApp(links: Links): Hono {
  const app = new Hono();
  for (const path of PATHS) {
    app.use(path, async (c, next) => {
      for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
      await next();
    });
  }
  for (const routes of [pictureRoutes(links), calendarRoutes(links), joinRoutes(links)]) app.route('/', routes);
  return app;
}
