// Scores that a coordinator can follow by hand.

import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/mentoring/matching/settings/settings.ts';
import { counting, fitOf, member, pointsOf, rowsOf } from './people.ts';

describe('a score in its parts', () => {
  it('adds weights up: help weighs 3 and is half met, language weighs 1 and is met', () => {
    const fit = fitOf(counting({ help: 3, language: 1 }), { help: ['goals', 'insight'], languages: ['sv'] }, { help: ['goals'], languages: ['sv'] });
    // (3 × 500 + 1 × 1000) / 4
    expect(fit).toEqual({
      score: 625,
      reasons: [
        { feature: 'help', points: 375, of: 750, shared: ['goals'] },
        { feature: 'language', points: 250, of: 250, shared: ['sv'] },
      ],
      missing: [],
      known: 1000,
      drawn: 0,
    });
  });

  it('gives the point that rounding lost to whoever lost most, so that the parts are the whole', () => {
    const three = { help: ['goals'], languages: ['sv'], slots: ['mon-am', 'tue-am'] } as const;
    const { score, reasons } = fitOf(counting({ help: 1, language: 1, time: 1 }), three, three);
    expect(score).toBe(1000);
    expect(reasons.map(({ points, of }) => [points, of])).toEqual([
      [334, 334],
      [333, 333],
      [333, 333],
    ]);
  });

  it('leaves out what one of them left open, names it, and spreads its weight', () => {
    const fit = fitOf(counting({ help: 2, interests: 1 }), { help: ['goals'], interests: 'opera' }, { help: ['goals'] });
    expect(fit).toMatchObject({ score: 1000, missing: ['interests'], known: 667, drawn: 0 });
  });

  it('names nothing that does not count', () => {
    expect(fitOf(counting({ help: 1 }), {}, {}).missing).toEqual(['help']);
  });
});

describe('where little is known', () => {
  const settings = counting({ help: 1, language: 1, unit: 3 });
  const told = (help: 'goals' | 'insight') => ({ help: [help], languages: ['sv'], unit: 'Care' }) as const;

  it('draws the score to the middle of what others have', () => {
    const mentees = [member('e1', told('goals')), member('e2', { help: ['goals'], languages: ['sv'] })];
    const mentors = [member('m1', { ...told('goals'), unit: 'Research' }), member('m2', told('insight')), member('m3', told('goals'))];
    // e1: all of it; only the language; all but another unit. Of 1000, 200 and 400 the middle is 400.
    // e2 has told two fifths: two fifths of her own score, three fifths of 400.
    expect(rowsOf(mentees, mentors, settings)).toEqual([
      [1000, 200, 400],
      [640, 440, 640],
    ]);
  });

  it('is the middle itself where nothing is known: an empty profile neither wins nor loses', () => {
    const mentors = [member('m1', { ...told('goals'), unit: 'Research' }), member('m2', told('insight')), member('m3', told('goals')), member('m4')];
    expect(rowsOf([member('e1', told('goals'))], mentors, settings)).toEqual([[1000, 200, 400, 400]]);
  });

  it('is 500 for everybody where nothing counts, and where nobody has told anything', () => {
    expect(fitOf(counting({}), told('goals'), told('goals'))).toEqual({ score: 500, reasons: [], missing: [], known: 0, drawn: 500 });
    expect(fitOf(DEFAULT_SETTINGS, {}, {})).toMatchObject({ score: 500, reasons: [], known: 0, drawn: 500 });
  });

  it('says how many points that added or took', () => {
    const fit = fitOf(settings, { help: ['goals'] }, { help: ['goals'] });
    // A fifth of 1000, four fifths of 500; the reasons alone would be 1000.
    expect(fit).toMatchObject({ score: 600, known: 200, drawn: -400, missing: ['language', 'unit'] });
    expect(pointsOf(fit) + fit.drawn).toBe(600);
  });
});

describe('topics', () => {
  const topics = counting({ topics: 1 });
  const score = (wants: readonly string[], offers: readonly string[]) => fitOf(topics, { focus: wants as [] }, { focus: offers as [] }).score;

  it('weighs what the mentee put first three times as much as the third', () => {
    // 3, 2 and 1 of 6; the mentor's dearest is met: 2ab / (a + b) with b = 1.
    expect(score(['salary', 'sales', 'health'], ['salary'])).toBe(667); // a = 1/2
    expect(score(['sales', 'health', 'salary'], ['salary'])).toBe(286); // a = 1/6
  });

  it('counts a related topic half', () => {
    expect(score(['salary'], ['negotiation'])).toBe(500);
    expect(score(['salary'], ['health'])).toBe(0);
  });

  it('asks the mentor, too, what is dearest, and punishes nobody for offering more', () => {
    expect(score(['salary'], ['salary', 'health'])).toBe(1000);
    expect(score(['salary'], ['health', 'salary'])).toBe(947); // b = 0.9
    expect(score(['salary'], ['health', 'sales', 'writing', 'salary'])).toBe(889); // b = 0.8
  });

  it('names the topics that were met', () => {
    const fit = fitOf(topics, { focus: ['salary', 'health', 'sales'] }, { focus: ['sales', 'promotion'] });
    expect(fit.reasons).toMatchObject([{ feature: 'topics', shared: ['salary', 'sales'] }]);
  });

  it('understands what nobody has confirmed, in two languages, but trusts it less', () => {
    const understood = fitOf(topics, { topics: 'Jag vill förhandla om min lön' }, { topics: 'salary negotiation' });
    const confirmed = fitOf(topics, { focus: ['salary'] }, { focus: ['salary'] });
    expect(understood.score).toBeGreaterThan(300);
    expect(understood.score).toBeLessThan(confirmed.score);
    expect(understood.reasons[0]?.shared).toContain('salary');
  });
});

