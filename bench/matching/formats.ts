// Files of known problems: the OR-Library's assignment files, and hospitals with residents.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Grid, marketOfGrid, numbered, rowsOfGrid } from './grid.ts';
import { CHEAPEST, type Instance, Wrong } from './instance.ts';

/** Reads a file, packed with gzip or not. */
export function textOf(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Wrong(`There is no file ${path} that can be read.`);
  }
  try {
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch {
    throw new Wrong(`${path} is packed with gzip, but broken.`);
  }
}

interface Read {
  readonly grid: Grid;
  readonly note?: (partner: Int32Array) => string;
}

export function readInstance(path: string): Instance {
  const { grid, ...note } = readGrid(path);
  const name = basename(path).replace(/(\.txt)?(\.gz)?$/, '');
  return { name, market: grid.mentees.length > 600 ? rowsOfGrid(grid) : marketOfGrid(grid), aims: CHEAPEST, costs: true, ...note };
}

export function readGrid(path: string): Read {
  const text = textOf(path);
  return /^\s*\d+\s+\d+\s*\r?\n\s*\d+\s*:/.test(text) ? residents(text, path) : { grid: assignment(text, path) };
}

/** Costs row by row, with the number of rows before them or without. */
function assignment(text: string, path: string): Grid {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const numbers = words.map(Number);
  const strange = words.find((_, at) => !Number.isSafeInteger(numbers[at]) || (numbers[at] as number) < 0);
  if (strange !== undefined) throw new Wrong(`${path} is neither an assignment problem nor hospitals with residents: "${strange.slice(0, 20)}" is no cost.`);
  const [header = 0] = numbers;
  const headed = header > 0 && numbers.length === header * header + 1;
  const size = headed ? header : Math.sqrt(numbers.length);
  if (size === 0 || !Number.isInteger(size)) throw new Wrong(`${path} has ${numbers.length} numbers: that is no square table of costs.`);
  const costs = headed ? numbers.slice(1) : numbers;
  const top = costs.reduce((a, b) => Math.max(a, b), 0);
  if (top > 1_000_000) throw new Wrong(`${path} has a cost of ${top}; up to 1,000,000 are read.`);
  return { scores: Int32Array.from(costs, (cost) => top - cost), top, mentees: numbered('row', size), mentors: numbered('column', size) };
}

/**
 * Residents rank hospitals (brackets hold ties), hospitals have a lower and an upper quota. The score falls with the rank, so
 * that the sum of distances is the sum of ranks. Lower quotas are no aim of the engine: the note says whether they are met.
 */
function residents(text: string, path: string): Read {
  const lines = text.split(/\r?\n/);
  const [people = 0, hospitals = 0] = (lines[0] as string).trim().split(/\s+/).map(Number);
  const wishes = lines.slice(1, 1 + people).map((line) => ranksOf(line.replace(/^[^:]*:/, '')));
  const houses = lines.slice(1 + people, 1 + people + hospitals).map((line) => {
    const [, lower, upper, list] = line.split(':');
    return { lower: Number(lower), upper: Number(upper), list: ranksOf(list ?? '') };
  });
  if (wishes.length < people || houses.length < hospitals || houses.some(({ lower, upper }) => !(lower >= 0 && upper >= lower))) {
    throw new Wrong(`${path} promises ${people} residents and ${hospitals} hospitals with quotas, and does not keep it.`);
  }
  const top = wishes.reduce((most, list) => Math.max(most, ...list.values()), 1);
  const scores = new Int32Array(people * hospitals).fill(-1);
  wishes.forEach((list, resident) => {
    for (const [hospital, rank] of list) {
      if (!(hospital >= 1 && hospital <= hospitals)) throw new Wrong(`${path}: resident ${resident + 1} wishes for hospital ${hospital}, which is not there.`);
      if (houses[hospital - 1]?.list.has(resident + 1)) scores[resident * hospitals + hospital - 1] = top - rank;
    }
  });
  const grid = { scores, top, mentees: numbered('resident', people), mentors: numbered('hospital', hospitals), capacity: houses.map(({ upper }) => upper) };
  const note = (partner: Int32Array) => {
    const below = houses.filter(({ lower }, at) => partner.filter((hospital) => hospital === at).length < lower).length;
    return below === 0 ? 'all lower quotas are met' : `lower quotas are not asked for: ${below} of ${hospitals} hospitals have fewer`;
  };
  return { grid, note };
}

/** Who is ranked where: those in one bracket are equal. */
function ranksOf(list: string): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  let rank = 0;
  for (const [, tied, one] of list.matchAll(/\(([^)]*)\)|(\d+)/g)) {
    rank++;
    for (const number of (tied ?? one ?? '').trim().split(/\s+/)) ranks.set(Number(number), rank);
  }
  return ranks;
}
