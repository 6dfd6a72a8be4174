// Of all pairs those that are likely to matter: the best of each mentee, and some of the best for each mentor.

import { gather, type Gathered, gathered } from './pairs.ts';
import type { Rows } from './market.ts';

export interface Width {
  readonly perMentee: number;
  readonly perMentor: number;
}

const MANY = 2000;

/**
 * Looks at all pairs once. Of equals at the edge each mentee takes others, so that not all crowd around the same few
 * mentors. `allowed` counts the pairs that are not forbidden.
 */
export function likely(rows: Rows, { perMentee, perMentor }: Width, look: (done: number) => void): { readonly list: Gathered; readonly allowed: number } {
  const { mentees, mentors, top } = rows;
  const list = gathered(mentees * Math.min(perMentee, mentors) + mentors * Math.min(perMentor, mentees));
  const row = new Int32Array(mentors);
  // The pairs of each score, and before them the forbidden ones.
  const count = new Int32Array(top + 2);
  const best = bestOfEach(mentors, Math.min(perMentor, mentees));
  // Of very many mentors some tell where the edge is, nearly.
  const stride = mentors < MANY ? 1 : 4;
  let allowed = 0;
  for (let i = 0; i < mentees; i++) {
    look(i);
    rows.row(i, row);
    count.fill(0);
    for (let j = i % stride; j < mentors; j += stride) count[(row[j] as number) + 1] = (count[(row[j] as number) + 1] as number) + stride;
    best.offer(i, row);
    // The score of the last one who gets in, and how many of those with just that score.
    let edge = top;
    let room = perMentee;
    while (edge > 0 && (count[edge + 1] as number) < room) room -= count[edge-- + 1] as number;
    for (let j = 0; j < mentors; j++) {
      const score = row[j] as number;
      if (score > edge) gather(list, i, j, score);
      allowed += 1 + (score >> 31);
    }
    // Where the search for equals begins: elsewhere for each mentee.
    let j = Math.floor((i * mentors) / mentees);
    for (let seen = 0; seen < mentors && room > 0; seen++) {
      if (row[j] === edge) {
        gather(list, i, j, edge);
        room--;
      }
      if (++j === mentors) j = 0;
    }
  }
  best.into(list);
  return { list, allowed };
}

/** For each mentor the mentees with the highest scores so far, the best first. */
function bestOfEach(mentors: number, room: number): { offer(mentee: number, row: Int32Array): void; into(list: Gathered): void } {
  const who = new Int32Array(mentors * room);
  const score = new Int32Array(mentors * room).fill(-1);
  const least = new Int32Array(mentors).fill(-1);
  return {
    offer(mentee, row) {
      if (room === 0) return;
      for (let j = 0; j < mentors; j++) {
        const here = row[j] as number;
        if (here <= (least[j] as number)) continue;
        let at = (j + 1) * room - 1;
        for (; at > j * room && (score[at - 1] as number) < here; at--) {
          score[at] = score[at - 1] as number;
          who[at] = who[at - 1] as number;
        }
        score[at] = here;
        who[at] = mentee;
        least[j] = score[(j + 1) * room - 1] as number;
      }
    },
    into(list) {
      for (let at = 0; at < who.length; at++) {
        if ((score[at] as number) >= 0) gather(list, who[at] as number, Math.floor(at / room), score[at] as number);
      }
    },
  };
}
