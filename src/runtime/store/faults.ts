// Which errors of the database mean "somebody else was faster: run it again".

import { BotError } from '../../fault.ts';

/** Unique violation, a person who is gone or has something new, serialization failure, deadlock. */
const AGAIN = new Set(['23505', '23503', '40001', '40P01', 'P2002', 'P2003', 'P2034']);

/** A `conflict` where running again helps, otherwise the error as it was. */
export function conflictFrom(error: unknown): unknown {
  return codesOf(error).some((code) => AGAIN.has(code)) ? new BotError('conflict', 'somebody else was faster', error) : error;
}

/** The codes of an error, of what caused it, and of what the driver said. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const found: string[] = [];
  for (const name of ['code', 'originalCode'] as const) {
    const code = (error as Record<string, unknown>)[name];
    if (typeof code === 'string') found.push(code);
  }
  for (const name of ['meta', 'driverAdapterError', 'cause'] as const) found.push(...codesOf((error as Record<string, unknown>)[name], depth + 1));
  return found;
}
