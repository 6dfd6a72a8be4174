// Every sentence in three languages: complete, formatting for every count, and truly in its language.

import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { CATALOGUES, type TextKey } from '../../../src/bot/texts/catalogue.ts';
import { spansOf } from '../../../src/bot/texts/format.ts';
import { LANGUAGES, LOCALES, type Language } from '../../../src/bot/texts/language.ts';
import { termWords } from '../../../src/bot/texts/terms.ts';
import { plain } from '../../../src/bot/views/shown.ts';
import { type Arg, quote } from '../../../src/bot/views/text.ts';

const KEYS = Object.keys(CATALOGUES.en) as TextKey[];
const COUNTS = [0, 1, 2, 5, 21, 1_000_000];
const TERMS = new Set(Object.keys(termWords('en')));

/** The arguments of a sentence, and which of them must be numbers. */
function argumentsOf(language: Language, key: TextKey): Map<string, 'number' | 'any'> {
  const found = new Map<string, 'number' | 'any'>();
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.argument) found.set(element.value, found.get(element.value) ?? 'any');
      if (element.type === TYPE.number || element.type === TYPE.plural) found.set(element.value, 'number');
      if (element.type === TYPE.select) throw new Error(`${key}: select on user values is not used here`);
      if (element.type === TYPE.plural) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(CATALOGUES[language][key], { ignoreTag: true }));
  return new Map([...found].filter(([name]) => !TERMS.has(name)));
}

function plurals(language: Language, key: TextKey): string[][] {
  const found: string[][] = [];
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type !== TYPE.plural) continue;
      found.push(Object.keys(element.options));
      for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(CATALOGUES[language][key], { ignoreTag: true }));
  return found;
}

describe('the catalogue', () => {
  it('has hundreds of sentences, so that this test cannot pass on nothing', () => {
    expect(KEYS.length).toBeGreaterThan(300);
  });

  it.each(LANGUAGES)('formats every sentence for every count (%s)', (language) => {
    for (const key of KEYS) {
      for (const count of COUNTS) {
        const args: Record<string, Arg> = {};
        for (const [name, kind] of argumentsOf(language, key)) args[name] = kind === 'number' ? count : quote(`‹${name}›`);
        const words = plain(spansOf({ say: key, args }, { language, timeZone: 'Europe/Madrid', terms: {}, names: new Map() }));
        expect(words.trim(), key).not.toBe('');
        expect(words, key).not.toMatch(/[{}]|undefined|null|NaN/);
        for (const name of Object.keys(args))
          if (argumentsOf(language, key).get(name) === 'any' && plurals(language, key).length === 0) expect(words, key).toContain(`‹${name}›`);
      }
    }
  });

  it.each(['sv', 'es'] as const)('asks for the same arguments as English (%s)', (language) => {
    for (const key of KEYS) expect([...argumentsOf(language, key)].sort(), key).toEqual([...argumentsOf('en', key)].sort());
  });

  it.each(LANGUAGES)('knows the plurals of the language (%s)', (language) => {
    const categories = new Intl.PluralRules(LOCALES[language]).resolvedOptions().pluralCategories;
    for (const key of KEYS) {
      for (const options of plurals(language, key)) {
        expect(options, key).toContain('other');
        for (const option of options) expect(option.startsWith('=') || categories.includes(option as 'one'), `${key}: ${option}`).toBe(true);
      }
    }
  });

  it.each(['sv', 'es'] as const)('has no English left over (%s)', (language) => {
    const english = /\b(the|and|your|with|you|this|have|what|will|when|which|their|are|they|been|would|should|about|yes)\b/i;
    for (const key of KEYS) {
      const words = CATALOGUES[language][key].replace(/\/(mentor|goal|cohort|match)\b[\w -]*/g, '').replace(/\{[^{}]*\}/g, '');
      expect(words, key).not.toMatch(english);
      const enough = CATALOGUES.en[key].replace(/\{[^{}]*\}/g, '').match(/[a-z]{3,}/gi)?.length ?? 0;
      if (enough >= 4) expect(CATALOGUES[language][key], key).not.toBe(CATALOGUES.en[key]);
    }
  });

  it('speaks as the voice asks: no rows of exclamation marks, ¿? and ¡! opened, no “vänligen”, British spelling', () => {
    for (const key of KEYS) {
      for (const language of LANGUAGES) expect(CATALOGUES[language][key], key).not.toMatch(/!{2,}|\bsuccessfully\b|invalid input/i);
      expect(CATALOGUES.sv[key], key).not.toMatch(/vänligen|\bni måste\b/i);
      expect(CATALOGUES.en[key], key).not.toMatch(/\b(program|organization|organize|center|color)\b/i);
      const es = CATALOGUES.es[key];
      expect(es.split('?').length, `${key}: ${es}`).toBe(es.split('¿').length);
      expect(es.split('!').length, `${key}: ${es}`).toBe(es.split('¡').length);
    }
  });

  it('keeps ICU’s straight apostrophe out, which would hide an argument', () => {
    for (const key of KEYS) for (const language of LANGUAGES) expect(CATALOGUES[language][key], key).not.toContain("'");
  });
});
