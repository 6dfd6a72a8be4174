// The catalogue and the glossary say the same. The glossary's table is kept beside this test.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUES, type TextKey } from '../../../src/bot/texts/catalogue.ts';
import type { Language } from '../../../src/bot/texts/language.ts';
import { termWords } from '../../../src/bot/texts/terms.ts';

type Entry = Readonly<Record<Language, string>>;

const glossary = new Map<string, Entry>();
for (const line of readFileSync(new URL('glossary.md', import.meta.url), 'utf8').split('\n')) {
  const [, concept = '', en = '', sv = '', es = ''] = line.split('|').map((cell) => cell.replace(/[†*]/g, '').trim());
  if (concept && !/^-+$/.test(concept)) glossary.set(concept, { en, sv, es });
}

function entry(concept: string): Entry {
  const found = glossary.get(concept);
  if (!found) throw new Error(`the glossary lacks ${concept}`);
  return found;
}

const LANGS = ['en', 'sv', 'es'] as const;

describe('catalogue and glossary', () => {
  it('has read the glossary', () => expect(glossary.size).toBeGreaterThan(70));

  it('calls the two roles as the glossary does, by default', () => {
    for (const language of LANGS) {
      const words = termWords(language);
      expect(entry('mentee')[language]).toContain(words.menteeOne);
      const mentor = words.mentorOne.split(' ')[0] ?? '';
      expect(entry('mentor')[language]).toContain(mentor);
    }
    const sv = termWords('sv');
    for (const form of [sv.menteeThe, sv.menteeMany, sv.menteeTheMany]) expect(entry('mentee').sv).toContain(form);
    for (const form of [sv.mentorThe, sv.mentorMany, sv.mentorTheMany]) expect(entry('mentor').sv).toContain(form);
  });

  it('names the seven stages word for word (S0.6-S0.26)', () => {
    for (const language of LANGS) {
      const names = entry('the seven stages')
        [language].split('·')
        .map((name) => name.replace(/^\s*\d\s*/, '').trim());
      expect(names).toHaveLength(7);
      for (const [index, name] of names.entries())
        expect(CATALOGUES[language][`cycle.stage.${index + 1}.name` as TextKey], `${language} ${index + 1}`).toBe(name);
    }
  });

  it('names the five letters of SMART (S0.13)', () => {
    const letters = { specific: 'S', measurable: 'M', achievable: 'A', relevant: 'R', timeBound: 'T' };
    for (const [name, letter] of Object.entries(letters)) {
      for (const language of LANGS) {
        const word = entry(letter)[language].split(/[(,]/)[0]?.trim() ?? '';
        expect(CATALOGUES[language][`goals.letter.${name}` as TextKey], `${language} ${letter}`).toContain(word);
      }
    }
  });

  // Each line: where a word of the left column of the glossary appears in English, the other languages use theirs.
  const pairs: readonly (readonly [RegExp, string, RegExp, RegExp])[] = [
    [/\bcohorts?\b/i, 'cohort, start', /omgång/i, /promoci[óo]n|edici[óo]n/i],
    [/\bcoordinators?\b/i, 'coordinator', /samordn|koordinator/i, /coordina/i],
    [/\bgoals?\b/i, 'goal / aim', /mål/i, /objetivo|meta/i],
    [/\bbusy period/i, 'busy period', /hektisk period/i, /época de mucho trabajo/i],
    [/\bsummar(y|ies)\b/i, 'profile / summary', /sammanfattning/i, /resumen|resúmenes/i],
    [/\bprofiles?\b/i, 'profile / summary', /profil/i, /perfil/i],
    [/\bstages?\b/i, 'stage', /steg|stadi|fas\b/i, /etapa|fase/i],
  ];
  it.each(pairs)('uses one word for one thing: %s', (english, concept, swedish, spanish) => {
    expect(entry(concept).sv).toMatch(swedish);
    expect(entry(concept).es).toMatch(spanish);
    const keys = (Object.keys(CATALOGUES.en) as TextKey[]).filter((key) =>
      english.test(CATALOGUES.en[key].replace(/\/(mentor|goal|cohort|match)( [a-z]+)?\b|\{[^{}]*\}/g, '')),
    );
    expect(keys.length, `no sentence uses ${english.source}`).toBeGreaterThan(0);
    const other = keys.filter((key) => !swedish.test(CATALOGUES.sv[key]) || !spanish.test(CATALOGUES.es[key]));
    expect(other).toEqual([]);
  });
});
