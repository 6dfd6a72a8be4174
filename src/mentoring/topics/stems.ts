// The stem of a word, so that all its inflections are one.

import { createRequire } from 'node:module';
import type * as Library from 'snowball-stemmers';
import type { Language } from '../../bot/texts/language.ts';
import { bareOf } from './tokens.ts';
import { APART } from './words/apart.ts';

let stemmers: Readonly<Record<Language, Library.Stemmer>> | null = null;

/** Loaded when the first text is read: whoever starts the program should not wait for stemmers of twenty-four languages. */
function stemmerOf(language: Language): Library.Stemmer {
  if (!stemmers) {
    const { newStemmer } = createRequire(import.meta.url)('snowball-stemmers') as typeof Library;
    stemmers = { en: newStemmer('english'), sv: newStemmer('swedish'), es: newStemmer('spanish') };
  }
  return stemmers[language];
}

/** Without accents. */
export function stemOf(language: Language, word: string): string {
  const apart = APART[language].get(bareOf(word));
  if (apart !== undefined) return apart;
  const { stem } = stemmerOf(language);
  if (language !== 'sv') return bareOf(stem(word));
  // The Swedish stemmer leaves `projektet` as it is, and takes `uppsatsen` to `uppsats`, but `uppsats` to `uppsat`.
  return bareOf(stem(stem(word.replace(/(?<=.{3})ets?$/, ''))));
}
