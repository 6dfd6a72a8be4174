// A text as words: where each stands, and what may not be read together.

/** Longer ones are no words of a language. */
const LONGEST_WORD = 40;
/** More than any field of a profile holds. */
const LONGEST_TEXT = 10_000;

export interface Token {
  /** As it was typed. */
  readonly text: string;
  readonly word: string;
  /** Without accents: people leave them out. */
  readonly bare: string;
  /** Words of one part may form a phrase; a comma ends a part, a full stop or a new line also the sentence. */
  readonly part: number;
  readonly sentence: number;
}

const PIECES = /(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}{1,2}(?![\p{L}\p{N}]))?)|(?<stop>[.;:!?\n…•])|(?<pause>[,()/«»“”"|+])/gu;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let [part, sentence] = [0, 0];
  for (const { groups } of text.slice(0, LONGEST_TEXT).normalize('NFKC').matchAll(PIECES)) {
    if (groups?.['word'] === undefined) part++;
    if (groups?.['stop'] !== undefined) sentence++;
    const typed = groups?.['word'] ?? '';
    if (typed === '' || typed.length > LONGEST_WORD) continue;
    const word = typed.toLowerCase().replace('’', "'");
    tokens.push({ text: typed, word, bare: bareOf(word), part, sentence });
  }
  return tokens;
}

export function bareOf(word: string): string {
  // Most words have no accents, and looking is much quicker than taking apart.
  return /[^\0-\x7f]/.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word;
}
