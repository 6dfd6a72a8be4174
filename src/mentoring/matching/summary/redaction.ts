// Takes out of a free text whatever could tell who wrote it (S4.21, E1.10). Rather too much than too little:
// a summary with a gap still tells what somebody can help with, a name cannot be taken back.

import { isJoint, isOrdinary } from './ordinary.ts';
import { fold, runsOf, visible } from './words.ts';

/** In how many profiles of the cohort each folded word stands. */
export type CommonWords = ReadonlyMap<string, number>;

export interface Hidden {
  /** Of the person: any trace of these two goes, in whatever it is wrapped. */
  readonly name: string;
  readonly employer: string;
  /** Their unit, their place: these go as an employer does. */
  readonly around?: readonly string[];
  /** All names of the cohort: these go as words. */
  readonly names: readonly string[];
  readonly common: CommonWords;
}

/** A word that fewer than this many others use may point at one person. */
const OTHERS = 3;
const PARTICLES = new Set([
  'de',
  'la',
  'del',
  'las',
  'los',
  'el',
  'al',
  'y',
  'e',
  'i',
  'von',
  'van',
  'der',
  'den',
  'di',
  'da',
  'do',
  'dos',
  'du',
  'le',
  'af',
  'of',
  'the',
  'and',
  'och',
  'for',
  'av',
]);
const SHORTENED = /^(?:t\.ex|bl\.a|m\.m|m\.fl|o\.s\.v|d\.v\.s|s\.k|f\.d|e\.g|i\.e|p\.ej|EE\.UU)$/i;
const TITLES = /^(?:mr|mrs|ms|dr|dra|prof|sr|sra|st|sta|ex|etc|ca|resp|nr|no|bl|inc|ltd)$/i;

interface Token {
  readonly before: string;
  readonly core: string;
  readonly after: string;
  /** The letters alone, folded. */
  readonly joined: string;
  readonly runs: readonly string[];
  readonly opens: boolean;
}

/** The text with a gap, `…`, wherever something was taken out; empty where nothing is left. */
export function redact(text: string, hidden: Hidden): string {
  const judge = judging(text, hidden);
  const lines: string[] = [];
  let opens = true;
  for (const line of visible(text)
    .replace(/\p{L}[,;](?=\p{L})/gu, '$& ')
    .split(/\n+/)) {
    const tokens = tokensOf(line, opens);
    const last = tokens.at(-1);
    // A line that was broken in the middle of a sentence does not open a new one.
    if (last) opens = !last.after.startsWith(',') && !(last.after === '' && isJoint(last.joined));
    lines.push(lineWithout(tokens, judge));
  }
  return lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).join('\n');
}

interface Judge {
  readonly reveals: (token: Token) => boolean;
  readonly phrases: readonly (readonly string[])[];
  readonly known: (word: string) => boolean;
}

function judging(text: string, hidden: Hidden): Judge {
  const around = [hidden.employer, ...(hidden.around ?? [])];
  const mine = new Set(runsOf(visible(text)).map(fold));
  const known = (word: string) => isOrdinary(word) || (hidden.common.get(word) ?? 0) - (mine.has(word) ? 1 : 0) >= OTHERS;
  const own = [...namesIn([hidden.name]), ...namesIn(around).filter((word) => !isOrdinary(word))];
  const others = namesIn(hidden.names);
  const spelled = [hidden.name, ...around, ...hidden.names].map((name) => runsOf(visible(name)).map(fold)).filter((words) => words.length > 1);
  const whole = spelled.map((words) => words.join('')).filter((name) => name.length >= 6);
  const reveals = (token: Token) =>
    looksLikeAddress(token.core) ||
    own.some((name) => holdsOwn(token, name, known)) ||
    token.runs.some((run) => isOthers(run, others)) ||
    whole.some((name) => token.joined.includes(name)) ||
    token.runs.some((run, index) => standsOut(run, token.opens && index === 0, known));
  return { reveals, phrases: spelled, known };
}

/** The words of names and employers that can be looked for; `AB`, `de la` and `university` point at nobody. */
function namesIn(names: readonly string[]): string[] {
  const words = names.flatMap((name) => {
    const all = runsOf(visible(name)).map(fold);
    return all.length === 1 ? all : all.filter((word) => !PARTICLES.has(word));
  });
  return [...new Set(words)].filter((word) => word.length >= 2);
}

function holdsOwn(token: Token, name: string, known: (word: string) => boolean): boolean {
  const runs = token.runs.map(fold);
  if (runs.some((run) => run === name || run === `${name}s`) || token.joined === name) return true;
  return name.length >= 3 && token.joined.includes(name) && !runs.every(known);
}

/** `will` is no name where it is written small, even if somebody is called Will. */
function isOthers(run: string, names: readonly string[]): boolean {
  const word = fold(run);
  const found = names.some((name) => word === name || (name.length > 2 && word === `${name}s`));
  return found && !(run === run.toLowerCase() && isOrdinary(word));
}

