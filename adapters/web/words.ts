// The playground's own words and times; the bot's words come finished, in the language of whom they are for.

import { wordsOf } from '../../src/bot/texts/format.ts';
import { LOCALES, type Language, languageOf } from '../../src/bot/texts/language.ts';
import type { Text } from '../../src/bot/views/text.ts';
import type { Instant } from '../../src/time.ts';

export type Words = (text: Text) => string;

/** How the page speaks: `words(say('playground.title'))`. */
export function wordsIn(language: Language): Words {
  const reader = { language, timeZone: 'UTC', terms: {}, names: new Map<string, string>() };
  return (text) => wordsOf(text, reader);
}

/** The first of our languages that the browser asks for. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  for (const tag of (acceptLanguage ?? '').split(',')) {
    const language = languageOf(tag.trim(), 'en');
    if (tag.trim().toLowerCase().startsWith(language)) return language;
  }
  return 'en';
}

/** "Tue 1 Sept, 10:00": the clock of a playground leaps, so a time never stands without its day. */
export function shortMoment(at: Instant, language: Language, timeZone: string): string {
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false, timeZone };
  return new Intl.DateTimeFormat(LOCALES[language], options).format(at);
}

export interface Wall {
  readonly day: string;
  readonly hour: string;
  readonly place: string;
}

/** What a wall clock and a calendar would show in a place. */
export function wallOf(at: Instant, language: Language, timeZone: string): Wall {
  const locale = LOCALES[language];
  return {
    day: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at).replace(',', ''),
    hour: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone }).format(at),
    place: timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone,
  };
}
