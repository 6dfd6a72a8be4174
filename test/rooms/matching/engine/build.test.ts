// From ids to rows and columns: sorted, each once, and nothing that cannot be.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketFrom, marketOf } from '../../../../src/mentoring/matching/engine/index.ts';

const mentors = [
  { id: 'y', capacity: 2, held: 3 },
  { id: 'x', capacity: 1 },
];

describe('a market', () => {
  it('has people and pairs in the order of their ids', () => {
    const market = marketOf({
      mentees: [{ id: 'b', priority: 2 }, { id: 'c' }, { id: 'a' }],
      mentors,
      pairs: [
        { mentee: 'c', mentor: 'y', score: 3, open: true },
        { mentee: 'a', mentor: 'y', score: 2 },
        { mentee: 'a', mentor: 'x', score: 1 },
      ],
    });
    expect(market).toMatchObject({ mentees: 3, mentors: 2, top: 1000 });
    expect([market.first, market.mentor, market.score, market.open].map((list) => [...list])).toEqual([
      [0, 2, 2, 3],
      [0, 1, 1],
      [1, 2, 3],
      [0, 0, 1],
    ]);
    expect([...market.priority]).toEqual([0, 2, 0]);
    expect([...market.capacity]).toEqual([1, 2]);
    expect([...market.held]).toEqual([0, 3]);
    expect(new Set([...market.menteeKey, ...market.mentorKey]).size).toBe(5);
  });

  it('counts a pair said twice at its best, in either order', () => {
    const pairs = [
      { mentee: 'a', mentor: 'x', score: 400, open: true },
      { mentee: 'a', mentor: 'x', score: 700 },
      { mentee: 'a', mentor: 'x', score: 700 },
    ];
    for (const list of [pairs, pairs.toReversed()]) {
      const market = marketOf({ mentees: [{ id: 'a' }], mentors, pairs: list });
      expect([[...market.first], [...market.score], [...market.open]]).toEqual([[0, 1], [700], [1]]);
    }
  });

  it('is the same made a row at a time', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: -300, max: 1000 }), { minLength: 9, maxLength: 9 }), { maxLength: 9 }), fc.nat(8), (table, open) => {
        const ids = Array.from({ length: 9 }, (_, at) => `p${at}`);
        const sides = {
          mentees: table.map((_, i) => ({ id: ids[i] ?? '', priority: (i % 3) as 0 | 1 | 2 })),
          mentors: ids.map((id, j) => ({ id, capacity: j % 4, held: j % 2 })),
        };
        const isOpen = (i: number, j: number) => i === open && j === 3;
        const pairs = table.flatMap((row, i) =>
          row.flatMap((score, j) => (score < 0 ? [] : [{ mentee: ids[i] ?? '', mentor: ids[j] ?? '', score, open: isOpen(i, j) }])),
        );
        const row = (i: number, into: Int32Array) => into.set((table[i] ?? []).map((score) => Math.max(-1, score)));
        expect(marketFrom({ ...sides, row, open: open < table.length ? [[open, 3]] : [] })).toEqual(marketOf({ ...sides, pairs }));
      }),
    );
    const row = (_: number, into: Int32Array) => into.fill(1001);
    expect(() => marketFrom({ mentees: [{ id: 'a' }], mentors: mentors.toReversed(), row })).toThrow('beyond its scale');
    expect(() => marketFrom({ mentees: [{ id: 'a' }], mentors, row })).toThrow('not in order');
  });

  it('never pairs anybody with themselves', () => {
    const market = marketOf({ mentees: [{ id: 'x' }], mentors, pairs: [{ mentee: 'x', mentor: 'x', score: 1000 }] });
    expect([...market.first]).toEqual([0, 0]);
  });

  it('takes capacities that are no count of people as none or as all', () => {
    const capacities = [-1, 0, 1.9, NaN, Infinity, 2 ** 40];
    const market = marketOf({ mentees: [{ id: 'a' }, { id: 'b' }], mentors: capacities.map((capacity, at) => ({ id: `m${at}`, capacity })), pairs: [] });
    expect([...market.capacity]).toEqual([0, 0, 1, 0, 2, 2]);
  });

  it('refuses people said twice, strangers, and scores off the scale', () => {
    const one = { mentees: [{ id: 'a' }], mentors };
    expect(() => marketOf({ ...one, mentees: [{ id: 'a' }, { id: 'a' }], pairs: [] })).toThrow('twice');
    expect(() => marketOf({ ...one, mentors: [...mentors, ...mentors], pairs: [] })).toThrow('twice');
    expect(() => marketOf({ ...one, pairs: [{ mentee: 'q', mentor: 'x', score: 1 }] })).toThrow('not in the matching');
    expect(() => marketOf({ ...one, pairs: [{ mentee: 'a', mentor: 'q', score: 1 }] })).toThrow('not in the matching');
    for (const score of [-1, 1001, 0.5, NaN, Infinity]) {
      expect(() => marketOf({ ...one, pairs: [{ mentee: 'a', mentor: 'x', score }] })).toThrow('whole number within its scale');
    }
  });
});
