// Options of the operator's commands: `--year 2026`, `--json`. Whatever is wrong with them is said in one line.

import { parseArgs } from 'node:util';
import { isLanguage, type Language } from '../../bot/texts/language.ts';
import { BotError } from '../../fault.ts';

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** `known`: the options, and whether they take a value. Throws `BotError('config')`. */
export function optionsOf(args: readonly string[], known: Readonly<Record<string, 'string' | 'boolean'>>): Options {
  try {
    const options = Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }]));
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new BotError('config', (error as Error).message.split(/[.\n]/)[0] ?? 'These options cannot be read');
  }
}

/** 1970 to 2199: calendars and holidays are known for no others. */
export function yearOf(options: Options, name: string): number {
  const value = options[name];
  const year = typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : Number.NaN;
  if (year >= 1970 && year <= 2199) return year;
  throw new BotError(
    'config',
    value === undefined ? `--${name} is missing: a year from 1970 to 2199` : `--${name} must be a year from 1970 to 2199, and ${shown(value)} is none`,
  );
}

export function languageOf({ language = 'en' }: Options): Language {
  if (isLanguage(language)) return language;
  throw new BotError('config', `--language must be en, sv or es, and ${shown(language)} is none of them`);
}

/** What was typed, as far as it fits on a line. */
export function shown(value: unknown): string {
  return JSON.stringify(value).slice(0, 60);
}