/** E-mail addresses, links, domains, handles, numbers that could be dialled or looked up. */
function looksLikeAddress(core: string): boolean {
  if (/[@#_\\|~^=<>{}]|:\/|www/i.test(core)) return true;
  if (/\p{L}[.:!?]+[\p{L}\p{N}]/u.test(core)) return !SHORTENED.test(core);
  if (/\p{N}/u.test(core)) return digitsIn(core) > 2 || (/[\p{L}+*]/u.test(core) && !/^\p{N}{1,2}[-–][\p{L}-]+$/u.test(core));
  return /[/&+*]/.test(core) && !runsOf(core).every((run) => isOrdinary(fold(run)));
}

function digitsIn(core: string): number {
  return core.match(/\p{N}/gu)?.length ?? 0;
}

/** Names of places, employers and products stand out by their capitals; scripts without capitals by being rare. */
function standsOut(run: string, opens: boolean, known: (word: string) => boolean): boolean {
  if (known(fold(run))) return false;
  if (/\p{Script=Latin}/u.test(run) && /[^\p{Script=Latin}\p{M}]/u.test(run)) return true;
  if (/[\p{Lo}\p{Lm}]/u.test(run)) return true;
  if (!/\p{Lu}/u.test(run)) return false;
  // A first word with one capital is how sentences begin; capitals anywhere else are a name's, or an acronym's.
  return !(opens && /^\p{Lu}[^\p{Lu}]+$/u.test(run));
}

function tokensOf(line: string, opening: boolean): Token[] {
  const tokens: Token[] = [];
  let opens = opening;
  for (const piece of line.split(/\s+/).filter(Boolean)) {
    const parts = /^([^\p{L}\p{N}@#+_]*)(.*?)([^\p{L}\p{N}\p{M}_]*)$/u.exec(piece);
    const [before = '', core = '', after = ''] = parts?.slice(1) ?? ['', piece, ''];
    const runs = runsOf(core);
    tokens.push({ before, core, after, joined: fold(runs.join('')), runs, opens: opens || /[¿¡]/.test(before) });
    if (core === '') continue;
    const ended = /[.!?:…]/.test(after) && !(after.startsWith('.') && (core.includes('.') || core.length < 2 || TITLES.test(core)));
    opens = ended || (opens && /^\p{N}+$/u.test(core) && /^[.)]/.test(after));
  }
  return tokens;
}

function lineWithout(tokens: readonly Token[], judge: Judge): string {
  const gone = tokens.map((token) => token.core !== '' && judge.reveals(token));
  markPhrases(tokens, judge.phrases, gone);
  markNumbers(tokens, gone);
  markObscured(tokens, gone);
  // "Svenska Kraftnät": a name that opens a sentence shows by the capital that follows.
  for (let i = tokens.length - 2; i >= 0; i--) {
    const [here, next] = [tokens[i], tokens[i + 1]];
    const named = here && next && here.after === '' && /^\p{Lu}/u.test(here.core) && /^\p{Lu}/u.test(next.core) && gone[i + 1];
    if (named && !here.runs.every((run) => judge.known(fold(run)))) gone[i] = true;
  }
  const out: string[] = [];
  tokens.forEach((token, index) => {
    if (!gone[index]) return out.push(token.before + token.core + token.after);
    const stop = /[.,;:!?]/.exec(token.after)?.[0] ?? '';
    if (out.at(-1) === '…') out.pop();
    return out.push(`…${stop}`);
  });
  return out.join(' ');
}

/** Employers made of ordinary words, such as "Good Work": the words may stand, the phrase may not. */
function markPhrases(tokens: readonly Token[], phrases: readonly (readonly string[])[], gone: boolean[]): void {
  const words = tokens.flatMap((token, index) => token.runs.map((run) => ({ word: fold(run), index })));
  for (const phrase of phrases) {
    for (let start = 0; start + phrase.length <= words.length; start++) {
      const here = words.slice(start, start + phrase.length);
      if (here.every(({ word }, at) => meets(word, phrase, at))) for (const { index } of here) gone[index] = true;
    }
  }
}

/** The word of a phrase at its place; at its two ends something may be glued to it. */
function meets(word: string, phrase: readonly string[], at: number): boolean {
  const wanted = phrase[at] ?? '';
  return word === wanted || (at === 0 && word.endsWith(wanted)) || (at === phrase.length - 1 && word.startsWith(wanted));
}

/** "070 123 45 67": small numbers in a row make a telephone number. */
function markNumbers(tokens: readonly Token[], gone: boolean[]): void {
  let row: number[] = [];
  let digits = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    if (token && !/\p{L}/u.test(token.core) && (/\p{N}/u.test(token.core) || token.core === '')) {
      row.push(i);
      digits += digitsIn(token.core);
      continue;
    }
    if (digits > 4) for (const at of row) gone[at] = true;
    [row, digits] = [[], 0];
  }
}

/** "anna (at) example (dot) org", "ana arroba ejemplo", "anna @ example": the sign goes, with its neighbours. */
function markObscured(tokens: readonly Token[], gone: boolean[]): void {
  tokens.forEach((token, index) => {
    const bracketed = /[([{<]/.test(token.before) && /^(?:at|dot|punkt|punto|snabel-?a|arroba)$/i.test(token.core);
    const sign = token.core === '' && /@/.test(token.before + token.after);
    if (!bracketed && !sign && !/^(?:arroba|snabel-?a)$/i.test(token.core)) return;
    for (const at of [index - 1, index, index + 1]) if (at >= 0 && at < tokens.length) gone[at] = true;
  });
}
