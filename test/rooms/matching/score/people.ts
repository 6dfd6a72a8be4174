// People for the tests of scores: one by hand, or any.

import fc from 'fast-check';
import type { Fit, Member } from '../../../../src/mentoring/matching/fit.ts';
import { scorerOf } from '../../../../src/mentoring/matching/score/index.ts';
import { DEFAULT_SETTINGS, FEATURES, type HardRules, type Settings, type Weights } from '../../../../src/mentoring/matching/settings/settings.ts';
import { EMPTY_PROFILE, HELP, LEVELS, MEETING_LANGUAGES, MEETS, type Profile, SLOTS } from '../../../../src/mentoring/orientation/participation.ts';
import { TOPICS } from '../../../../src/mentoring/topics/index.ts';
import { civilOf } from '../../../../src/time.ts';

export const START = civilOf('2026-09-24');
const NO_RULES: HardRules = { manager: false, unit: false, language: 'shared', least: null, most: null, hours: 0, again: false };

export function member(id: string, profile: Partial<Profile> = {}, of: Partial<Member> = {}): Member {
  const mentor = id.startsWith('m');
  return {
    ...{ id, personId: `person ${id}`, role: mentor ? 'mentor' : 'mentee', capacity: mentor ? 1 : 0, waited: false },
    timeZone: 'Europe/Stockholm',
    profile: { ...EMPTY_PROFILE, ...profile },
    ...of,
  };
}

/** Only what is named counts. */
export function counting(weights: Partial<Weights>, rules: Partial<HardRules> = {}): Settings {
  const none = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as Record<keyof Weights, number>;
  return { ...DEFAULT_SETTINGS, weights: { ...none, ...weights }, rules: { ...NO_RULES, ...rules } };
}

/** Two people alone in the world. */
export function fitOf(settings: Settings, wants: Partial<Profile>, offers: Partial<Profile>, there = 'Europe/Stockholm'): Fit {
  return scorerOf({ mentees: [member('e', wants)], mentors: [member('m', offers, { timeZone: there })], settings, startsOn: START }).fit(0, 0);
}

export function rowsOf(mentees: readonly Member[], mentors: readonly Member[], settings: Settings): number[][] {
  const scorer = scorerOf({ mentees, mentors, settings, startsOn: START });
  return mentees.map((_, mentee) => {
    const row = new Int32Array(mentors.length);
    scorer.row(mentee, row);
    return [...row];
  });
}

export function pointsOf({ reasons }: Fit): number {
  return reasons.reduce((sum, { points }) => sum + points, 0);
}

const words = fc.constantFrom(
  ...['', 'ledarskap\nförändring', 'Jag vill lära mig leda andra i en förändring', 'interviews and salary talks', 'I want to give better feedback to my team'],
  ...['quiero cambiar de carrera', 'opera, yoga', 'skidor och körsång', 'schack', '!!!', '\0\u202e', '__proto__ constructor'],
);

export const anyProfile: fc.Arbitrary<Profile> = fc.record({
  ...{ employer: fc.constant('Acme'), title: words, experience: words, interests: words, topics: words, challenges: words, ideal: words, wishes: words },
  languages: fc.subarray([...MEETING_LANGUAGES.slice(0, 4)]),
  help: fc.subarray([...HELP]),
  slots: fc.subarray([...SLOTS]),
  focus: fc.shuffledSubarray([...TOPICS.slice(0, 30)], { maxLength: 5 }),
  level: fc.constantFrom('' as const, ...LEVELS),
  unit: fc.constantFrom('', 'Research', 'Care'),
  manager: fc.constantFrom('', 'boss@example.org', 'chief@example.org'),
  place: fc.constantFrom('', 'Lund', 'Malmö'),
  meets: fc.constantFrom('' as const, ...MEETS),
});

const zones = fc.constantFrom('Europe/Stockholm', 'America/Bogota', 'Asia/Kolkata');

/** Mentees and mentors, up to five of each; some stand in both lists. */
export const anyCrowd = fc
  .tuple(...[0, 1].map(() => fc.array(fc.tuple(anyProfile, zones), { minLength: 1, maxLength: 5 })))
  .map(([wanting = [], offering = []]) => {
    const people = (letter: string, all: typeof wanting) => all.map(([profile, timeZone], index) => member(`${letter}${index}`, profile, { timeZone }));
    return { mentees: people('e', wanting), mentors: people('m', offering) };
  });

export const anyWeights: fc.Arbitrary<Weights> = fc.record(
  Object.fromEntries(FEATURES.map((feature) => [feature, fc.integer({ min: 0, max: 5 })])) as Record<keyof Weights, fc.Arbitrary<number>>,
);

export const anyRules: fc.Arbitrary<HardRules> = fc.record({
  ...{ manager: fc.boolean(), unit: fc.boolean(), again: fc.boolean(), hours: fc.integer({ min: 0, max: 12 }) },
  language: fc.constantFrom('shared' as const, 'en' as const, 'sv' as const),
  least: fc.constantFrom(null, -1, 0, 1),
  most: fc.constantFrom(null, 1, 3),
});

export const anySettings: fc.Arbitrary<Settings> = fc.record({ weights: anyWeights, rules: anyRules }).map((part) => ({ ...DEFAULT_SETTINGS, ...part }));
