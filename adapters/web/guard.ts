// Who may reach the playground: this computer's own browser, from the playground's own pages.

import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A forged name that leads here (DNS rebinding) is turned away by its Host header. */
export function isLoopback(host: string | undefined): boolean {
  return LOOPBACK.has((host ?? '').toLowerCase().replace(/:\d{1,5}$/, ''));
}

export function guard(app: Hono): void {
  app.use(async (c, next) => {
    if (!isLoopback(c.req.header('host'))) return c.text('This playground answers to localhost only.', 421);
    await next();
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: false,
    }),
  );
  app.use(csrf());
  // A pasted list of people is the largest thing that anybody sends.
  app.use(bodyLimit({ maxSize: 1_000_000 }));
}
