// The program as it is started: on a directory of its own, once, again, after a kill, and with faulty settings.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, inject, it } from 'vitest';
import { databaseOn } from '../../support/postgres.ts';
import { SHORT_LIVED } from '../../support/short-lived.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'mentor-cycle-start-'));
const data = join(home, 'data');
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

interface Program {
  readonly child: ChildProcess;
  /** All that it has said. */
  said(): string;
  readonly ended: Promise<number | null>;
}

/** Run from a directory without an .env of its own. */
function run(environment: Record<string, string>, ...words: string[]): Program {
  const { PATH = '', SystemRoot = '' } = process.env;
  const env = { PATH, SystemRoot, NODE_COMPILE_CACHE: join(home, 'cache'), PORT: '0', ...environment };
  const child = spawn(process.execPath, [...SHORT_LIVED, join(ROOT, 'src/main.ts'), ...words], { cwd: home, env });
  children.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, said: () => text, ended };
}

async function urlOf(program: Program): Promise<string> {
  await expect.poll(() => program.said(), { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+/);
  return /http:\/\/localhost:\d+/.exec(program.said())?.[0] ?? '';
}

async function personAt(url: string): Promise<string | undefined> {
  return /data-person="([^"]+)"|name="who"[^>]*value="([^"]+)"/.exec(await (await fetch(url)).text())?.[0];
}

it('opens the playground with no settings, is found by nobody else, and keeps all through kill -9', { timeout: 180_000 }, async () => {
  const first = run({ DATA_DIR: data });
  const url = await urlOf(first);
  expect(first.said()).toContain('This is the playground');
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 20_000 }).toBe(200);
  const somebody = await personAt(url);

  const second = run({ DATA_DIR: data });
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`in use by process ${first.child.pid}`);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);

  first.child.kill('SIGKILL');
  await first.ended;
  const again = run({ DATA_DIR: data });
  const next = await urlOf(again);
  expect(await personAt(next)).toBe(somebody);

  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
});

it('finishes what is at hand on a signal, and ends at once on the second', { timeout: 180_000 }, async () => {
  const program = run({ DATA_DIR: data });
  const { port } = new URL(await urlOf(program));
  // A request that will never be whole.
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    `POST / HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ndo=`,
  );
  await expect.poll(async () => (await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  program.child.kill('SIGTERM');
  await expect
    .poll(
      () =>
        fetch(`http://localhost:${port}/healthz`).then(
          () => 'there',
          () => 'gone',
        ),
      { timeout: 10_000 },
    )
    .toBe('gone');
  expect(program.child.exitCode).toBeNull();
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(1);
  socket.destroy();
});

it('begins anew when asked to, with another key', { timeout: 180_000 }, async () => {
  const before = readFileSync(join(data, 'secret.key'), 'utf8');
  const fresh = run({ DATA_DIR: data }, '--fresh');
  await urlOf(fresh);
  expect(readFileSync(join(data, 'secret.key'), 'utf8')).not.toBe(before);
  fresh.child.kill('SIGINT');
  expect(await fresh.ended).toBe(0);
});

it('does not empty what is not ours', async () => {
  const foreign = run({ DATA_DIR: ROOT }, '--fresh');
  expect(await foreign.ended).toBe(1);
  expect(foreign.said()).toContain('DATA_DIR holds other files');
  expect(existsSync(join(ROOT, 'package.json'))).toBe(true);
  const server = run({ DATABASE_URL: 'postgres://localhost/mentor', SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }, '--fresh');
  expect(await server.ended).toBe(1);
  expect(server.said()).toContain('is yours to empty');
});

it('refuses to start on faulty settings, and names them without their values', async () => {
  const faulty = run({ SECRET_KEY: 'hunter2', LOG_LEVEL: 'loud', SLACK_BOT_TOKEN: 'xoxb-123' });
  expect(await faulty.ended).toBe(1);
  for (const name of ['SECRET_KEY must', 'LOG_LEVEL must', 'SLACK_BOT_TOKEN needs']) expect(faulty.said()).toContain(name);
  for (const value of ['hunter2', 'loud', 'xoxb']) expect(faulty.said()).not.toContain(value);
});

it('starts several processes on one empty server at the same moment', { timeout: 180_000 }, async () => {
  const environment = { DATABASE_URL: await databaseOn(inject('postgresUrl')), SECRET_KEY: Buffer.alloc(32, 7).toString('base64') };
  const programs = [run(environment), run(environment)];
  const urls = await Promise.all(programs.map(urlOf));
  for (const url of urls) await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 20_000 }).toBe(200);
  expect(await personAt(urls[0] ?? '')).toBe(await personAt(urls[1] ?? ''));
  for (const program of programs) program.child.kill('SIGTERM');
  expect(await Promise.all(programs.map((program) => program.ended))).toEqual([0, 0]);
});
