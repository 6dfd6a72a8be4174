// The words of many texts as they can be compared, each looked at once: its stem, and its groups of four letters.
// Every term is a number, and belongs to the language in which it was written.

import { type Language, LANGUAGES } from '../../../bot/texts/language.ts';
import { isJoint, languagesOf } from '../summary/ordinary.ts';
import { fold, runsOf, visible } from '../summary/words.ts';
import { stemOf } from './stems.ts';
import { isTrait } from './traits.ts';

/** Empty where it might be any language, or is one that we do not know. */
export type Tongue = Language | '';

/** How often each term stands in a text. */
export type Counts = ReadonlyMap<number, number>;

export interface Written {
  readonly language: Tongue;
  /** Those that say something, in the order of the text. */
  readonly words: readonly Word[];
}

interface Word {
  readonly word: string;
  readonly folded: string;
  /** Neither a joint of language nor a trait that nobody is matched by. */
  readonly says: boolean;
  readonly spoken: readonly Language[];
}

export interface Lexicon {
  read(text: string, language: Tongue): Written;
  /** The language in which somebody writes, by everything that they wrote. */
  guess(text: string): Tongue;
  stems(text: Written): Counts;
  /** So compounds meet their parts. */
  grams(text: Written): Counts;
  /** As written: the same word may be used in two languages, as yoga, golf or opera. */
  plain(text: Written): Counts;
  nameOf(term: number): string;
  languageOf(term: number): Tongue;
  size(): number;
}

/** Nobody writes more, except to try us. */
const MOST_WORDS = 1000;
const LONGEST = 40;
const GRAM = 4;

export function lexicon(): Lexicon {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const languages: Tongue[] = [];
  const number = (kind: string, term: string, language: Tongue) => {
    const name = `${kind}${language}:${term}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    languages.push(language);
    return names.push(name) - 1;
  };
  const wordOf = remembering((word: string): Word => {
    const folded = fold(word);
    return { word, folded, says: folded.length > 1 && !isJoint(folded) && !isTrait(folded), spoken: languagesOf(folded) };
  });
  const wordsOf = (text: string) => {
    const runs = runsOf(visible(text).toLowerCase()).slice(0, MOST_WORDS);
    return runs.map((run) => wordOf(run.slice(0, LONGEST)));
  };
  const inLanguage = <T>(make: (word: Word, language: Tongue) => T) => {
    const by = remembering((language: Tongue) => remembering((word: Word) => make(word, language)));
    return ({ language, words }: Written) => words.map(by(language));
  };
  const stems = inLanguage(({ word, folded }, language) => number('stem ', language === '' ? folded : stemOf(language, word), language));
  const grams = inLanguage(({ folded }, language) => gramsOf(folded).map((gram) => number('gram ', gram, language)));
  return {
    read: (text, language) => ({ language, words: wordsOf(text).filter(({ says }) => says) }),
    guess: (text) => spokenIn(wordsOf(text)),
    stems: (text) => counted(stems(text)),
    grams: (text) => counted(...grams(text)),
    plain: (text) => counted(text.words.map(({ folded }) => number('', folded, ''))),
    nameOf: (term) => names[term] ?? '',
    languageOf: (term) => languages[term] ?? '',
    size: () => names.length,
  };
}

/** Running text is full of ordinary words, a list of topics is not; in a language that is not ours few words look like them. */
const ENOUGH = 1 / 5;

function spokenIn(words: readonly Word[]): Tongue {
  const counts = LANGUAGES.map((language) => ({ language, count: words.filter(({ spoken }) => spoken.includes(language)).length })).sort(
    (a, b) => b.count - a.count,
  );
  const [first, second] = counts;
  return first && second && first.count > second.count && first.count >= words.length * ENOUGH ? first.language : '';
}

function gramsOf(folded: string): readonly string[] {
  const padded = ` ${folded} `;
  return Array.from({ length: Math.max(1, padded.length - GRAM + 1) }, (_, at) => padded.slice(at, at + GRAM));
}

function counted(...lists: readonly (readonly number[])[]): Counts {
  const counts = new Map<number, number>();
  for (const terms of lists) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Works a thing out once. */
function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
