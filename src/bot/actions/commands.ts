// From a typed line to an action, in every language. Half-typed and mistyped words get a guess, never an error.

import { distance } from 'fastest-levenshtein';
import type { Language } from '../texts/language.ts';
import type { Command } from './action.ts';

export type Found =
  | { readonly found: Command; readonly input: Readonly<Record<string, unknown>> }
  | { readonly found: null; readonly guess: Command | null; readonly typed: string };

/** Its words are understood alone too: whoever writes to the bot in private need not call it by its name. */
const ALONE = '/mentor';

/** How far a guess may be from what was typed, and at least how long a word alone must be for one. */
const STEPS = 2;
const WORTH_GUESSING = 4;

/** `line` as typed: `/match  Preview autumn`, `matchning förslag`, `Mål nytt`. With or without the slash and accents. */
export function findCommand(commands: readonly Command[], line: string): Found {
  const [first = '', ...rest] = line
    .trim()
    .replace(/^\/\s*/, '')
    .split(/\s+/);
  const [name, word] = [folded(first), folded(rest[0] ?? '')];
  const rows = vocabularyOf(commands);
  const family = rows.filter(({ names }) => names.has(name));
  const exact = family.find(({ row, words }) => (word === '' ? row.word === '' : words.has(word)));
  if (exact) return { found: exact.row, input: exact.row.input?.(rest.slice(1).join(' ')) ?? {} };
  const alone = family.length === 0 ? rows.find(({ row, words }) => row.command === ALONE && words.has(name))?.row : undefined;
  // More than the word may follow where the command has a use for it: a sentence is no command.
  if (alone && (word === '' || alone.input)) return { found: alone, input: alone.input?.(rest.join(' ')) ?? {} };
  return { found: null, guess: nearest(rows, name, word), typed: line.trim().slice(0, 80) };
}

/** How the command is written in each language, without the slash: `goal new`, `mål nytt`, `objetivo nuevo`. */
export function titlesOf(row: Command): Readonly<Record<Language, string>> {
  const en = `${row.command.slice(1)} ${row.word}`.trim();
  return { en, sv: row.titles?.sv ?? en, es: row.titles?.es ?? en };
}

/** Commands that begin as the line does, for completion. */
export function completions(commands: readonly Command[], line: string): readonly Command[] {
  const wanted = line.trimStart().toLowerCase().replace(/\s+/g, ' ');
  return commands.filter((row) => `${row.command} ${row.word}`.trim().startsWith(wanted));
}

/** What a typed line asks for; what nobody understands asks for help, with a guess. */
export function commandIntent(commands: readonly Command[], line: string): { readonly action: string; readonly input: Readonly<Record<string, unknown>> } {
  const result = findCommand(commands, line);
  if (result.found) return { action: result.found.action, input: result.input };
  const guess = result.guess ? `${result.guess.command} ${result.guess.word}`.trim() : '';
  return { action: 'help.show', input: { typed: result.typed, guess } };
}

interface Spelt {
  readonly row: Command;
  /** What its family is called: in every language, and as the bare command is also called. */
  readonly names: ReadonlySet<string>;
  /** The words after that; none for the bare command. */
  readonly words: ReadonlySet<string>;
}

/** A table of commands does not change: its words are folded once. */
const vocabularies = new WeakMap<readonly Command[], readonly Spelt[]>();

function vocabularyOf(commands: readonly Command[]): readonly Spelt[] {
  const known = vocabularies.get(commands);
  if (known) return known;
  const names = new Map<string, Set<string>>();
  for (const row of commands) {
    const others = [row.command.slice(1), ...parts(row).map(([first]) => first), ...(row.word === '' ? row.also : [])];
    names.set(row.command, new Set([...(names.get(row.command) ?? []), ...foldedSet(others)]));
  }
  const wordsOf = (row: Command) => (row.word === '' ? new Set<string>() : foldedSet([row.word, ...row.also, ...parts(row).map(([, second]) => second)]));
  const made = commands.map((row) => ({ row, names: names.get(row.command) ?? new Set<string>(), words: wordsOf(row) }));
  vocabularies.set(commands, made);
  return made;
}

function parts(row: Command): readonly (readonly string[])[] {
  return Object.values(titlesOf(row)).map((title) => title.split(' '));
}

function foldedSet(words: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(words.filter((word) => word !== undefined).map(folded));
}

/** Without case, accents, and the marks around a word; what consists of marks alone stays. */
function folded(word: string): string {
  const bare = word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return bare.replace(/^[\p{Pi}"'¿¡(]+|[\p{Pf}"'.,:;!?…)]+$/gu, '') || bare;
}

function nearest(rows: readonly Spelt[], name: string, word: string): Command | null {
  let [best, least]: [Command | null, number] = [null, STEPS + 1];
  for (const { row, names, words } of rows) {
    const far = fewest(names, name);
    if (far >= least) continue;
    const begun = word.length > 1 && [...words].some((one) => one.startsWith(word));
    const all = far + (begun ? 0 : fewest(row.word === '' ? [''] : words, word));
    if (all < least) [best, least] = [row, all];
  }
  if (best || word !== '' || name.length < WORTH_GUESSING) return best;
  return rows.find(({ row, words }) => row.command === ALONE && fewest(words, name) === 1)?.row ?? null;
}

/** Whoever types a novel is not compared with a word letter by letter. */
function fewest(words: Iterable<string>, typed: string): number {
  const steps = [...words].map((word) => (Math.abs(word.length - typed.length) > STEPS ? STEPS + 1 : distance(word, typed)));
  return Math.min(STEPS + 1, ...steps);
}
