// Who with whom: against brute force on small groups, and against answers that others have published.

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, type Problem, plainEngine, type Solution } from '../../../src/mentoring/matching/engine.ts';

const scored = fc.record({ allowed: fc.boolean(), score: fc.constantFrom(0, 100, 100, 250, 500, 500, 900, 1000) });

/** Up to five on each side, room for one to three, many ties. */
const problems = fc
  .record({
    n: fc.integer({ min: 0, max: 5 }),
    rooms: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 }),
    cells: fc.array(scored, { minLength: 25, maxLength: 25 }),
  })
  .map(({ n, rooms, cells }): Problem => {
    const mentees = Array.from({ length: n }, (_, index) => `e${index}`);
    const mentors = rooms.map((capacity, index) => ({ id: `m${index}`, capacity }));
    const pairs = mentees.flatMap((mentee, row) =>
      mentors.flatMap(({ id }, column) => {
        const cell = cells[row * 5 + column];
        return cell?.allowed ? [{ mentee, mentor: id, score: cell.score }] : [];
      }),
    );
    return { mentees, mentors, pairs, locks: [] };
  });

interface Worth {
  readonly count: number;
  readonly total: number;
}

function worth(pairs: readonly Candidate[]): Worth {
  return { count: pairs.length, total: pairs.reduce((sum, pair) => sum + pair.score, 0) };
}

function better(a: Worth, b: Worth): Worth {
  return a.count > b.count || (a.count === b.count && a.total >= b.total) ? a : b;
}

/** Every way there is. */
function bruteForce(problem: Problem, fits: (chosen: readonly Candidate[]) => boolean = () => true): Worth {
  const from = (index: number, chosen: readonly Candidate[]): Worth => {
    const mentee = problem.mentees[index];
    if (mentee === undefined) return fits(chosen) ? worth(chosen) : { count: -1, total: 0 };
    let best = from(index + 1, chosen);
    for (const pair of problem.pairs) {
      if (pair.mentee !== mentee) continue;
      const capacity = problem.mentors.find((mentor) => mentor.id === pair.mentor)?.capacity ?? 0;
      if (chosen.filter((other) => other.mentor === pair.mentor).length >= capacity) continue;
      best = better(from(index + 1, [...chosen, pair]), best);
    }
    return best;
  };
  return from(0, []);
}

function expectSound(problem: Problem, solution: Solution): void {
  const keys = new Set([...problem.pairs, ...problem.locks].map((pair) => `${pair.mentee} ${pair.mentor}`));
  for (const pair of solution.pairs) expect(keys).toContain(`${pair.mentee} ${pair.mentor}`);
  expect([...solution.pairs.map((pair) => pair.mentee), ...solution.unmatched].sort()).toEqual([...problem.mentees].sort());
  for (const { id, capacity } of problem.mentors) {
    expect(solution.pairs.filter((pair) => pair.mentor === id).length).toBeLessThanOrEqual(capacity);
  }
}

function without(pairs: readonly Candidate[]): readonly Candidate[] {
  return pairs.filter((pair) => !pairs.some((other) => other.mentee === pair.mentor && other.mentor === pair.mentee));
}

