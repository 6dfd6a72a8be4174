// What circles are made from, in numbers.

/** Who may be together: `fit` of person `a` with `b` at `a * people + b`. */
export interface Table {
  readonly people: number;
  readonly fit: Int32Array;
  readonly size: number;
  readonly least: number;
  readonly most: number;
}

/** Means are counted in thirtieths of a permille, so that three, six or ten pairs all give whole numbers. */
export const THIRTIETHS = [0, 0, 30, 10, 5, 3] as const;

/** In thirtieths of a permille; -1 where two of them may not be together. */
export function meanOf({ people, fit }: Table, group: readonly number[]): number {
  let sum = 0;
  for (const [index, a] of group.entries()) {
    for (const b of group.slice(index + 1)) {
      const one = fit[a * people + b] as number;
      if (one < 0) return -1;
      sum += one;
    }
  }
  return sum * (THIRTIETHS[group.length] ?? 0);
}
