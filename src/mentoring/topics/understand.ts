// From somebody's own words, in any of three languages, to topics. Nothing of the words is kept.

import type { Language } from '../../bot/texts/language.ts';
import { meant } from './denial.ts';
import { likelyLanguages } from './language.ts';
import { type Match, matchesOf } from './matches.ts';
import { readingsOf } from './reading.ts';
import { type Token, tokensOf } from './tokens.ts';
import { type Topic, TOPICS } from './tree.ts';

export interface Understood {
  readonly topic: Topic;
  /** How clearly it was said, in permille. */
  readonly sure: number;
  /** The words that said so: for the person who wrote them, and for nobody else. */
  readonly from: string;
}

/** Nobody wants to talk of more than these at once. */
const MOST = 8;
/** Less is a guess. */
const LEAST = 500;
/** What each further mention adds, and how many count. */
const [AGAIN, MENTIONS] = [40, 3];

/** The topics of a text, the clearest first, at most eight. The same text always gives the same. `language`: the person's own. */
export function understood(text: string, language?: Language): readonly Understood[] {
  const tokens = tokensOf(text);
  const likely = likelyLanguages(tokens);
  const readings = readingsOf(tokens, likely);
  const matches = matchesOf({ tokens, readings, likely, own: language });
  const kept = longest(meant(tokens, matches, likely));
  const topics = new Map<Topic, Match[]>();
  for (const match of kept) topics.set(match.topic, [...(topics.get(match.topic) ?? []), match]);
  return [...topics]
    .map(([topic, said]) => ({ topic, from: wordsOf(tokens, said), sure: sureOf(said), first: Math.min(...said.map(({ at }) => at[0] as number)) }))
    .filter(({ sure }) => sure >= LEAST)
    .sort((a, b) => b.sure - a.sure || a.first - b.first || TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic))
    .slice(0, MOST)
    .map(({ topic, sure, from }) => ({ topic, sure, from }));
}

/** "Career change" speaks neither of career planning nor of leading change. */
function longest(matches: readonly Match[]): readonly Match[] {
  const covering = new Map<number, Match[]>();
  const kept: Match[] = [];
  for (const match of [...matches].sort((a, b) => b.words - a.words || b.sure - a.sure)) {
    const over = match.at.flatMap((place) => covering.get(place) ?? []);
    // The same words may say the same in two languages.
    if (over.some((one) => (one.words > match.words || one.topic === match.topic) && isWithin(match, one))) continue;
    kept.push(match);
    for (const place of match.at) covering.set(place, [...(covering.get(place) ?? []), match]);
  }
  return kept;
}

function isWithin(inner: Match, outer: Match): boolean {
  return (inner.at[0] as number) >= (outer.at[0] as number) && (inner.at.at(-1) as number) <= (outer.at.at(-1) as number);
}

function sureOf(said: readonly Match[]): number {
  const mentions = new Set(said.map(({ at }) => at.join(' '))).size - 1;
  return Math.min(1000, Math.max(...said.map(({ sure }) => sure)) + AGAIN * Math.min(mentions, MENTIONS));
}

/** Those of the clearest mention. */
function wordsOf(tokens: readonly Token[], said: readonly Match[]): string {
  const clearest = said.reduce((best, match) => (match.sure > best.sure ? match : best));
  return clearest.at.map((place) => tokens[place]?.text ?? '').join(' ');
}
