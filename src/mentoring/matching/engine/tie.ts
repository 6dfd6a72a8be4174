// Of equally good matchings one, the same whatever order people came in and favouring nobody: the least sum of hashes of the two.

import type { Market } from './market.ts';

/** The longest hash, and the most bits that sums along a chain through everybody may have. */
const BITS = 36;
const ROOM = 51;

/** For each pair a hash of its two people, as long as sums over so many people allow. */
export function tieOf({ mentees, mentor, menteeKey, mentorKey }: Market): (pair: number, mentee: number) => number {
  const bits = Math.min(BITS, ROOM - Math.ceil(Math.log2(mentees + 4)));
  const high = 2 ** (bits - 32);
  return (pair, mentee) => {
    const theirs = mentorKey[mentor[pair] as number] as number;
    const low = mix((menteeKey[mentee] as number) ^ mix(theirs + 0x9e3779b9));
    return low + 2 ** 32 * Math.floor((mix(low ^ theirs) / 2 ** 32) * high);
  };
}

/** Every bit in, every bit out (the finalizer of MurmurHash3). */
function mix(bits: number): number {
  let x = bits | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A person's key: every letter of the id counts. */
export function keyOf(id: string): number {
  let key = id.length;
  for (let at = 0; at < id.length; at++) key = mix(key ^ id.charCodeAt(at)) + at;
  return mix(key);
}
