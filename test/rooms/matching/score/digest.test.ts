// The digest of a matching: another one with each thing that counts, and with nothing else.

import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../../src/mentoring/matching/digest.ts';
import type { Member } from '../../../../src/mentoring/matching/fit.ts';
import { hashOf, longHashOf, markOf } from '../../../../src/mentoring/matching/hash.ts';
import { DEFAULT_SETTINGS } from '../../../../src/mentoring/matching/settings/settings.ts';
import type { Snapshot } from '../../../../src/mentoring/matching/solving.ts';
import type { Profile } from '../../../../src/mentoring/orientation/participation.ts';
import { civilOf } from '../../../../src/time.ts';
import { member, START } from './people.ts';

const [anna, bo, carl] = [
  member('e1', { languages: ['sv', 'en'], help: ['goals', 'insight'], slots: ['mon-am', 'tue-am'], focus: ['salary', 'change'] }),
  member('m1', { languages: ['sv'], help: ['goals'] }),
  member('m2', { languages: ['en'] }),
];

const snapshot: Snapshot = {
  cohortId: 'c',
  startsOn: START,
  members: [anna, bo, carl],
  rules: [
    { menteeId: 'e1', mentorId: 'm1', kind: 'lock' },
    { menteeId: 'e1', mentorId: 'm2', kind: 'forbid' },
  ],
  proposals: [
    { id: 'p1', menteeId: 'e1', mentorId: 'm1', state: 'asked_mentee' },
    { id: 'p2', menteeId: 'e1', mentorId: 'm2', state: 'expired' },
  ],
  pairs: [
    { menteeId: 'e2', mentorId: 'm1', state: 'active' },
    { menteeId: 'e3', mentorId: 'm2', state: 'ended' },
  ],
  earlier: [
    ['person e1', 'person m3'],
    ['person e2', 'person m3'],
  ],
  settings: DEFAULT_SETTINGS,
  mode: 'gentle',
};

const digest = digestOf(snapshot);
const annaWith = (profile: Partial<Profile>, of: Partial<Member> = {}) => ({
  members: [{ ...anna, ...of, profile: { ...anna.profile, ...profile } }, bo, carl],
});
const { weights, rules } = DEFAULT_SETTINGS;

describe('the digest of a matching', () => {
  it('is short and the same every time', () => {
    expect(digest).toMatch(/^[0-9a-z]{22}$/);
    expect(digestOf(structuredClone(snapshot))).toBe(digest);
  });

  it.each<[string, Partial<Snapshot>]>([
    ['somebody who left', { members: [anna, bo] }],
    ['one more place', { members: [anna, { ...bo, capacity: 2 }, carl] }],
    ['another role', annaWith({}, { role: 'both' })],
    ['who waited', annaWith({}, { waited: true })],
    ['another time zone', annaWith({}, { timeZone: 'America/Bogota' })],
    ['an address', annaWith({}, { mark: markOf('anna@example.org') })],
    ...(['title', 'experience', 'interests', 'topics', 'challenges', 'ideal', 'unit', 'manager', 'place'] as const).map(
      (field): [string, Partial<Snapshot>] => [field, annaWith({ [field]: 'x' })],
    ),
    ['a level', annaWith({ level: 'some' })],
    ['how they meet', annaWith({ meets: 'online' })],
    ['a language', annaWith({ languages: ['sv'] })],
    ['help', annaWith({ help: ['goals'] })],
    ['a slot', annaWith({ slots: ['mon-am'] })],
    ['the order of topics', annaWith({ focus: ['change', 'salary'] })],
    ['a lock', { rules: snapshot.rules.slice(1) }],
    ['a proposal', { proposals: snapshot.proposals.slice(1) }],
    ['a yes', { proposals: snapshot.proposals.map((one) => ({ ...one, state: one.id === 'p1' ? ('asked_mentor' as const) : one.state })) }],
    ['an ended pair', { pairs: snapshot.pairs.map((pair) => ({ ...pair, state: 'ended' as const })) }],
    ['an earlier pair', { earlier: snapshot.earlier.slice(1) }],
    ['a weight', { settings: { ...DEFAULT_SETTINGS, weights: { ...weights, help: 9 } } }],
    ['two weights exchanged', { settings: { ...DEFAULT_SETTINGS, weights: { ...weights, help: weights.topics, topics: weights.help } } }],
    ['a rule', { settings: { ...DEFAULT_SETTINGS, rules: { ...rules, manager: true } } }],
    ['the dial', { settings: { ...DEFAULT_SETTINGS, dial: 'even' } }],
    ['the spread', { settings: { ...DEFAULT_SETTINGS, spread: false } }],
    ['the floor', { settings: { ...DEFAULT_SETTINGS, floor: false } }],
    ['the mode', { mode: 'full' }],
    ['the start', { startsOn: civilOf('2026-09-25') }],
    ['another cohort', { cohortId: 'd' }],
  ])('is another with %s', (_, change) => expect(digestOf({ ...snapshot, ...change })).not.toBe(digest));

  it.each<[string, Partial<Snapshot>]>([
    ['everything was read in another order', { members: [carl, anna, bo], rules: snapshot.rules.toReversed(), proposals: snapshot.proposals.toReversed() }],
    ['pairs were read in another order', { pairs: snapshot.pairs.toReversed(), earlier: snapshot.earlier.toReversed() }],
    ['lists were ticked in another order', annaWith({ languages: ['en', 'sv'], help: ['insight', 'goals'], slots: ['tue-am', 'mon-am'] })],
    [
      'the storage gives names in another order',
      { settings: { ...DEFAULT_SETTINGS, weights: Object.fromEntries(Object.entries(weights).toReversed()) as typeof weights } },
    ],
    ['somebody changed employer or a wish that people read', annaWith({ employer: 'x', wishes: 'x' })],
    ['a proposal was taken back', { proposals: [...snapshot.proposals, { id: 'p3', menteeId: 'e1', mentorId: 'm3', state: 'withdrawn' }] }],
  ])('is the same where %s', (_, change) => expect(digestOf({ ...snapshot, ...change })).toBe(digest));

  it('does not count earlier pairs where they may meet again', () => {
    const settings = { ...DEFAULT_SETTINGS, rules: { ...rules, again: false } };
    expect(digestOf({ ...snapshot, settings, earlier: [] })).toBe(digestOf({ ...snapshot, settings }));
  });
});

describe('hashes', () => {
  it('have known values, the same on every machine', () => {
    expect([hashOf('a'), hashOf('b'), hashOf('revenge')]).toEqual([7929297801672961, 8684336938537663, 4051478007546757]);
    expect(longHashOf('Anna')).toBe('1x6cemwoh1x1cr9r7v928g');
  });

  it('tell close things apart, and know an address by any spelling', () => {
    const many = new Set(Array.from({ length: 20_000 }, (_, at) => longHashOf(`person ${at}`)));
    expect(many.size).toBe(20_000);
    expect(markOf(' Anna.Lind@Example.org ')).toBe(markOf('mailto:anna.lind@example.org'));
    expect([markOf(''), markOf('  '), markOf(null)]).toEqual(['', '', '']);
  });
});