describe('languages', () => {
  const score = (mine: readonly ('sv' | 'en' | 'es' | 'fi')[], theirs: readonly ('sv' | 'en' | 'es' | 'fi')[]) =>
    fitOf(counting({ language: 1 }), { languages: mine }, { languages: theirs }).score;

  it('counts one in common most, and more a little; who speaks more loses nothing', () => {
    expect(score(['sv'], ['sv'])).toBe(1000);
    expect(score(['sv'], ['sv', 'fi', 'es'])).toBe(1000);
    expect(score(['sv', 'en'], ['sv'])).toBe(667); // half for the mentee, all for the mentor
    expect(score(['sv', 'en', 'es'], ['sv', 'en'])).toBe(800);
    expect(score(['sv'], ['fi'])).toBe(0);
  });
});

describe('hours', () => {
  const time = counting({ time: 1 });

  it('takes a full day in common a week for as good as can be', () => {
    expect(fitOf(time, { slots: ['mon-am', 'tue-am'] }, { slots: ['mon-am', 'tue-am'] }).score).toBe(1000);
    expect(fitOf(time, { slots: ['mon-am'] }, { slots: ['mon-am', 'mon-pm'] }).score).toBe(500); // four hours of eight
  });

  it('lays the hours of two time zones over each other (C19)', () => {
    // Morning in Stockholm is night in Bogotá; its evening is Bogotá's noon.
    expect(fitOf(time, { slots: ['mon-am'] }, { slots: ['mon-am'] }, 'America/Bogota').score).toBe(0);
    expect(fitOf(time, { slots: ['evenings'] }, { slots: ['mon-am', 'mon-pm'] }, 'America/Bogota').reasons).toMatchObject([{ shared: ['evenings'] }]);
  });

  it('counts the season in which they have less in common, as clocks change in one place and not in the other', () => {
    // 12-17 in Stockholm is 5-10 in Bogotá in summer, and 6-11 in winter: two hours of 8-12 in one, three in the other.
    expect(fitOf(time, { slots: ['mon-pm'] }, { slots: ['mon-am'] }, 'America/Bogota').score).toBe(250);
    // 17-21 is 10-14 in summer and 11-15 in winter: one hour is left.
    expect(fitOf(time, { slots: ['evenings'] }, { slots: ['mon-am'] }, 'America/Bogota').score).toBe(125);
  });
});

describe('place, seniority and unit', () => {
  const meet = (mine: object, theirs: object) => fitOf(counting({ place: 1 }), mine, theirs);

  it.each([
    [{ place: 'Lund' }, { place: 'lund ' }, 1000],
    [{ place: 'Lund', meets: 'online' }, { place: 'Malmö', meets: 'either' }, 800],
    [{ place: 'Lund', meets: 'person' }, { place: 'Malmö', meets: 'either' }, 0],
    [{ place: 'Lund', meets: 'person' }, { place: 'Lund', meets: 'online' }, 500],
    [{ meets: 'person' }, { meets: 'online' }, 0],
    [{ meets: 'either' }, { meets: 'online' }, 800],
  ])('meets %j and %j', (mine, theirs, score) => expect(meet(mine, theirs).score).toBe(score));

  it('does not guess where people are', () => {
    for (const [mine, theirs] of [
      [{ place: 'Lund' }, {}],
      [{ meets: 'person' }, { meets: 'either', place: 'Lund' }],
      [{ place: 'Lund' }, { place: 'Malmö' }],
    ] as const)
      expect(meet(mine, theirs).missing).toEqual(['place']);
  });

  it('likes a mentor one step ahead best, falling to the ends', () => {
    const levels = ['starting', 'some', 'experienced', 'leading', 'senior'] as const;
    const scores = (of: object) => levels.map((level) => fitOf(counting({ seniority: 1 }, of), { level: 'some' }, { level }).score);
    expect(scores({})).toEqual([500, 750, 1000, 750, 500]);
    expect(scores({ least: 0, most: 3 })).toEqual([0, 0, 1000, 500, 0]);
    expect(scores({ least: 2, most: 3 })).toEqual([0, 0, 0, 1000, 0]);
  });

  it('likes another unit, by whatever spelling', () => {
    const unit = (mine: string, theirs: string) => fitOf(counting({ unit: 1 }), { unit: mine }, { unit: theirs }).score;
    expect([unit('Care', 'Research'), unit('Care', ' CARE')]).toEqual([1000, 0]);
  });
});

describe('weights', () => {
  it.each([-1, 11, 0.5, Number.NaN, '3'])('takes whole numbers from 0 to 10 only: %s', (weight) => {
    expect(() => fitOf(counting({ help: weight as number }), {}, {})).toThrow('weight of help');
  });
});
