// The few files that the browser loads: our own and three small libraries, exactly as they come.

import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';

const SCRIPT = 'text/javascript; charset=utf-8';

const FILES: Readonly<Record<string, readonly [location: string, type: string]>> = {
  'app.js': ['./public/app.js', SCRIPT],
  'composer.js': ['./public/composer.js', SCRIPT],
  'dialogs.js': ['./public/dialogs.js', SCRIPT],
  'style.css': ['./public/style.css', 'text/css; charset=utf-8'],
  'ring.svg': ['./public/ring.svg', 'image/svg+xml'],
  'htmx.js': [import.meta.resolve('htmx.org/dist/htmx.min.js'), SCRIPT],
  'sse.js': [import.meta.resolve('htmx-ext-sse/dist/sse.min.js'), SCRIPT],
  'morph.js': [import.meta.resolve('idiomorph/dist/idiomorph-ext.min.js'), SCRIPT],
};

export function assets(app: Hono): void {
  const loaded = new Map(Object.entries(FILES).map(([name, [location, type]]) => [name, { body: readFileSync(new URL(location, import.meta.url)), type }]));
  app.get('/assets/:name', etag(), (c) => {
    const file = loaded.get(c.req.param('name'));
    if (!file) return c.notFound();
    return c.body(new Uint8Array(file.body), 200, { 'Content-Type': file.type, 'Cache-Control': 'no-cache' });
  });
  app.get('/favicon.ico', (c) => c.redirect('/assets/ring.svg', 301));
}
