// The server: health, faults that tell nothing, and a stop that cuts nobody off.

import { connect } from 'node:net';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { afterEach, expect, it } from 'vitest';
import type { Log } from '../../../src/ports.ts';
import type { Readiness } from '../../../src/runtime/server/health.ts';
import { type Running, serve } from '../../../src/runtime/server/server.ts';

const running: Running[] = [];
afterEach(async () => void (await Promise.all(running.splice(0).map((server) => server.stop()))));

const READY: Readiness = { ready: true, checks: { running: true, database: true, migrations: true, tick: true, messages: true } };

async function started(site: Hono, of: { health?: Readiness; log?: Log } = {}): Promise<Running> {
  const log: Log = of.log ?? { info() {}, warn() {}, error() {} };
  const server = await serve({ host: '127.0.0.1', port: 0, version: '1.2.3', health: async () => of.health ?? READY, site, log });
  running.push(server);
  return server;
}

it('says that it lives, and whether it can work', async () => {
  const well = await started(new Hono());
  expect(await (await fetch(`${well.url}/healthz`)).json()).toEqual({ ok: true, version: '1.2.3' });
  expect((await fetch(`${well.url}/readyz`)).status).toBe(200);
  const ill = await started(new Hono(), { health: { ready: false, checks: { ...READY.checks, tick: false } } });
  const answer = await fetch(`${ill.url}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false, checks: { ...READY.checks, tick: false } }]);
});

it('answers a fault without a word of what went wrong', async () => {
  const seen: unknown[] = [];
  const site = new Hono().get('/', () => {
    throw new Error('Anna Lind at line 4');
  });
  const server = await started(site, { log: { info() {}, warn() {}, error: (event, _, cause) => void seen.push(event, cause) } });
  const answer = await fetch(server.url);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('Anna');
  expect(seen[0]).toBe('server.fault');
});

it('finishes a request at hand before it stops, and takes no new one', async () => {
  const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
  const { promise: may, resolve: go } = Promise.withResolvers<void>();
  const site = new Hono().get('/', async (c) => {
    enter();
    await may;
    return c.text('done');
  });
  const server = await started(site);
  const answer = fetch(server.url);
  await entered;
  const stopped = server.stop();
  await expect(refused(server.url)).resolves.toBe(true);
  go();
  expect(await (await answer).text()).toBe('done');
  await stopped;
});

it('ends streams, which have no end of their own', async () => {
  const site = new Hono().get('/', (c) =>
    streamSSE(c, async (stream) => {
      await stream.writeSSE({ event: 'hello', data: '' });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
    }),
  );
  const server = await started(site);
  const answer = await fetch(server.url);
  const reader = answer.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('hello');
  await server.stop();
  await expect(refused(server.url)).resolves.toBe(true);
});

it('does not wait for a request that never ends', async () => {
  const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
  const site = new Hono().get('/', async () => {
    enter();
    return new Promise<Response>(() => {});
  });
  const server = await started(site);
  const answer = fetch(server.url).catch(() => 'cut off');
  await entered;
  await server.stop(50);
  expect(await answer).toBe('cut off');
});

it('says why it cannot listen', async () => {
  const first = await started(new Hono());
  const port = Number(new URL(first.url).port);
  await expect(serve({ host: '127.0.0.1', port, version: '1', health: async () => READY, log: { info() {}, warn() {}, error() {} } })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

function refused(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}
