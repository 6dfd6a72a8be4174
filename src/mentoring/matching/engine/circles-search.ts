// Circles of more people than can be enumerated: chance moves that cool down, then only those that make it better.

import { apply, type Change, changeOf, copyInto, type Groups, groupsOf, meanOfGroup } from './circles-groups.ts';
import type { Table } from './circles-table.ts';

/** Moves and swaps tried in all, and per person where there are many. */
const BUDGET = 400_000;
const EACH = 4_000;
const HOT = 3;
const COLD = 0.003;

/** What counts as much as one person without any fit: somebody in no circle as eight, one more or fewer than asked for as two. */
const LEFT = 8;
const OFF = 2;

export function circlesBySearch(table: Table, seed: number): readonly (readonly number[])[] {
  const groups = groupsOf(table);
  const chance = chanceFrom(seed);
  cool(groups, chance, Math.max(BUDGET, EACH * table.people));
  settle(groups);
  return Array.from(groups.count, (count, group) => [...groups.members.subarray(group * 5, group * 5 + count)]).filter(({ length }) => length >= table.least);
}

/** Ends at the best state seen. A worse one is taken with a chance that falls from state to state, so that it does not stay in the first dead end. */
function cool(groups: Groups, chance: () => number, tries: number): void {
  const { people } = groups.table;
  const best = groupsOf(groups.table);
  const pick = () => Math.floor(chance() * people);
  let [cost, least] = [0, 0];
  let heat = HOT;
  const falls = (COLD / HOT) ** (1 / tries);
  for (let t = 0; t < tries; t++, heat *= falls) {
    const other = pick();
    const kind = chance();
    // A random group is mostly an empty one: the way out of a circle for somebody whom nobody can be swapped with.
    const change = changeOf(groups, pick(), kind < 0.1 ? other : (groups.home[other] as number), kind < 0.5 ? -1 : other);
    if (change === null) continue;
    const worse = costAfter(groups.table, change) - costBefore(groups, change);
    if (worse > 0 && chance() >= Math.exp(-worse / heat)) continue;
    apply(groups, change);
    cost += worse;
    if (cost > least - 1e-9) continue;
    least = cost;
    copyInto(best, groups);
  }
  copyInto(groups, best);
}

function costBefore({ table, count, fits }: Groups, { from, to }: Change): number {
  return costOf(table, count[from] as number, fits[from] as number) + costOf(table, count[to] as number, fits[to] as number);
}

function costAfter(table: Table, { fromCount, fromFits, toCount, toFits }: Change): number {
  return costOf(table, fromCount, fromFits) + costOf(table, toCount, toFits);
}

/** The shortfall of the fit is squared twice, so that the weakest circles count most; of the waiting rooms the fuller ones are nearer to being circles. */
function costOf(table: Table, count: number, fits: number): number {
  if (count < table.least) return LEFT * count - count ** 2;
  const squared = (1 - meanOfGroup(table, count, fits) / 30_000) ** 2;
  return OFF * Math.abs(count - table.size) + count * squared * squared;
}

/** Every move and swap in turn, until none makes the aim itself better: more placed, nearer the size, a better worst circle, a better sum. */
function settle(groups: Groups): void {
  const { people } = groups.table;
  for (let better = true; better; ) {
    better = false;
    let floor = worstOf(groups);
    for (let person = 0; person < people; person++) {
      for (let other = 0; other < 2 * people; other++) {
        const change = other < people ? changeOf(groups, person, groups.home[other] as number, other) : changeOf(groups, person, other - people, -1);
        if (change === null || !improves(groups, change, floor)) continue;
        apply(groups, change);
        floor = worstOf(groups);
        better = true;
      }
    }
  }
}

function improves({ table, count, fits }: Groups, change: Change, floor: number): boolean {
  const { from, to, fromCount, toCount, fromFits, toFits } = change;
  const before = shapeOf(table, count[from] as number) + shapeOf(table, count[to] as number);
  const after = shapeOf(table, fromCount) + shapeOf(table, toCount);
  if (after !== before) return after < before;
  const means = [meanOfGroup(table, count[from] as number, fits[from] as number), meanOfGroup(table, count[to] as number, fits[to] as number)] as const;
  const next = [meanOfGroup(table, fromCount, fromFits), meanOfGroup(table, toCount, toFits)] as const;
  if (Math.min(...next) < floor) return false;
  const weakest = next.filter((mean) => mean === floor).length - means.filter((mean) => mean === floor).length;
  if (weakest !== 0) return weakest < 0;
  return (
    worthOf(table, fromCount, next[0]) + worthOf(table, toCount, next[1]) >
    worthOf(table, count[from] as number, means[0]) + worthOf(table, count[to] as number, means[1])
  );
}

function shapeOf({ least, size }: Table, count: number): number {
  return count < least ? 64 * count : Math.abs(count - size);
}

function worthOf({ least }: Table, count: number, mean: number): number {
  return count < least ? 0 : count * mean;
}

function worstOf({ table, count, fits }: Groups): number {
  return count.reduce((worst, size, group) => Math.min(worst, meanOfGroup(table, size, fits[group] as number)), Number.MAX_SAFE_INTEGER);
}

/** Mulberry32: the same numbers from the same seed, on every machine. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
