// The plan as a coordinator reads it: what needs a decision first, short enough for a phone and for Slack.

import { describe, expect, it } from 'vitest';
import { fitsInMessage } from '../../../adapters/slack/render/message.ts';
import { measuresPage } from '../../../src/mentoring/matching/looking/measures-view.ts';
import { previewPage } from '../../../src/mentoring/matching/looking/preview-view.ts';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import { buttonsOf, fit, lookOf, measures, pairOf, planOf, slackOf, wordsOf } from './support/plans.ts';

const many = (n: number) => Array.from({ length: n }, (_, index) => pairOf(`Mentee ${index}`, `Mentor ${index}`));
const before = (words: string, first: string, second: string) => expect(words.indexOf(first), first).toBeLessThan(words.indexOf(second));

describe('the first page of a plan', () => {
  it('says how many get somebody, how good it is, and that it is proved', async () => {
    const words = await wordsOf(previewPage(lookOf(planOf({ left: [{ menteeId: 'Eva', why: 'taken', remedies: [] }] }))));
    expect(words).toContain('1 of 2 mentees would get a mentor. Nobody has been asked yet.');
    expect(words).toContain('The pairs fit 742 of 1,000 on average, the weakest 512. With the mentor who suits them best: 14 of 1.');
    expect(words).toContain('Proved: nobody can do better by these rules. 600 possible pairs were looked at.');
    expect(words).toContain('Bo | Carmen | 742 | help with career goals and first steps · both speak Swedish');
  });

  it('names who is left over, why, and the smallest change that would help', async () => {
    const left = [
      { menteeId: 'Eva', why: 'taken', remedies: [{ by: 'place', mentorId: 'Carmen' }] },
      { menteeId: 'Fia', why: [{ barrier: 'forbidden', count: 1 }], remedies: [{ by: 'rule', mentorId: 'Dora', barrier: 'forbidden' }] },
      { menteeId: 'Gun', why: [{ barrier: 'hours', count: 2 }], remedies: [{ by: 'rule', mentorId: 'Dora', barrier: 'hours' }] },
    ] as const;
    const page = previewPage(lookOf(planOf({ left })));
    const words = await wordsOf(page);
    expect(words).toContain('Eva: those who would suit have no place left in this round. One more place with Carmen would help.');
    expect(words).toContain('Fia: 1 mentor is ruled out by a coordinator. It would work with Dora, if it were not for this: a coordinator has ruled it out.');
    expect(words).toContain('Gun: 2 mentors are hardly ever free when they are.');
    expect((await buttonsOf(page, 'matching.trying')).map(({ about }) => about)).toEqual([{ cohort: 'c1', change: 'place', mentor: 'Carmen' }]);
    expect((await buttonsOf(page, 'matching.release')).map(({ about }) => about)).toEqual([{ mentee: 'Fia', mentor: 'Dora' }]);
    expect(await wordsOf(previewPage(lookOf(planOf({ left }), { may: false })))).not.toContain('[Allow');
  });

  it('says which language the rules ask for', async () => {
    const plan = planOf({ left: [{ menteeId: 'Eva', why: [{ barrier: 'language', count: 3 }], remedies: [] }] });
    expect(await wordsOf(previewPage(lookOf(plan)))).toContain('Eva: 3 mentors share no language with them');
    expect(await wordsOf(previewPage(lookOf(plan, { language: 'sv' })))).toContain('Eva: 3 mentors and they do not both speak Swedish');
  });

  it('tells what is new since the last preview, eight at most', async () => {
    const changed = [
      { menteeId: 'Bo', from: 'Dora', to: 'Carmen' },
      { menteeId: 'Eva', from: null, to: 'Dora' },
      { menteeId: 'Fia', from: 'Hans', to: null },
      ...Array.from({ length: 7 }, (_, index) => ({ menteeId: `M${index}`, from: 'X', to: 'Y' })),
    ];
    const words = await wordsOf(previewPage(lookOf(planOf(), { changed })));
    for (const line of ['Bo: Carmen instead of Dora', 'Eva: Dora, and nobody before', 'Fia: nobody instead of Hans', 'and 2 more'])
      expect(words).toContain(line);
    expect(words).not.toContain('M5');
  });

  it('names whose question would be taken back before it can be published, and offers to move less or more', async () => {
    const plan = planOf({ pairs: [pairOf('Bo', 'Carmen'), pairOf('Eva', 'Dora', { open: true })], moved: [{ id: 'p1', menteeId: 'Bo', mentorId: 'Hans' }] });
    const page = previewPage(lookOf(plan, { waiting: 2 }));
    const words = await wordsOf(page);
    expect(words).toContain('2 of 2 mentees would get a mentor. 1 of them is being asked already.');
    expect(words).toContain('This pair has been asked already. If you publish this plan, the question is taken back.');
    expect(words).toContain('Bo and Hans');
    expect(words).toContain('is being asked · help with');
    before(words, 'Bo and Hans', '[Publish]');
    expect((await buttonsOf(page, 'matching.preview')).map(({ button, about }) => [button.label, about['mode']])).toEqual([
      ['Move nothing', 'patch'],
      ['Start afresh', 'full'],
    ]);
    const [publish] = await buttonsOf(page, 'matching.publish');
    expect(publish?.about).toEqual({ cohort: 'c1', seen: 'seen', mode: 'gentle' });
    expect(publish?.button.confirm).toBe('1 person is asked now, without names, whether it suits them. 1 open question is taken back.');
  });

  it('says why a lock cannot be kept, above all else', async () => {
    const plan = planOf({ broken: [{ menteeId: 'Eva', mentorId: 'Carmen', barrier: 'manager' }], left: [{ menteeId: 'Eva', why: 'taken', remedies: [] }] });
    const words = await wordsOf(previewPage(lookOf(plan)));
    expect(words).toContain('Eva and Carmen are locked together, but it cannot be just now: they have the same manager, or one is the other’s.');
    before(words, 'locked together', 'Without a mentor this time');
  });

  it('offers nothing to publish where nobody new would be asked, or to those who may only look', async () => {
    expect(await buttonsOf(previewPage(lookOf(planOf({ pairs: [pairOf('Bo', 'Carmen', { open: true })] }))), 'matching.publish')).toEqual([]);
    const looking = previewPage(lookOf(planOf(), { may: false }));
    expect(await buttonsOf(looking, 'matching.publish')).toEqual([]);
    expect(await buttonsOf(looking, 'matching.undo')).toEqual([]);
    expect(await buttonsOf(looking, 'matching.measures')).toHaveLength(1);
    expect(await wordsOf(previewPage(lookOf(planOf({ pairs: [] }))))).toContain('Nobody is waiting for a mentor just now.');
  });
});

