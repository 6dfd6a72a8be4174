// The one HTTP server: health for those who watch, and whatever the adapters bring. It stops without cutting anybody off.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Log } from '../../ports.ts';
import type { Health } from './health.ts';

export interface Serving {
  readonly host: string;
  readonly port: number;
  readonly version: string;
  readonly health: Health;
  /** The adapters' own pages and hooks, at the root. */
  readonly site?: Hono;
  readonly log: Log;
}

export interface Running {
  readonly url: string;
  /** Takes no new requests, finishes those at hand within `withinMs`, and ends streams. */
  stop(withinMs?: number): Promise<void>;
}

export async function serve(serving: Serving): Promise<Running> {
  const { log, health } = serving;
  const app = new Hono();
  const atHand = new Set<object>();
  app.use(async (c, next) => {
    atHand.add(c);
    await next().finally(() => atHand.delete(c));
  });
  app.get('/healthz', (c) => c.json({ ok: true, version: serving.version }));
  app.get('/readyz', async (c) => {
    const found = await health();
    return c.json(found, found.ready ? 200 : 503);
  });
  if (serving.site) app.route('/', serving.site);
  app.onError((error, c) => {
    log.error('server.fault', { method: c.req.method }, error);
    return c.text('Something went wrong on our side. Nothing was changed.', 500);
  });

  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // A client that sends its request drop by drop does not hold a connection for ever. One that is idle is kept for longer
  // than proxies keep theirs: a request must not meet a connection that is just being closed.
  Object.assign(server, { requestTimeout: 20_000, headersTimeout: 10_000, keepAliveTimeout: 75_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(serving.port, serving.host, () => resolve());
  });
  const { address, port, family } = server.address() as AddressInfo;
  const host = address === '127.0.0.1' || address === '::1' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;

  async function end(withinMs: number): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const until = performance.now() + withinMs;
    while (atHand.size > 0 && performance.now() < until) await pause(20);
    // What is answered now is on its way; what remains are streams, which have no end of their own.
    await Promise.race([closed, pause(250)]);
    server.closeAllConnections();
    await closed;
  }

  let ending: Promise<void> | null = null;
  return { url: `http://${host}:${port}`, stop: (withinMs = 5000) => (ending ??= end(withinMs)) };
}
