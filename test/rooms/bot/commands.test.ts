// From typed lines to actions: a small table first, then the real one in three languages.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/bot/actions/action.ts';
import { commandIntent, completions, findCommand, titlesOf } from '../../../src/bot/actions/commands.ts';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import { COMMANDS } from '../../../src/mentoring/table.ts';

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

  it('understands a family by its name in each language, with and without accents', () => {
    const named: Command = { ...row('/goal', '', ['meta']), titles: { sv: 'mål', es: 'objetivo' } };
    const own = [named, ...table.filter(({ command, word }) => command !== '/goal' || word !== '')];
    for (const line of ['mål nytt Springa', '/MÅL nytt Springa', 'mal Nytt Springa', ' / objetivo   nuevo Springa', 'Meta: new Springa'])
      expect(commandIntent(own, line)).toEqual({ action: 'goal.new', input: { rest: 'Springa' } });
    for (const line of ['mål', 'Objetivo', '/meta']) expect(commandIntent(own, line).action).toBe('goal.home');
  });

  it('understands the words of /mentor alone, and what follows where it has a use', () => {
    const { input: _, ...plain } = row('/mentor', 'help', ['hjälp', '?']);
    const own = [...table, plain, row('/mentor', 'busy', ['upptagen'])];
    for (const line of ['help', 'Hjälp!', 'hjalp', '/help', '?', ' HELP.\n']) expect(findCommand(own, line).found?.word, line).toBe('help');
    expect(commandIntent(own, 'upptagen till 24/12')).toEqual({ action: 'mentor.busy', input: { rest: 'till 24/12' } });
    for (const line of ['help me out', 'preview', 'new', 'busyness', '', '/', ' / ']) expect(findCommand(own, line).found, line).toBeNull();
    expect(findCommand(own, 'hlp').found ?? findCommand(own, 'hellp')).toMatchObject({ guess: { word: 'help' } });
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => void findCommand(table, line)));
  });
});

describe('the commands of the house', () => {
  const written = (one: Command) => `${one.command} ${one.word}`.trim();
  const titles = COMMANDS.flatMap((one) => LANGUAGES.map((language) => ({ one, language, title: titlesOf(one)[language] })));

  it('have a title in each language that leads to them, with and without slash, accents and capitals', () => {
    expect(titles.length).toBeGreaterThan(90);
    for (const { one, title } of titles) {
      const bare = title.normalize('NFD').replace(/\p{M}/gu, '');
      for (const line of [title, `/${title}`, title.toUpperCase(), bare, title.replace(' ', '   ')]) expect(findCommand(COMMANDS, line).found, line).toBe(one);
    }
  });

  it('are written in Swedish and Spanish too, in two words at most', () => {
    for (const { title } of titles) expect(title).toMatch(/^[\p{Ll}]+( [\p{Ll}-]+)?$/u);
    expect(COMMANDS.filter((one) => !one.titles).map(written)).toEqual(['/mentor']);
  });

  it('are found by each of their words, by nobody else’s, and those of /mentor alone', () => {
    for (const one of COMMANDS) {
      for (const word of [one.word, ...one.also].filter((spelling) => spelling !== '')) {
        const line = one.word === '' ? word : `${one.command} ${word}`;
        expect(findCommand(COMMANDS, line).found, line).toBe(one);
        if (one.command === '/mentor') expect(findCommand(COMMANDS, word).found, word).toBe(one);
      }
    }
  });
});
