// The directory of an embedded deployment: one process at a time, and nobody else's files.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BotError } from '../fault.ts';

export interface DataDirectory {
  readonly database: string;
  readonly key: string;
  /** True where nothing has been kept here yet. */
  readonly empty: boolean;
  release(): void;
}

/** Says whose directory it is; without it nothing here is touched. */
const MARK = 'mentor-cycle.txt';
const MARK_TEXT = 'Mentor Cycle keeps its data in this directory. Copy the whole of it to keep a backup, with the program stopped.\n';
const LOCK = 'lock';
const PID = 'lock.pid';
const DATABASE = 'database';
const KEY = 'secret.key';

/** Keeps the locks of this process from being collected as rubbish, and so let go. */
const held = new Set<DatabaseSync>();

/** Takes the directory for this process. `fresh` throws away what was kept in it. Faults: `directory-in-use`, `config`. */
export function openDirectory(path: string, { fresh = false } = {}): DataDirectory {
  make(path);
  const there = readdirSync(path);
  if (there.length > 0 && !there.includes(MARK))
    throw new BotError('config', 'DATA_DIR holds other files, and no data of Mentor Cycle: name an empty directory');
  if (there.length === 0) writeFileSync(join(path, MARK), MARK_TEXT);
  const release = lock(path);
  if (fresh) for (const name of [DATABASE, KEY]) rmSync(join(path, name), { recursive: true, force: true });
  return { database: join(path, DATABASE), key: join(path, KEY), empty: !readdirSync(path).includes(DATABASE), release };
}

function make(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    readdirSync(path);
  } catch (error) {
    throw new BotError('config', 'DATA_DIR cannot be made or read', error);
  }
}

/**
 * The embedded database has no lock of its own: two processes would quietly destroy each other's rows. SQLite's file
 * lock is the operating system's, so that it ends with the process, however that ends, and no time must pass.
 */
function lock(path: string): () => void {
  const file = new DatabaseSync(join(path, LOCK));
  try {
    file.exec('PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;');
  } catch (error) {
    file.close();
    throw new BotError('directory-in-use', `the data directory is in use${holder(path)}: stop that one first, or choose another DATA_DIR`, error);
  }
  held.add(file);
  writeFileSync(join(path, PID), String(process.pid));
  return () => {
    held.delete(file);
    rmSync(join(path, PID), { force: true });
    file.close();
  };
}

function holder(path: string): string {
  try {
    return ` by process ${Number.parseInt(readFileSync(join(path, PID), 'utf8'), 10)}`;
  } catch {
    return ' by another process';
  }
}
