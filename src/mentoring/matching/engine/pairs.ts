// Pairs gathered in any order, some perhaps twice, brought into the order of a market.

/** Pairs of mentee `i` are `first[i]` to `first[i + 1] - 1`, by rising mentor, each once. */
export interface Pairs {
  readonly first: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Int32Array;
}

/** A list that grows. */
export interface Gathered {
  size: number;
  mentee: Int32Array;
  mentor: Int32Array;
  score: Int32Array;
}

export function gathered(room: number): Gathered {
  return { size: 0, mentee: new Int32Array(room), mentor: new Int32Array(room), score: new Int32Array(room) };
}

export function gather(list: Gathered, mentee: number, mentor: number, score: number): void {
  const at = list.size++;
  if (at === list.mentee.length) grow(list);
  list.mentee[at] = mentee;
  list.mentor[at] = mentor;
  list.score[at] = score;
}

function grow(list: Gathered): void {
  const room = Math.max(16, Math.ceil(list.mentee.length * 1.5));
  for (const field of ['mentee', 'mentor', 'score'] as const) {
    const more = new Int32Array(room);
    more.set(list[field]);
    list[field] = more;
  }
}

/** Sorts twice by counting, by mentor and then by mentee, and leaves out what comes twice. */
export function inOrder(list: Gathered, mentees: number, mentors: number): Pairs {
  const { size } = list;
  const byMentor = order(list.mentor, size, mentors);
  const begin = new Int32Array(mentees + 1);
  for (let at = 0; at < size; at++) begin[(list.mentee[at] as number) + 1] = (begin[(list.mentee[at] as number) + 1] as number) + 1;
  for (let i = 0; i < mentees; i++) begin[i + 1] = (begin[i + 1] as number) + (begin[i] as number);
  const end = begin.slice(0, mentees);
  const mentor = new Int32Array(size);
  const score = new Int32Array(size);
  for (let k = 0; k < size; k++) {
    const at = byMentor[k] as number;
    const i = list.mentee[at] as number;
    const to = end[i] as number;
    if (to > (begin[i] as number) && mentor[to - 1] === list.mentor[at]) continue;
    mentor[to] = list.mentor[at] as number;
    score[to] = list.score[at] as number;
    end[i] = to + 1;
  }
  return closed({ first: begin, mentor, score }, end);
}

/** Where each lies when they are sorted by a number from 0 to `below`; equals keep their order. */
function order(key: Int32Array, size: number, below: number): Int32Array {
  const begin = new Int32Array(below + 1);
  for (let at = 0; at < size; at++) begin[(key[at] as number) + 1] = (begin[(key[at] as number) + 1] as number) + 1;
  for (let k = 0; k < below; k++) begin[k + 1] = (begin[k + 1] as number) + (begin[k] as number);
  const sorted = new Int32Array(size);
  for (let at = 0; at < size; at++) {
    const k = key[at] as number;
    sorted[begin[k] as number] = at;
    begin[k] = (begin[k] as number) + 1;
  }
  return sorted;
}

/** Closes the gaps that what came twice has left. */
function closed({ first, mentor, score }: Pairs, end: Int32Array): Pairs {
  let at = 0;
  for (let i = 0; i < end.length; i++) {
    const from = first[i] as number;
    const to = end[i] as number;
    mentor.copyWithin(at, from, to);
    score.copyWithin(at, from, to);
    first[i] = at;
    at += to - from;
  }
  first[end.length] = at;
  return { first, mentor: mentor.slice(0, at), score: score.slice(0, at) };
}
