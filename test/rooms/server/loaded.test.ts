// Whoever does not meet a platform does not load its libraries.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../support/postgres.ts';

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));
const NOTING = fileURLToPath(new URL('../../support/noting-modules.mjs', import.meta.url));

const GUID = '00000000-0000-4000-8000-000000000001';
const SLACK = { SLACK_SIGNING_SECRET: '0'.repeat(32), SLACK_CLIENT_ID: '1.1', SLACK_CLIENT_SECRET: '0'.repeat(32), PUBLIC_URL: 'https://example.org' };
const TEAMS = { TEAMS_APP_ID: GUID, TEAMS_TENANT_ID: GUID, TEAMS_APP_PASSWORD: 'a-secret-of-nobody' };

/** The packages that a program has loaded from its start to its end. */
async function loadedBy(environment: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const home = mkdtempSync(join(tmpdir(), 'mentor-cycle-loaded-'));
  const [port, list] = [await freePort(), join(home, 'loaded.txt')];
  const { PATH = '', SystemRoot = '' } = process.env;
  const child = spawn(process.execPath, ['--import', pathToFileURL(NOTING).href, MAIN], {
    cwd: home,
    env: { PATH, SystemRoot, PORT: String(port), LOG_LEVEL: 'error', LOADED: list, ...environment },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  try {
    await expect.poll(() => isReady(port), { timeout: 60_000 }).toBe(true);
    child.kill('SIGTERM');
    await ended;
    return readFileSync(list, 'utf8').split('\n');
  } finally {
    child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}

const ofTeams = (name: string) => /^(botbuilder|botframework|@microsoft\/|@azure\/|openai)/.test(name);
const ofSlack = (name: string) => name.startsWith('@slack/');

describe('a program', () => {
  it('that meets Slack alone loads nothing of Teams', async () => {
    const loaded = await loadedBy(SLACK);
    expect(loaded.filter(ofTeams)).toEqual([]);
    expect(loaded).toContain('@slack/bolt');
  });

  it('that meets Teams alone loads nothing of Slack', async () => {
    const loaded = await loadedBy(TEAMS);
    expect(loaded.filter(ofSlack)).toEqual([]);
    expect(loaded).toContain('botbuilder');
    // What the library brings for talking to models stays on the disk.
    expect(loaded).not.toContain('openai');
  });
});
