// From people's ids to rows and columns: in the order of their ids, so that the order they came in decides nothing.

import { BotError } from '../../../fault.ts';
import type { Market } from './market.ts';
import { keyOf } from './tie.ts';

interface Mentee {
  readonly id: string;
  /** As in `Market`. */
  readonly priority?: 0 | 1 | 2;
}

interface Mentor {
  readonly id: string;
  readonly capacity: number;
  /** Mentees from before, besides the places there are. */
  readonly held?: number;
}

interface Sides {
  readonly mentees: Iterable<Mentee>;
  readonly mentors: Iterable<Mentor>;
  /** The best score there can be. */
  readonly top?: number;
}

export interface People extends Sides {
  /** Whoever is both has one id in both lists, and is never paired with themselves. A pair said twice counts at its best. */
  readonly pairs: Iterable<{ readonly mentee: string; readonly mentor: string; readonly score: number; readonly open?: boolean }>;
}

/** The same where all are in the order of their ids: nothing is made for a pair, however many there are. */
export interface Table extends Sides {
  /** Writes the scores of a mentee with every mentor, both by number; -1 where they may not be paired. */
  row(mentee: number, into: Int32Array): void;
  /** Open proposals, by number. */
  readonly open?: Iterable<readonly [mentee: number, mentor: number]>;
}

/** A person said twice, a pair of strangers, and a score that is no whole number from 0 to `top` are bugs of the caller. */
export function marketOf(people: People): Market {
  const { top = 1000 } = people;
  const [mentees, mentors] = [sorted(people.mentees), sorted(people.mentors)];
  const row = new Map(mentees.map(({ id }, at) => [id, at]));
  const column = new Map(mentors.map(({ id }, at) => [id, at]));
  const pairs = packed(people.pairs, row, column, top);
  return { ...sidesOf(mentees, mentors, top), ...inRows(pairs, mentees.length, mentors.length, top) };
}

/** As `marketOf`. Who is out of order is a bug of the caller. */
export function marketFrom({ top = 1000, row, open = [], ...people }: Table): Market {
  const [mentees, mentors] = [sorted(people.mentees), sorted(people.mentors)];
  for (const [some, list] of [[people.mentees, mentees] as const, [people.mentors, mentors] as const]) {
    let at = 0;
    for (const one of some) if (one !== list[at++]) throw new BotError('bug', 'people of a matching who are not in order');
  }
  const column = new Map(mentors.map(({ id }, at) => [id, at]));
  const first = new Int32Array(mentees.length + 1);
  const scores = new Int32Array(mentors.length);
  let [mentor, score] = [new Int32Array(1024), new Int32Array(1024)];
  let size = 0;
  for (const [i, { id }] of mentees.entries()) {
    row(i, scores);
    const self = column.get(id);
    if (self !== undefined) scores[self] = -1;
    if (size + mentors.length > mentor.length) {
      const room = Math.max(2 * mentor.length, size + mentors.length);
      [mentor, score] = [longer(mentor, room), longer(score, room)];
    }
    for (let j = 0; j < mentors.length; j++) {
      const own = scores[j] as number;
      if (own < 0) continue;
      if (own > top) throw new BotError('bug', 'a score beyond its scale');
      mentor[size] = j;
      score[size++] = own;
    }
    first[i + 1] = size;
  }
  const market = { ...sidesOf(mentees, mentors, top), first, mentor: mentor.slice(0, size), score: score.slice(0, size), open: new Uint8Array(size) };
  for (const [i, j] of open) {
    const at = market.mentor.subarray(first[i], first[i + 1]).indexOf(j);
    if (at >= 0) market.open[(first[i] as number) + at] = 1;
  }
  return market;
}

function longer(list: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(room);
  more.set(list);
  return more;
}

function sidesOf(mentees: readonly Mentee[], mentors: readonly Mentor[], top: number): Omit<Market, 'first' | 'mentor' | 'score' | 'open'> {
  return {
    mentees: mentees.length,
    mentors: mentors.length,
    capacity: Int32Array.from(mentors, ({ capacity }) => Math.min(Math.max(0, Math.floor(capacity) || 0), mentees.length)),
    held: Int32Array.from(mentors, ({ held = 0 }) => Math.max(0, Math.floor(held))),
    top,
    priority: Uint8Array.from(mentees, ({ priority = 0 }) => priority),
    menteeKey: Uint32Array.from(mentees, ({ id }) => keyOf(id)),
    mentorKey: Uint32Array.from(mentors, ({ id }) => keyOf(id)),
  };
}

function sorted<Person extends { readonly id: string }>(people: Iterable<Person>): readonly Person[] {
  const list = [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (list.some(({ id }, at) => id === list[at + 1]?.id)) throw new BotError('bug', 'somebody is twice in one list of a matching');
  return list;
}

/** A pair as one whole number: mentee before mentor before score before whether it is open. */
function packed(pairs: People['pairs'], row: ReadonlyMap<string, number>, column: ReadonlyMap<string, number>, top: number): Float64Array {
  const worths = 2 * (top + 1);
  if (!(row.size * column.size * worths < Number.MAX_SAFE_INTEGER)) throw new BotError('bug', 'too many people for one matching');
  let list = new Float64Array(1024);
  let size = 0;
  for (const { mentee, mentor, score, open } of pairs) {
    const i = row.get(mentee);
    const j = column.get(mentor);
    if (i === undefined || j === undefined) throw new BotError('bug', 'a pair of somebody who is not in the matching');
    if (!Number.isInteger(score) || score < 0 || score > top) throw new BotError('bug', 'a score that is no whole number within its scale');
    if (mentee === mentor) continue;
    if (size === list.length) {
      const longer = new Float64Array(2 * size);
      longer.set(list);
      list = longer;
    }
    list[size++] = (i * column.size + j) * worths + 2 * score + (open ? 1 : 0);
  }
  return list.subarray(0, size).sort();
}

function inRows(pairs: Float64Array, mentees: number, mentors: number, top: number): Pick<Market, 'first' | 'mentor' | 'score' | 'open'> {
  const worths = 2 * (top + 1);
  const first = new Int32Array(mentees + 1);
  const mentor = new Int32Array(pairs.length);
  const score = new Int32Array(pairs.length);
  const open = new Uint8Array(pairs.length);
  let size = 0;
  let last = -1;
  for (const pair of pairs) {
    const who = Math.floor(pair / worths);
    const worth = pair - who * worths;
    if (who !== last) {
      const i = Math.floor(who / mentors);
      mentor[size] = who - i * mentors;
      first[i + 1] = ++size;
      open[size - 1] = 0;
    }
    score[size - 1] = worth >> 1;
    open[size - 1] = (open[size - 1] as number) | (worth & 1);
    last = who;
  }
  for (let i = 0; i < mentees; i++) first[i + 1] = Math.max(first[i + 1] as number, first[i] as number);
  return { first, mentor: mentor.slice(0, size), score: score.slice(0, size), open: open.slice(0, size) };
}
