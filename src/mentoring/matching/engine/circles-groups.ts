// People in groups, and what a move or a swap would change: the board on which circles are searched for.

import { THIRTIETHS, type Table } from './circles-table.ts';

/** Everyone is in one group; those too small to be a circle are waiting rooms. */
export interface Groups {
  readonly table: Table;
  readonly home: Int32Array;
  readonly count: Int32Array;
  /** Five slots for each group. */
  readonly members: Int32Array;
  /** Of each group, the sum of its fits. */
  readonly fits: Float64Array;
}

/** One person goes from one group to another, and another (or -1: nobody) the other way; the counts and fits of both afterwards. */
export interface Change {
  readonly person: number;
  readonly other: number;
  readonly from: number;
  readonly to: number;
  readonly fromCount: number;
  readonly toCount: number;
  readonly fromFits: number;
  readonly toFits: number;
}

export function groupsOf(table: Table): Groups {
  const people = table.people;
  return {
    table,
    home: Int32Array.from({ length: people }, (_, person) => person),
    count: new Int32Array(people).fill(1),
    members: Int32Array.from({ length: people * 5 }, (_, slot) => slot / 5),
    fits: new Float64Array(people),
  };
}

export function copyInto(into: Groups, from: Groups): void {
  into.home.set(from.home);
  into.count.set(from.count);
  into.members.set(from.members);
  into.fits.set(from.fits);
}

/** `null` where two who never fit would meet, or there is no room. */
export function changeOf(groups: Groups, person: number, to: number, other: number): Change | null {
  const { home, count, fits, table } = groups;
  const from = home[person] as number;
  const moved = other < 0 ? 1 : 0;
  if (from === to || (count[to] as number) + moved > table.most) return null;
  const gained = withAll(groups, person, to, other);
  const back = other < 0 ? 0 : withAll(groups, other, from, person);
  if (gained < 0 || back < 0) return null;
  const freed = other < 0 ? 0 : withAll(groups, other, to, other);
  return {
    ...{ person, other, from, to, fromCount: (count[from] as number) - moved, toCount: (count[to] as number) + moved },
    fromFits: (fits[from] as number) - withAll(groups, person, from, person) + back,
    toFits: (fits[to] as number) - freed + gained,
  };
}

export function apply(groups: Groups, { person, other, from, to, fromFits, toFits }: Change): void {
  if (other >= 0) take(groups, other, to);
  take(groups, person, from);
  put(groups, person, to);
  if (other >= 0) put(groups, other, from);
  groups.fits[from] = fromFits;
  groups.fits[to] = toFits;
}

/** In thirtieths of a permille. A waiting room is no circle, so nothing is better. */
export function meanOfGroup({ least }: Table, count: number, fits: number): number {
  return count < least ? Number.MAX_SAFE_INTEGER : fits * (THIRTIETHS[count] as number);
}

/** The sum of a person's fits with a group, one of them left out; -1 where somebody there never fits. */
function withAll({ table, count, members }: Groups, person: number, group: number, except: number): number {
  const row = person * table.people;
  let sum = 0;
  for (let slot = group * 5; slot < group * 5 + (count[group] as number); slot++) {
    const member = members[slot] as number;
    if (member === except) continue;
    const fit = table.fit[row + member] as number;
    if (fit < 0) return -1;
    sum += fit;
  }
  return sum;
}

function take({ count, members }: Groups, person: number, group: number): void {
  const last = group * 5 + (count[group] as number) - 1;
  let slot = group * 5;
  while (members[slot] !== person) slot++;
  members[slot] = members[last] as number;
  count[group] = (count[group] as number) - 1;
}

function put({ count, members, home }: Groups, person: number, group: number): void {
  members[group * 5 + (count[group] as number)] = person;
  count[group] = (count[group] as number) + 1;
  home[person] = group;
}
