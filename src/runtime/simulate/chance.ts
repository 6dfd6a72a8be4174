// Chance that can be had again: the same seed gives the same story, byte for byte.

export interface Chance {
  /** From 0 up to, and without, 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** Whether something happens that happens with this share. */
  yes(share: number): boolean;
  pick<T>(among: readonly [T, ...T[]]): T;
  shuffled<T>(all: readonly T[]): T[];
}

/** A stream of its own for each purpose, so that what one person does changes nobody else's luck. */
export function chanceOf(...seed: readonly (string | number)[]): Chance {
  let state = hashOf(seed.join('/'));
  // Mulberry32: 32 bits of state are plenty for stories.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    yes: (share) => next() < share,
    pick: (among) => among[whole(0, among.length - 1)] ?? among[0],
    shuffled(all) {
      const order = [...all];
      for (let at = order.length - 1; at > 0; at--) {
        const other = whole(0, at);
        [order[at], order[other]] = [order[other] as (typeof order)[number], order[at] as (typeof order)[number]];
      }
      return order;
    },
  };
}

/** FNV-1a, then stirred, so that seeds that differ in a letter do not begin alike. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
