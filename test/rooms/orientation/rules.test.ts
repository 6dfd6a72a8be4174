// What a profile needs, how complete it is, and what a change of it means.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageFrom } from '../../../src/mentoring/orientation/language.ts';
import {
  EMPTY_PROFILE,
  HELP,
  LEVELS,
  MEETING_LANGUAGES,
  MEETS,
  type Participation,
  type Profile,
  type Role,
  SLOTS,
} from '../../../src/mentoring/orientation/participation.ts';
import {
  changed,
  completeness,
  isUntouched,
  leavesMatching,
  mustReadNotice,
  neededFor,
  NOTICE_VERSION,
  PARTS,
  playsAs,
  sidesGivenUp,
  stepToOpen,
} from '../../../src/mentoring/orientation/rules.ts';
import { zoneName, zonesFor } from '../../../src/mentoring/orientation/zones.ts';
import { instantOf } from '../../../src/time.ts';

const NOW = instantOf('2026-09-01T08:00:00Z');

function participation(of: Partial<Participation> = {}): Participation {
  return {
    id: 'p',
    cohortId: 'c',
    personId: 'anna',
    role: 'mentee',
    state: 'draft',
    capacity: 0,
    profile: EMPTY_PROFILE,
    noticeVersion: NOTICE_VERSION,
    noticeReadAt: NOW,
    createdAt: NOW,
    submittedAt: null,
    ...of,
  };
}

const enough: Profile = { ...EMPTY_PROFILE, languages: ['sv'], help: ['goals'] };

const roles = fc.constantFrom<Role>('mentee', 'mentor', 'both');
const words = fc.constantFrom('', '  ', 'something');
const profiles: fc.Arbitrary<Profile> = fc.record({
  employer: words,
  title: words,
  experience: words,
  interests: words,
  languages: fc.subarray([...MEETING_LANGUAGES]),
  help: fc.subarray([...HELP]),
  topics: words,
  challenges: words,
  ideal: words,
  wishes: words,
  slots: fc.subarray([...SLOTS]),
  ...{ focus: fc.constant([]), level: fc.constantFrom('', ...LEVELS), unit: words, manager: words, place: words, meets: fc.constantFrom('', ...MEETS) },
});
const emails = fc.constantFrom(null, 'ana@example.org');

describe('completeness', () => {
  it('says how far a mentee has come and what would help most (S4.12, S4.18)', () => {
    const profile = { ...enough, slots: ['mon-am'] as const, interests: 'chess' };
    expect(completeness({ role: 'mentee', profile, email: 'ana@example.org' })).toEqual({
      done: 5,
      of: 9,
      missing: ['challenges', 'experience', 'topics', 'ideal'],
      needed: [],
    });
  });

  it('asks a mentor for experience before challenges (S4.14, S4.16)', () => {
    const { missing } = completeness({ role: 'mentor', profile: enough, email: null });
    expect(missing.slice(0, 3)).toEqual(['experience', 'slots', 'challenges']);
  });

  it('never asks for wishes, employer or title (S4.80)', () => {
    const without = completeness({ role: 'both', profile: enough, email: null });
    const filled = completeness({ role: 'both', profile: { ...enough, wishes: 'w', employer: 'e', title: 't' }, email: null });
    expect(filled).toEqual(without);
  });

  it('adds up, names each part once, and puts what is needed first', () => {
    fc.assert(
      fc.property(roles, profiles, emails, (role, profile, email) => {
        const { done, of, missing, needed } = completeness({ role, profile, email });
        expect(done + missing.length).toBe(of);
        expect(of).toBe(PARTS.length);
        expect(new Set(missing).size).toBe(missing.length);
        expect(needed).toEqual(neededFor(profile));
        for (const part of needed) expect(missing).toContain(part);
        const first = missing.findIndex((part) => !needed.includes(part));
        if (first >= 0 && needed.length > 0 && !(profile.help.length === 0 && profile.topics.trim() !== '')) {
          for (const part of needed) expect(missing.indexOf(part)).toBeLessThan(first);
        }
      }),
    );
  });

  it('never falls when a field is filled in', () => {
    fc.assert(
      fc.property(roles, profiles, emails, fc.constantFrom('experience', 'interests', 'topics', 'challenges', 'ideal'), (role, profile, email, field) => {
        const before = completeness({ role, profile, email });
        const after = completeness({ role, profile: { ...profile, [field]: 'now something' }, email });
        expect(after.done).toBeGreaterThanOrEqual(before.done);
        expect(after.needed.length).toBeLessThanOrEqual(before.needed.length);
        expect(after.missing).not.toContain(field);
      }),
    );
  });
});

