// From a typed line to an action. Half-typed and mistyped words get a guess, never an error.

import { distance } from 'fastest-levenshtein';
import type { Command } from './action.ts';

export type Found =
  | { readonly found: Command; readonly input: Readonly<Record<string, unknown>> }
  | { readonly found: null; readonly guess: Command | null; readonly typed: string };

/** `line` as typed: `/match  Preview autumn`. With or without the slash. */
export function findCommand(commands: readonly Command[], line: string): Found {
  const [first = '', ...rest] = line.trim().split(/\s+/);
  const name = `/${first.replace(/^\//, '').toLowerCase()}`;
  const word = (rest[0] ?? '').toLowerCase();
  const family = commands.filter((row) => row.command === name);
  const exact = family.find((row) => row.word !== '' && [row.word, ...row.also].includes(word));
  if (exact) return { found: exact, input: exact.input?.(rest.slice(1).join(' ')) ?? {} };
  const bare = family.find((row) => row.word === '');
  if (bare && word === '') return { found: bare, input: bare.input?.('') ?? {} };
  return { found: null, guess: nearest(commands, name, word), typed: line.trim().slice(0, 80) };
}

/** Commands that begin as the line does, for completion. */
export function completions(commands: readonly Command[], line: string): readonly Command[] {
  const wanted = line.trimStart().toLowerCase().replace(/\s+/g, ' ');
  return commands.filter((row) => `${row.command} ${row.word}`.trim().startsWith(wanted));
}

function nearest(commands: readonly Command[], name: string, word: string): Command | null {
  let best: Command | null = null;
  let least = 3;
  for (const row of commands) {
    for (const spelling of [row.word, ...row.also]) {
      const steps = distance(row.command, name) + (word.length > 1 && spelling.startsWith(word) ? 0 : distance(spelling, word));
      if (steps < least) [best, least] = [row, steps];
    }
  }
  return best;
}

/** What a typed line asks for; what nobody understands asks for help, with a guess. */
export function commandIntent(commands: readonly Command[], line: string): { readonly action: string; readonly input: Readonly<Record<string, unknown>> } {
  const result = findCommand(commands, line);
  if (result.found) return { action: result.found.action, input: result.input };
  const guess = result.guess ? `${result.guess.command} ${result.guess.word}`.trim() : '';
  return { action: 'help.show', input: { typed: result.typed, guess } };
}
