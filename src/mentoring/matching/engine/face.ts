// All answers that are as good as a given one, as a question of its own: what the prices rule out is gone, what they demand must be.

import type { Flow, Question } from './flow.ts';

export interface Face {
  /** No pair, place or mentee costs anything yet. */
  readonly question: Question;
  /** For each pair of this question its number in the market. */
  readonly pair: Int32Array;
}

/** `pair`: the market's number of each pair of the flow's question, where they are not the same. */
export function faceOf(flow: Flow, pair?: Int32Array): Face {
  const { question, menteePrice, mentorPrice } = flow;
  const { mentees, mentors, first, mentor, cost, without, place, placeCost } = question;
  const start = new Int32Array(mentees + 1);
  const kept = new Int32Array(mentor.length);
  let size = 0;
  const own = new Float64Array(mentees);
  for (let i = 0; i < mentees; i++) {
    const mine = menteePrice[i] as number;
    for (let e = first[i] as number, end = first[i + 1] as number; e < end; e++) {
      if ((cost[e] as number) + (mentorPrice[mentor[e] as number] as number) === mine) kept[size++] = e;
    }
    start[i + 1] = size;
    if (mine < (without[i] as number)) own[i] = Infinity;
  }
  const places = new Int32Array(mentors + 1);
  const costs = new Float64Array(placeCost.length);
  let count = 0;
  for (let j = 0; j < mentors; j++) {
    const price = mentorPrice[j] as number;
    for (let at = place[j] as number; at < (place[j + 1] as number) && (placeCost[at] as number) <= price; at++) {
      costs[count++] = (placeCost[at] as number) < price ? -Infinity : 0;
    }
    places[j + 1] = count;
  }
  const thin = new Int32Array(size);
  const number = new Int32Array(size);
  for (let k = 0; k < size; k++) {
    const e = kept[k] as number;
    thin[k] = mentor[e] as number;
    number[k] = pair ? (pair[e] as number) : e;
  }
  return {
    question: {
      ...{ mentees, mentors, first: start, mentor: thin, cost: new Float64Array(size) },
      ...{ without: own, place: places, placeCost: costs.slice(0, count) },
    },
    pair: number,
  };
}

/** The question of a face with a cost for each pair, named by its number in the market. */
export function costing({ question, pair }: Face, costOf: (pair: number, mentee: number) => number): Question {
  const cost = new Float64Array(pair.length);
  for (let i = 0; i < question.mentees; i++) {
    for (let k = question.first[i] as number; k < (question.first[i + 1] as number); k++) cost[k] = costOf(pair[k] as number, i);
  }
  return { ...question, cost };
}

/** The pairs taken, in the market's numbers. */
export function takenBy({ pair }: Face, taken: Int32Array): Int32Array {
  return taken.map((k) => (k < 0 ? -1 : (pair[k] as number)));
}

/** The other way: pairs by the market's numbers in those of the face. All must be on it. */
export function numbersIn({ question, pair }: Face, taken: Int32Array): Int32Array {
  return taken.map((e, i) => {
    if (e < 0) return -1;
    let k = question.first[i] as number;
    while (pair[k] !== e) k++;
    return k;
  });
}
