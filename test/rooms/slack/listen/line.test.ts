// A slash command as somebody typed it: Slack's marks become the names and words that they stand for, and typed signs stay.

import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf, mentionedIn } from '../../../../adapters/slack/translate/line.ts';

const NAMES = new Map([
  ['U1', 'Anna Lind'],
  ['W2', 'Bo Ek'],
]);
const NOBODY: ReadonlyMap<string, string> = new Map();

/** As Slack sends what was typed, where it stands for nothing else. */
function escaped(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

describe('a typed line', () => {
  it.each([
    { sent: '/match lock <@U1|anna> <@W2>', typed: '/match lock @Anna Lind @Bo Ek' },
    { sent: '/match lock <@U1|anna>,<@U1>', typed: '/match lock @Anna Lind,@Anna Lind' },
    { sent: '/match lock <@U9|cia.berg> <@U8>', typed: '/match lock @cia.berg @U8' },
    { sent: '/cohort show <#C1|mentoring>', typed: '/cohort show mentoring' },
    { sent: '/cohort show <#C1>', typed: '/cohort show C1' },
    { sent: '/cohort show <#C1|>', typed: '/cohort show C1' },
    { sent: '/goal new <mailto:anna@example.org|anna@example.org>', typed: '/goal new anna@example.org' },
    { sent: '/goal new <mailto:anna@example.org>', typed: '/goal new anna@example.org' },
    { sent: '/goal new <https://example.org/a|example.org/a>', typed: '/goal new example.org/a' },
    { sent: '/goal new <https://example.org/?a=1&amp;b=2>', typed: '/goal new https://example.org/?a=1&b=2' },
    { sent: '/goal new <https://example.org|a &lt; b>', typed: '/goal new a < b' },
    { sent: '/goal new <!here> <!subteam^S1|@mentors> <!date^0^{date}|then>', typed: '/goal new here @mentors then' },
    { sent: '/goal new a &lt; b &amp;&amp; c &gt; d', typed: '/goal new a < b && c > d' },
    { sent: '/goal new &amp;lt;@U1&amp;gt;', typed: '/goal new &lt;@U1&gt;' },
    { sent: '/goal new &lt;@U1&gt; &lt;!channel&gt;', typed: '/goal new <@U1> <!channel>' },
    { sent: '/goal new <@U1|<@W2>>', typed: '/goal new <@U1|@Bo Ek>' },
    { sent: '/goal new <> <@> <|> &nbsp; & &amp', typed: '/goal new <> @ <|> &nbsp; & &amp' },
    { sent: '', typed: '' },
  ])('is read from $sent', ({ sent, typed }) => {
    expect(lineOf(sent, NAMES)).toBe(typed);
  });

  it('is what was typed, whatever signs it is made of', () => {
    assert(
      property(
        array(oneof(string(), constantFrom('<', '>', '&', '|', '@', '#', '!', '&lt;', '<@U1>', '&amp;amp;', '<!channel>', '\u0000', '\ud800')), {
          maxLength: 30,
        }),
        (parts) => {
          const typed = parts.join('');
          expect(lineOf(escaped(typed), NAMES)).toBe(typed);
          expect(mentionedIn(escaped(typed))).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('holds a name as it is, whatever it looks like', () => {
    assert(
      property(oneof(string(), constantFrom('&lt;b&gt;', '<@U2>', 'Lind, Anna & Co', '$&', '$1')), (name) => {
        expect(lineOf('/match lock <@U1|x> <@U1>!', new Map([['U1', name]]))).toBe(`/match lock @${name} @${name}!`);
      }),
      { numRuns: 500 },
    );
  });

  it('stays short work, however long and broken it is', () => {
    for (const part of ['<', '<@', '<@U1|', '<@U1', '&lt', '<!|', 'a|<']) {
      const line = part.repeat(8000 / part.length);
      expect(lineOf(line, NOBODY).length).toBeLessThanOrEqual(line.length);
      expect(mentionedIn(line)).toEqual([]);
    }
  });
});

describe('the people in a line', () => {
  it.each([
    { sent: '<@U1|anna> och <@W2>', ids: ['U1', 'W2'] },
    { sent: '<@U1> <@U1>', ids: ['U1', 'U1'] },
    { sent: '<#C1|x> <!here> <mailto:a@b.se> &lt;@U1&gt; @U1 <@>', ids: [] },
  ])('are those that Slack marked in $sent', ({ sent, ids }) => {
    expect(mentionedIn(sent)).toEqual(ids);
  });
});
