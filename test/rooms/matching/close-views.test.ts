// One page about two people, and one about all whom somebody could have, as a coordinator reads them.

import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import { alternativesPage } from '../../../src/mentoring/matching/looking/alternatives-view.ts';
import { type CloseLook, closePage } from '../../../src/mentoring/matching/looking/close-view.ts';
import { DEFAULT_SETTINGS } from '../../../src/mentoring/matching/settings/settings.ts';
import type { Alternative, Close, Comparison } from '../../../src/mentoring/matching/solving.ts';
import { triedPage } from '../../../src/mentoring/matching/looking/what-if-view.ts';
import { EMPTY_PROFILE, type Participation } from '../../../src/mentoring/orientation/participation.ts';
import { instantOf } from '../../../src/time.ts';
import { buttonsOf, fit, measures, people, planOf, wordsOf } from './support/plans.ts';

const at = instantOf('2026-09-01T08:00:00Z');
const member = (id: string, role: 'mentee' | 'mentor'): Participation => ({
  ...{ id, cohortId: 'c1', personId: id, role, state: 'ready', capacity: role === 'mentor' ? 1 : 0, profile: EMPTY_PROFILE },
  ...{ noticeVersion: 1, noticeReadAt: at, createdAt: at, submittedAt: at },
});

function look(close: Partial<Close>, more: Partial<CloseLook> = {}): CloseLook {
  return {
    ...{ mentee: member('Bo', 'mentee'), mentor: member('Carl', 'mentor'), standing: null, lockedTo: null, rule: null, people, may: true },
    rules: DEFAULT_SETTINGS.rules,
    close: {
      ...{ menteeId: 'Bo', mentorId: 'Carl', fit: fit(742), barrier: null, planned: false, rank: null, cost: null },
      instead: { mentorId: 'Carmen', menteeIds: [] },
      ...close,
    },
    ...more,
  };
}
const cost = { matched: 0, worst: -40, sum: -12, displaced: [{ menteeId: 'Eva', from: 'Carl', to: 'Dora' }] };

describe('why not these two', () => {
  it('says what it would cost everybody, and whom', async () => {
    const page = closePage(look({ cost, instead: { mentorId: 'Carmen', menteeIds: ['Eva', 'Fia'] } }));
    const words = await wordsOf(page);
    expect(words).toContain('In the plan, Bo has Carmen instead.');
    expect(words).toContain('In the plan, Carl has Eva and Fia instead.');
    expect(words).toContain('If Bo got Carl: as many people matched, the weakest pair 40 points lower and in all 12 points less.');
    expect(words).toContain('Eva: Dora instead of Carl');
    expect((await buttonsOf(page, 'matching.trying')).map(({ about }) => about)).toEqual([{ mentee: 'Bo', mentor: 'Carl', cohort: 'c1', change: 'lock' }]);
  });

  it('counts one as one, and says when nothing is lost', async () => {
    expect(await wordsOf(closePage(look({ cost: { matched: -1, worst: 1, sum: 0, displaced: [] } })))).toContain(
      'If Bo got Carl: 1 person fewer matched, the weakest pair 1 point higher and in all the same points.',
    );
    expect(await wordsOf(closePage(look({ cost: { matched: 0, worst: 0, sum: 0, displaced: [] } })))).toContain('Nobody else would notice.');
  });

  it('tells a rule by name, and the language that the rules ask for', async () => {
    const barred = look({ barrier: 'language', instead: { mentorId: null, menteeIds: [] } });
    expect(await wordsOf(closePage(barred))).toContain('They cannot be matched just now: they share no language.');
    const asked = { ...barred, rules: { ...barred.rules, language: 'sv' as const } };
    expect(await wordsOf(closePage(asked))).toContain('They cannot be matched just now: they do not both speak Swedish, as your rules ask.');
    expect(await wordsOf(closePage(look({ barrier: 'manager' })))).toContain('they have the same manager, or one is the other’s.');
  });

  it('says when a lock gives the mentee somebody else, and when two are kept apart', async () => {
    expect(await wordsOf(closePage(look({}, { lockedTo: 'Carmen' })))).toContain('Bo is locked to Carmen.');
    const apart = await wordsOf(closePage(look({ barrier: 'forbidden' }, { rule: 'forbid' })));
    expect(apart).toContain('Kept apart: they are never put together.');
    expect(apart).not.toContain('They cannot be matched just now');
    expect(apart).toContain('[Allow again]');
  });

  it('names the rules in force that they pass', async () => {
    const rules = { ...DEFAULT_SETTINGS.rules, language: 'sv' as const, manager: true, unit: true, least: 1, hours: 2 };
    expect(await wordsOf(closePage(look({ planned: true }, { rules })))).toContain(
      'They pass every rule: both speak Swedish, no manager in common, different units, steps in experience, 2 hours a week in common and not a pair before.',
    );
  });

  it('shows no topic that has no name any more', async () => {
    const reasons = [{ feature: 'topics' as const, points: 742, of: 1000, shared: ['no-such-topic'] }];
    expect(await wordsOf(closePage(look({ fit: fit(742, { reasons }) })))).toContain('similar topics and challenges: 742 of 1,000');
  });
});

