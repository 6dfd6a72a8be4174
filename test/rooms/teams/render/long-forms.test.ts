// Forms that are too long for a card: the introduction gives way first, what was typed last, and nothing without a word (F15).

import { describe, expect, it } from 'vitest';
import type { Card, ChoiceInput } from '../../../../adapters/teams/render/card.ts';
import { type Refilled, renderForm } from '../../../../adapters/teams/render/form.ts';
import { LIMITS } from '../../../../adapters/teams/render/limits.ts';
import { pressedIn } from '../../../../adapters/teams/render/press.ts';
import type { ShownForm, ShownInput } from '../../../../src/bot/views/shown.ts';
import { breachesOf, bytesOf, saidIn } from './parsed.ts';
import { untouched } from './untouched.ts';

const CUT = 'This is too long to show here.';
const field = { name: 'a', label: 'Label', required: true } as const;
const line: ShownInput = { ...field, input: 'line', max: 150, value: '' };

function form(...inputs: ShownInput[]): ShownForm {
  const buttons = { submit: 'Save', cancel: 'Cancel', also: [{ label: 'Save and continue later', next: 'later' }] };
  return { type: 'form', language: 'en', title: 'A new goal', intro: [], inputs, ...buttons, action: 'goals.save', token: 'k.sealed' };
}

function draw(shown: ShownForm, how: Partial<Refilled> = {}): Card {
  const card = renderForm(shown, { place: 'dialog', ...how });
  expect(breachesOf(card)).toEqual([]);
  return card;
}

let state = 1;
/** Words that cannot be packed. */
function noise(): string {
  return Array.from({ length: 200 }, () => String.fromCharCode(97 + ((state = (state * 48_271) % 2_147_483_647) % 26))).join('');
}

describe('a form that is too long', () => {
  const intro = [
    {
      block: 'list' as const,
      ordered: false,
      items: Array.from({ length: 150 }, (_, row) => [{ text: `Row ${row}: ${'x'.repeat(150)}`, from: 'us' as const }]),
    },
  ];

  it('lets its introduction go first, and keeps its fields, its faults and itself', () => {
    const card = draw({ ...form(line), intro }, { text: [{ text: 'Look again', from: 'us' }], fields: { a: 'Not a list.' }, typed: { a: 'mine' } });
    for (const words of [CUT, 'Look again', 'Not a list.', 'Row 0:']) expect(saidIn(card)).toContain(words);
    const pressed = pressedIn(untouched(card));
    expect(pressed).toMatchObject({ form: { inputs: [{ name: 'a' }] }, typed: { a: 'mine' } });
    // The introduction does not travel with it, and says so when it comes back.
    expect(pressed?.kind === 'form' && pressed.form && saidIn(draw(pressed.form))).toContain(CUT);
  });

  it('shows its introduction whole where it is only too long to travel', () => {
    const card = draw({
      ...form(line),
      intro: [{ ...intro[0], block: 'list', ordered: false, items: Array.from({ length: 60 }, () => [{ text: noise(), from: 'us' }]) }],
    });
    expect(saidIn(card)).not.toContain(CUT);
    expect(bytesOf(card)).toBeGreaterThan(15_000);
    const pressed = pressedIn(untouched(card));
    expect(pressed?.kind === 'form' && pressed.form && saidIn(draw(pressed.form))).toContain(CUT);
  });

  it('takes more room than other cards for what was typed, and cuts even that aloud', () => {
    const [most, more] = [`${'å'.repeat(50)}\n`.repeat(350), `${'å'.repeat(50)}\n`.repeat(450)];
    const csv: ShownInput = { ...field, input: 'paragraph', max: 200_000, value: '' };
    const back = (typed: string) => {
      const card = renderForm({ ...form(csv), intro }, { place: 'dialog', typed: { a: typed } });
      expect(breachesOf(card, LIMITS.refilled)).toEqual([]);
      expect(saidIn(card)).toContain('Row 0:');
      const pressed = pressedIn(untouched(card));
      return { typed: pressed?.kind === 'form' ? pressed.typed['a'] : null, cut: card.body.filter((element) => saidIn(element).startsWith(CUT)).length };
    };
    expect(back(most)).toEqual({ typed: most, cut: 1 });
    const { typed, cut } = back(more);
    expect(cut).toBe(2);
    expect(typed).toMatch(/^(?:å{50}\n)+$/);
    expect(more.startsWith(String(typed))).toBe(true);
  });

  it('offers as many options as fit, those that are chosen before all others, and says that there are more', () => {
    const many = Array.from({ length: 900 }, (_, index) => ({ value: `v${index}`, label: `Option ${index} ${'x'.repeat(60)}` }));
    const card = renderForm(form({ ...field, input: 'choices', options: many, value: ['v899', 'v7'] }), { place: 'dialog' });
    expect(breachesOf(card, LIMITS.refilled)).toEqual([]);
    expect(saidIn(card)).toContain(CUT);
    const input = card.body.find((element): element is ChoiceInput => element.type === 'Input.ChoiceSet');
    expect(input?.choices.length).toBeGreaterThan(50);
    expect(input?.choices.at(-1)?.value).toBe('v899');
    expect(input?.value).toBe('v7,v899');
  });
});
