// What must hold for every matching, whatever the numbers.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Market, marketOf, solve } from '../../../../src/mentoring/matching/engine/index.ts';
import { someAims, someMarket } from '../../../support/brute-matching.ts';

type People = Parameters<typeof marketOf>[0];
interface Group {
  readonly mentees: readonly { readonly id: string; readonly priority: 0 | 1 | 2 }[];
  readonly mentors: readonly { readonly id: string; readonly capacity: number }[];
  readonly pairs: readonly { readonly mentee: string; readonly mentor: string; readonly score: number; readonly open: boolean }[];
}

const groups = someMarket(7).map((market): Group => {
  const mentees = Array.from(market.priority, (priority, i) => ({ id: `e${i}`, priority: priority as 0 | 1 | 2 }));
  const mentors = Array.from(market.capacity, (capacity, j) => ({ id: `m${j}`, capacity }));
  const pairs = mentees.flatMap(({ id }, i) =>
    Array.from({ length: (market.first[i + 1] as number) - (market.first[i] as number) }, (_, at) => {
      const e = (market.first[i] as number) + at;
      return { mentee: id, mentor: `m${market.mentor[e]}`, score: market.score[e] as number, open: market.open[e] === 1 };
    }),
  );
  return { mentees, mentors, pairs };
});

function pairsOf(people: People, aims: Parameters<typeof solve>[1]): readonly string[] {
  const { partner, certificate } = solve(marketOf(people), aims);
  expect(certificate?.violation).toBe(0);
  const sorted = (list: Iterable<{ readonly id: string }>) => [...list].map(({ id }) => id).sort();
  const [mentees, mentors] = [sorted(people.mentees), sorted(people.mentors)];
  return [...partner].flatMap((j, i) => (j < 0 ? [] : [`${mentees[i]} ${mentors[j]}`]));
}

const runs = { numRuns: 250 };

describe('every matching', () => {
  it('is the same pairs whatever order people and pairs come in', () => {
    const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    const twice = groups.chain((group) => fc.tuple(fc.constant(group), shuffled(group.mentees), shuffled(group.mentors), shuffled(group.pairs)));
    fc.assert(
      fc.property(twice, someAims, ([group, mentees, mentors, pairs], aims) => {
        expect(pairsOf({ mentees, mentors, pairs }, aims)).toEqual(pairsOf(group, aims));
      }),
      runs,
    );
  });

  it('never has fewer pairs for one allowed pair or one place more', () => {
    fc.assert(
      fc.property(groups, someAims, fc.nat(), fc.nat(), (group, aims, which, whose) => {
        const before = pairsOf(group, aims).length;
        const { mentees, mentors, pairs } = group;
        const mentee = mentees[which % Math.max(1, mentees.length)];
        const mentor = mentors[whose % Math.max(1, mentors.length)];
        if (!mentee || !mentor) return;
        const more = [
          ...pairs.filter((pair) => pair.mentee !== mentee.id || pair.mentor !== mentor.id),
          { mentee: mentee.id, mentor: mentor.id, score: 0, open: false },
        ];
        expect(pairsOf({ ...group, pairs: more }, aims).length).toBeGreaterThanOrEqual(before);
        const roomier = mentors.map((one) => (one === mentor ? { ...one, capacity: one.capacity + 1 } : one));
        expect(pairsOf({ ...group, mentors: roomier }, aims).length).toBeGreaterThanOrEqual(before);
      }),
      runs,
    );
  });

  it('stays as it is where a pair is forbidden that was not used', () => {
    fc.assert(
      fc.property(groups, someAims, fc.nat(), (group, aims, which) => {
        const before = pairsOf(group, aims);
        const unused = group.pairs.filter(({ mentee, mentor }) => !before.includes(`${mentee} ${mentor}`));
        const gone = unused[which % Math.max(1, unused.length)];
        expect(pairsOf({ ...group, pairs: group.pairs.filter((pair) => pair !== gone) }, aims)).toEqual(before);
      }),
      runs,
    );
  });

  it('does not change when all scores, their scale and the bonus are multiplied', () => {
    fc.assert(
      fc.property(groups, someAims, fc.constantFrom(2, 3, 7), (group, aims, factor) => {
        const pairs = group.pairs.map((pair) => ({ ...pair, score: pair.score * factor }));
        expect(pairsOf({ ...group, pairs, top: 1000 * factor }, { ...aims, keep: aims.keep * factor })).toEqual(pairsOf(group, aims));
      }),
      runs,
    );
  });

  it('keeps every open proposal that can stay, where these come first', () => {
    fc.assert(
      fc.property(groups, fc.constantFrom('total', 'balanced', 'even', 'leximin'), (group, dial) => {
        const aims = { spread: false, floor: false, dial, keep: Infinity } as const;
        const all = pairsOf(group, { ...aims, keep: 0 });
        const asked = pairsOf({ ...group, pairs: group.pairs.map((pair) => ({ ...pair, open: all.includes(`${pair.mentee} ${pair.mentor}`) })) }, aims);
        expect(asked).toEqual(all);
      }),
      runs,
    );
  });

  it('may differ from one set of people to the next, where nothing but the tie decides', () => {
    const winners = Array.from({ length: 12 }, (_, round) => {
      const mentees = Array.from({ length: 12 }, (_, at) => ({ id: `${round}-${10 + at}` }));
      const [pair] = pairsOf(
        { mentees, mentors: [{ id: 'only', capacity: 1 }], pairs: mentees.map(({ id }) => ({ mentee: id, mentor: 'only', score: 500 })) },
        { spread: true, floor: true, dial: 'balanced', keep: 50 },
      );
      return pair?.split(' ')[0]?.split('-')[1];
    });
    expect(new Set(winners).size).toBeGreaterThan(3);
  });
});

