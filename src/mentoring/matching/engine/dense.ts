// Every row with every column: the method of Jonker and Volgenant (1987) on a full table of whole costs. A second opinion on the
// sparse way, and quick for small full questions. A forbidden pair is a cost above all others together.

import { BotError } from '../../../fault.ts';

export interface Assignment {
  /** For each row its column. */
  readonly column: Int32Array;
  /** For all pairs cost + columnPrice >= rowPrice, equal where they are assigned; a column without a row has price 0, others at least that. */
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly value: number;
}

/** The cheapest assignment of all rows, one column each. `cost` lies row by row; there are at least as many columns as rows. */
export function assignDense(rows: number, columns: number, cost: Int32Array): Assignment {
  if (rows > columns) throw new BotError('bug', 'more rows than columns');
  if (cost.length !== rows * columns) throw new BotError('bug', 'a cost for each row and column');
  const column = new Int32Array(rows).fill(-1);
  const row = new Int32Array(columns).fill(-1);
  // The usual signs of the literature within: price of a column <= 0, and lower is dearer.
  const v = new Float64Array(columns);

  if (rows === columns) reduceColumns(rows, cost, column, row, v);
  let free: Int32Array = Int32Array.from(column.keys()).filter((at) => column[at] === -1);
  for (let round = 0; round < 2 && free.length > 0; round++) free = reduceRows(columns, cost, column, row, v, free);
  augment(columns, cost, column, row, v, free);

  const rowPrice = new Float64Array(rows);
  const columnPrice = v.map((price) => 0 - price);
  let value = 0;
  // Where rows and columns are as many, the best prices are all below some constant; lift them so that none is negative.
  const lift = rows === columns ? v.reduce((a, b) => Math.max(a, b), -Infinity) : 0;
  if (lift !== 0 && rows > 0) columnPrice.forEach((price, at) => (columnPrice[at] = price + lift));
  for (let at = 0; at < rows; at++) {
    const own = cost[at * columns + (column[at] as number)] as number;
    rowPrice[at] = own + (columnPrice[column[at] as number] as number);
    value += own;
  }
  return { column, rowPrice, columnPrice, value };
}

/** Each column takes its cheapest row, the last columns first; then rows with one column give up what they do not need. */
function reduceColumns(size: number, cost: Int32Array, column: Int32Array, row: Int32Array, v: Float64Array): void {
  const least = new Int32Array(size).fill(2 ** 31 - 1);
  const of = new Int32Array(size);
  for (let i = 0, at = 0; i < size; i++) {
    for (let j = 0; j < size; j++, at++) {
      const here = cost[at] as number;
      if (here < (least[j] as number)) {
        least[j] = here;
        of[j] = i;
      }
    }
  }
  const taken = new Int32Array(size);
  for (let j = size - 1; j >= 0; j--) {
    const i = of[j] as number;
    v[j] = least[j] as number;
    if (taken[i] === 0) {
      column[i] = j;
      row[j] = i;
    }
    taken[i] = (taken[i] as number) + 1;
  }
  for (let i = 0; i < size; i++) {
    if (taken[i] !== 1) continue;
    const own = column[i] as number;
    let slack = Infinity;
    for (let j = 0, at = i * size; j < size; j++, at++) {
      const here = (cost[at] as number) - (v[j] as number);
      if (here < slack && j !== own) slack = here;
    }
    if (slack < Infinity) v[own] = (v[own] as number) - slack;
  }
}

/** Free rows bid for their best column and may push another row out, which then bids in turn. Gives back who is still free. */
function reduceRows(columns: number, cost: Int32Array, column: Int32Array, row: Int32Array, v: Float64Array, free: Int32Array): Int32Array {
  const queue = free.slice();
  const left: number[] = [];
  let tries = 0;
  const patience = 10 * columns + 1000;
  for (let head = 0; head < queue.length; ) {
    const i = queue[head++] as number;
    let best = Infinity;
    let second = Infinity;
    let one = -1;
    let two = -1;
    const from = i * columns;
    for (let j = 0; j < columns; j++) {
      const here = (cost[from + j] as number) - (v[j] as number);
      if (here < second) {
        if (here >= best) {
          second = here;
          two = j;
        } else {
          second = best;
          two = one;
          best = here;
          one = j;
        }
      }
    }
    const gain = two === -1 ? 0 : second - best;
    let pushed = row[one] as number;
    if (gain > 0) v[one] = (v[one] as number) - gain;
    else if (pushed !== -1 && two !== -1) {
      one = two;
      pushed = row[one] as number;
    }
    column[i] = one;
    row[one] = i;
    if (pushed === -1) continue;
    column[pushed] = -1;
    // Who was pushed out by a real bid bids at once; the rest wait for the paths.
    if (gain > 0 && tries++ < patience) queue[--head] = pushed;
    else left.push(pushed);
  }
  return Int32Array.from(left);
}

/** For each free row the shortest way to a free column, changing the assignments on it. */
function augment(columns: number, cost: Int32Array, column: Int32Array, row: Int32Array, v: Float64Array, free: Int32Array): void {
  const distance = new Float64Array(columns);
  const before = new Int32Array(columns);
  // The columns: done with first, then those at the least distance, then the rest.
  const order = Int32Array.from({ length: columns }, (_, j) => j);
  for (const start of free) {
    let done = 0;
    let near = 0;
    let scanned = 0;
    let least = 0;
    let end = -1;
    for (let j = 0, at = start * columns; j < columns; j++, at++) {
      distance[j] = (cost[at] as number) - (v[j] as number);
      before[j] = start;
    }
    while (end === -1) {
      if (done === near) {
        scanned = done;
        least = distance[order[near++] as number] as number;
        for (let k = near; k < columns; k++) {
          const j = order[k] as number;
          const here = distance[j] as number;
          if (here > least) continue;
          if (here < least) {
            near = done;
            least = here;
          }
          order[k] = order[near] as number;
          order[near++] = j;
        }
        for (let k = done; k < near && end === -1; k++) if (row[order[k] as number] === -1) end = order[k] as number;
        if (end !== -1) break;
      }
      const from = order[done++] as number;
      const i = row[from] as number;
      const base = (cost[i * columns + from] as number) - (v[from] as number) - least;
      const at = i * columns;
      for (let k = near; k < columns; k++) {
        const j = order[k] as number;
        const here = (cost[at + j] as number) - (v[j] as number) - base;
        if (here < (distance[j] as number)) {
          distance[j] = here;
          before[j] = i;
          if (here === least) {
            if (row[j] === -1) {
              end = j;
              break;
            }
            order[k] = order[near] as number;
            order[near++] = j;
          }
        }
      }
    }
    for (let k = 0; k < scanned; k++) {
      const j = order[k] as number;
      v[j] = (v[j] as number) + (distance[j] as number) - least;
    }
    for (let j = end; ; ) {
      const i = before[j] as number;
      row[j] = i;
      const next = column[i] as number;
      column[i] = j;
      if (i === start) break;
      j = next;
    }
  }
}
