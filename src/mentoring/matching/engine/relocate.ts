// If somebody from outside took a place at a mentor: who would have to move, where to, and what it costs. For all mentors at once, by one search
// backwards from wherever somebody can end: at a free place, or without.

import type { Flow } from './flow.ts';
import type { Market } from './market.ts';

/** The pairs of mentor `j`, and the mentee and score of each, are at `first[j]` to `first[j + 1] - 1`. */
export interface Backwards {
  readonly first: Int32Array;
  readonly pair: Int32Array;
  readonly mentee: Int32Array;
  readonly score: Int32Array;
}

export interface Relocations {
  /** For each mentor by how much the flow's value rises, the cost of one more place included. */
  readonly rise: Float64Array;
  /** For each mentor the mark of the way. */
  readonly mark: Float64Array;
  /** The pairs taken afterwards, in a copy. */
  after(mentor: number): Int32Array;
}

/** What tells equally long ways apart: the less, the better. A way that goes on is never marked less for a step that costs nothing. */
export interface Mark {
  /** Where it ends: at a mentor's free place, or with a mentee who stays without; the other one is -1. */
  end(mentor: number, mentee: number): number;
  /** Before a step: the mentee moves to the mentor, by a pair of some score. */
  step(mark: number, pair: number, mentee: number, mentor: number, score: number): number;
}

interface Sought {
  /** Who is asked about; the others may stay unknown. */
  readonly mentors: readonly number[];
  readonly mark?: Mark;
  /** For each score what a pair costs at the least: most pairs need not be looked up one by one. */
  readonly least: Float64Array;
}

/** By what a tie is broken: hashes, counted beside prices that prove the flow's own choice. */
export function byTie(costOf: (pair: number, mentee: number) => number, { menteePrice, mentorPrice }: Flow): Mark {
  return {
    end: (j, i) => -((i < 0 ? mentorPrice[j] : menteePrice[i]) as number),
    step: (mark, e, i, j) => mark + costOf(e, i) + (mentorPrice[j] as number) - (menteePrice[i] as number),
  };
}

const turned = new WeakMap<Market, Backwards>();

/** Made once for each market. */
export function backwards(market: Market): Backwards {
  const known = turned.get(market) ?? turn(market);
  turned.set(market, known);
  return known;
}

function turn({ mentees, mentors, first, mentor, score }: Market): Backwards {
  const begin = new Int32Array(mentors + 1);
  for (let e = 0; e < mentor.length; e++) begin[(mentor[e] as number) + 1] = (begin[(mentor[e] as number) + 1] as number) + 1;
  for (let j = 0; j < mentors; j++) begin[j + 1] = (begin[j + 1] as number) + (begin[j] as number);
  const end = begin.slice();
  const pair = new Int32Array(mentor.length);
  const mentee = new Int32Array(mentor.length);
  const scores = new Int32Array(mentor.length);
  for (let i = 0; i < mentees; i++) {
    for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
      const at = end[mentor[e] as number] as number;
      end[mentor[e] as number] = at + 1;
      pair[at] = e;
      mentee[at] = i;
      scores[at] = score[e] as number;
    }
  }
  return { first: begin, pair, mentee, score: scores };
}

