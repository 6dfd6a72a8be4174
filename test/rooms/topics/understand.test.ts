// Understanding: what people write in three languages leads to the same topics, and what they do not want leads to none.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import { focusOf, near, TOPICS, toldOf, understood } from '../../../src/mentoring/topics/index.ts';
import { SAME, SENTENCES } from './sentences.ts';

const topicsIn = (text: string, language?: 'en' | 'sv' | 'es') => understood(text, language).map((one) => one.topic);

describe.each(LANGUAGES)('sentences (%s)', (language) => {
  const cases = SENTENCES[language].map(([text, expected, never = []]) => ({ text, expected, never }));
  it.each(cases)('$text', ({ text, expected, never }) => {
    const topics = topicsIn(text, language);
    for (const topic of expected) expect(topics).toContain(topic);
    for (const topic of never) expect(topics).not.toContain(topic);
    // Whoever reads in another language wrote the same.
    for (const topic of expected) expect(topicsIn(text)).toContain(topic);
  });
});

describe('understanding', () => {
  it.each(SAME)('finds the same in three languages: $en', (said) => {
    const [en, sv, es] = LANGUAGES.map((language) => topicsIn(said[language], language));
    const common = en?.filter((topic) => sv?.includes(topic) && es?.includes(topic)) ?? [];
    expect(common, JSON.stringify([en, sv, es])).not.toEqual([]);
  });

  it('says which words said so, and how clearly', () => {
    expect(understood('förändringsledning', 'sv')).toEqual([{ topic: 'change', sure: 900, from: 'förändringsledning' }]);
    const [clear] = understood('I want help with difficult conversations', 'en');
    expect(clear).toEqual({ topic: 'difficult-conversations', sure: 1000, from: 'difficult conversations' });
    const apart = understood('leda min trötta grupp genom en stor förändring', 'sv').find((one) => one.topic === 'change');
    expect(apart?.sure).toBeLessThan(1000);
    const [mended] = understood('procastination', 'en');
    expect(mended?.sure).toBeLessThan(900);
    const [twice, once] = [understood('stress, stress and more stress', 'en'), understood('stress', 'en')];
    expect(twice[0]?.sure).toBeGreaterThan(once[0]?.sure ?? 1000);
  });

  it('puts the clearest first, and stops at eight', () => {
    const many = understood(SENTENCES.en.map(([text]) => text).join('\n'), 'en');
    expect(many).toHaveLength(8);
    expect(many.map((one) => one.sure)).toEqual(many.map((one) => one.sure).toSorted((a, b) => b - a));
  });

  it('reads no topic into what is none', () => {
    for (const text of [
      '',
      ' ',
      'Hello!',
      'I love hiking and baking bread',
      'Jag gillar att vandra och baka bröd',
      'Me gusta el senderismo y hacer pan',
      '🎉🎉',
      '12 345',
    ]) {
      expect(understood(text), text).toEqual([]);
    }
  });

  it('takes the longer phrase for what is meant', () => {
    expect(topicsIn('career change', 'en')).toEqual(['career-change']);
    expect(topicsIn('leda möten', 'sv')).toEqual(['meetings']);
    expect(topicsIn('experiencia de usuario', 'es')).toEqual(['user-experience']);
  });

  it('does not read a phrase across a comma or a line', () => {
    expect(topicsIn('career, change', 'en')).not.toContain('career-change');
    expect(topicsIn('leda\nmöten', 'sv')).toContain('leading-people');
  });

  it('is quick and calm with whatever is sent (10,000 characters and more)', () => {
    const hostile = [
      ...[
        'a',
        'leda ',
        'not ',
        'no se ',
        'team lead project career change manager new ',
        '<script>alert(1)</script>',
        '👩‍👩‍👧',
        'é\u0301\u0301',
        '\u202eسلام ',
      ],
      ...['förändrings', '\u0000', '\ud800', '((((', ',,,,', 'constructor __proto__ toString '],
    ];
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(20_000 / piece.length));
      const topics = understood(text);
      expect(topics.length, piece).toBeLessThanOrEqual(8);
      for (const { sure } of topics) expect(sure).toBeLessThanOrEqual(1000);
    }
    expect(topicsIn('<script>leadership</script>', 'en')).toContain('leading-people');
  });

  it('gives the same for the same, and nothing that is no topic', () => {
    const words = fc.constantFrom(...SENTENCES.sv.flatMap(([text]) => text.split(' ')), ...SENTENCES.es.flatMap(([text]) => text.split(' ')), 'not', ',', '.');
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 30 }), (parts) => {
        const found = understood(parts.join(' '));
        expect(understood(parts.join(' '))).toEqual(found);
        for (const { topic, sure } of found) expect(TOPICS.includes(topic) && Number.isInteger(sure) && sure >= 500 && sure <= 1000).toBe(true);
        expect(new Set(found.map((one) => one.topic)).size).toBe(found.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what matters to a person', () => {
  const written = { topics: 'public speaking\nsalary', challenges: 'I am new as a manager' };

  it('is what they have confirmed, in their order and for certain', () => {
    expect(focusOf({ ...written, focus: ['stress', 'goals'] })).toEqual([
      { topic: 'stress', sure: 1000 },
      { topic: 'goals', sure: 1000 },
    ]);
  });

  it('is otherwise what we understood, and counts for less', () => {
    const focus = focusOf({ ...written, focus: [] }, 'en');
    expect(focus.map((one) => one.topic)).toEqual(['presenting', 'new-manager', 'salary']);
    for (const { sure } of focus) expect(sure).toBeLessThanOrEqual(700);
  });

  it('is found in a mentor’s experience too', () => {
    const told = toldOf('Femton år som chef, de flesta av dem roliga. Jag har lett projekt i tre länder.', 'sv');
    expect(told.map((one) => one.topic)).toEqual(expect.arrayContaining(['leading-people', 'project-management']));
    expect(told.some((one) => near(one.topic, 'new-manager') === 500)).toBe(true);
  });
});