describe('a long plan', () => {
  const left = Array.from({ length: 30 }, (_, index) => ({ menteeId: `Left ${index}`, why: 'taken' as const, remedies: [] }));
  const plan = planOf({ pairs: many(40), left, idle: Array.from({ length: 30 }, (_, index) => `Idle ${index}`) });

  it('comes in parts, and each can be published from', async () => {
    const first = await wordsOf(previewPage(lookOf(plan)));
    expect(first).toContain('Pairs 1 to 12 of 40.');
    expect(first).toContain('and 22 more');
    expect(first).toContain('30 mentors have room left, among them Idle 0,');
    const last = previewPage(lookOf(plan, { from: 36 }));
    expect(await wordsOf(last)).toContain('Pairs 37 to 40 of 40.');
    expect(await wordsOf(last)).not.toContain('Left 1');
    expect(await buttonsOf(last, 'matching.publish')).toHaveLength(1);
    expect(await buttonsOf(last, 'matching.more')).toEqual([]);
  });

  it.each(LANGUAGES)('fits into one message of Slack for a cohort of 48 with long names (%s)', async (language) => {
    const three = left.slice(0, 3).map((one) => ({ ...one, remedies: [{ by: 'place' as const, mentorId: 'Mentor 1' }] }));
    const moved = [{ id: 'p1', menteeId: 'Mentee 1', mentorId: 'Mentor 2' }];
    const changed = [{ menteeId: 'Mentee 1', from: 'Mentor 2', to: 'Mentor 1' }];
    const usual = planOf({ pairs: many(22), left: three, idle: ['Hans', 'Ines'], moved });
    const message = await slackOf(previewPage(lookOf(usual, { changed, waiting: 3, drafts: 4, weighing: 2 })), language);
    expect(message.blocks.length).toBeLessThanOrEqual(30);
    expect(fitsInMessage(message)).toBe(true);
  });

  it('keeps every button where it does not fit', async () => {
    const changed = Array.from({ length: 9 }, (_, index) => ({ menteeId: `Mentee ${index}`, from: `Mentor ${index + 1}`, to: `Mentor ${index}` }));
    const { blocks } = await slackOf(previewPage(lookOf(plan, { changed, waiting: 3 })));
    const labels = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])).map((element) => ('text' in element ? element.text.text : ''));
    expect(labels).toEqual(expect.arrayContaining(['Publish', 'More pairs', 'What if?', 'How good is this?', 'Undo']));
  });
});