/** Ways are compared by cost, counted beside the prices, so that no step is below nothing. */
export function relocationsOf(market: Market, flow: Flow, back: Backwards, { mentors: asked, mark, least }: Sought): Relocations {
  const { question, taken, load, menteePrice, mentorPrice } = flow;
  const { mentees, mentors, mentor, cost, without, place, placeCost } = question;
  const way = new Float64Array(mentors).fill(Infinity);
  const marks = new Float64Array(mentors);
  // Who leaves (-1: nobody, there is a free place), and the pair she takes (-1: she stays without).
  const leaves = new Int32Array(mentors).fill(-1);
  const takes = new Int32Array(mentors).fill(-1);
  const queue = queueOf(way, marks);

  const holder = taken.map((e) => (e < 0 ? -1 : (mentor[e] as number)));
  const done = new Uint8Array(mentors);

  // Nobody more need be looked for once all who are asked about are known: without a mark, as soon as a way is as short as the one just followed.
  const open = new Uint8Array(mentors);
  for (const j of asked) open[j] = 1;
  let left = asked.length;
  let here = -Infinity;
  const close = (j: number) => {
    left -= open[j] as number;
    open[j] = 0;
  };

  const offer = (j: number, length: number, own: number, who: number, pair: number) => {
    const known = way[j] as number;
    if (length > known || length === Infinity || (length === known && own >= (marks[j] as number))) return;
    way[j] = length;
    marks[j] = own;
    leaves[j] = who;
    takes[j] = pair;
    queue.raise(j);
    if (!mark && length <= here) close(j);
  };

  for (let j = 0; j < mentors; j++) {
    const next = (place[j] as number) + (load[j] as number);
    if (next < (place[j + 1] as number)) offer(j, (placeCost[next] as number) - (mentorPrice[j] as number), mark ? mark.end(j, -1) : 0, -1, -1);
  }
  for (let i = 0; i < mentees; i++) {
    const own = holder[i] as number;
    if (own >= 0) offer(own, (without[i] as number) - (menteePrice[i] as number), mark ? mark.end(-1, i) : 0, i, -1);
  }
  for (;;) {
    const j = left > 0 ? queue.lowest() : -1;
    if (j < 0) break;
    done[j] = 1;
    close(j);
    if (!mark && (way[j] as number) > here) {
      here = way[j] as number;
      for (let other = 0; other < mentors; other++) if ((way[other] as number) <= here) close(other);
    }
    const mine = (way[j] as number) + (mentorPrice[j] as number);
    for (let at = back.first[j] as number, end = back.first[j + 1] as number; at < end; at++) {
      const i = back.mentee[at] as number;
      const to = holder[i] as number;
      if (to < 0 || done[to] === 1) continue;
      const score = back.score[at] as number;
      const base = mine - (menteePrice[i] as number);
      const known = way[to] as number;
      const shortest = base + (least[score] as number);
      if (shortest > known) continue;
      const e = back.pair[at] as number;
      const own = mark ? mark.step(marks[j] as number, e, i, j, score) : 0;
      if (shortest < known || own < (marks[to] as number)) offer(to, base + (cost[e] as number), own, i, e);
    }
  }

  return {
    rise: way.map((length, j) => length + (mentorPrice[j] as number)),
    mark: marks,
    after(start) {
      const after = taken.slice();
      for (let j = start; (leaves[j] as number) >= 0; ) {
        const e = takes[j] as number;
        after[leaves[j] as number] = e;
        if (e < 0) break;
        j = mentor[e] as number;
      }
      return after;
    },
  };
}

/** A heap of mentors by two keys, the first before the second. */
function queueOf(first: Float64Array, second: Float64Array): { raise(node: number): void; lowest(): number } {
  const nodes: number[] = [];
  const at = new Int32Array(first.length).fill(-1);
  const before = (a: number, b: number) =>
    (first[a] as number) < (first[b] as number) || (first[a] === first[b] && (second[a] as number) < (second[b] as number));
  const put = (node: number, place: number) => {
    nodes[place] = node;
    at[node] = place;
  };
  return {
    raise(node) {
      let place = at[node] as number;
      if (place < 0) place = nodes.push(node) - 1;
      while (place > 0) {
        const above = nodes[(place - 1) >> 1] as number;
        if (!before(node, above)) break;
        put(above, place);
        place = (place - 1) >> 1;
      }
      put(node, place);
    },
    lowest() {
      const top = nodes[0] ?? -1;
      const last = nodes.pop() ?? -1;
      if (top >= 0) at[top] = -1;
      if (top === last) return top;
      let place = 0;
      for (;;) {
        let below = 2 * place + 1;
        if (below >= nodes.length) break;
        if (below + 1 < nodes.length && before(nodes[below + 1] as number, nodes[below] as number)) below++;
        if (!before(nodes[below] as number, last)) break;
        put(nodes[below] as number, place);
        place = below;
      }
      put(last, place);
      return top;
    },
  };
}