describe('the plain engine', () => {
  it('matches as many as possible, then the best total, within the mentors’ places', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const solution = plainEngine(problem);
        expectSound(problem, solution);
        expect(worth(solution.pairs)).toEqual(bruteForce(problem));
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same pairs for every order of the input', () => {
    fc.assert(
      fc.property(
        problems.chain((problem) =>
          fc.tuple(
            fc.constant(problem),
            fc.shuffledSubarray([...problem.mentees], { minLength: problem.mentees.length }),
            fc.shuffledSubarray([...problem.mentors], { minLength: problem.mentors.length }),
            fc.shuffledSubarray([...problem.pairs], { minLength: problem.pairs.length }),
          ),
        ),
        ([problem, mentees, mentors, pairs]) => {
          expect(plainEngine({ mentees, mentors, pairs, locks: [] })).toEqual(plainEngine(problem));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not favour early ids where all fit alike', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    const pairs = ids.map((mentee) => ({ mentee, mentor: 'only', score: 500 }));
    const winners = ids.map((prefix) => {
      const solution = plainEngine({
        mentees: ids.map((id) => prefix + id),
        mentors: [{ id: 'only', capacity: 1 }],
        pairs: pairs.map((pair) => ({ ...pair, mentee: prefix + pair.mentee })),
        locks: [],
      });
      return solution.pairs[0]?.mentee.slice(prefix.length);
    });
    expect(new Set(winners).size).toBeGreaterThan(3);
  });

  it('lets a mentee without a free place take that of somebody with a lesser score', () => {
    const problem = {
      mentees: ['a', 'b'],
      mentors: [{ id: 'm', capacity: 1 }],
      pairs: [
        { mentee: 'a', mentor: 'm', score: 100 },
        { mentee: 'b', mentor: 'm', score: 900 },
      ],
      locks: [],
    };
    expect(plainEngine(problem)).toEqual({ pairs: [{ mentee: 'b', mentor: 'm', score: 900 }], unmatched: ['a'] });
  });

  it('keeps locks as far as the places go, and never forms what is not allowed', () => {
    fc.assert(
      fc.property(problems, fc.nat(), fc.nat(), (problem, first, second) => {
        const locks = [problem.pairs[first % Math.max(1, problem.pairs.length)], problem.pairs[second % Math.max(1, problem.pairs.length)]]
          .filter((pair) => pair !== undefined)
          .filter((pair, index, all) => all.findIndex((other) => other.mentee === pair.mentee || other.mentor === pair.mentor) === index);
        const solution = plainEngine({ ...problem, locks });
        expectSound(problem, solution);
        for (const lock of locks) {
          const capacity = problem.mentors.find((mentor) => mentor.id === lock.mentor)?.capacity ?? 0;
          if (capacity > 0) expect(solution.pairs).toContainEqual(lock);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never makes two people each other’s mentor, nor anybody their own, and is the best of the rest', () => {
    const cells = fc.array(fc.tuple(fc.boolean(), fc.constantFrom(0, 300, 300, 700, 1000)), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(cells, fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 4, maxLength: 4 }), (grid, rooms) => {
        const ids = ['a', 'b', 'c', 'd'];
        const pairs = ids.flatMap((mentee, row) =>
          ids.flatMap((mentor, column) => {
            const [allowed, score = 0] = grid[row * 4 + column] ?? [];
            return allowed ? [{ mentee, mentor, score }] : [];
          }),
        );
        const problem = { mentees: ids, mentors: ids.map((id, index) => ({ id, capacity: rooms[index] ?? 1 })), pairs, locks: [] };
        const solution = plainEngine(problem);
        expect(without(solution.pairs)).toEqual(solution.pairs);
        const best = bruteForce(
          { ...problem, pairs: pairs.filter((pair) => pair.mentee !== pair.mentor) },
          (chosen) => without(chosen).length === chosen.length,
        );
        expect(worth(solution.pairs)).toEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  it('finds a good plan where everyone is both and all would swap', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const pairs = ids.flatMap((mentee, a) => ids.flatMap((mentor, b) => (a === b ? [] : [{ mentee, mentor, score: 1000 - ((a * b) % 7) * 50 }])));
    const solution = plainEngine({ mentees: ids, mentors: ids.map((id) => ({ id, capacity: 1 })), pairs, locks: [] });
    expect(without(solution.pairs)).toEqual(solution.pairs);
    expect(solution.unmatched).toEqual([]);
  });

  it('knows nothing to do with nobody', () => {
    expect(plainEngine({ mentees: [], mentors: [], pairs: [], locks: [] })).toEqual({ pairs: [], unmatched: [] });
    expect(plainEngine({ mentees: ['a'], mentors: [], pairs: [], locks: [] })).toEqual({ pairs: [], unmatched: ['a'] });
  });

  it('finds the published optimum of OR-Library’s assign100', () => {
    const text = gunzipSync(readFileSync(new URL('../../instances/orlib/assign100.txt.gz', import.meta.url))).toString();
    const costs = text.trim().split(/\s+/).map(Number);
    expect(costs).toHaveLength(10_000);
    const pairs = costs.map((cost, index) => ({ mentee: `e${Math.floor(index / 100)}`, mentor: `m${index % 100}`, score: 1000 - cost }));
    const ids = Array.from({ length: 100 }, (_, index) => index);
    const problem = { mentees: ids.map((id) => `e${id}`), mentors: ids.map((id) => ({ id: `m${id}`, capacity: 1 })), pairs, locks: [] };
    expect(worth(plainEngine(problem).pairs)).toEqual({ count: 100, total: 100_000 - 305 });
  });

  it.each([
    ['hr0.txt', 9],
    ['hr1.txt', 6],
    ['hr2.txt', 11],
    ['hr3.txt', 8],
    ['hr4.txt', 11],
  ])('finds the published size and least ranks of hospitals and residents %s', (file, ranks) => {
    const { residents, places } = readHospitals(file);
    const pairs = residents.flatMap((wishes, resident) =>
      wishes.map(({ hospital, rank }) => ({ mentee: `r${resident}`, mentor: hospital, score: 1000 - rank })),
    );
    const problem = { mentees: residents.map((_, index) => `r${index}`), mentors: places, pairs, locks: [] };
    expect(worth(plainEngine(problem).pairs)).toEqual({ count: 6, total: 6000 - ranks });
  });
});

function readHospitals(file: string) {
  const lines = readFileSync(new URL(`../../instances/matchingproblems/${file}`, import.meta.url), 'utf8').split('\n');
  const [residents = 0, count = 0] = (lines[0] ?? '').split(' ').map(Number);
  const wishes = lines.slice(1, residents + 1).map((line) => {
    const groups = line.replace(/^\d+:/, '').match(/\([^)]*\)|\d+/g) ?? [];
    return groups.flatMap((group, index) => (group.match(/\d+/g) ?? []).map((hospital) => ({ hospital: `h${hospital}`, rank: index + 1 })));
  });
  const places = lines.slice(residents + 1, residents + count + 1).map((line) => {
    const [id = '', , upper = '0'] = line.split(':').map((part) => part.trim());
    return { id: `h${id}`, capacity: Number(upper) };
  });
  return { residents: wishes, places };
}
