// Nothing that tells who somebody is passes into a summary, and ordinary sentences stay readable (S4.21, E1.10).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/bot/texts/format.ts';
import type { Block } from '../../../src/bot/views/view.ts';
import { commonWordsOf, summaryOf } from '../../../src/mentoring/matching/summary/anonymous.ts';
import { redact } from '../../../src/mentoring/matching/summary/redaction.ts';
import { EMPTY_PROFILE, type Profile } from '../../../src/mentoring/orientation/participation.ts';
import { MENTEES_EN } from '../../../src/runtime/sample/mentees-en.ts';
import { MENTEES_ES } from '../../../src/runtime/sample/mentees-es.ts';
import { MENTEES_SV } from '../../../src/runtime/sample/mentees-sv.ts';
import { CASES, CONTACTS, EMPLOYERS, folded, NAMES, placed, SENTENCES, telling, WRAPS } from './secrets.ts';

const nobody = { name: 'Åsa Lindqvist', employer: '', names: ['Åsa Lindqvist', 'Bo Ek', 'Will Hope'], common: new Map<string, number>() };

function said(text: string, more: Partial<Parameters<typeof redact>[1]> = {}): string {
  return redact(text, { ...nobody, ...more });
}

describe('the summary', () => {
  it('never holds a name, address, link, telephone number or employer, wherever and however it is written (S4.21)', () => {
    const style = fc.record({ at: fc.nat(20), case: fc.nat(CASES.length - 1), wrap: fc.nat(WRAPS.length - 1) });
    fc.assert(
      fc.property(
        ...[fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), fc.constantFrom(...EMPLOYERS), fc.constantFrom(...CONTACTS), fc.constantFrom(...SENTENCES)],
        fc.array(style, { minLength: 4, maxLength: 4 }),
        fc.constantFrom('experience', 'interests', 'topics', 'challenges', 'ideal'),
        (name, colleague, employer, contact, sentence, styles, field) => {
          const dressed = (secret: string, index: number, plainly = false) => {
            const { at, case: how, wrap } = styles[index] ?? { at: 0, case: 0, wrap: 0 };
            return { at, text: plainly ? secret : (WRAPS[wrap]?.(CASES[how]?.(secret) ?? secret) ?? secret) };
          };
          const first = name.split(' ')[0] ?? name;
          let text = sentence;
          // Somebody else's name is taken out as a word, not inside others: it is wrapped in nothing.
          for (const { at, text: secret } of [
            dressed(first, 0),
            dressed(name, 1),
            dressed(employer, 2),
            dressed(contact, 3, true),
            { at: 7, text: colleague },
          ]) {
            text = placed(text, secret, at);
          }
          const profile: Profile = { ...EMPTY_PROFILE, employer, title: 'Chief of Everything', [field]: text };
          const others = SENTENCES.map((ideal) => ({ ...EMPTY_PROFILE, ideal }));
          const blocks = summaryOf({ profile, role: 'mentor', name, names: [...NAMES], common: commonWordsOf([profile, ...others, ...others, ...others]) });
          const words = valuesOf(blocks);
          const context = JSON.stringify({ text, words });
          for (const secret of [...telling(name), ...telling(employer), ...telling(colleague)]) {
            const inside = (folded(words).match(/\p{L}+/gu) ?? []).filter((word) => word.includes(secret) && !folded(sentence).split(' ').includes(word));
            expect(inside, context).toEqual([]);
          }
          expect(folded(words), context).not.toContain(folded(employer));
          expect(words, context).not.toMatch(/@|www|:\/\/|\.(org|es|se|com|dev)\b|linkedin|github|Everything/i);
          expect(words.replace(/[^\d]/g, '').length, context).toBeLessThan(5);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is built from choices too, in the words of the role', () => {
    const profile: Profile = {
      ...EMPTY_PROFILE,
      help: ['insight', 'goals'],
      languages: ['sv', 'es'],
      slots: ['mon-am', 'evenings'],
      wishes: 'Only tall people',
    };
    const of = { profile, name: 'Åsa Lindqvist', names: [], common: new Map<string, number>() };
    expect(factsOf(summaryOf({ ...of, role: 'mentor' }))).toEqual([
      'Can help with: insight into a profession and career goals and first steps',
      'Languages: Swedish and Spanish',
      'Often free: Monday morning and evenings',
    ]);
    expect(factsOf(summaryOf({ ...of, role: 'mentee' }))[0]).toMatch(/^Would like help with/);
  });

  it('keeps the wishes about the partner, the title and the employer to itself', () => {
    const profile: Profile = { ...EMPTY_PROFILE, employer: 'Smallwheel Mending', title: 'Wheelwright', wishes: 'somebody gentle', interests: 'rowing' };
    const blocks = summaryOf({ profile, role: 'mentor', name: 'Hannah', names: ['Hannah'], common: new Map() });
    expect(factsOf(blocks)).toEqual(['Interests: rowing']);
  });

  it('stays short, cut between words', () => {
    const profile: Profile = { ...EMPTY_PROFILE, experience: 'listening '.repeat(400) };
    const words = valuesOf(summaryOf({ profile, role: 'mentor', name: 'Ann', names: [], common: new Map() }));
    expect(words.length).toBeLessThan(520);
    expect(words).toMatch(/listening …$/);
  });
});

describe('what is taken out', () => {
  it.each([
    ['I have worked at the hospital for ten years. Before that I taught.', 'I have worked at the hospital for ten years. Before that I taught.'],
    ['Jag har jobbat på Sjölyckan i tio år. Innan dess var jag lärare.', 'Jag har jobbat på … i tio år. Innan dess var jag lärare.'],
    ['Llevo diez años en Valdeluna. ¿Y antes? Daba clases de física.', 'Llevo diez años en …. ¿Y antes? Daba clases de física.'],
    ['Write to me: asa@example.org or 070-123 45 67, thanks!', 'Write to me: … or …, thanks!'],
    ['Som Åsa brukar säga: lyssna först.', 'Som … brukar säga: lyssna först.'],
    ['Asas grupp är lugn', '… grupp är lugn'],
    ['I work with Bo and Will Hope, and I will help you.', 'I work with … and …, and I will help you.'],
    ['asa (at) example (dot) org', '…'],
    ['Jag är med i NCKT och HR-gruppen', 'Jag är med i … och HR-gruppen'],
    ['Mälardalens Kraftbolag lärde mig allt', '… lärde mig allt'],
    ['bl.a. ledarskap, t.ex. i vården', 'bl.a. ledarskap, t.ex. i vården'],
    ['Monday mornings, in English or Swedish.', 'Monday mornings, in English or Swedish.'],
    ['20-årig erfarenhet av 3 branscher', '20-årig erfarenhet av 3 branscher'],
    ['ORGNR 556677-8899', '…'],
    ['jag arbetade på\nValdeluna', 'jag arbetade på'],
    ['ledarskap\nFörändring\nSvåra samtal', 'ledarskap\nFörändring\nSvåra samtal'],
    ['Аnnа', '…'],
    ['Ａｓａ Ｌｉｎｄｑｖｉｓｔ', '…'],
    ['Å​s​a', '…'],
  ])('%j becomes %j', (text, expected) => {
    const got = said(text);
    expect(got === expected || (expected === '…' && got === '')).toBe(true);
  });

  it('lets a word stand that three others use as well, and no fewer', () => {
    const profiles = (count: number) => Array.from({ length: count }, () => ({ ...EMPTY_PROFILE, topics: 'Kanban' }));
    const mine = { ...EMPTY_PROFILE, experience: 'We use Kanban daily' };
    expect(said(mine.experience, { common: commonWordsOf([mine, ...profiles(3)]) })).toBe('We use Kanban daily');
    expect(said(mine.experience, { common: commonWordsOf([mine, ...profiles(2)]) })).toBe('We use … daily');
  });

  it('does not count the person’s own profile among the others', () => {
    const mine = { ...EMPTY_PROFILE, topics: 'Kanban', experience: 'We use Kanban daily' };
    const others = Array.from({ length: 2 }, () => ({ ...EMPTY_PROFILE, topics: 'Kanban' }));
    expect(said(mine.experience, { common: commonWordsOf([mine, ...others]) })).toBe('We use … daily');
  });

  it('takes out the employer however many others name it', () => {
    const others = Array.from({ length: 9 }, () => ({ ...EMPTY_PROFILE, topics: 'Brukåns energi' }));
    expect(said('At brukåns I learned to listen', { employer: 'Brukåns Energi', common: commonWordsOf(others) })).toBe('At … I learned to listen');
  });

  it.each([
    ['en', MENTEES_EN],
    ['sv', MENTEES_SV],
    ['es', MENTEES_ES],
  ] as const)('leaves nine in ten words of real sentences (%s)', (_language, members) => {
    const names = members.map((member) => member.name);
    const profiles = members.map((member) => ({ ...EMPTY_PROFILE, ...member.profile }));
    const common = commonWordsOf(profiles);
    let [before, after] = [0, 0];
    for (const [index, { experience, employer }] of profiles.entries()) {
      before += experience.split(/\s+/).length;
      after += redact(experience, { name: names[index] ?? '', names, employer, common })
        .split(/\s+/)
        .filter((word) => word !== '…').length;
    }
    expect(before).toBeGreaterThan(50);
    expect(after / before).toBeGreaterThan(0.9);
  });
});

const reader = { language: 'en', timeZone: 'UTC', terms: {}, names: new Map<string, string>() } as const;

function factsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.block === 'facts' ? block.facts.map((fact) => `${wordsOf(fact.label, reader)}: ${wordsOf(fact.value, reader)}`) : [],
  );
}

function valuesOf(blocks: readonly Block[]): string {
  return blocks.flatMap((block) => (block.block === 'facts' ? block.facts.map((fact) => wordsOf(fact.value, reader)) : [])).join('\n');
}
