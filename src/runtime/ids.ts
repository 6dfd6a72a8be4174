// Ids of 128 bits that sort by time of making: 48 bits of time, 16 of order within a millisecond, 64 random.

import { randomBytes } from 'node:crypto';
import type { Clock, Ids } from '../ports.ts';

/** Crockford's base 32, in lower case: it sorts as its bits do, in every collation, and has no look-alikes. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;

export function idsOf(clock: Clock): Ids {
  let time = 0;
  let order = 0;

  return {
    next() {
      const now = clock.now();
      const random = randomBytes(10);
      // The order starts in the lower half, so that 32,768 ids at least fit into a millisecond.
      if (now > time) [time, order] = [now, random.readUInt16BE(8) & 0x7fff];
      // A clock that went back, or a full millisecond, does not put new ids before old ones.
      else if (++order > 0xffff) [time, order] = [time + 1, 0];
      return lettersOf((BigInt(time) << 80n) | (BigInt(order) << 64n) | random.readBigUInt64BE(0));
    },
  };
}

function lettersOf(bits: bigint): string {
  let letters = '';
  for (let rest = bits; letters.length < LENGTH; rest >>= 5n) letters = LETTERS.charAt(Number(rest & 31n)) + letters;
  return letters;
}
