// What an address ends in. Whoever has a calendar's code sees it, so nobody may guess one; a sign-up code is typed from a
// poster as well, so it is short, and has no letters that look alike.

import { randomBytes } from 'node:crypto';
import { BotError } from '../../fault.ts';

/** Without 0 and o, 1, i and l, and without u, which makes words of them. */
const LETTERS = '23456789abcdefghjkmnpqrstvwxyz';

/** 128 bits: at a thousand guesses a second, a billion calendars would be safe for longer than the sun will shine. */
export function calendarCode(): string {
  return randomBytes(16).toString('hex');
}

/**
 * 30^10 = 5.9e14 codes: with a thousand pages up, at a thousand guesses a second, one is found in about twenty years. It
 * would show what hangs on a wall anyway.
 */
export function joinCode(): string {
  // Bytes beyond the last whole multiple of 30 are thrown away: otherwise some letters would come more often.
  const fair = Math.floor(256 / LETTERS.length) * LETTERS.length;
  const letters = [...randomBytes(64)].filter((byte) => byte < fair).map((byte) => LETTERS.charAt(byte % LETTERS.length));
  if (letters.length < JOIN_LENGTH) throw new BotError('bug', 'no chance in 64 random bytes');
  return letters.slice(0, JOIN_LENGTH).join('');
}

const JOIN_LENGTH = 10;
