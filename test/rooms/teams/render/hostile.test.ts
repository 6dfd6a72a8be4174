// Whatever people write, in whichever place and language: in Teams it is letters. No mention, no link, no markup, no macro (F14).

import { describe, expect, it } from 'vitest';
import type { Card } from '../../../../adapters/teams/render/card.ts';
import { LIMITS } from '../../../../adapters/teams/render/limits.ts';
import { run } from '../../../../adapters/teams/render/text.ts';
import { type Language, LANGUAGES } from '../../../../src/bot/texts/language.ts';
import { HOSTILE } from '../../../support/hostile.ts';
import { everywhere } from './everywhere.ts';
import { breachesOf, partsIn, saidIn, seen, textsIn } from './parsed.ts';
import { TEAMS } from './teams-hostile.ts';

/** Each in one language: what is ours in it makes no difference to what is not. */
const ALL = [...new Set([...TEAMS, ...HOSTILE])].map((text, index) => ({
  text,
  language: LANGUAGES[index % LANGUAGES.length] ?? 'en',
  short: JSON.stringify(text).slice(0, 50),
}));

/** Everything that may come of what people wrote. */
const TYPES = new Set([
  ...['AdaptiveCard', 'TextBlock', 'RichTextBlock', 'TextRun', 'Table', 'TableRow', 'TableCell', 'ActionSet', 'Image'],
  ...['Action.Execute', 'Action.Submit', 'Action.ShowCard', 'Action.OpenUrl', 'Data.Query'],
  ...['Input.Text', 'Input.ChoiceSet', 'Input.Date', 'Input.Time', 'Input.Toggle'],
]);

function drawn(text: string, language: Language): { readonly all: readonly Card[]; readonly breaches: readonly string[] } {
  const { cards, forms } = everywhere(text, language);
  return { all: [...cards, ...forms], breaches: [...cards.flatMap((card) => breachesOf(card)), ...forms.flatMap((card) => breachesOf(card, LIMITS.refilled))] };
}

/** White space may be another: a paragraph is an element of its own. */
function bare(text: string): string {
  return seen(text).replaceAll(/\s/g, '');
}

describe('what people write', () => {
  it('has been tried in many ways', () => expect(TEAMS.length).toBeGreaterThanOrEqual(60));

  it.each(ALL)('is letters in Teams, in $language: $short', ({ text, language }) => {
    const { all, breaches } = drawn(text, language);
    expect(breaches).toEqual([]);
    expect([...new Set(partsIn(all).map((part) => part.type))].filter((type) => !TYPES.has(type))).toEqual([]);
    // The one element in which Teams reads Markdown.
    for (const part of partsIn(all)) if (part.type === 'TextBlock') expect(part['text']).not.toMatch(/[*_`~[\]<>\\#|!&{}@]|:\/\//);
    expect(textsIn(all).every((said) => said.isWellFormed())).toBe(true);
    const written = bare(run(text)[0]?.text ?? '');
    // What is longer is cut in labels and titles, and elsewhere aloud.
    if (written.length < 300) for (const card of all) expect(bare(saidIn(card))).toContain(written);
  });

  it('never makes more parts than plain words do', () => {
    const types = (text: string) =>
      partsIn(drawn(text, 'en').all)
        .map((part) => (part.type === 'TextBlock' ? 'RichTextBlock' : part.type))
        .filter((type) => type !== 'TextRun');
    for (const text of ['<at>x</at>', '[a](b://c)', '*b* _i_', '{{DATE(2017-02-14T06:08:39Z)}}', '# one'])
      expect(types(text)).toEqual(types('w'.repeat(text.length)));
  });
});
