// How well two people fit, in permille, with the points of each reason adding up to the score.

/** One reason for a score: which feature, and how many of the points it brought. */
export interface Reason {
  readonly feature: 'help' | 'topics' | 'interests' | 'language' | 'time';
  readonly points: number;
  /** What both share: keys of the six kinds of help, language codes, slots. Never user text. */
  readonly shared: readonly string[];
}
