// Text for cards: nothing is cut within what a reader takes for one character, and nothing in it is more than letters (F14, F15).

import { assert, array, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, clip, label, pieces, run, runs, tidy, wordsIn } from '../../../../adapters/teams/render/text.ts';

const FAMILY = '👩‍👩‍👧‍👦';
const SIGNS = ['a', 'b', ' ', ' ', '\n', FAMILY, '🏳️‍🌈', 'e\u0301', ' \u0301', ' \u200d', '👍🏽', ' 🏽', 'ש', '🇸🇪', 'Z̸̡̛͉̦̈́̒', '漢', 'क्षि'] as const;
const texts = array(constantFrom(...SIGNS), { maxLength: 60 }).map((signs) => signs.join(''));
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where a reader's characters end. */
function ends(text: string): ReadonlySet<number> {
  return new Set([0, ...[...graphemes.segment(text)].map(({ index, segment }) => index + segment.length)]);
}

describe('clipping', () => {
  it('leaves alone what fits, to the last unit', () => {
    expect(clip('x'.repeat(75), 75)).toBe('x'.repeat(75));
    expect(clip('x'.repeat(76), 75)).toBe(`${'x'.repeat(74)}…`);
    expect(clip(FAMILY.repeat(2), 2 * FAMILY.length)).toBe(FAMILY.repeat(2));
  });

  it('never parts a character, and never gives more than may be', () => {
    assert(
      property(texts, integer({ min: 1, max: 80 }), (text, most) => {
        const clipped = clip(text, most);
        expect(clipped.length).toBeLessThanOrEqual(most);
        if (clipped === text) return;
        expect(clipped.endsWith('…')).toBe(true);
        expect(text.startsWith(clipped.slice(0, -1))).toBe(true);
        expect(ends(text)).toContain(clipped.length - 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('makes any string one that can be sent', () => {
    assert(
      property(string({ unit: 'binary' }), integer({ min: 1, max: 30 }), (text, most) => {
        const clipped = clip(text, most);
        expect(clipped.isWellFormed() && !clipped.includes('\0') && clipped.length <= most).toBe(true);
        expect(label(text, most).trim()).not.toBe('');
      }),
      { numRuns: 300 },
    );
    expect(tidy('a\0b\ud800c\r\nd\u202ee\tf')).toBe('ab\ufffdc\nde\tf');
    expect(label(' \0 \n', 10)).toBe('–');
  });
});

describe('parting a long text', () => {
  it('gives pieces that fit, end with a character, and are the text again when joined', () => {
    assert(
      property(texts, integer({ min: 30, max: 90 }), (text, most) => {
        const all = pieces(text, most);
        expect(all.join('')).toBe(text);
        expect(beginningOf(text, most)).toBe(all[0] ?? '');
        let end = 0;
        for (const piece of all) {
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(ends(text)).toContain((end += piece.length));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('parts after a line where it can, else after a word', () => {
    expect(pieces('one two\nthree four', 12)).toEqual(['one two\n', 'three four']);
    expect(pieces('one two three four', 12)).toEqual(['one two ', 'three four']);
    expect(pieces('onetwothreefour', 12)).toEqual(['onetwothreef', 'our']);
  });

  it('parts even one endless character, and leaves no half of a letter', () => {
    const endless = `a${'\u0301'.repeat(100)}`;
    expect(pieces(endless, 30).join('')).toBe(endless);
    expect(pieces(`\u200d${'😀\u200d'.repeat(40)}`, 30).every((piece) => piece.isWellFormed())).toBe(true);
  });
});

describe('runs', () => {
  it('have people in bold, and one run for all that looks the same', () => {
    const spans = [
      { text: 'a', from: 'us' },
      { text: '<b>', from: 'user' },
      { who: 'p1', name: 'Alva' },
    ] as const;
    expect(runs(spans)).toEqual([
      { type: 'TextRun', text: 'a<b>' },
      { type: 'TextRun', text: 'Alva', weight: 'bolder' },
    ]);
    expect(wordsIn([...spans, { channel: '#all', platform: 'web' }])).toBe('a<b>Alva#all');
  });

  it('leave out what is empty', () => {
    expect(
      runs([
        { text: '', from: 'us' },
        { text: '\0', from: 'user' },
        { who: 'p3', name: '' },
      ]),
    ).toEqual([]);
  });

  it('hold no macro, also where it would come about between two texts', () => {
    for (const [before, after] of [
      ['{', '{DATE(2017-02-14T06:08:39Z)}}'],
      ['{{', 'DATE(2017-02-14T06:08:39Z)}}'],
      ['[x]', '(y)'],
    ] as const) {
      const [one] = runs([
        { text: before, from: 'us' },
        { text: after, from: 'user' },
      ]);
      expect(one?.text).not.toMatch(/\{\{|\]\(/);
      expect(one?.text.replaceAll('\u2060', '')).toBe(before + after);
      expect(run(before + after)).toEqual([one]);
    }
  });
});
