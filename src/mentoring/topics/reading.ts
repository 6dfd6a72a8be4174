// The words of a text as stems of our dictionaries: as they stand, as parts of a compound, or as they were meant.

import { distance } from 'fastest-levenshtein';
import { type Language, LANGUAGES } from '../../bot/texts/language.ts';
import { type Dictionary, dictionaryOf, gramsOf } from './dictionary.ts';
import { stemOf } from './stems.ts';
import type { Token } from './tokens.ts';

/** One way to read a word; permille. A compound has one for each part that we know. */
export interface Reading {
  readonly stem: string;
  readonly sure: number;
}

export type Readings = Readonly<Record<Language, readonly (readonly Reading[])[]>>;

const NONE: readonly Reading[] = [];

/** `likely`: the languages in which the word may be meant. Only in those it is taken apart or mended. */
export function readingsOf(tokens: readonly Token[], likely: (token: Token) => readonly Language[]): Readings {
  const readings = { en: exact('en', tokens), sv: exact('sv', tokens), es: exact('es', tokens) };
  for (const [at, token] of tokens.entries()) {
    if (token.bare.length < 6 || LANGUAGES.some((language) => readings[language][at] !== NONE || dictionaryOf(language).stop.has(token.word))) continue;
    for (const language of likely(token)) {
      const dictionary = dictionaryOf(language);
      const stem = stemOf(language, token.word);
      const parts = language === 'sv' ? partsOf(token.bare, stem, dictionary) : NONE;
      readings[language][at] = parts === NONE ? mended(stem, dictionary) : parts;
    }
  }
  return readings;
}

function exact(language: Language, tokens: readonly Token[]): (readonly Reading[])[] {
  const dictionary = dictionaryOf(language);
  return tokens.map((token) => {
    const stem = dictionary.stemOf(token);
    return stem === '' ? NONE : [{ stem, sure: 1000 }];
  });
}

/** `karriärfrågor` begins with a word we know, `teknikchef` ends with one; the longer the better. Its stem has lost only its ending. */
function partsOf(word: string, stem: string, { stems }: Dictionary): readonly Reading[] {
  let [head, tail]: [string | null, string | null] = [null, null];
  for (let at = 3; at <= stem.length - 4 && tail === null; at++) if (stems.has(stem.slice(at))) tail = stem.slice(at);
  const rest = tail === null ? word.length - 3 : stem.length - tail.length;
  for (let at = rest; at >= 4 && head === null; at--) {
    const start = word.slice(0, at);
    head = [start, start.replace(/s$/, ''), start.replace(/[aeo]$/, '')].find((one) => one.length >= 4 && stems.has(one)) ?? null;
  }
  if (head !== null && tail !== null) return [head, tail].map((one) => ({ stem: one, sure: 850 }));
  const [found] = [tail, head].filter((one) => one !== null);
  return found === undefined || found.length < 5 ? NONE : [{ stem: found, sure: 700 }];
}

/** The nearest stem, where a word is one or two slips of the finger away from it. Hardly anybody misses the first letter. */
function mended(stem: string, { grams }: Dictionary): readonly Reading[] {
  if (stem.length < 6) return NONE;
  const most = stem.length < 10 ? 1 : 2;
  const near = new Set([...gramsOf(stem)].flatMap((gram) => grams.get(gram) ?? []));
  let best: { readonly stem: string; readonly far: number } | null = null;
  for (const one of near) {
    if (one[0] !== stem[0] || Math.abs(one.length - stem.length) > most) continue;
    const far = distance(one, stem);
    if (far <= most && (best === null || far < best.far || (far === best.far && one < best.stem))) best = { stem: one, far };
  }
  return best === null ? NONE : [{ stem: best.stem, sure: best.far === 1 ? 800 : 700 }];
}
