import { describe, expect, it } from 'vitest';
import { dayWords, spansOf } from '../../../src/bot/texts/format.ts';
import { languageOf } from '../../../src/bot/texts/language.ts';
import { termWords } from '../../../src/bot/texts/terms.ts';
import { plain } from '../../../src/bot/views/shown.ts';
import { listed, quote, say, who } from '../../../src/bot/views/text.ts';
import { civilOf } from '../../../src/time.ts';

const reader = { language: 'sv', timeZone: 'Europe/Stockholm', terms: {}, names: new Map([['p1', 'Åsa']]) } as const;

describe('texts', () => {
  it('writes dates as each language does, weekday first', () => {
    const day = civilOf('2027-06-10');
    expect(dayWords(day, 'en', 'long')).toBe('Thursday 10 June');
    expect(dayWords(day, 'sv', 'week')).toBe('torsdag 10 juni (v. 23)');
    expect(dayWords(day, 'es', 'long')).toBe('jueves 10 de junio');
  });

  it('keeps apart what we say, what a person wrote and who is meant', () => {
    const spans = spansOf(say('command.line', { command: who('p1'), what: quote('<@U1> {menteeOne}') }), reader);
    expect(spans).toEqual([
      { who: 'p1', name: 'Åsa' },
      { text: ' – ', from: 'us' },
      { text: '<@U1> {menteeOne}', from: 'user' },
    ]);
  });

  it('joins lists as the language does', () => {
    const three = say('common.truncated', { text: listed([quote('a'), quote('b'), quote('c')]) });
    expect(plain(spansOf(three, { ...reader, language: 'en' }))).toContain('a, b and c');
    expect(plain(spansOf(three, { ...reader, language: 'es' }))).toContain('a, b y c');
  });

  it('does not name who has left', () => {
    expect(plain(spansOf(who('gone'), reader))).toBe('en tidigare deltagare');
  });

  it('lets a programme choose its words, and survives an unknown choice (S1.31, S3.2)', () => {
    expect(termWords('es', { mentee: { es: 'tutelado' } }).menteeOne).toBe('tutelado/a');
    expect(termWords('sv', { mentee: { sv: '__proto__' } }).menteeOne).toBe('adept');
    expect(termWords('en').mentorOf).toBe('the mentor’s');
  });

  it('finds a language in a platform’s locale', () => {
    expect([languageOf('sv-SE', 'en'), languageOf('es_MX', 'en'), languageOf('de-DE', 'sv'), languageOf(undefined, 'es')]).toEqual(['sv', 'es', 'sv', 'es']);
  });
});
