// The guides for people promise only what the bot understands, and the same in each language.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandIntent } from '../../../src/bot/actions/commands.ts';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import { COMMANDS } from '../../../src/mentoring/table.ts';

const GUIDES = ['mentees', 'mentors', 'coordinators'] as const;

const read = (language: string, guide: string) => readFileSync(new URL(`../../../docs/${language}/${guide}.md`, import.meta.url), 'utf8');

/** Every `/command` that a page names, as the action that it would reach. */
function promised(page: string): Map<string, string> {
  const lines = [...page.matchAll(/`(\/[^`]+)`/g)].map((found) => found[1] ?? '');
  return new Map(lines.map((line) => [line, commandIntent(COMMANDS, line).action]));
}

describe.each(GUIDES)('the guide for %s', (guide) => {
  it.each(LANGUAGES)('names only commands that exist (%s)', (language) => {
    const commands = promised(read(language, guide));
    expect(commands.size).toBeGreaterThan(5);
    const misunderstood = [...commands].filter(([line, action]) => action === 'help.show' && !/ (help|hjälp|ayuda)$/.test(line));
    expect(misunderstood).toEqual([]);
  });

  it('explains the same in all languages', () => {
    const [first, ...others] = LANGUAGES.map((language) => [...new Set(promised(read(language, guide)).values())].sort());
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(LANGUAGES)('leads to itself in the other languages (%s)', (language) => {
    for (const other of LANGUAGES) if (other !== language) expect(read(language, guide)).toContain(`](../${other}/${guide}.md)`);
  });
});
