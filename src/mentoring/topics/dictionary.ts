// What the words of a language say of topics, made ready for reading: built once for each language, when it is first needed.

import { CATALOGUES } from '../../bot/texts/catalogue.ts';
import type { Language } from '../../bot/texts/language.ts';
import { stemOf } from './stems.ts';
import { bareOf, type Token, tokensOf } from './tokens.ts';
import { type Topic, TOPICS } from './tree.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import type { Phrases } from './words/phrases.ts';
import { STOP } from './words/stop.ts';
import { sv } from './words/sv.ts';

const WORDS: Readonly<Record<Language, Phrases>> = { en, sv, es };

export interface Phrase {
  readonly topic: Topic;
  readonly stems: readonly string[];
  /** Said alone it is no more than a hint. */
  readonly weak: boolean;
  /** Little words are all that tells it from others, so they must stand just like this: "my boss". */
  readonly exact: boolean;
}

export interface Dictionary {
  /** Each phrase under the rarest of its stems. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly stems: ReadonlySet<string>;
  /** The stem of a word, `''` where it is none of ours. */
  readonly stemOf: (token: Pick<Token, 'word' | 'bare'>) => string;
  readonly stop: ReadonlySet<string>;
  /** Stems by the four letters in a row that they hold. */
  readonly grams: ReadonlyMap<string, readonly string[]>;
}

const built = new Map<Language, Dictionary>();

export function dictionaryOf(language: Language): Dictionary {
  let found = built.get(language);
  if (!found) {
    found = build(language);
    built.set(language, found);
  }
  return found;
}

/** Beside its name, what people write of a topic. The name alone never says little. */
export function phrasesOf(language: Language, topic: Topic): readonly { readonly text: string; readonly weak: boolean }[] {
  const told = WORDS[language][topic].split(/,\s*/).map((text) => ({ text: text.replace('?', ''), weak: text.endsWith('?') }));
  return [{ text: CATALOGUES[language][`topics.name.${topic}`], weak: false }, ...told];
}

function build(language: Language): Dictionary {
  const stop = new Set(STOP[language].split(/\s+/).flatMap((word) => [word, bareOf(word)]));
  const known = new Map<string, string>();
  const stem = (word: string): string => {
    const found = known.get(word) ?? stemOf(language, word);
    known.set(word, found);
    return found;
  };
  const all = new Map<string, Phrase>();
  for (const topic of TOPICS) {
    for (const { text, weak } of phrasesOf(language, topic)) {
      const words = wordsOf(text, stop);
      // People leave accents out, and a stemmer then takes other endings off.
      for (const stems of [words.map(stem), words.map((word) => stem(bareOf(word)))]) {
        const key = `${stems.join(' ')} ${topic}`;
        if (!all.has(key)) all.set(key, { topic, stems, weak, exact: words.some((word) => stop.has(word)) });
      }
    }
  }
  const stems = new Set([...all.values()].flatMap((phrase) => phrase.stems));
  return { phrases: byRarest([...all.values()]), stems, stop, stemOf: stemming(language, known, stems, stop), grams: gramsOfAll(stems) };
}

/** Words that hold a phrase together are left out, unless too little would be left to know it by. */
function wordsOf(text: string, stop: ReadonlySet<string>): readonly string[] {
  const words = tokensOf(text).map((token) => token.word);
  const full = words.filter((word) => !stop.has(word));
  return full.length < 2 ? words : full;
}

/** Stemming is what takes time: most words of a text are known by heart, or begin like none of ours. */
function stemming(language: Language, known: ReadonlyMap<string, string>, stems: ReadonlySet<string>, stop: ReadonlySet<string>): Dictionary['stemOf'] {
  const starts = new Set([...known.keys(), ...stems].map((word) => bareOf(word).slice(0, 4)));
  const mayBe = ({ word, bare }: Pick<Token, 'word' | 'bare'>) => !stop.has(word) && [4, 3, 2].some((length) => starts.has(bare.slice(0, length)));
  return (token) => {
    const stem = known.get(token.word) ?? (mayBe(token) ? stemOf(language, token.word) : '');
    return stems.has(stem) ? stem : '';
  };
}

function byRarest(all: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const times = new Map<string, number>();
  for (const stem of all.flatMap((phrase) => phrase.stems)) times.set(stem, (times.get(stem) ?? 0) + 1);
  const found = new Map<string, Phrase[]>();
  for (const phrase of all) {
    const rarest = phrase.stems.reduce((best, stem) => ((times.get(stem) ?? 0) < (times.get(best) ?? 0) ? stem : best));
    const under = found.get(rarest);
    if (under) under.push(phrase);
    else found.set(rarest, [phrase]);
  }
  return found;
}

function gramsOfAll(stems: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const stem of [...stems].filter((one) => one.length >= 6).sort()) {
    for (const gram of gramsOf(stem)) {
      const under = found.get(gram);
      if (under) under.push(stem);
      else found.set(gram, [stem]);
    }
  }
  return found;
}

export function gramsOf(word: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (let at = 0; at + 4 <= word.length; at++) grams.add(word.slice(at, at + 4));
  return grams;
}