describe('how good a plan is', () => {
  const look = (more: Parameters<typeof planOf>[0]) => ({ cohort: { id: 'c1', name: 'Autumn 2026' }, plan: planOf(more), weighing: 3 });

  it('says each measure in plain words, and in which order it was decided', async () => {
    const stages = (['count', 'spread', 'floor', 'fit', 'tie'] as const).map((name) => ({ name, value: 24, ms: 1 }));
    const words = await wordsOf(measuresPage(look({ stages, idle: ['Hans'], measures: { ...measures, blocking: 2, matched: 24, possible: 25 } })));
    for (const line of [
      'Matched, of all who can be: 24 of 25',
      'Fit on average: 742 of 1,000',
      'With one of their best three: 20 of 24',
      'Left without a mentee: 1',
    ])
      expect(words).toContain(line);
    expect(words).toContain('Two who would suit each other better: 2');
    expect(words).toContain('They are apart because somebody else would pay for it.');
    before(words, 'As many people as possible get somebody: 24.', 'The weakest pair fits as well as it can: 24.');
    expect(words).toContain('Made with version 3 of your settings for matching.');
  });

  it('says what fairness costs, and what it gives', async () => {
    const priced = (mean: number, worst: number) => wordsOf(measuresPage(look({ price: { mean, worst, first: 15 } })));
    expect(await priced(745, 470)).toContain('Being fair to the weakest pairs costs 3 points of 745 on average, and gives the weakest pair 42 points more.');
    expect(await priced(742, 470)).toContain('costs no points of 742 on average, and gives the weakest pair 42 points more.');
    expect(await priced(743, 512)).toContain('Being fair to the weakest pairs costs 1 point of 743 on average.');
    expect(await priced(742, 512)).toContain('Being fair to the weakest pairs costs nothing on average.');
  });

  it.each([
    ['time', 'Not proved: time ran out.'],
    ['cancelled', 'Not proved: the search was stopped.'],
    ['many-in-both-roles', 'Not proved: many people are mentee and mentor at once.'],
  ] as const)('says why it is not proved: %s', async (proof, text) => {
    expect(await wordsOf(measuresPage(look({ proof })))).toContain(text);
    expect(await wordsOf(previewPage(lookOf(planOf({ proof }))))).toContain(text);
  });

  it('has nothing to measure where nobody is matched', async () => {
    expect(await wordsOf(measuresPage(look({ pairs: [] })))).toContain('There is no plan to measure');
  });

  it('keeps a pair without a reason in words', async () => {
    const plan = planOf({ pairs: [pairOf('Bo', 'Carmen', { fit: fit(0, { reasons: [] }), locked: true })] });
    expect(await wordsOf(previewPage(lookOf(plan)))).toContain('Bo | Carmen | 0 | decided by a coordinator · little in common that we can see');
  });
});
