// The data directory of an embedded deployment: one process, nobody else's files, and a key that is never replaced.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { isFault } from '../../../src/fault.ts';
import { openDirectory } from '../../../src/runtime/data-directory.ts';
import { keysFrom } from '../../../src/runtime/keys.ts';

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

function home(): string {
  return join(mkdtempSync(join(tmpdir(), 'mentor-cycle-data-')), 'data');
}

function faultOf(work: () => unknown, code: 'directory-in-use' | 'config'): string {
  try {
    work();
  } catch (error) {
    if (isFault(error, code)) return (error as Error).message;
    throw error;
  }
  throw new Error('no fault');
}

/** Another process that has taken the directory. */
async function taken(path: string): Promise<ChildProcess> {
  const module = new URL('../../../src/runtime/data-directory.ts', import.meta.url).href;
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { openDirectory } from '${module}'; openDirectory('${path}'); console.log('taken'); setInterval(() => {}, 1000);`,
  ]);
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

it('refuses a second process, and says which one is there', async () => {
  const path = home();
  const child = await taken(path);
  expect(faultOf(() => openDirectory(path), 'directory-in-use')).toContain(`in use by process ${child.pid}`);
});

it('is free at once after a kill -9: there is no lock to grow old', async () => {
  const path = home();
  const child = await taken(path);
  child.kill('SIGKILL');
  await once(child, 'exit');
  openDirectory(path).release();
});

it('is free again after its release', () => {
  const path = home();
  openDirectory(path).release();
  openDirectory(path).release();
});

it('takes an empty directory, and no directory of somebody else', () => {
  const path = home();
  mkdirSync(path);
  openDirectory(path).release();
  const foreign = home();
  mkdirSync(foreign);
  writeFileSync(join(foreign, 'thesis.docx'), 'years of work');
  expect(faultOf(() => openDirectory(foreign, { fresh: true }), 'config')).toContain('DATA_DIR holds other files');
  expect(readdirSync(foreign)).toEqual(['thesis.docx']);
});

it('begins anew by throwing away its own files alone', () => {
  const path = home();
  const first = openDirectory(path);
  keysFrom([], first);
  mkdirSync(first.database);
  writeFileSync(join(first.database, 'rows'), 'x');
  writeFileSync(join(path, 'notes.txt'), 'mine');
  first.release();
  const second = openDirectory(path, { fresh: true });
  expect(second.empty).toBe(true);
  expect([existsSync(second.database), existsSync(second.key), readFileSync(join(path, 'notes.txt'), 'utf8')]).toEqual([false, false, 'mine']);
  second.release();
});

it('says when it can be neither made nor read', () => {
  const path = home();
  writeFileSync(path, 'a file');
  expect(faultOf(() => openDirectory(path), 'config')).toContain('DATA_DIR cannot be made or read');
});

it('makes a key for itself that nobody else may read, and keeps it', () => {
  const directory = openDirectory(home());
  const [made] = keysFrom([], directory);
  expect(made).toHaveLength(32);
  if (process.platform !== 'win32') expect(statSync(directory.key).mode & 0o777).toBe(0o600);
  mkdirSync(directory.database);
  expect(keysFrom([], { ...directory, empty: false })).toEqual([made]);
  directory.release();
});

it('does not make up a new key where there is a database already', () => {
  const directory = { ...openDirectory(home()), empty: false };
  expect(faultOf(() => keysFrom([], directory), 'config')).toContain('missing or damaged');
  writeFileSync(directory.key, 'bm90IGEga2V5');
  chmodSync(directory.key, 0o600);
  expect(faultOf(() => keysFrom([], directory), 'config')).toContain('missing or damaged');
  rmSync(directory.key);
  directory.release();
});

it('prefers the keys of the settings', () => {
  const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  expect(keysFrom(keys, null)).toEqual(keys);
  expect(faultOf(() => keysFrom([], null), 'config')).toContain('SECRET_KEY');
});
