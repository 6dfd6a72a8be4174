// Each aim on an example that a coordinator can follow with pen and paper; docs/en/how-matching-decides.md tells the same.

import { describe, expect, it } from 'vitest';
import { type Aims, marketOf, solve } from '../../../../src/mentoring/matching/engine/index.ts';

/** By mentee the scores with each mentor; what is not there is forbidden. */
type Scores = Readonly<Record<string, Readonly<Record<string, number>>>>;

const PLAIN: Aims = { spread: false, floor: false, dial: 'total', keep: 0 };

type Counts = Readonly<Record<string, number>>;

/** `places` and `held` of mentors: one and none where nothing is said. */
function matched(scores: Scores, aims: Partial<Aims> = {}, places: Counts = {}, held: Counts = {}): string {
  const mentees = Object.keys(scores).sort();
  const mentors = [...new Set(Object.values(scores).flatMap((own) => Object.keys(own)))].sort();
  const pairs = mentees.flatMap((mentee) => Object.entries(scores[mentee] ?? {}).map(([mentor, score]) => ({ mentee, mentor, score })));
  const sides = { mentees: mentees.map((id) => ({ id })), mentors: mentors.map((id) => ({ id, capacity: places[id] ?? 1, held: held[id] ?? 0 })) };
  const market = marketOf({ ...sides, pairs });
  const { partner } = solve(market, { ...PLAIN, ...aims });
  return mentees.map((mentee, row) => `${mentee}-${mentors[partner[row] ?? -1] ?? 'nobody'}`).join(' ');
}

describe('how matching decides, by hand', () => {
  it('leaves nobody out who could be matched, although one good pair alone would score more', () => {
    // Alma with Xi alone: 900. Alma with Yara and Bo with Xi: 300 + 200 = 500, but both have somebody.
    expect(matched({ alma: { xi: 900, yara: 300 }, bo: { xi: 200 } })).toBe('alma-yara bo-xi');
  });

  it('gives every mentor somebody before anyone gets two, where that is wished', () => {
    const scores = { alma: { xi: 900, yara: 500 }, bo: { xi: 900, yara: 400 } };
    // Xi has two places: 900 + 900. Spread: 500 + 900 is better than 900 + 400.
    expect(matched(scores, {}, { xi: 2 })).toBe('alma-xi bo-xi');
    expect(matched(scores, { spread: true }, { xi: 2 })).toBe('alma-yara bo-xi');
  });

  it('an idle mentor comes before one who has somebody already, where that is wished', () => {
    const scores = { alma: { xi: 900, yara: 300 } };
    expect(matched(scores, { spread: true })).toBe('alma-xi');
    expect(matched(scores, {}, {}, { xi: 1 })).toBe('alma-xi');
    expect(matched(scores, { spread: true }, {}, { xi: 1 })).toBe('alma-yara');
    expect(matched(scores, { spread: true }, {}, { xi: 1, yara: 1 })).toBe('alma-xi');
    // Two for Yara are shared better than a third for Xi.
    expect(matched({ ...scores, bo: { xi: 900, yara: 300 } }, { spread: true }, { xi: 2, yara: 2 }, { xi: 2 })).toBe('alma-yara bo-yara');
  });

  it('lifts the weakest pair as high as it goes, where that is wished', () => {
    const scores = { alma: { xi: 950, yara: 600 }, bo: { xi: 600, yara: 300 } };
    // 950 + 300 = 1,250 is more than 600 + 600 = 1,200, but somebody would have only 300.
    expect(matched(scores)).toBe('alma-xi bo-yara');
    expect(matched(scores, { floor: true })).toBe('alma-yara bo-xi');
  });

  // Carl can have only Zoe, so that the weakest pair is the same in all cases and the dial alone decides.
  it('counts what is missing squared on "balanced": one large gap weighs more than two middling ones', () => {
    const scores = { alma: { xi: 950, yara: 700 }, bo: { xi: 720, yara: 500 }, carl: { zoe: 400 } };
    // Sums 1,450 and 1,420. Missing: 50 and 500 (252,500 squared), or 300 and 280 (168,400 squared).
    expect(matched(scores, { floor: true, dial: 'total' })).toBe('alma-xi bo-yara carl-zoe');
    expect(matched(scores, { floor: true, dial: 'balanced' })).toBe('alma-yara bo-xi carl-zoe');
  });

  it('counts what is missing cubed on "even": large gaps weigh more still', () => {
    const scores = { alma: { xi: 900, yara: 700 }, bo: { xi: 710, yara: 600 }, carl: { zoe: 400 } };
    // Missing 100 and 400, or 300 and 290. Squared: 170,000 against 174,100. Cubed, in millions: 65 against 51.4.
    expect(matched(scores, { floor: true, dial: 'balanced' })).toBe('alma-xi bo-yara carl-zoe');
    expect(matched(scores, { floor: true, dial: 'even' })).toBe('alma-yara bo-xi carl-zoe');
  });

  it('looks at the weakest, then at the next weakest, on "leximin", whatever it costs the others', () => {
    const scores = { alma: { xi: 600, yara: 590 }, bo: { xi: 1000, yara: 600 }, carl: { zoe: 500 } };
    // From below: 500, 590, 1,000; or 500, 600, 600: the second weakest is 10 better off.
    expect(matched(scores, { floor: true, dial: 'even' })).toBe('alma-yara bo-xi carl-zoe');
    expect(matched(scores, { floor: true, dial: 'leximin' })).toBe('alma-xi bo-yara carl-zoe');
  });
});
