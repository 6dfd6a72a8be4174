// Phrases of our dictionaries found in a text.

import { type Language, LANGUAGES } from '../../bot/texts/language.ts';
import { dictionaryOf, type Phrase } from './dictionary.ts';
import type { Readings } from './reading.ts';
import type { Token } from './tokens.ts';
import type { Topic } from './tree.ts';

export interface Match {
  readonly topic: Topic;
  /** Where its words stand in the text, ascending. */
  readonly at: readonly number[];
  /** How many words the phrase has. */
  readonly words: number;
  /** Permille. */
  readonly sure: number;
}

/** Full words that may stand between those of a phrase: "leda min grupp genom en stor förändring". */
const APART = 3;
/** How far to look, little words included. */
const REACH = 12;

interface Text {
  readonly tokens: readonly Token[];
  readonly readings: Readings;
  readonly likely: (token: Token) => readonly Language[];
  /** The reader's own language, where it is known. */
  readonly own: Language | undefined;
}

export function matchesOf(text: Text): readonly Match[] {
  return LANGUAGES.flatMap((language) => {
    const { phrases, stop } = dictionaryOf(language);
    const places = placesOf(text.tokens, stop);
    return text.tokens.flatMap((_, at) =>
      (text.readings[language][at] ?? []).flatMap(({ stem }) =>
        (phrases.get(stem) ?? []).flatMap((phrase) => {
          const match = matched(text, language, phrase, at, stem, places);
          return match === null ? [] : [match];
        }),
      ),
    );
  });
}

/** How many full words stand before each. */
function placesOf(tokens: readonly Token[], stop: ReadonlySet<string>): readonly number[] {
  let place = 0;
  return tokens.map(({ word }) => (stop.has(word) ? place : ++place));
}

function matched(text: Text, language: Language, phrase: Phrase, at: number, anchor: string, places: readonly number[]): Match | null {
  const { tokens, readings } = text;
  const found = new Map<string, number>([[anchor, at]]);
  let sure = sureOf(readings, language, at, anchor);
  for (const stem of phrase.stems) {
    if (found.has(stem)) continue;
    const place = nearest(text, language, stem, at, found);
    if (place === null) return null;
    found.set(stem, place);
    sure = Math.min(sure, sureOf(readings, language, place, stem));
  }
  const inOrder = phrase.stems.map((stem) => found.get(stem) as number);
  const used = [...new Set(inOrder)].sort((a, b) => a - b);
  const apart = (places[used.at(-1) as number] as number) - (places[used[0] as number] as number) + 1 - used.length;
  if (apart > APART) return null;
  const turned = inOrder.some((place, index) => index > 0 && place < (inOrder[index - 1] as number));
  if (turned && phrase.stems.length > 2) return null;
  if (phrase.exact && (turned || inOrder.some((place, index) => place !== (inOrder[0] as number) + index))) return null;
  const whole = phrase.weak ? 600 : phrase.stems.length > 1 ? 1000 - 60 * Math.max(apart, 0) - (turned ? 40 : 0) : 900;
  const spoken = spokenIn(text, language, phrase, text.likely(tokens[at] as Token));
  return { topic: phrase.topic, at: used, words: phrase.stems.length, sure: Math.round((whole * sure * spoken) / 1_000_000) };
}

/** A phrase is at home in any text ("work-life balance"); a lone word of another language may be a false friend, and a short one is. */
function spokenIn({ own }: Text, language: Language, { stems }: Phrase, likely: readonly Language[]): number {
  if (likely.includes(language)) return own === undefined || own === language ? 1000 : 950;
  if (stems.length > 1) return 850;
  return (stems[0] as string).length < 6 ? 0 : 600;
}

function sureOf(readings: Readings, language: Language, at: number, stem: string): number {
  return readings[language][at]?.find((reading) => reading.stem === stem)?.sure ?? 0;
}

/** The nearest word of the same part with this stem; only a compound may serve twice. */
function nearest({ tokens, readings }: Text, language: Language, stem: string, from: number, found: ReadonlyMap<string, number>): number | null {
  const { part } = tokens[from] as Token;
  const taken = [...found.values()];
  for (let far = 0; far <= REACH; far++) {
    for (const at of far === 0 ? [from] : [from + far, from - far]) {
      if (tokens[at]?.part !== part || sureOf(readings, language, at, stem) === 0) continue;
      if (!taken.includes(at) || (readings[language][at]?.length ?? 0) > 1) return at;
    }
  }
  return null;
}
