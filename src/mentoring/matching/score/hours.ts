// When two people are free at the same time, wherever they live: the half-hours of the world's week as bits (C19).

import { instantAt, plusDays } from '../../calendar/index.ts';
import { type Civil, HOUR } from '../../../time.ts';
import type { Slot } from '../../orientation/participation.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEK = 7 * 48;
const WORDS = Math.ceil(WEEK / 32);
/** Where clocks are put forth and back, they stand the other way half a year later. */
const HALF_A_YEAR = 182;

export interface Hours {
  /** A week at the start, and one after the next change of clocks. */
  readonly seasons: readonly [Int32Array, Int32Array];
  /** By how many half-hours clocks are put forth meanwhile. */
  readonly shift: number;
}

export function hoursOf(slots: readonly Slot[], timeZone: string, startsOn: Civil): Hours {
  const east = (day: Civil) => (instantAt(day, 12, 'UTC') - instantAt(day, 12, timeZone)) / (HOUR / 2);
  const [now, later] = [east(startsOn), east(plusDays(startsOn, HALF_A_YEAR))];
  return { seasons: [weekOf(slots, now), weekOf(slots, later)], shift: Math.round(later) - Math.round(now) };
}

function weekOf(slots: readonly Slot[], east: number): Int32Array {
  const bits = new Int32Array(WORDS);
  for (const slot of slots) for (const at of halfHours(slot, east)) bits[at >> 5] = (bits[at >> 5] as number) | (1 << (at & 31));
  return bits;
}

/** Half-hours a week in common, in the season in which they are fewer: where both put their clocks forth alike, either will do. */
export function inCommon(mine: Hours, theirs: Hours): number {
  const now = bitsInBoth(mine.seasons[0], theirs.seasons[0]);
  return mine.shift === theirs.shift ? now : Math.min(now, bitsInBoth(mine.seasons[1], theirs.seasons[1]));
}

function bitsInBoth(a: Int32Array, b: Int32Array): number {
  let count = 0;
  for (let at = 0; at < WORDS; at++) {
    const mine = a[at] as number;
    if (mine !== 0) count += ones(mine & (b[at] as number));
  }
  return count;
}

/** How many bits of 32 are set. */
export function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function halfHours(slot: Slot, eastOfUtc: number): number[] {
  const [day = '', half] = slot.split('-');
  const days = slot === 'evenings' ? [0, 1, 2, 3, 4] : slot === 'weekends' ? [5, 6] : [DAYS.indexOf(day)];
  const [from, until] = slot === 'evenings' ? [17, 21] : slot === 'weekends' ? [9, 18] : half === 'am' ? [8, 12] : [12, 17];
  return days.flatMap((index) => Array.from({ length: 2 * (until - from) }, (_, at) => (2 * WEEK + index * 48 + from * 2 + at - Math.round(eastOfUtc)) % WEEK));
}
