// Words as they can be compared: without case, marks and invisible letters.

const NO_MARK: Readonly<Record<string, string>> = { ø: 'o', œ: 'oe', æ: 'ae', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', ı: 'i' };

/** What is seen, without what is not: joiners, soft hyphens, letters in fancy dress. */
export function visible(text: string): string {
  return text.normalize('NFKC').replace(/\p{Cf}/gu, '');
}

/** Lower case, without marks: `Åsa` and `asa` are one. */
export function fold(text: string): string {
  return visible(text)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øœæłđðþßı]/g, (letter) => NO_MARK[letter] ?? letter);
}

/** The unbroken runs of letters, as written. */
export function runsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** The distinct folded words of a text. */
export function foldedWords(text: string): Set<string> {
  return new Set(runsOf(visible(text)).map(fold));
}
