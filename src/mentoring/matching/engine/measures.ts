// How good a matching is, in the numbers a coordinator asks for. Each in one pass over the pairs.

import type { Market } from './market.ts';

/** Scores are whole permille; those of the matched pairs, 0 where there is none. */
export interface Measures {
  readonly matched: number;
  /** Mentees who may be paired with at least one mentor who has a place. */
  readonly possible: number;
  /** Mentors with a place but no mentee, not even from before. */
  readonly idle: number;
  readonly sum: number;
  readonly mean: number;
  readonly worst: number;
  /** Nearest rank: five of a hundred pairs are at this score or below. */
  readonly p5: number;
  readonly median: number;
  readonly best: number;
  /** How unequal the scores are, in permille: 0 where all are the same. */
  readonly gini: number;
  /** Pairs in which the mentee has nobody better, and at most two who are better, among all they may be paired with. */
  readonly menteeFirst: number;
  readonly menteeTop3: number;
  readonly mentorFirst: number;
  readonly mentorTop3: number;
  /** Pairs not made in which both would be better off, a mentor's free place counted as nobody. */
  readonly blocking: number;
  /** Of all blocking pairs, the most that the one who gains less would gain. */
  readonly blockingGain: number;
}

/** The three best of somebody's scores, equal ones each for itself: a score that reaches the third has at most two better. */
interface Best {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly third: Int32Array;
}

/** `partner`: for each mentee the mentor, or -1; only pairs the market allows. */
export function measuresOf(market: Market, partner: Int32Array): Measures {
  const { mentees, mentors, capacity, held, first, mentor, score } = market;
  const own = new Int32Array(mentees).fill(-1);
  const load = new Int32Array(mentors);
  const weakest = new Int32Array(mentors).fill(market.top + 1);
  const [menteeBest, mentorBest] = [bestOf(mentees), bestOf(mentors)];
  let possible = 0;
  for (let i = 0; i < mentees; i++) {
    const mine = partner[i] as number;
    let reachable = false;
    for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
      const j = mentor[e] as number;
      const s = score[e] as number;
      if ((capacity[j] as number) <= 0) continue;
      reachable = true;
      note(menteeBest, i, s);
      note(mentorBest, j, s);
      if (j !== mine) continue;
      own[i] = s;
      load[j] = (load[j] as number) + 1;
      if (s < (weakest[j] as number)) weakest[j] = s;
    }
    if (reachable) possible++;
  }
  const tally = { idle: 0, menteeFirst: 0, menteeTop3: 0, mentorFirst: 0, mentorTop3: 0, blocking: 0, blockingGain: 0 };
  for (let j = 0; j < mentors; j++) {
    if ((load[j] as number) < (capacity[j] as number)) weakest[j] = -1;
    if (load[j] === 0 && held[j] === 0 && (capacity[j] as number) > 0) tally.idle++;
  }
  for (let i = 0; i < mentees; i++) {
    const mine = own[i] as number;
    const j = partner[i] as number;
    if (j >= 0) {
      if (mine >= (menteeBest.first[i] as number)) tally.menteeFirst++;
      if (mine >= (menteeBest.third[i] as number)) tally.menteeTop3++;
      if (mine >= (mentorBest.first[j] as number)) tally.mentorFirst++;
      if (mine >= (mentorBest.third[j] as number)) tally.mentorTop3++;
    }
    for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
      const other = mentor[e] as number;
      const s = score[e] as number;
      const theirs = weakest[other] as number;
      if (other === j || s <= mine || s <= theirs || (capacity[other] as number) <= 0) continue;
      tally.blocking++;
      tally.blockingGain = Math.max(tally.blockingGain, s - Math.max(mine, theirs, 0));
    }
  }
  return { possible, ...spreadOf(own.filter((s) => s >= 0)), ...tally };
}

function bestOf(people: number): Best {
  const empty = () => new Int32Array(people).fill(-1);
  return { first: empty(), second: empty(), third: empty() };
}

function note({ first, second, third }: Best, person: number, score: number): void {
  if (score <= (third[person] as number)) return;
  if (score <= (second[person] as number)) third[person] = score;
  else {
    third[person] = second[person] as number;
    if (score <= (first[person] as number)) second[person] = score;
    else {
      second[person] = first[person] as number;
      first[person] = score;
    }
  }
}

/** How the scores of some pairs lie. */
export function spreadOf(scores: ArrayLike<number>): Pick<Measures, 'matched' | 'sum' | 'mean' | 'worst' | 'p5' | 'median' | 'best' | 'gini'> {
  const n = scores.length;
  const sorted = Int32Array.from(scores).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * n) - 1)] ?? 0;
  let sum = 0;
  let ranked = 0;
  sorted.forEach((s, index) => {
    sum += s;
    ranked += (2 * (index + 1) - n - 1) * s;
  });
  const gini = sum === 0 ? 0 : Math.round((1000 * ranked) / (n * sum));
  return { matched: n, sum, mean: n === 0 ? 0 : sum / n, worst: at(0), p5: at(0.05), median: at(0.5), best: at(1), gini };
}
