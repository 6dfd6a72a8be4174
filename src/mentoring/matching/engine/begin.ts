// Where to begin with a huge question: from the side that is short, or with an auction where neither is.

import { auction, biddable } from './auction.ts';
import type { Question } from './flow.ts';
import type { Watch } from './market.ts';
import type { Start } from './network.ts';
import { cheapest, Stopped } from './paths.ts';

/** Below so many mentees shortest paths alone are quick enough. */
export const HUGE = 50_000;
/** One side is short when it has less than this share of the other. */
const SHORT = 0.99;

/**
 * A beginning for `cheapest`, or none where it does best alone. What comes out is the same with any. `all`: whether every mentee
 * can be matched.
 */
export function beginning(question: Question, all: boolean, watch?: Watch): { readonly from?: Start } {
  const places = question.placeCost.length;
  if (question.mentees < HUGE || question.mentees < SHORT * places) return {};
  if (places < SHORT * question.mentees) return fromMentors(question, watch);
  const look = (round: number, of: number) => {
    const why = watch?.stop();
    if (why) throw new Stopped(why);
    watch?.progress('fit', round, of);
  };
  return all && biddable(question) ? { from: auction(question, look) } : {};
}

/**
 * The same question asked by the mentors: fewer of them than mentees, each soon finds somebody free, where the mentees would
 * have to outbid each other up to the price of staying without. Only for one place each, and mentees of equal weight.
 */
export function fromMentors(question: Question, watch?: Watch): { readonly from?: Start } {
  const { mentees, mentors, first, mentor, cost, without, place, placeCost } = question;
  const top = without[0] ?? Infinity;
  const same = place.every((at, j) => at === j) && placeCost.every((own) => own === 0) && without.every((own) => own === top);
  if (!same || top === Infinity) return {};

  const begin = new Int32Array(mentors + 1);
  for (let e = 0; e < mentor.length; e++) begin[(mentor[e] as number) + 1] = (begin[(mentor[e] as number) + 1] as number) + 1;
  for (let j = 0; j < mentors; j++) begin[j + 1] = (begin[j + 1] as number) + (begin[j] as number);
  const end = begin.slice();
  const mentee = new Int32Array(mentor.length);
  const pair = new Int32Array(mentor.length);
  const turned = new Float64Array(mentor.length);
  for (let i = 0; i < mentees; i++) {
    for (let e = first[i] as number; e < (first[i + 1] as number); e++) {
      const j = mentor[e] as number;
      const at = end[j] as number;
      end[j] = at + 1;
      mentee[at] = i;
      pair[at] = e;
      turned[at] = cost[e] as number;
    }
  }
  const theirs: Question = {
    ...{ mentees: mentors, mentors: mentees, first: begin, mentor: mentee, cost: turned },
    without: new Float64Array(mentors).fill(top),
    place: Int32Array.from({ length: mentees + 1 }, (_, i) => i),
    placeCost: new Float64Array(mentees),
  };
  const flow = cheapest(theirs, { watch });
  const taken = new Int32Array(mentees).fill(-1);
  for (const at of flow.taken) if (at >= 0) taken[mentee[at] as number] = pair[at] as number;
  // What one side is paid, the other lacks of the price of staying without.
  return { from: { taken, mentorPrice: flow.menteePrice.map((price) => top - price) } };
}
