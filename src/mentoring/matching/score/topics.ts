// What a mentee wants to learn against what a mentor can teach, as topics: understood alike in all our languages.

import { type Focus, near, type Topic, TOPICS } from '../../topics/index.ts';
import { type Comparison, type Crowd, harmonic, permille, UNKNOWN } from './comparison.ts';

const SURE = 1000;
/** What somebody put first weighs most; what was understood, but not confirmed, has no order. */
const WEIGHTS = [3, 2, 1];
const LAST = 1;
/** A mentor can teach the last topic as well as the first, if with a little less joy. */
const JOYS = [1, 0.9] as const;
const LEAST_JOY = 0.8;

const NUMBERS: ReadonlyMap<Topic, number> = new Map(TOPICS.map((topic, number) => [topic, number]));
/** Topics as bits, so many words for a set. */
const WORDS = Math.ceil(TOPICS.length / 32);
/** For each topic, those one step away. */
const NEAR: readonly Int32Array[] = TOPICS.map((a) => setOf(TOPICS.flatMap((b, number) => (a !== b && near(a, b) > 0 ? [number] : []))));

export interface Wish {
  readonly topics: readonly number[];
  readonly weights: readonly number[];
}

/** What every mentor can teach. */
export interface Offers {
  /** Sets of topics, one after the other. */
  readonly sets: Int32Array;
  /** The first two of each mentor, -1 for none: these are dearer than the rest. */
  readonly dear: readonly [Int16Array, Int16Array];
  /** 0 to 1: what was understood, but not confirmed, counts for less; 0 where nothing is known. */
  readonly sure: Float64Array;
}

export function wishOf(focus: readonly Focus[]): Wish {
  const known = focus.filter(({ topic }) => NUMBERS.has(topic));
  return { topics: numbersOf(known), weights: known.map(({ sure }, rank) => (sure < SURE ? (LAST * sure) / SURE : (WEIGHTS[rank] ?? LAST))) };
}

export function offersOf(focuses: readonly (readonly Focus[])[]): Offers {
  const confirmed = focuses.map((focus) => numbersOf(focus.filter(({ sure }) => sure === SURE)));
  const sets = new Int32Array(focuses.length * WORDS);
  for (const [mentor, focus] of focuses.entries()) sets.set(setOf(numbersOf(focus)), mentor * WORDS);
  const rank = (at: number) => Int16Array.from(confirmed, (topics) => topics[at] ?? -1);
  return { sets, dear: [rank(0), rank(1)], sure: Float64Array.from(focuses, (focus) => Math.max(0, ...focus.map(({ sure }) => sure)) / SURE) };
}

function numbersOf(focus: readonly Focus[]): readonly number[] {
  return focus.flatMap(({ topic }) => NUMBERS.get(topic) ?? []);
}

function setOf(numbers: readonly number[]): Int32Array {
  const set = new Int32Array(WORDS);
  for (const number of numbers) set[number >> 5] = (set[number >> 5] as number) | (1 << (number & 31));
  return set;
}

/** How near a set of topics, which begins at `from`, comes to one: a related topic counts half. */
function nearness(sets: Int32Array, from: number, topic: number): number {
  if (((sets[from + (topic >> 5)] as number) & (1 << (topic & 31))) !== 0) return 1;
  return meets(sets, from, NEAR[topic] as Int32Array) ? HALF : 0;
}

const HALF = 0.5;

function meets(sets: Int32Array, from: number, set: Int32Array): boolean {
  let both = 0;
  for (let word = 0; word < WORDS; word++) both |= (sets[from + word] as number) & (set[word] as number);
  return both !== 0;
}

/**
 * For each mentor, the share of a wish that they can fulfil, weighed by rank; and how dear to them the dearest of their
 * topics is that is wished for.
 */
export function fulfil({ topics, weights }: Wish, { sets, dear, sure }: Offers, shares: Float64Array, dearest: Float64Array): void {
  const wished = setOf(topics);
  const about = setOf(TOPICS.flatMap((_, topic) => (nearness(wished, 0, topic) > 0 ? [topic] : [])));
  const reach = Float64Array.from(TOPICS, (_, topic) => nearness(wished, 0, topic));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const [first, second] = dear;
  for (let mentor = 0; mentor < sure.length; mentor++) {
    const from = mentor * WORDS;
    shares[mentor] = 0;
    dearest[mentor] = 0;
    if (!meets(sets, from, about)) continue;
    let sum = 0;
    for (let at = 0; at < topics.length; at++) sum += (weights[at] as number) * nearness(sets, from, topics[at] as number);
    shares[mentor] = ((sure[mentor] as number) * sum) / all;
    const any = LEAST_JOY * (meets(sets, from, wished) ? 1 : HALF);
    dearest[mentor] = Math.max(any, joy(first[mentor] as number, reach, JOYS[0]), joy(second[mentor] as number, reach, JOYS[1]));
  }
}

function joy(topic: number, reach: Float64Array, joy: number): number {
  return topic < 0 ? 0 : joy * (reach[topic] as number);
}

/** The wished topics that a mentor knows, or knows something near. */
export function inReach({ topics }: Wish, { sets }: Offers, mentor: number): readonly Topic[] {
  return topics.filter((topic) => nearness(sets, mentor * WORDS, topic) > 0).map((topic) => TOPICS[topic] as Topic);
}

/** The mentee sees the share of her wish, the mentor what he would love to teach most: so nobody loses by offering more. */
export function topics({ mentees, mentors, focus }: Crowd): Comparison {
  const wishes = mentees.map((one) => wishOf(focus(one)));
  const offers = offersOf(mentors.map(focus));
  const [shares, dearest] = [new Float64Array(mentors.length), new Float64Array(mentors.length)];
  return {
    row(mentee, into) {
      const wish = wishes[mentee] as Wish;
      fulfil(wish, offers, shares, dearest);
      for (let mentor = 0; mentor < shares.length; mentor++) {
        const open = wish.topics.length === 0 || offers.sure[mentor] === 0;
        into[mentor] = open ? UNKNOWN : permille(harmonic(shares[mentor] as number, dearest[mentor] as number));
      }
    },
    shared: (mentee, mentor) => inReach(wishes[mentee] as Wish, offers, mentor),
  };
}