describe('alternatives', () => {
  const one = (mentorId: string, more: Partial<Alternative> = {}): Alternative => ({
    ...{ mentorId, score: 700, planned: false, matched: 0, worst: 0, sum: 0, displaced: [] },
    ...more,
  });
  const page = (all: readonly Alternative[], from = 0) => alternativesPage({ cohort: { id: 'c1' }, menteeId: 'Bo', all, from, people, none: people('Nobody') });

  it('shows for each the exact change, and how many others it would move', async () => {
    const words = await wordsOf(page([one('Carl', cost), one('Dora', { matched: -1, sum: -700 }), one('Hans', { planned: true }), one('Ines')]));
    expect(words).toContain('Carl | 700 | 1 | -12 in all · weakest -40');
    expect(words).toContain('Dora | 700 | 0 | matched -1 · -700 in all');
    expect(words).toContain('Hans | 700 | 0 | as planned');
    expect(words).toContain('Ines | 700 | 0 | 0 in all');
  });

  it('comes in parts of twelve, each with a closer look', async () => {
    const all = Array.from({ length: 30 }, (_, index) => one(`Mentor ${index}`));
    expect(await buttonsOf(page(all), 'matching.pair')).toHaveLength(12);
    expect((await buttonsOf(page(all), 'matching.alternatives')).map(({ about }) => about)).toEqual([{ cohort: 'c1', mentee: 'Bo', from: 12 }]);
    expect(await wordsOf(page(all, 24))).toContain('25 to 30 of 30.');
    expect(await buttonsOf(page(all, 24), 'matching.alternatives')).toEqual([]);
    expect(await wordsOf(page([]))).toContain('Nobody');
  });
});

describe('what if', () => {
  const before = planOf();
  const comparison: Comparison = {
    before,
    after: planOf({ measures: { ...measures, matched: 2, worst: 500 } }),
    changes: [{ menteeId: 'Eva', from: null, to: 'Dora' }],
  };
  const tried = { cohort: { id: 'c1' }, comparison, people, language: 'shared' as const, rule: null, may: true };
  const place = { change: 'place', mentorId: 'Dora' } as const;
  const lock = { change: 'lock', menteeId: 'Bo', mentorId: 'Dora' } as const;

  it('sets both plans side by side, and says who would have somebody else', async () => {
    const words = await wordsOf(triedPage({ ...tried, change: place }));
    expect(words).toContain('If Dora had one more place');
    expect(words).toContain('Matched | 1 | 2');
    expect(words).toContain('Weakest pair | 512 | 500');
    expect(words).toContain('Eva: Dora, and nobody before');
    expect(words).toContain('Only Dora can give a place.');
  });

  it('lets those who match do it, where it can be done and is not done already', async () => {
    const decide = (more: Partial<Parameters<typeof triedPage>[0]>) => buttonsOf(triedPage({ ...tried, change: lock, ...more }), 'matching.lock');
    expect((await decide({})).map(({ about }) => about)).toEqual([{ mentee: 'Bo', mentor: 'Dora' }]);
    expect(await decide({ may: false })).toEqual([]);
    expect(await decide({ rule: 'lock' })).toEqual([]);
    const after = planOf({ broken: [{ menteeId: 'Bo', mentorId: 'Dora', barrier: 'full' }] });
    expect(await decide({ comparison: { before, after, changes: [] } })).toEqual([]);
    expect(await wordsOf(triedPage({ ...tried, change: lock, comparison: { before, after, changes: [] } }))).toContain(
      'They cannot be matched just now: the mentor has no place left.',
    );
  });

  it.each(LANGUAGES)('is short where nothing would change (%s)', async (language) => {
    const words = await wordsOf(triedPage({ ...tried, change: lock, comparison: { before, after: before, changes: [] } }), language);
    expect(words.split('\n').length).toBeLessThan(9);
    expect(words).not.toContain('512');
  });
});
