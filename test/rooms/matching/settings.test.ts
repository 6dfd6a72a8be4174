// Settings as data: what may be one, what a button carries, what differs in words, and whom the rules keep apart.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/bot/texts/format.ts';
import type { Text } from '../../../src/bot/views/text.ts';
import { DIALS } from '../../../src/mentoring/matching/engine/index.ts';
import type { Member } from '../../../src/mentoring/matching/fit.ts';
import { heldApart } from '../../../src/mentoring/matching/settings/rules-count.ts';
import { askedBy, DEFAULT_SETTINGS, FEATURES, type HardRules, type Settings } from '../../../src/mentoring/matching/settings/settings.ts';
import { contradicts, decoded, encoded, REQUIRED, weighsNothing } from '../../../src/mentoring/matching/settings/schema.ts';
import { differences, RULES, ruleState, weightText } from '../../../src/mentoring/matching/settings/words.ts';
import { EMPTY_PROFILE, LEVELS, type Profile, type Role } from '../../../src/mentoring/orientation/participation.ts';
import { civilOf } from '../../../src/time.ts';

const words = (text: Text) => wordsOf(text, { language: 'en', timeZone: 'UTC', terms: {}, names: new Map() });

const step = fc.option(fc.nat(4));
const possible = fc
  .record<Settings>({
    weights: fc.record(Object.fromEntries(FEATURES.map((feature) => [feature, fc.nat(10)]))),
    rules: fc.record<HardRules>({
      ...{ manager: fc.boolean(), unit: fc.boolean(), language: fc.constantFrom(...REQUIRED), least: step, most: step },
      ...{ hours: fc.nat(20), again: fc.boolean() },
    }),
    ...{ dial: fc.constantFrom(...DIALS), spread: fc.boolean(), floor: fc.boolean() },
  })
  .filter(({ weights, rules }) => !weighsNothing(weights) && !contradicts(rules));

describe('what a button carries', () => {
  it('is read back as it was, and is short', () => {
    fc.assert(
      fc.property(possible, (settings) => {
        expect(decoded(encoded(settings))).toEqual(settings);
        expect(encoded(settings).length).toBeLessThan(80);
      }),
    );
    expect(decoded(encoded(DEFAULT_SETTINGS))).toEqual(DEFAULT_SETTINGS);
  });

  it('is nothing where a part is missing, too much, out of bounds, or of an older shape', () => {
    const code = encoded(DEFAULT_SETTINGS);
    const parts = code.split(' ');
    const changed = (at: number, part: string) => parts.with(at, part).join(' ');
    const faulty = [
      '',
      'x',
      `${code} 0`,
      parts.slice(0, -1).join(' '),
      changed(0, '0'),
      changed(1, '11'),
      changed(1, '-1'),
      changed(1, '2.5'),
      changed(1, 'NaN'),
    ];
    for (const one of [...faulty, changed(11, '2'), changed(14, 'la'), changed(15, '5'), changed(17, '21'), changed(18, 'fair')])
      expect(decoded(one), one).toBeNull();
    expect(decoded([parts[0], ...FEATURES.map(() => '0'), ...parts.slice(11)].join(' '))).toBeNull();
    expect(decoded(encoded({ ...DEFAULT_SETTINGS, rules: { ...DEFAULT_SETTINGS.rules, least: 3, most: 1 } }))).toBeNull();
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (junk) => {
        const read = decoded(junk);
        if (read) expect(decoded(encoded(read))).toEqual(read);
      }),
    );
  });
});

