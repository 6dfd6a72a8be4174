// What a text says it is not about: "not interested in sales" is no wish for sales.

import type { Language } from '../../bot/texts/language.ts';
import { dictionaryOf } from './dictionary.ts';
import type { Match } from './matches.ts';
import type { Token } from './tokens.ts';
import type { Topic } from './tree.ts';
import { DENIAL } from './words/denial.ts';

/** Whoever has none of these has just the reason to talk: "no work-life balance". */
const LACKED: ReadonlySet<Topic> = new Set([
  ...(['confidence', 'motivation', 'work-life-balance', 'networking', 'health', 'time', 'purpose', 'feedback', 'courage', 'goals'] as const),
]);
type Kind = 'denied' | 'not' | null;

interface Saying {
  readonly words: readonly string[];
  readonly kind: Kind;
}

const SPOKEN = { en: spoken('en'), sv: spoken('sv'), es: spoken('es') };

function spoken(language: Language) {
  const { denies, nots, lacks, anew, joins } = DENIAL[language];
  const sayings = new Map<string, Saying[]>();
  for (const [list, kind] of [
    [lacks, null],
    [denies, 'denied'],
  ] as const) {
    for (const words of list.split(/,\s*/).map((saying) => saying.split(' '))) {
      const first = words[0] as string;
      sayings.set(first, [...(sayings.get(first) ?? []), { words, kind }]);
    }
  }
  const words = (list: string) => new Set(list.split(', '));
  return { sayings, nots: words(nots), anew: words(anew), joins: words(joins) };
}

/** The matches that are meant. */
export function meant(tokens: readonly Token[], matches: readonly Match[], likely: (token: Token) => readonly Language[]): readonly Match[] {
  // A no within a phrase, such as "saying no", denies nothing.
  const within = new Set(matches.filter(({ words }) => words > 1).flatMap(({ at }) => at));
  const kinds = kindsOf(tokens, within, likely);
  return matches.filter(({ at: [first = 0], topic }) => kinds[first] !== 'denied' && (kinds[first] !== 'not' || LACKED.has(topic)));
}

/** What each word stands under. */
function kindsOf(tokens: readonly Token[], within: ReadonlySet<number>, likely: (token: Token) => readonly Language[]): readonly Kind[] {
  const kinds: Kind[] = [];
  let kind: Kind = null;
  // A bare "not" is about the next full word, and about those that an "or" joins to it.
  let awaits = true;
  for (let at = 0; at < tokens.length; ) {
    const [token, before] = [tokens[at] as Token, tokens[at - 1]];
    const languages = likely(token);
    const is = (words: 'nots' | 'anew' | 'joins') => languages.some((language) => SPOKEN[language][words].has(token.bare));
    if (token.sentence !== before?.sentence || (kind === 'not' && token.part !== before.part) || is('anew')) kind = null;
    const said = within.has(at) ? null : sayingAt(tokens, at, languages);
    if (said !== null) {
      kind = said.kind;
      for (const _ of said.words) kinds.push(null);
      at += said.words.length;
      continue;
    }
    const isFull = !languages.some((language) => dictionaryOf(language).stop.has(token.word));
    if (is('nots') && !within.has(at)) [kind, awaits] = [kind ?? 'not', true];
    else if (is('joins')) awaits = true;
    else if (isFull && kind === 'not') [kind, awaits] = [awaits ? kind : null, false];
    kinds.push(kind);
    at++;
  }
  return kinds;
}

/** The longest saying that begins here. */
function sayingAt(tokens: readonly Token[], at: number, languages: readonly Language[]): Saying | null {
  let best: Saying | null = null;
  for (const language of languages) {
    for (const saying of SPOKEN[language].sayings.get((tokens[at] as Token).bare) ?? []) {
      if (saying.words.length > (best?.words.length ?? 0) && saying.words.every((word, index) => tokens[at + index]?.bare === word)) best = saying;
    }
  }
  return best;
}
