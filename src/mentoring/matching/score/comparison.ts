// How one feature compares two people: a row of numbers for a mentee and all mentors.

import type { Civil } from '../../../time.ts';
import type { Focus } from '../../topics/index.ts';
import type { Member } from '../fit.ts';
import type { Lexicon, Written } from './lexicon.ts';

export interface Comparison {
  /** Writes permille for each mentor; -1 where there is nothing to compare. */
  row(mentee: number, into: Int16Array): void;
  /** What both share, as keys that every page may show. Never user text. */
  shared(mentee: number, mentor: number): readonly string[];
}

/** All who are compared. How rare a word is, is counted among these. */
export interface Crowd {
  readonly mentees: readonly Member[];
  readonly mentors: readonly Member[];
  readonly startsOn: Civil;
  readonly lexicon: Lexicon;
  /** A part of what a person wrote, in their language. */
  read(member: Member, text: string): Written;
  /** The topics of a person, the first the dearest. */
  focus(member: Member): readonly Focus[];
  /** The topics that a text tells of. */
  told(text: string): readonly Focus[];
}

export const ALL = 1000;
export const UNKNOWN = -1;

/** Whole permille, so that sums are exact and the same on every machine. */
export function permille(share: number): number {
  return Math.round(ALL * Math.min(1, share));
}

/** Where two see it differently: one enthusiastic side cannot carry both. */
export function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

/** A comparison of two things by themselves, with nothing to show of what is shared. */
export function eachTwo<T>(wishes: readonly T[], offers: readonly T[], value: (wish: T, offer: T) => number): Comparison {
  return {
    row(mentee, into) {
      const wish = wishes[mentee] as T;
      for (let mentor = 0; mentor < offers.length; mentor++) into[mentor] = value(wish, offers[mentor] as T);
    },
    shared: () => [],
  };
}
