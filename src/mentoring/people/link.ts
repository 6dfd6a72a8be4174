// A code by which somebody shows that an account elsewhere is theirs too: made in one place, typed in the other, confirmed in both.

import { createHash } from 'node:crypto';
import type { Ids } from '../../ports.ts';
import { DAY, type Instant, MINUTE } from '../../time.ts';

/** `claimed`: typed and confirmed in the other account, and waiting for the first one's word. All that follows is the end of it. */
export type LinkState = 'open' | 'claimed' | 'joined' | 'refused' | 'impossible';

export interface Link {
  readonly id: string;
  /** Who made it; of accounts that have become one, whose they are. */
  readonly personId: string;
  /** Where it was made, and where the last word is asked for. */
  readonly accountId: string;
  /** The code, hashed. */
  readonly code: string;
  readonly state: LinkState;
  /** The account in which it was typed and confirmed. */
  readonly claimedBy: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** How long a code can be typed. */
export const CODE_LIFE = 15 * MINUTE;
/** How long the first account may think about it. */
export const ANSWER_LIFE = DAY;

/** Crockford's base 32: no two letters look alike, and those that are left out are read as what they look like. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
const LOOKS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** Forty bits that nobody can guess: an id that stands nowhere else, hashed. */
export function newCode(ids: Ids): string {
  let bits = createHash('sha256').update(`link:${ids.next()}`).digest().readUIntBE(0, 5);
  let code = '';
  for (; code.length < LENGTH; bits = Math.floor(bits / LETTERS.length)) code = LETTERS.charAt(bits % LETTERS.length) + code;
  return code;
}

/** `ABCD-EFGH`, as it is shown. */
export function grouped(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** The code that somebody typed, however they wrote it; `null` for what can be none. */
export function codeIn(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const code = letters.replace(/[OIL]/g, (letter) => LOOKS[letter] ?? letter);
  return code.length === LENGTH && !code.includes('U') ? code : null;
}

/** What is kept of a code. */
export function hashed(code: string, tenantId: string): string {
  return createHash('sha256').update(`${tenantId}:${code}`).digest('base64url');
}