describe('what is needed to be matched', () => {
  it('is a language, and a kind of help or a topic of one’s own (S4.80)', () => {
    expect(neededFor(EMPTY_PROFILE)).toEqual(['help', 'languages']);
    expect(neededFor(enough)).toEqual([]);
    expect(neededFor({ ...enough, help: [], topics: 'writing a thesis' })).toEqual([]);
    expect(neededFor({ ...enough, help: [], topics: ' \n' })).toEqual(['help']);
  });

  it('sends whoever goes on to the page where it is missing', () => {
    expect(stepToOpen(participation())).toBe(1);
    expect(stepToOpen(participation({ profile: { ...EMPTY_PROFILE, experience: 'ten years' } }))).toBe(2);
    expect(stepToOpen(participation({ profile: { ...EMPTY_PROFILE, help: ['goals'] } }))).toBe(3);
    expect(stepToOpen(participation({ profile: enough }))).toBe(1);
  });
});

describe('the notice', () => {
  it('is read before the next question by whoever was listed, or read an older one (S4.80-S4.82)', () => {
    expect(mustReadNotice({ noticeReadAt: null, noticeVersion: 0 })).toBe(true);
    expect(mustReadNotice({ noticeReadAt: NOW, noticeVersion: NOTICE_VERSION - 1 })).toBe(true);
    expect(mustReadNotice({ noticeReadAt: NOW, noticeVersion: NOTICE_VERSION })).toBe(false);
  });

  it('leaves the role unchosen while nothing has been written', () => {
    expect(isUntouched(participation())).toBe(true);
    expect(isUntouched(participation({ profile: enough }))).toBe(false);
    expect(isUntouched(participation({ state: 'ready' }))).toBe(false);
  });
});

describe('a change', () => {
  it('keeps what was sent in, as long as it holds what is needed', () => {
    const ready = participation({ state: 'ready', profile: enough, submittedAt: NOW });
    expect(changed(ready, { profile: { interests: 'chess' } })).toEqual({ ...ready, profile: { ...enough, interests: 'chess' } });
    expect(changed(ready, { profile: { languages: [] } })).toMatchObject({ state: 'draft', submittedAt: null });
  });

  it('never sends in by itself', () => {
    fc.assert(
      fc.property(profiles, profiles, (before, change) => {
        expect(changed(participation({ profile: before }), { profile: change }).state).toBe('draft');
      }),
    );
  });

  it('gives every mentor room for one, and a mentee for none', () => {
    fc.assert(
      fc.property(roles, roles, fc.integer({ min: 0, max: 5 }), fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }), (before, after, had, asked) => {
        const { capacity } = changed(participation({ role: before, capacity: had }), { role: after, ...(asked === undefined ? {} : { capacity: asked }) });
        if (after === 'mentee') expect(capacity).toBe(0);
        else expect(capacity).toBe(asked ?? Math.max(had, 1));
      }),
    );
  });

  it('takes open questions back when somebody leaves a side or the matching, and only then', () => {
    const ready = participation({ role: 'both', state: 'ready', profile: enough, submittedAt: NOW });
    expect(leavesMatching(ready, changed(ready, { role: 'mentor' }))).toBe(true);
    expect(leavesMatching(ready, changed(ready, { profile: { help: [] } }))).toBe(true);
    expect(leavesMatching(ready, changed(ready, { profile: { interests: 'chess' }, capacity: 3 }))).toBe(false);
    const mentor = participation({ role: 'mentor', state: 'ready', profile: enough });
    expect(leavesMatching(mentor, changed(mentor, { role: 'both' }))).toBe(false);
    const draft = participation({ profile: enough });
    expect(leavesMatching(draft, changed(draft, { role: 'mentor' }))).toBe(false);
  });

  it('knows which side is given up', () => {
    fc.assert(
      fc.property(roles, roles, (before, after) => {
        for (const side of ['mentee', 'mentor'] as const) {
          expect(sidesGivenUp(before, after).includes(side)).toBe(playsAs(before, side) && !playsAs(after, side));
        }
      }),
    );
  });
});

describe('the language', () => {
  it.each([
    ['sv', 'sv'],
    ['SV', 'sv'],
    ['sv-SE', 'sv'],
    ['svenska', 'sv'],
    ['Swedish', 'sv'],
    ['sueco', 'sv'],
    ['español', 'es'],
    ['espanol', 'es'],
    ['  Castellano ', 'es'],
    ['spansk', 'es'],
    ['es_MX', 'es'],
    ['Inglés', 'en'],
    ['engelska', 'en'],
    ['englsh', 'en'],
  ])('understands “%s”', (typed, language) => expect(languageFrom(typed)).toBe(language));

  it.each(['', 'fr', 'français', 's', 'sven-erik bor här', '🇸🇪', '<!channel>'])('does not guess at “%s”', (typed) => expect(languageFrom(typed)).toBeNull());
});

describe('time zones', () => {
  it('are all known to the machine, each once, with the person’s own among them', () => {
    const zones = zonesFor('Asia/Kathmandu');
    expect(zones[0]).toBe('Asia/Kathmandu');
    expect(zonesFor('Europe/Madrid')).toHaveLength(zones.length - 1);
    expect(new Set(zones).size).toBe(zones.length);
    for (const zone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    // A platform's list takes a hundred at the most.
    expect(zones.length).toBeLessThan(100);
  });

  it('are named by their city', () => {
    expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires (America)');
    expect(zoneName('UTC')).toBe('UTC');
  });
});
