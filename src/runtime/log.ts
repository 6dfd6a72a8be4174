// The log: static events with ids, never names or texts, and no secret in any form.

import { type DestinationStream, pino } from 'pino';
import { BotError } from '../fault.ts';
import type { Log, LogFields } from '../ports.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** An id, a name of ours, a fault code: one word. Whatever is more than that might be somebody's. */
const WORD = /^[\w.:/=-]{0,128}$/;

export interface Logging {
  readonly level: LogLevel;
  /** Values that are blotted out wherever they appear, plain or in base64. */
  readonly secrets?: readonly string[];
  readonly to?: DestinationStream;
}

export function logOf({ level, secrets = [], to = process.stdout }: Logging): Log {
  const writer = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, scrubbing(to, secrets));
  return {
    info: (event, fields) => writer.info(words(fields), event),
    warn: (event, fields) => writer.warn(words(fields), event),
    error: (event, fields, cause) => writer.error({ ...words(fields), ...(cause === undefined ? {} : { fault: faultOf(cause) }) }, event),
  };
}

function words(fields: LogFields = {}): LogFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' && !WORD.test(value) ? '[withheld]' : value]));
}

/** What kind of fault and where. Messages are kept of our own faults alone: those of libraries quote what people wrote. */
function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' && WORD.test(error.code) ? error.code : undefined;
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: error.name,
    ...(code === undefined ? {} : { code }),
    ...databaseCode(error),
    ...(error instanceof BotError ? { message: messageOf(error) } : {}),
    at: at.slice(0, 8).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: faultOf(error.cause) }),
  };
}

/** What the database said, as its driver hides it: `53100` is a full disk. */
function databaseCode(error: Error): object {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } } };
  const said = meta?.driverAdapterError?.cause?.originalCode;
  return typeof said === 'string' && WORD.test(said) ? { database: said } : {};
}

/** An unknown name came from outside, whatever it is; all other messages of ours are fixed. */
function messageOf(error: BotError): string {
  return error.code.startsWith('unknown-') && !WORD.test(error.message) ? '[withheld]' : error.message;
}

function scrubbing(to: DestinationStream, secrets: readonly string[]): DestinationStream {
  const forms = secrets.filter((secret) => secret.length > 0).flatMap(formsOf);
  return { write: (line: string) => to.write(forms.reduce((text, form) => text.replaceAll(form, '[secret]'), line)) };
}

/** A secret as it is, as JSON writes it, and in both base64 alphabets at each of the three places where it can begin. */
function formsOf(secret: string): string[] {
  const forms = new Set([secret, JSON.stringify(secret).slice(1, -1)]);
  for (const pad of [0, 1, 2]) {
    const bytes = Buffer.concat([Buffer.alloc(pad), Buffer.from(secret)]);
    // Only whole groups that hold nothing but the secret look the same wherever it stands.
    const from = pad === 0 ? 0 : 4;
    const until = Math.floor(bytes.length / 3) * 4;
    for (const alphabet of ['base64', 'base64url'] as const) {
      const form = bytes.toString(alphabet).slice(from, until);
      if (form.length >= 8) forms.add(form);
    }
  }
  return [...forms].sort((a, b) => b.length - a.length);
}
