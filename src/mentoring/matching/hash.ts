// Numbers and digests from words: the same on every machine, and no secret.

import { fold } from './summary/words.ts';

/** 53 bits, spread evenly (cyrb53). */
export function hashOf(words: string, seed = 0): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < words.length; i++) {
    const code = words.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

const SECOND = 0x9e3779b9;
/** 53 bits in base 36. */
const WIDTH = 11;

/** 106 bits in 22 letters and digits: no two states of a cohort share one by chance. */
export function longHashOf(words: string): string {
  return [0, SECOND].map((seed) => hashOf(words, seed).toString(36).padStart(WIDTH, '0')).join('');
}

/** What stands for an e-mail address, so that two can be compared where no address should be; empty for none. */
export function markOf(address: string | null): string {
  const plain = fold(address ?? '').replace(/^\s*mailto:|\s/g, '');
  return plain === '' ? '' : longHashOf(plain);
}
