// Made-up people for the benchmark: topics as skewed as real ones, languages, time zones, seniority, lines. The same seed, the same people.

import { hashOf } from '../../src/mentoring/matching/hash.ts';
import type { Rows } from '../../src/mentoring/matching/engine/index.ts';
import { type Chance, chanceOf } from '../../src/runtime/simulate/chance.ts';

const TOPICS = 120;
const ZONES = [0, 0, 0, 0, 1, 1, 2, 7] as const;
const LEVELS = 10;
/** Four languages as bits: who speaks what. Few mentors speak the fourth, so somebody stays without. */
const TONGUES = [1, 1, 1, 3, 3, 3, 3, 5, 6, 7] as const;
const RARE = 8;
const TONGUE_SETS = 16;
const TONES = 64;
const FORBIDDEN = -1_000_000;

interface Person {
  readonly topics: readonly number[];
  readonly tongue: number;
  readonly zone: number;
  readonly level: number;
  readonly line: number;
  readonly tone: number;
}

export interface People extends Rows {
  /** Writes the scores of one mentee with some mentors only. */
  some(mentee: number, mentors: Int32Array, into: Int32Array): void;
}

/** As many mentees as mentors, one place each. Scores are worked out whenever they are asked for: hardly any memory. */
export function people(count: number, seed: number): People {
  const mentees = crowd(chanceOf('mentees', count, seed), count, { higher: 0, topics: 3, rare: 0.06 });
  const mentors = crowd(chanceOf('mentors', count, seed), count, { higher: 2, topics: 4, rare: 0.02 });
  // What does not depend on a topic is one number of a small table for each mentee.
  const sort = Uint16Array.from(mentors, ({ tongue, zone, level }) => (tongue * 10 + zone) * LEVELS + level);
  const line = Int32Array.from(mentors, (mentor) => mentor.line);
  const tone = Uint8Array.from(mentors, (mentor) => mentor.tone);
  const [one, two, three, four] = [0, 1, 2, 3].map((at) => Uint8Array.from(mentors, ({ topics }) => topics[at] as number)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const wished = new Int32Array(TOPICS);
  const fit = new Int32Array(TONGUE_SETS * 10 * LEVELS);
  const closeness = new Int32Array(TONES);

  function score(own: number, mentor: number): number {
    const base = fit[sort[mentor] as number] as number;
    if (base < 0 || line[mentor] === own) return -1;
    const topics =
      (wished[one[mentor] as number] as number) +
      (wished[two[mentor] as number] as number) +
      (wished[three[mentor] as number] as number) +
      (wished[four[mentor] as number] as number);
    return base + (topics > 500 ? 500 : topics) + (closeness[tone[mentor] as number] as number);
  }

  return {
    mentees: count,
    mentors: count,
    capacity: new Int32Array(count).fill(1),
    held: new Int32Array(count),
    top: 1000,
    priority: new Uint8Array(count),
    menteeKey: keys('mentee', count, seed),
    mentorKey: keys('mentor', count, seed),
    row(mentee, into) {
      const who = mentees[mentee] as Person;
      fill(who, wished, fit, closeness);
      for (let mentor = 0; mentor < count; mentor++) into[mentor] = score(who.line, mentor);
    },
    some(mentee, mentors, into) {
      const who = mentees[mentee] as Person;
      fill(who, wished, fit, closeness);
      for (let at = 0; at < mentors.length; at++) into[at] = score(who.line, mentors[at] as number);
    },
  };
}

/** The tables of one mentee: up to 500 for topics, 300 for how level, zone and language fit, 200 for tone. */
function fill(who: Person, wished: Int32Array, fit: Int32Array, closeness: Int32Array): void {
  wished.fill(0);
  who.topics.forEach((topic, rank) => {
    wished[topic] = 250 - 60 * rank;
    // The neighbours in the list are the related ones.
    for (const near of [topic - 1, topic + 1]) if (near >= 0 && near < TOPICS && wished[near] === 0) wished[near] = 60;
  });
  for (let tongue = 1; tongue < TONGUE_SETS; tongue++) {
    for (let zone = 0; zone < 10; zone++) {
      for (let level = 0; level < LEVELS; level++) {
        const gap = level - who.level;
        const apart = Math.abs(zone - who.zone);
        const allowed = (tongue & who.tongue) !== 0 && gap >= 1 && gap <= 5 && apart <= 5;
        const both = tongue & who.tongue;
        fit[(tongue * 10 + zone) * LEVELS + level] = allowed ? 150 - 35 * Math.abs(gap - 2) + 100 - 20 * apart + (both === who.tongue ? 50 : 0) : FORBIDDEN;
      }
    }
  }
  for (let tone = 0; tone < TONES; tone++) closeness[tone] = (Math.imul(tone * 64 + who.tone + 1, 0x9e3779b1) >>> 8) % 201;
}

function crowd(chance: Chance, count: number, { higher, topics, rare }: { higher: number; topics: number; rare: number }): readonly Person[] {
  return Array.from({ length: count }, () => ({
    topics: Array.from({ length: topics }, () => skewed(chance)),
    tongue: chance.yes(rare) ? RARE : chance.pick(TONGUES),
    zone: chance.pick(ZONES),
    level: Math.min(LEVELS - 1, higher + Math.floor(chance.next() * chance.next() * LEVELS)),
    line: chance.whole(1, Math.max(2, Math.ceil(count / 12))),
    tone: chance.whole(0, TONES - 1),
  }));
}

/** Zipf: the second topic is wished half as often as the first. */
function skewed(chance: Chance): number {
  return Math.min(TOPICS - 1, Math.floor(TOPICS ** chance.next()) - 1);
}

function keys(kind: string, count: number, seed: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, at) => hashOf(`${seed}/${kind}/${at}`) % 2 ** 32);
}
