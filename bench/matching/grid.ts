// Markets from tables of scores.

import type { Market, Rows } from '../../src/mentoring/matching/engine/index.ts';
import { keyOf } from '../../src/mentoring/matching/engine/tie.ts';

export interface Grid {
  /** For each mentee and mentor, row by row, a score from 0 to `top`, or -1. */
  readonly scores: Int32Array;
  readonly top: number;
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
  readonly capacity?: readonly number[];
}

/** Only the allowed pairs. */
export function marketOfGrid({ scores, top, mentees, mentors, capacity }: Grid): Market {
  const allowed = scores.reduce((count, score) => count + (score < 0 ? 0 : 1), 0);
  const first = new Int32Array(mentees.length + 1);
  const mentor = new Int32Array(allowed);
  const score = new Int32Array(allowed);
  let at = 0;
  for (let i = 0; i < mentees.length; i++) {
    for (let j = 0; j < mentors.length; j++) {
      const here = scores[i * mentors.length + j] as number;
      if (here < 0) continue;
      mentor[at] = j;
      score[at++] = here;
    }
    first[i + 1] = at;
  }
  return { ...sidesOf(mentees, mentors, capacity), first, mentor, score, top, open: new Uint8Array(allowed) };
}

/** The whole table, read a row at a time. */
export function rowsOfGrid({ scores, top, mentees, mentors, capacity }: Grid): Rows {
  const width = mentors.length;
  return {
    ...sidesOf(mentees, mentors, capacity),
    top,
    row(mentee, into) {
      for (let j = 0, at = mentee * width; j < width; j++, at++) into[j] = scores[at] as number;
    },
  };
}

/** Scores that are worked out once and kept, as SciPy is given them. */
export function kept(rows: Rows): Rows {
  const { mentees, mentors } = rows;
  const scores = new Int16Array(mentees * mentors);
  const row = new Int32Array(mentors);
  for (let i = 0; i < mentees; i++) {
    rows.row(i, row);
    scores.set(row, i * mentors);
  }
  return {
    ...rows,
    row(mentee, into) {
      for (let j = 0, at = mentee * mentors; j < mentors; j++, at++) into[j] = scores[at] as number;
    },
  };
}

function sidesOf(mentees: readonly string[], mentors: readonly string[], capacity?: readonly number[]) {
  return {
    mentees: mentees.length,
    mentors: mentors.length,
    capacity: Int32Array.from(mentors, (_, at) => capacity?.[at] ?? 1),
    held: new Int32Array(mentors.length),
    priority: new Uint8Array(mentees.length),
    menteeKey: Uint32Array.from(mentees, keyOf),
    mentorKey: Uint32Array.from(mentors, keyOf),
  };
}

/** Names for people who have none. */
export function numbered(kind: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${kind} ${String(at + 1).padStart(6, '0')}`);
}
