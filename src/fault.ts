// Faults are thrown; refusals are values (see bot/actions/outcome.ts).

export type FaultCode =
  | 'conflict' // somebody else changed the same thing meanwhile: run the transaction again
  | 'too-large' // more than can be worked out at once
  | 'sealed-unreadable'
  | 'directory-in-use'
  | 'config'
  | 'database'
  | 'unknown-template'
  | 'unknown-action'
  | 'bug';

export class BotError extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'BotError';
    this.code = code;
  }
}

export function isFault(error: unknown, code: FaultCode): boolean {
  return error instanceof BotError && error.code === code;
}
