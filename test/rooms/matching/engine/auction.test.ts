// The auction, and where else a huge question may begin: always the same cost, and prices that need no more work where all find a place.

import { describe, expect, it } from 'vitest';
import { type Grid, marketOfGrid } from '../../../../bench/matching/grid.ts';
import { auction } from '../../../../src/mentoring/matching/engine/auction.ts';
import { beginning, fromMentors } from '../../../../src/mentoring/matching/engine/begin.ts';
import { violation } from '../../../../src/mentoring/matching/engine/certificate.ts';
import type { Question } from '../../../../src/mentoring/matching/engine/flow.ts';
import type { Start } from '../../../../src/mentoring/matching/engine/network.ts';
import { cheapest } from '../../../../src/mentoring/matching/engine/paths.ts';
import { cheapestQuestion, someGrid } from '../../../support/instances.ts';

const asked = (grid: Grid) => cheapestQuestion(marketOfGrid(grid));

/** The beginning taken as an answer: how far is it from being one? */
function breach(question: Question, { taken, mentorPrice }: Start): number {
  const load = new Int32Array(question.mentors);
  for (const e of taken) if (e >= 0) load[question.mentor[e] as number] = (load[question.mentor[e] as number] as number) + 1;
  const menteePrice = Float64Array.from(taken, (e, i) =>
    e < 0 ? (question.without[i] as number) : (question.cost[e] as number) + (mentorPrice[question.mentor[e] as number] as number),
  );
  return violation({ question, taken: taken.map((e) => Math.max(e, -1)), load, menteePrice, mentorPrice, value: 0 });
}

describe('the auction', () => {
  it('proves its own answer where there are as many places as mentees and all find one', () => {
    for (let seed = 0; seed < 60; seed++) {
      const grid = someGrid(seed, { mentees: 40, mentors: 40, top: [10, 1000][seed % 2] as number, forbidden: 0.2 });
      const question = asked(grid);
      const begin = auction(question);
      expect(breach(question, begin)).toBe(0);
      expect(begin.taken.every((e) => e >= 0)).toBe(true);
      expect(cheapest(question).value).toBe(cheapest(question, { from: begin }).value);
    }
  });

  it('knows places: mentors take up to three', () => {
    for (let seed = 0; seed < 60; seed++) {
      const grid = someGrid(seed, { mentees: 45, mentors: 15, top: 200 });
      const question = asked({ ...grid, capacity: grid.mentors.map(() => 3) });
      expect(breach(question, auction(question))).toBe(0);
    }
  });

  it('is a beginning where not all find a place, or places stay free', () => {
    for (let seed = 0; seed < 60; seed++) {
      const grid = someGrid(seed, { mentees: 30, mentors: 20 + (seed % 20), top: 50, forbidden: 0.7 });
      const question = asked(grid);
      const flow = cheapest(question, { from: auction(question) });
      expect(flow.value).toBe(cheapest(question).value);
      expect(violation(flow)).toBe(0);
    }
  });

  it('does not bid where prices would leave the whole numbers', () => {
    const question = asked(someGrid(1, { mentees: 3, mentors: 3, top: 10 }));
    expect(() => auction({ ...question, cost: question.cost.map((own) => own + 2 ** 50) })).toThrow('too large for an auction');
  });
});

describe('a beginning', () => {
  it('from the mentors, where they are fewer, proves its own answer', () => {
    for (let seed = 0; seed < 60; seed++) {
      const question = asked(someGrid(seed, { mentees: 40, mentors: 25, top: 100, forbidden: 0.5 }));
      const { from } = fromMentors(question);
      expect(from && breach(question, from)).toBe(0);
    }
  });

  it('is not made from mentors who take two, or where mentees weigh differently', () => {
    const grid = someGrid(1, { mentees: 6, mentors: 3, top: 10 });
    const question = asked(grid);
    expect(fromMentors(asked({ ...grid, capacity: [2, 0, 1] }))).toEqual({});
    expect(fromMentors({ ...question, without: question.without.map((own, i) => own + i) })).toEqual({});
  });

  it('is not needed for few', () => {
    expect(beginning(asked(someGrid(1, { mentees: 6, mentors: 6, top: 10 })), true)).toEqual({});
  });
});
