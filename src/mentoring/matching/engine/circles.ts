// Circles: peers in groups of three to five, everyone of whom fits with everyone else. Same people, same circles, in whatever order they come.

import { circlesByEnumeration } from './circles-exact.ts';
import { circlesBySearch } from './circles-search.ts';
import { meanOf, type Table } from './circles-table.ts';

export interface Gathering {
  /** Ids; who is named twice is one person. */
  readonly people: readonly string[];
  /** Whole permille, the same both ways; -1: never in one circle. */
  readonly fit: (one: string, other: string) => number;
  /** How many in a circle; one more or fewer is allowed, from three to five. */
  readonly size: number;
  /** Another number, other chance: for more than twelve people it may find other circles. */
  readonly seed?: number;
}

export interface Circles {
  /** Ids in order, in each circle and by its first one. */
  readonly circles: readonly (readonly string[])[];
  /** Who is in no circle, in order. */
  readonly left: readonly string[];
  /** The mean fit in the worst circle, in permille; 0 without circles. */
  readonly floor: number;
  /** The sum over all people in circles of the mean fit in theirs, in permille. */
  readonly sum: number;
  /** Whether nothing better can exist. */
  readonly exact: boolean;
}

const EXACT = 12;

/**
 * Of all ways: as many people placed as possible; then circles as near to the size asked for as possible; then the best
 * worst circle; then the best sum. Proven for up to twelve people, found by a search with a fixed budget beyond.
 */
export function circlesOf({ people, fit, size, seed = 0 }: Gathering): Circles {
  const wanted = Math.min(5, Math.max(3, Math.round(size)));
  const least = Math.max(3, wanted - 1);
  const ids = [...new Set(people)].sort();
  const some = sociable(ids, fit, least);
  const table: Table = { people: some.length, fit: tableOf(some, fit), size: wanted, least, most: Math.min(5, wanted + 1) };
  const exact = some.length <= EXACT;
  const groups = exact ? circlesByEnumeration(table) : circlesBySearch(table, hash(some.join('\n'), seed));
  const circles = groups.map((group) => [...group].sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const means = circles.map((circle) => meanOf(table, circle));
  const placed = new Set(circles.flat().map((person) => some[person]));
  return {
    circles: circles.map((circle) => circle.flatMap((person) => some[person] ?? [])),
    left: ids.filter((id) => !placed.has(id)),
    floor: means.length === 0 ? 0 : Math.min(...means) / 30,
    sum: means.reduce((sum, mean, index) => sum + mean * (circles[index]?.length ?? 0), 0) / 30,
    exact,
  };
}

/** Without those who, however often we look again, fit with too few of the rest to be in any circle. */
function sociable(ids: readonly string[], fit: Gathering['fit'], least: number): readonly string[] {
  const some = ids.filter((id) => ids.filter((other) => other !== id && fitOf(fit, id, other) >= 0).length >= least - 1);
  return some.length === ids.length ? some : sociable(some, fit, least);
}

function tableOf(ids: readonly string[], fit: Gathering['fit']): Int32Array {
  return Int32Array.from({ length: ids.length ** 2 }, (_, cell) => {
    const [one, other] = [ids[Math.floor(cell / ids.length)], ids[cell % ids.length]];
    return one === undefined || other === undefined || one === other ? -1 : fitOf(fit, one, other);
  });
}

/** Asked one way round only, so that a table that is not quite symmetric cannot bring an order in. */
function fitOf(fit: Gathering['fit'], one: string, other: string): number {
  return one < other ? fit(one, other) : fit(other, one);
}

/** FNV-1a. */
function hash(words: string, seed: number): number {
  let mixed = 0x811c9dc5 ^ seed;
  for (let i = 0; i < words.length; i++) mixed = Math.imul(mixed ^ words.charCodeAt(i), 0x01000193);
  return mixed >>> 0;
}