const AIMS = { spread: true, floor: true, dial: 'balanced', keep: 50 } as const;
const ids = (letter: string, count: number) => Array.from({ length: count }, (_, at) => ({ id: `${letter}${1000 + at}` }));
const all = (mentees: readonly { id: string }[], mentors: readonly { id: string }[], score: (i: number, j: number) => number | undefined) =>
  mentees.flatMap(({ id: mentee }, i) =>
    mentors.flatMap(({ id: mentor }, j) => {
      const own = score(i, j);
      return own === undefined ? [] : [{ mentee, mentor, score: own }];
    }),
  );

describe('groups of an odd kind', () => {
  function solved(mentees: number, mentors: number, capacity: number, score: (i: number, j: number) => number | undefined) {
    const [left, right] = [ids('e', mentees), ids('m', mentors).map(({ id }) => ({ id, capacity }))];
    const market: Market = marketOf({ mentees: left, mentors: right, pairs: all(left, right, score) });
    const { partner, certificate } = solve(market, AIMS);
    expect(certificate?.violation).toBe(0);
    return partner;
  }
  const matched = (partner: Int32Array) => partner.filter((j) => j >= 0).length;

  it.each([
    ['nobody at all', 0, 0],
    ['no mentors', 5, 0],
    ['no mentees', 0, 5],
  ])('%s', (_, mentees, mentors) => {
    expect(matched(solved(mentees, mentors, 2, () => 500))).toBe(0);
  });

  it('all forbidden', () => expect(matched(solved(9, 9, 2, () => undefined))).toBe(0));
  it('no places', () => expect(matched(solved(9, 9, 0, () => 500))).toBe(0));
  it('places below nothing', () => expect(matched(solved(9, 9, -3, () => 500))).toBe(0));
  it('all scores equal', () => expect(matched(solved(120, 60, 2, () => 500))).toBe(120));
  it('one mentor for all', () => expect(matched(solved(300, 1, 120, (i) => i))).toBe(120));
  it('one mentee for all', () => expect(matched(solved(1, 300, 2, (_, j) => j))).toBe(1));

  it('a long chain: the last mentee can only have what the first would give up, and so on down', () => {
    const length = 400;
    const partner = solved(length, length, 1, (i, j) => (i === j ? 900 : i + 1 === j || (i === length - 1 && j === 0) ? 100 : undefined));
    expect([...partner]).toEqual(Array.from({ length }, (_, i) => i));
    const moved = solved(length, length, 1, (i, j) => (i === j && i > 0 ? 900 : i + 1 === j || (i === length - 1 && j === 0) ? 100 : undefined));
    expect([...moved]).toEqual(Array.from({ length }, (_, i) => (i + 1) % length));
  });

  it('as many as can be on the "even" dial, with every stage, where sums grow large', () => {
    const [left, right] = [ids('e', 1000), ids('m', 400).map(({ id }) => ({ id, capacity: 3 }))];
    const pairs = all(left, right, (i, j) => ((i * 31 + j * 17) % 40 === 0 ? (i * 7 + j * 13) % 1001 : undefined));
    const market = marketOf({ mentees: left, mentors: right, pairs: pairs.map((pair, at) => ({ ...pair, open: at % 11 === 0 })) });
    for (const keep of [50, Infinity]) {
      const { partner, certificate } = solve(market, { spread: true, floor: true, dial: 'even', keep });
      expect(certificate?.violation).toBe(0);
      expect(matched(partner)).toBe(1000);
    }
  });
});
