// What holds of every score, whoever the people are.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barrierBetween, standingOf } from '../../../../src/mentoring/matching/rules.ts';
import { scorerOf } from '../../../../src/mentoring/matching/score/index.ts';
import { type Feature, FEATURES } from '../../../../src/mentoring/matching/settings/settings.ts';
import { HELP } from '../../../../src/mentoring/orientation/participation.ts';
import { TOPICS } from '../../../../src/mentoring/topics/index.ts';
import { anyCrowd, anyProfile, anySettings, anyWeights, counting, fitOf, member, pointsOf, rowsOf, START } from './people.ts';

/** The same again, after shuffling. */
const order = fc.infiniteStream(fc.nat());

describe('every score', () => {
  it('is whole permille, the same fast and slow, and its points and what was drawn add up to it exactly', () => {
    fc.assert(
      fc.property(anyCrowd, anySettings, ({ mentees, mentors }, settings) => {
        const scorer = scorerOf({ mentees, mentors, settings, startsOn: START });
        rowsOf(mentees, mentors, settings).forEach((row, mentee) =>
          row.forEach((score, mentor) => {
            const fit = scorer.fit(mentee, mentor);
            if (score >= 0) expect(score).toBe(fit.score);
            expect(Number.isInteger(fit.score) && fit.score >= 0 && fit.score <= 1000).toBe(true);
            expect(pointsOf(fit) + fit.drawn).toBe(fit.score);
            if (fit.known >= 500) expect(fit.drawn).toBe(0);
            for (const { points, of = 0 } of fit.reasons) expect(points > 0 && points <= of && of <= 1000).toBe(true);
            const [named, counts] = [
              [...fit.reasons.map(({ feature }) => feature), ...fit.missing],
              FEATURES.filter((feature) => settings.weights[feature] > 0),
            ];
            expect(new Set(named).size).toBe(named.length);
            for (const feature of named) expect(counts).toContain(feature);
          }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of people, nor on whom is asked about first', () => {
    fc.assert(
      fc.property(anyCrowd, anySettings, order, ({ mentees, mentors }, settings, numbers) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((one) => ({ one, key: numbers.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
        const [otherMentees, otherMentors] = [shuffled(mentees), shuffled(mentors)];
        const here = rowsOf(mentees, mentors, settings);
        const there = rowsOf(otherMentees, otherMentors, settings);
        mentees.forEach((mentee, row) =>
          mentors.forEach((mentor, column) => expect(there[otherMentees.indexOf(mentee)]?.[otherMentors.indexOf(mentor)]).toBe(here[row]?.[column])),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is the same when all weights are doubled', () => {
    fc.assert(
      fc.property(anyCrowd, anyWeights, ({ mentees, mentors }, weights) => {
        const double = Object.fromEntries(FEATURES.map((feature) => [feature, 2 * weights[feature]]));
        expect(rowsOf(mentees, mentors, counting(double))).toEqual(rowsOf(mentees, mentors, counting(weights)));
      }),
      { numRuns: 40 },
    );
  });

  it.each(['interests', 'time', 'place', 'unit'] as const)('is the same seen from the other side: %s', (feature) => {
    fc.assert(
      fc.property(anyProfile, anyProfile, (one, other) => {
        expect(fitOf(counting({ [feature]: 1 }), one, other).score).toBe(fitOf(counting({ [feature]: 1 }), other, one).score);
      }),
      { numRuns: 40 },
    );
  });
});

describe('hard rules', () => {
  it('hold always, in the same way for all mentors at once and for two', () => {
    const none = standingOf([], [], [], { earlier: [], startsOn: START });
    fc.assert(
      fc.property(anyCrowd, anySettings, ({ mentees, mentors }, settings) => {
        const [first = member('e'), ...rest] = mentees;
        const people = [...mentors, { ...first, id: 'm', role: 'mentor' as const }];
        rowsOf([first, ...rest], people, settings).forEach((row, mentee) =>
          row.forEach((score, mentor) => {
            const [one = first, other = first] = [[first, ...rest][mentee], people[mentor]];
            const barrier = barrierBetween(one, { ...other, capacity: 1 }, none, settings.rules);
            expect(score < 0).toBe(barrier !== null);
          }),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('silence', () => {
  it('neither wins nor loses: who leaves something open is compared by the rest alone', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, anyWeights, fc.constantFrom<Feature>('help', 'language', 'time', 'unit'), (wants, offers, weights, feature) => {
        const key = { help: { help: [] }, language: { languages: [] }, time: { slots: [] }, unit: { unit: '' } }[feature as 'help'];
        const silent = fitOf(counting(weights), wants, { ...offers, ...key });
        const rest = fitOf(counting({ ...weights, [feature]: 0 }), wants, offers);
        if (silent.known >= 500) expect(silent.score).toBe(rest.score);
        expect(silent.missing.includes(feature)).toBe(weights[feature] > 0);
      }),
      { numRuns: 60 },
    );
  });

  it('of a whole profile gives what is usual, between the least and the most', () => {
    fc.assert(
      fc.property(anyCrowd, anyWeights, ({ mentees, mentors }, weights) => {
        const all = rowsOf(mentees, mentors, counting(weights));
        const [scores = []] = rowsOf([member('e9'), ...mentees], mentors, counting(weights));
        const one = new Set(scores);
        expect(one.size).toBe(1);
        const known = all.flat().filter((score) => score >= 0);
        const [score = 0] = one;
        if (score !== 500) expect(score >= Math.min(...known) && score <= Math.max(...known)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('offering more', () => {
  it('never lowers a score: help', () => {
    fc.assert(
      fc.property(anyProfile, anyProfile, anyWeights, fc.constantFrom(...HELP), (wants, offers, weights, more) => {
        const before = fitOf(counting({ ...weights, help: 3 }), { ...wants, help: [...wants.help, more] }, { ...offers, help: ['goals'] });
        const after = fitOf(counting({ ...weights, help: 3 }), { ...wants, help: [...wants.help, more] }, { ...offers, help: ['goals', more] });
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
      { numRuns: 60 },
    );
  });

  it('never lowers a score: topics after the others, languages, hours', () => {
    const topic = fc.shuffledSubarray([...TOPICS.slice(0, 40)], { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(topic, topic, fc.nat({ max: 5 }), (wants, offers, fewer) => {
        const score = (all: typeof offers) => fitOf(counting({ topics: 1 }), { focus: wants }, { focus: all }).score;
        const less = offers.slice(0, 1 + (fewer % offers.length));
        expect(score(offers)).toBeGreaterThanOrEqual(score(less));
      }),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(anyProfile, anyProfile, (wants, offers) => {
        const settings = counting({ language: 2, time: 3 });
        const [language = 'sv', slot = 'mon-am'] = [offers.languages[0], offers.slots[0]];
        const less = fitOf(settings, wants, { ...offers, languages: [language], slots: [slot] });
        expect(fitOf(settings, wants, { ...offers, languages: [language, ...offers.languages], slots: [slot, ...offers.slots] }).score).toBeGreaterThanOrEqual(
          less.score,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('of many people', () => {
  it('takes what is usual from some, chosen by who they are and not by where they stand', () => {
    // Half of the mentees get all they want from everybody, half of them nothing; one mentor has told nothing.
    const mentees = Array.from({ length: 40 }, (_, at) => member(`e${at}`, { help: [at < 20 ? 'goals' : 'insight'], languages: ['sv'] }));
    const mentors = Array.from({ length: 16_000 }, (_, at) => member(`m${at}`, at === 0 ? {} : { help: ['goals'], languages: ['sv'] }));
    const usual = [mentees, mentees.toReversed()].map((people) => {
      const scorer = scorerOf({ mentees: people, mentors, settings: counting({ help: 3, language: 1 }), startsOn: START });
      return scorer.fit(0, 0).score;
    });
    expect(usual[0]).toBe(usual[1]);
    expect([250, 1000]).toContain(usual[0]);
  });
});
