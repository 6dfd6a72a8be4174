// Texts as weighed terms, and the sums of what two of them share: for one mentee and all mentors at once.

import type { Counts, Tongue, Lexicon } from './lexicon.ts';

/** How much each term says: the rarer, the more. Every language is counted by itself. */
export type Rarity = Float64Array;

/** Among all texts that are compared. Whole numbers go in, so the order of people cannot matter. */
export function rarityOf(texts: readonly Counts[], { languageOf, size }: Lexicon): Rarity {
  const among = new Map<Tongue, number>();
  const holders = new Float64Array(size());
  for (const text of texts) {
    for (const term of text.keys()) holders[term] = (holders[term] as number) + 1;
    // A text is in one language.
    const [any] = text.keys();
    if (any !== undefined) among.set(languageOf(any), (among.get(languageOf(any)) ?? 0) + 1);
  }
  return holders.map((count, term) => (count === 0 ? 0 : Math.log(((among.get(languageOf(term)) ?? 0) + 1) / count)));
}

export interface Vector {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
}

/** The weightiest terms of a long text say what it is about. */
const MOST_TERMS = 192;

/** TF-IDF, of length 1: the sum of products of two such vectors is the cosine of the angle between them. */
export function unitVector(counts: Counts, rarity: Rarity, lexicon: Lexicon): Vector {
  const all = Int32Array.from(counts.keys());
  const weight = (term: number) => (1 + Math.log(counts.get(term) as number)) * (rarity[term] as number);
  const terms = all.length > MOST_TERMS ? weightiest(all, weight, lexicon) : all;
  const weights = Float64Array.from(terms, weight);
  const length = Math.sqrt(weights.reduce((sum, one) => sum + one * one, 0));
  return { terms, weights: Float32Array.from(weights, (one) => (length === 0 ? 0 : one / length)) };
}

/** In the order in which they were. */
function weightiest(terms: Int32Array, weight: (term: number) => number, { nameOf }: Lexicon): Int32Array {
  const weights = Float64Array.from(terms, weight);
  const least = weights.toSorted()[terms.length - MOST_TERMS] as number;
  const above = weights.reduce((count, one) => (one > least ? count + 1 : count), 0);
  const equal = terms.filter((_, at) => weights[at] === least);
  const names = [...equal].map(nameOf).sort();
  const last = new Set(names.slice(0, MOST_TERMS - above));
  return terms.filter((term, at) => (weights[at] as number) > least || (weights[at] === least && last.has(nameOf(term))));
}

/** A set: the sum of products of two such vectors is the rarity of what they share. */
export function setVector(counts: Counts, rarity: Rarity): Vector {
  const terms = Int32Array.from(counts.keys());
  return { terms, weights: Float32Array.from(terms, (term) => Math.sqrt(rarity[term] as number)) };
}

/** Adds to each mentor the sum of products with one vector. */
export type Adding = (vector: Vector, sums: Float64Array) => void;

/** Who uses which term, so that only what is shared is ever looked at. */
export function addingTo(vectors: readonly Vector[], size: number): Adding {
  const first = new Int32Array(size + 1);
  for (const { terms } of vectors) for (const term of terms) first[term + 1] = (first[term + 1] as number) + 1;
  for (let term = 0; term < size; term++) first[term + 1] = (first[term + 1] as number) + (first[term] as number);
  const next = first.slice();
  const who = new Int32Array(first[size] as number);
  const weight = new Float32Array(who.length);
  for (const [index, { terms, weights }] of vectors.entries()) {
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      const place = next[term] as number;
      who[place] = index;
      weight[place] = weights[at] as number;
      next[term] = place + 1;
    }
  }
  return ({ terms, weights }, sums) => {
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      const own = weights[at] as number;
      const end = first[term + 1] as number;
      for (let place = first[term] as number; place < end; place++) {
        const index = who[place] as number;
        sums[index] = (sums[index] as number) + own * (weight[place] as number);
      }
    }
  };
}