describe('in words', () => {
  it('every weight has one, and 10 is the most', () => {
    expect([0, 1, 3, 5, 8, 10].map((n) => words(weightText(n)))).toEqual([
      ...['0 (does not count)', '1 (a little)', '3 (somewhat)', '5 (clearly)', '8 (a lot)', '10 (the most)'],
    ]);
  });

  it('only what differs is told, once each', () => {
    expect(differences(DEFAULT_SETTINGS, DEFAULT_SETTINGS)).toEqual([]);
    const after: Settings = {
      ...DEFAULT_SETTINGS,
      weights: { ...DEFAULT_SETTINGS.weights, help: 6 },
      rules: { ...DEFAULT_SETTINGS.rules, language: 'sv', least: 1, most: 2, hours: 1 },
      dial: 'even',
      floor: false,
    };
    expect(differences(DEFAULT_SETTINGS, after).map(words)).toEqual([
      'Help that one wants and the other offers: 10 → 6',
      'A language to talk in: any that both speak → both speak Swedish',
      'How far ahead the mentor is: no matter → 1 to 2 steps',
      'Free at the same time: no matter → at least 1 hour a week',
      'How even: balanced → even',
      'Keep the pair that fits least as good as it can be: on → off',
    ]);
  });

  it('every possible settings can be told', () => {
    fc.assert(fc.property(possible, ({ rules }) => RULES.forEach((rule) => expect(words(ruleState(rule, rules))).not.toBe(''))));
  });
});

describe('the profile', () => {
  it('asks for nothing more by default, and only for what counts (S4.80)', () => {
    expect(askedBy(DEFAULT_SETTINGS)).toEqual([]);
    const rules = { ...DEFAULT_SETTINGS.rules, manager: true, least: 0 };
    expect(askedBy({ ...DEFAULT_SETTINGS, rules, weights: { ...DEFAULT_SETTINGS.weights, place: 1, unit: 1 } })).toEqual([
      ...['level', 'unit', 'manager', 'place', 'meets'],
    ]);
  });
});

describe('the rules', () => {
  const member = (id: string, role: Role, profile: Partial<Profile>): Member => ({
    ...{ id, personId: id, role, capacity: 1, timeZone: 'Europe/Stockholm', waited: false, mark: '' },
    profile: { ...EMPTY_PROFILE, languages: ['en'], ...profile },
  });
  const startsOn = civilOf('2026-09-24');
  const all: HardRules = { manager: true, unit: true, again: true, language: 'shared', least: 1, most: 2, hours: 4 };
  const counted = (members: readonly Member[], rules: HardRules, earlier: readonly (readonly [string, string])[] = []) => {
    const { pairs, out } = heldApart({ members, earlier, settings: { ...DEFAULT_SETTINGS, rules }, startsOn });
    return { pairs, ...Object.fromEntries(out ?? []) };
  };

  it('are counted one by one, whatever the others say; who is both is not paired with themselves', () => {
    const members = [
      member('bo', 'mentee', { level: 'some', unit: 'Care', manager: 'eva@example.org', slots: ['mon-am'] }),
      member('eva', 'mentee', { languages: ['sv'], level: 'leading' }),
      member('mia', 'mentor', { level: 'starting', unit: 'care ', manager: 'Eva@example.org'.toLowerCase(), slots: ['mon-pm'] }),
      member('ola', 'both', { level: 'senior', languages: ['en', 'sv'], unit: 'IT', slots: ['mon-am', 'mon-pm'] }),
    ];
    expect(
      counted(members, all, [
        ['bo', 'ola'],
        ['bo', 'gone'],
      ]),
    ).toEqual({ pairs: 5, manager: 1, unit: 1, again: 1, language: 1, seniority: 4, hours: 1 });
    expect(counted(members, DEFAULT_SETTINGS.rules)).toEqual({ pairs: 5, again: 0, language: 1 });
  });

  it('keep nobody apart by what was left open', () => {
    const members = [...LEVELS, '' as const].flatMap((level, index) => [
      member(`e${index}`, 'mentee', { level: '' }),
      member(`m${index}`, 'mentor', { level }),
    ]);
    expect(counted(members, all)).toEqual({ pairs: 36, manager: 0, unit: 0, again: 0, language: 0, seniority: 0, hours: 0 });
  });

  it('are not counted where somebody would wait for it', () => {
    const many = Array.from({ length: 2001 }, (_, index) => [member(`e${index}`, 'mentee', {}), member(`m${index}`, 'mentor', {})]).flat();
    expect(heldApart({ members: many, earlier: [], settings: DEFAULT_SETTINGS, startsOn })).toEqual({ pairs: 2001 ** 2, out: null });
  });
});
