// Text for Slack: nothing is cut within what a reader takes for one character, and nothing that people wrote becomes Slack's markup.

import { assert, array, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAt, boxesOf, boxId, joinedBoxes } from '../../../../adapters/slack/render/boxes.ts';
import { pressed, pressValue } from '../../../../adapters/slack/render/press.ts';
import { clip, pieces, rich, tidy, wordsIn } from '../../../../adapters/slack/render/text.ts';

const FAMILY = '👩‍👩‍👧‍👦';
const SIGNS = ['a', 'b', ' ', '\n', FAMILY, '🏳️‍🌈', 'e\u0301', 'ש', '🇸🇪', 'Z̸̡̛͉̦̈́̒', '漢'] as const;
const texts = array(constantFrom(...SIGNS), { maxLength: 60 }).map((signs) => signs.join(''));
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where a reader's characters end. */
function ends(text: string): ReadonlySet<number> {
  return new Set([0, ...[...graphemes.segment(text)].map(({ index, segment }) => index + segment.length)]);
}

describe('clipping (F15)', () => {
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
      { numRuns: 2000 },
    );
  });

  it('makes any string one that Slack takes', () => {
    assert(
      property(string({ unit: 'binary' }), integer({ min: 1, max: 30 }), (text, most) => {
        const clipped = clip(text, most);
        expect(clipped.isWellFormed() && !clipped.includes('\0') && clipped.length <= most).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(tidy('a\0b\ud800c\r\nd\u202ee\tf')).toBe('ab\ufffdc\nde\tf');
  });
});

describe('parting a long text', () => {
  it('gives pieces that fit and are the text again when joined', () => {
    assert(
      property(texts, integer({ min: 30, max: 90 }), (text, most) => {
        const all = pieces(text, most);
        expect(all.join('')).toBe(text);
        let end = 0;
        for (const piece of all) {
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(ends(text)).toContain((end += piece.length));
        }
      }),
      { numRuns: 2000 },
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

describe('a text in several boxes', () => {
  const line = 'Alva Lindqvist,alva@example.org,mentee';

  it('is the same again when nobody touches it', () => {
    const long = array(constantFrom(line, '', 'x'.repeat(2999), 'y'.repeat(3000), 'z'.repeat(7000), FAMILY.repeat(500), ' '), { maxLength: 6 });
    assert(
      property(long, (lines) => {
        const whole = lines.join('\n').trim();
        // Six of the longest take three boxes each.
        const { boxes, cut } = boxesOf(whole, 20);
        expect(cut).toBe(false);
        expect(boxes.every((box) => box.text.length < 3000)).toBe(true);
        expect(joinedBoxes(boxes)).toBe(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('parts a list between its rows', () => {
    const { boxes } = boxesOf(Array.from({ length: 200 }, () => line).join('\n'), 20);
    expect(boxes).toHaveLength(3);
    expect(boxes.flatMap((box) => box.text.split('\n'))).toEqual(Array.from({ length: 200 }, () => line));
  });

  it('goes on within a line after a box that a person filled to the brim, and in a new line after any other', () => {
    const typed = (...all: string[]) => joinedBoxes(all.map((text) => ({ text, goesOn: false })));
    expect(typed('x'.repeat(3000), 'yz')).toBe(`${'x'.repeat(3000)}yz`);
    expect(typed('x'.repeat(2999), 'yz')).toBe(`${'x'.repeat(2999)}\nyz`);
    expect(typed('', 'a', ' \n', 'b', '')).toBe('a\nb');
  });

  it('does not glue what is left when the box before has been emptied', () => {
    expect(
      joinedBoxes([
        { text: 'a', goesOn: false },
        { text: '', goesOn: false },
        { text: 'c', goesOn: true },
      ]),
    ).toBe('a\nc');
    expect(
      joinedBoxes([
        { text: 'a', goesOn: false },
        { text: 'b', goesOn: true },
      ]),
    ).toBe('ab');
  });

  it('says so when even all boxes are too few, and stops after a line', () => {
    const rows = Array.from({ length: 2000 }, () => line);
    const { boxes, cut } = boxesOf(rows.join('\n'), 20);
    expect(cut).toBe(true);
    expect(boxes).toHaveLength(20);
    expect(rows.slice(0, 20 * 76).join('\n')).toBe(joinedBoxes(boxes));
  });

  it('has boxes whose ids change with the text, since Slack keeps what was typed where the id stays', () => {
    const id = boxId('csv', 2, { whole: 'a', goesOn: true });
    expect(boxAt(id)).toEqual({ name: 'csv', number: 2, goesOn: true });
    expect(boxAt(boxId('csv', 20, { whole: 'a', goesOn: false }))).toEqual({ name: 'csv', number: 20, goesOn: false });
    expect(boxId('csv', 2, { whole: 'b', goesOn: true })).not.toBe(id);
    expect(boxAt('f.csv')).toBeNull();
  });
});

describe('rich text', () => {
  const mentions = new Map([
    ['p1', 'U0123'],
    ['p2', '<!channel>'],
  ]);

  it('mentions whom Slack knows, and names everybody else', () => {
    expect(rich([{ who: 'p1', name: 'Alva' }], mentions)).toEqual([{ type: 'user', user_id: 'U0123' }]);
    expect(rich([{ who: 'p2', name: 'Bo' }], mentions, { bold: true })).toEqual([{ type: 'text', text: 'Bo', style: { bold: true } }]);
    expect(rich([{ who: 'p3', name: 'Cy' }], mentions)).toEqual([{ type: 'text', text: 'Cy' }]);
  });

  it('points to a channel of Slack, and names any other', () => {
    expect(rich([{ channel: 'C0123', platform: 'slack' }], mentions)).toEqual([{ type: 'channel', channel_id: 'C0123' }]);
    expect(rich([{ channel: 'C0123', platform: 'web' }], mentions)).toEqual([{ type: 'text', text: '#C0123' }]);
    expect(rich([{ channel: '#general', platform: 'slack' }], mentions)).toEqual([{ type: 'text', text: '#general' }]);
    expect(rich([{ channel: 'D0123', platform: 'slack' }], mentions)).toEqual([{ type: 'text', text: '#D0123' }]);
    expect(
      wordsIn([
        { text: 'in ', from: 'us' },
        { channel: 'general', platform: 'slack' },
      ]),
    ).toBe('in #general');
  });

  it('leaves out what is empty, which Slack refuses', () => {
    expect(
      rich(
        [
          { text: '', from: 'us' },
          { text: '\0', from: 'user' },
          { who: 'p3', name: '' },
        ],
        mentions,
      ),
    ).toEqual([]);
  });
});

describe('a pressed button', () => {
  it('tells its action and its token', () => {
    expect(pressed(pressValue({ action: 'goals.save', token: 'k1.aB-_9' }))).toEqual({ action: 'goals.save', token: 'k1.aB-_9' });
  });

  it.each(['', 'goals.save', ' abc', 'a b c', 'a  b', 'a\nb', 'a b\n', '<a> b', `a ${'b'.repeat(2000)}`, null, undefined, 7, {}, ['a b']])(
    'is none of ours: %j',
    (value) => expect(pressed(value)).toBeNull(),
  );
});
