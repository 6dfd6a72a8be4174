// Where people come without a chat: calendars, pictures and the way to sign up.

import { Hono } from 'hono';
import type { Links } from '../../src/links.ts';

export function linksApp(_links: Links): Hono {
  return new Hono();
}
