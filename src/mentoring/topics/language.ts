// In which languages each sentence of a text may be written, by the little words in it.

import { type Language, LANGUAGES } from '../../bot/texts/language.ts';
import { dictionaryOf } from './dictionary.ts';
import type { Token } from './tokens.ts';

/** Of a sentence: all languages where nothing tells, otherwise those that more than half as many of its words speak for. */
export function likelyLanguages(tokens: readonly Token[]): (token: Token) => readonly Language[] {
  const whole = new Map<Language, number>();
  const each = new Map<string, number>();
  for (const { word, sentence } of tokens) {
    for (const language of LANGUAGES) {
      if (!dictionaryOf(language).stop.has(word)) continue;
      whole.set(language, (whole.get(language) ?? 0) + 1);
      each.set(`${sentence} ${language}`, (each.get(`${sentence} ${language}`) ?? 0) + 1);
    }
  }
  const found = new Map<number, readonly Language[]>();
  return ({ sentence }) => {
    let languages = found.get(sentence);
    if (!languages) {
      // The sentence itself says more than those around it.
      const speak = LANGUAGES.map((language) => 4 * (each.get(`${sentence} ${language}`) ?? 0) + Math.min(whole.get(language) ?? 0, 3));
      const most = Math.max(...speak);
      languages = LANGUAGES.filter((_, at) => 2 * (speak[at] as number) > most || most === 0);
      found.set(sentence, languages);
    }
    return languages;
  };
}
