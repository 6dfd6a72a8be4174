// The best circles of a few people, proven: for every set of people, the best way to spend it (at most 2^12 sets).

import { meanOf, type Table } from './circles-table.ts';

interface Group {
  readonly members: readonly number[];
  readonly set: number;
  readonly mean: number;
  /** How far from the size asked for. */
  readonly off: number;
}

/** One person left out weighs more than all circles of the wrong size together. */
const LEFT = 64;

/** Twice over all sets: first for the best worst circle, then, with no circle below it, for the best sum. */
export function circlesByEnumeration(table: Table): readonly (readonly number[])[] {
  const groups = groupsOf(table);
  const worst = bestOf(table.people, groups, Number.MAX_SAFE_INTEGER, (rest, { mean }) => Math.min(rest, mean));
  const floor = Math.min(...worst.map((group) => group.mean));
  const fair = groups.filter((group) => group.mean >= floor);
  return bestOf(table.people, fair, 0, (rest, { mean, members }) => rest + mean * members.length).map((group) => group.members);
}

/** Everyone in such a group fits with everyone; its first member is its least. */
function groupsOf(table: Table): readonly Group[] {
  const groups: Group[] = [];
  const extend = (members: readonly number[], set: number) => {
    if (members.length >= table.least) groups.push({ members, set, mean: meanOf(table, members), off: Math.abs(members.length - table.size) });
    if (members.length === table.most) return;
    for (let next = (members.at(-1) ?? -1) + 1; next < table.people; next++) {
      if (members.every((member) => (table.fit[member * table.people + next] as number) >= 0)) extend([...members, next], set | (1 << next));
    }
  };
  extend([], 0);
  return groups;
}

/** The disjoint groups that leave the fewest out, then are nearest to the size, then are worth most; `join` must never let a better rest become worse. */
function bestOf(people: number, groups: readonly Group[], none: number, join: (rest: number, group: Group) => number): readonly Group[] {
  const byLeast = Array.from({ length: people }, (_, least) => groups.filter(({ members }) => members[0] === least));
  const cost = new Int32Array(1 << people);
  const worth = new Float64Array(1 << people).fill(none);
  const choice: (Group | undefined)[] = [undefined];
  for (let set = 1; set < 1 << people; set++) {
    const least = 31 - Math.clz32(set & -set);
    const without = set & (set - 1);
    cost[set] = (cost[without] as number) + LEFT;
    worth[set] = worth[without] as number;
    choice.push(undefined);
    for (const group of byLeast[least] ?? []) {
      if ((group.set & set) !== group.set) continue;
      const rest = set ^ group.set;
      const price = (cost[rest] as number) + group.off;
      const value = join(worth[rest] as number, group);
      if (price > (cost[set] as number) || (price === cost[set] && value <= (worth[set] as number))) continue;
      cost[set] = price;
      worth[set] = value;
      choice[set] = group;
    }
  }
  const chosen: Group[] = [];
  for (let set = (1 << people) - 1; set > 0; ) {
    const group = choice[set];
    if (group !== undefined) chosen.push(group);
    set = group === undefined ? set & (set - 1) : set ^ group.set;
  }
  return chosen;
}
