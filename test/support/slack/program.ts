// The program itself as an operator starts it: main.ts in a process of its own, on a PostgreSQL, over HTTP or a socket.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PATHS } from '../../../adapters/slack/settings.ts';
import type { Environment } from '../../../src/config.ts';
import { freePort } from '../postgres.ts';
import { SHORT_LIVED } from '../short-lived.ts';
import { LOCAL } from './local-slack.ts';

export interface Program {
  readonly child: ChildProcess;
  readonly url: string;
  /** Where Slack's requests arrive. */
  readonly events: string;
  /** Its exit code; `null` where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** All that it has said. */
  said(): string;
}

export interface Starting {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly key: Buffer;
  readonly via?: 'http' | 'socket';
  readonly environment?: Environment;
  /** Flags of node. */
  readonly flags?: readonly string[];
}

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));

/** Resolves when it is ready; throws with its last words where it ends instead. */
export async function startProgram(starting: Starting): Promise<Program> {
  const port = await freePort();
  // From a folder that has no .env.
  const child = spawn(process.execPath, [...SHORT_LIVED, ...(starting.flags ?? []), MAIN], {
    cwd: tmpdir(),
    env: environmentOf(starting, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (words += part));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the program ended at its start: ${words}`);
    await pause(25);
  }
  return { child, url, events: `${url}${PATHS.events}`, ended, said: () => words };
}

/** Whether the program takes people in: not before it is ready, and not while it stops. */
async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

function environmentOf({ apiUrl, databaseUrl, key, via = 'http', environment }: Starting, port: number): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, NODE_COMPILE_CACHE } = process.env;
  return {
    ...{ PATH, SystemRoot, NODE_COMPILE_CACHE, PORT: String(port), DATABASE_URL: databaseUrl, SECRET_KEY: key.toString('base64'), LOG_LEVEL: 'warn' },
    ...{ SLACK_API_URL: apiUrl, SLACK_BOT_TOKEN: LOCAL.botToken, RATE_SHARE: '1' },
    ...(via === 'socket' ? { SLACK_APP_TOKEN: LOCAL.appToken } : { SLACK_SIGNING_SECRET: LOCAL.signingSecret }),
    ...environment,
  };
}
