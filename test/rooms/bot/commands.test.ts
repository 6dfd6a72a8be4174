import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/bot/actions/action.ts';
import { commandIntent, completions, findCommand } from '../../../src/bot/actions/commands.ts';

const row = (command: string, word: string, also: readonly string[] = []): Command => ({
  command,
  word,
  also,
  action: `${command.slice(1)}.${word || 'home'}`,
  help: 'common.open',
  input: (rest) => ({ rest }),
});
const table = [
  row('/match', ''),
  row('/match', 'preview', ['förslag', 'propuesta']),
  row('/match', 'status'),
  row('/goal', ''),
  row('/goal', 'new', ['nytt', 'nuevo']),
];

describe('typed commands', () => {
  it('understands the word in each language, with whatever blanks and case', () => {
    for (const line of ['/match preview Autumn 2026', '  /MATCH   Preview Autumn 2026', 'match förslag Autumn 2026']) {
      expect(commandIntent(table, line)).toEqual({ action: 'match.preview', input: { rest: 'Autumn 2026' } });
    }
    expect(commandIntent(table, '/goal')).toEqual({ action: 'goal.home', input: { rest: '' } });
  });

  it('guesses what was meant, and asks for help', () => {
    expect(commandIntent(table, '/match preveiw')).toMatchObject({ action: 'help.show', input: { guess: '/match preview' } });
    expect(commandIntent(table, '/macth status')).toMatchObject({ input: { guess: '/match status' } });
    expect(commandIntent(table, '/goal nu')).toMatchObject({ input: { guess: '/goal new' } });
    expect(commandIntent(table, 'hello there')).toMatchObject({ action: 'help.show', input: { guess: '', typed: 'hello there' } });
  });

  it('completes a half-typed line', () => {
    expect(completions(table, '/ma').map((one) => `${one.command} ${one.word}`.trim())).toEqual(['/match', '/match preview', '/match status']);
    expect(completions(table, '/match  p').map((one) => one.word)).toEqual(['preview']);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => void findCommand(table, line)));
  });
});
