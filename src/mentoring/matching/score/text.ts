// How alike what a mentee wants and what a mentor tells are, by words and by parts of words, within one language.
// Between languages the topics speak.

import { type Comparison, type Crowd, permille, UNKNOWN } from './comparison.ts';
import type { Counts, Lexicon, Written } from './lexicon.ts';
import { addingTo, rarityOf, unitVector } from './sparse.ts';

/** A better judge of texts can take the place of this one. */
export interface TextSimilarity {
  /** Writes permille for each mentor; -1 where two texts cannot be compared. */
  row(mentee: number, into: Int16Array): void;
}

/** Letters alone prove less than words. */
const LETTERS = 0.9;
/** Two who write of the same thing in words of their own hardly get beyond half: that is as good as can be. */
const ALIKE = 0.5;

export function textSimilarity(lexicon: Lexicon, goals: readonly Written[], told: readonly Written[]): TextSimilarity {
  const cosines = (terms: (text: Written) => Counts) => {
    const [mine, theirs] = [goals.map(terms), told.map(terms)];
    const rarity = rarityOf([...mine, ...theirs], lexicon);
    const vectors = mine.map((counts) => unitVector(counts, rarity, lexicon));
    const add = addingTo(
      theirs.map((counts) => unitVector(counts, rarity, lexicon)),
      lexicon.size(),
    );
    const sums = new Float64Array(told.length);
    return (mentee: number) => {
      sums.fill(0);
      const vector = vectors[mentee];
      if (vector) add(vector, sums);
      return sums;
    };
  };
  const [words, letters] = [cosines(lexicon.stems), cosines(lexicon.grams)];
  return {
    row(mentee, into) {
      const mine = goals[mentee] as Written;
      const [byWord, byLetter] = [words(mentee), letters(mentee)];
      for (let mentor = 0; mentor < told.length; mentor++) {
        const theirs = told[mentor] as Written;
        const comparable = mine.words.length > 0 && theirs.words.length > 0 && mine.language === theirs.language;
        const alike = Math.max(byWord[mentor] as number, LETTERS * (byLetter[mentor] as number));
        into[mentor] = comparable ? permille(alike / ALIKE) : UNKNOWN;
      }
    },
  };
}

/** A mentee's goal against what a mentor can guide in and has done (S4.14, S4.16). */
export function text({ mentees, mentors, lexicon, read }: Crowd): Comparison {
  const goals = mentees.map((one) => read(one, `${one.profile.topics}\n${one.profile.challenges}`));
  const told = mentors.map((one) => read(one, `${one.profile.topics}\n${one.profile.challenges}\n${one.profile.experience}`));
  return { row: textSimilarity(lexicon, goals, told).row, shared: () => [] };
}
