// The stem of a word, so that its inflections are one.

import { createRequire } from 'node:module';
import type { Language } from '../../../bot/texts/language.ts';
import { fold } from '../summary/words.ts';

interface Stemmer {
  stem(word: string): string;
}

const NAMES: Readonly<Record<Language, string>> = { en: 'english', sv: 'swedish', es: 'spanish' };
const loaded = new Map<Language, Stemmer>();

/** Loaded when the first text is read: whoever starts the program should not wait for stemmers of twenty-four languages. */
function stemmerOf(language: Language): Stemmer {
  const known = loaded.get(language);
  if (known) return known;
  const { newStemmer } = createRequire(import.meta.url)('snowball-stemmers') as { newStemmer(name: string): Stemmer };
  const stemmer = newStemmer(NAMES[language]);
  loaded.set(language, stemmer);
  return stemmer;
}

/** Folded. Expects a word in lower case, with its marks. */
export function stemOf(language: Language, word: string): string {
  return fold(stemmerOf(language).stem(word));
}
