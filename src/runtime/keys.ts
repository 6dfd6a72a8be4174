// The keys that seal: from the settings, or from a file that an embedded deployment makes for itself.

import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { BotError } from '../fault.ts';
import type { DataDirectory } from './data-directory.ts';

export type Keys = readonly [Buffer, ...Buffer[]];

export function keysFrom(given: readonly Buffer[], directory: DataDirectory | null): Keys {
  const [first, ...rest] = given;
  if (first) return [first, ...rest];
  if (!directory) throw new BotError('config', 'SECRET_KEY is needed with DATABASE_URL');
  return [directory.empty ? made(directory.key) : kept(directory.key)];
}

/** Of the first key alone: whoever has the secret cannot open what the key has sealed. */
export function secretFrom([key]: Keys, purpose: string): string {
  return createHmac('sha256', key).update(purpose).digest('base64url');
}

/** Complete or not there at all: a key that was half written would make a whole database unreadable. */
function made(path: string): Buffer {
  const key = randomBytes(32);
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeSync(file, `${key.toString('base64')}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
  return key;
}

/** A database whose key is gone is not given a new one: what is sealed in it would be lost without a word. */
function kept(path: string): Buffer {
  const key = Buffer.from(contentOf(path), 'base64');
  if (key.length !== 32) throw new BotError('config', 'the key file of the data directory is missing or damaged: put it back, or give SECRET_KEY');
  return key;
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
