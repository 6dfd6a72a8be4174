// The limits of cards, at both sides of each: what is just within stays whole, one more is cut, parted or refused (F15).

import { describe, expect, it } from 'vitest';
import { messageActivity } from '../../../../adapters/teams/render/activity.ts';
import type { Card, Element } from '../../../../adapters/teams/render/card.ts';
import { renderForm } from '../../../../adapters/teams/render/form.ts';
import { kept, keptIn } from '../../../../adapters/teams/render/kept.ts';
import { LIMITS } from '../../../../adapters/teams/render/limits.ts';
import { renderMessage } from '../../../../adapters/teams/render/message.ts';
import { pressedIn } from '../../../../adapters/teams/render/press.ts';
import type { ShownBlock, ShownButton, ShownForm, ShownInput } from '../../../../src/bot/views/shown.ts';
import { bytesOf, partsIn, saidIn } from './parsed.ts';
import { untouched } from './untouched.ts';

const CUT = 'This is too long to show here.';

function message(...blocks: ShownBlock[]): Card {
  return renderMessage({ type: 'message', language: 'en', blocks }, 'chat');
}

function text(length: number): ShownBlock {
  return { block: 'text', text: [{ text: 'x'.repeat(length), from: 'us' }] };
}

function form(of: Partial<ShownForm> = {}): ShownForm {
  const words = { title: 'Title', submit: 'Save', cancel: 'Cancel', action: 'a.b', token: 't' };
  return { type: 'form', language: 'en', intro: [], inputs: [], also: [], ...words, ...of };
}

function asking(...inputs: ShownInput[]): Card {
  return renderForm(form({ inputs }), { place: 'dialog' });
}

function button(of: Partial<ShownButton>): unknown {
  return partsIn(message({ block: 'actions', buttons: [{ label: 'x', action: 'a.b', token: 't', ...of }] })).find((part) => part.type === 'Action.Execute');
}

/** Whether a text of so many letters is there to its last. */
function whole(drawn: unknown, length: number): boolean {
  return JSON.stringify(drawn).includes(`"${'x'.repeat(length)}"`);
}

const named = { name: 'a', label: 'A', required: false } as const;

/** A message of just so many bytes before anything is cut: many texts, the last of which takes up what is left. */
function messageOf(bytes: number): Card {
  const full = Array.from({ length: 35 }, () => text(450));
  return message(...full, text(bytes - bytesOf(message(...full, text(1))) + 1));
}

/** The same of a form, in which one field holds nearly everything. */
function formOf(bytes: number): Card {
  const holding = (length: number) => asking({ ...named, input: 'paragraph', max: 1, value: 'x'.repeat(length) });
  return holding(bytes - bytesOf(holding(1)) + 1);
}

/** Above a field that is cut itself. */
function introduced(length: number): Card {
  const large: ShownInput = { ...named, input: 'paragraph', max: 1, value: 'x'.repeat(LIMITS.refilled) };
  return renderForm(form({ inputs: [large], intro: [text(length)] }), { place: 'dialog' });
}

const isCut = (drawn: Card) => saidIn(drawn).includes(CUT);
const line = (a: object) => pressedIn({ verb: 'open', mc: a }) === null;
const sealed = (a: object) => pressedIn({ verb: 'press', mc: { a: 'a.b', t: 't', ...a } }) === null;

/** By the name of the limit: whether something is cut, parted or refused at a number. */
const BROKEN: Readonly<Record<keyof typeof LIMITS, (n: number) => boolean>> = {
  card: (n) => isCut(messageOf(n)),
  refilled: (n) => isCut(formOf(n)),
  intro: (n) => saidIn(introduced(n - sizeInBody(introduced(1).body[0]) + 1)).split(CUT).length > 2,
  actions: (n) => message({ block: 'actions', buttons: Array.from({ length: n }, () => ({ label: 'x', action: 'a.b', token: 't' })) }).body.length > 1,
  run: (n) => message(text(n)).body.length > 1,
  button: (n) => !whole(button({ label: 'x'.repeat(n) }), n),
  hint: (n) => !whole(button({ hint: 'x'.repeat(n) }), n),
  alt: (n) => !whole(message({ block: 'picture', svg: '', alt: 'x'.repeat(n), url: 'https://mentor.example.org/a.png' }), n),
  url: (n) =>
    partsIn(message({ block: 'links', links: [{ label: 'x', url: 'https://mentor.example.org/'.padEnd(n, 'x') }] })).every(
      ({ type }) => type !== 'Action.OpenUrl',
    ),
  label: (n) => !whole(asking({ ...named, label: 'x'.repeat(n), input: 'line', max: 1, value: '' }), n),
  option: (n) => !whole(asking({ ...named, input: 'choice', options: [{ value: 'v', label: 'x'.repeat(n) }], value: '' }), n),
  // On the title bar there is no room for more: it stands in the card.
  windowTitle: (n) => whole(renderForm(form({ title: 'x'.repeat(n) }), { place: 'dialog' }).body, n),
  summary: (n) => !whole(messageActivity(message(), { type: 'message', language: 'en', blocks: [text(n)] }), n),
  action: (n) => sealed({ a: 'x'.repeat(n) }),
  token: (n) => sealed({ t: 'x'.repeat(n) }),
  line: (n) => line({ line: 'x'.repeat(n) }),
  kept: (n) => keptIn(packedOf(n), { action: 'a', token: 't' }) === null,
  unpacked: (n) => {
    const length = (title: string) => JSON.stringify(form({ title })).length - '"action":"a.b","token":"t",'.length;
    return keptIn(kept(form({ title: 'x'.repeat(n - length('')) })), { action: 'a', token: 't' }) === null;
  },
};

function sizeInBody(element: Element | undefined): number {
  return bytesOf(element ?? {}) + 1;
}

/** A good form with so many letters behind its end, which no one reads. */
function packedOf(length: number): string {
  return kept(form()).padEnd(length, 'A');
}

describe('each limit', () => {
  it.each(Object.entries(LIMITS))('%s: %d is within, and one more is not', (name, most) => {
    const broken = BROKEN[name as keyof typeof LIMITS];
    expect([broken(most), broken(most + 1)]).toEqual([false, true]);
  });
});

describe('the size of a card', () => {
  it('is counted in bytes as they are sent', () => {
    for (const bytes of [LIMITS.card - 1, LIMITS.card]) expect(bytesOf(messageOf(bytes))).toBe(bytes);
    for (const bytes of [LIMITS.card + 1, LIMITS.card + 500]) expect(bytesOf(messageOf(bytes))).toBeLessThanOrEqual(LIMITS.card);
    expect(
      bytesOf(message(...Array.from({ length: 40 }, () => ({ block: 'text' as const, text: [{ text: '漢'.repeat(500), from: 'us' as const }] })))),
    ).toBeLessThanOrEqual(LIMITS.card);
  });

  it('of a form leaves all that was typed as it was, up to its own limit', () => {
    const back = (card: Card) => {
      const pressed = pressedIn(untouched(card));
      return pressed?.kind === 'form' && String(pressed.typed['a']).length;
    };
    expect(bytesOf(formOf(LIMITS.refilled))).toBe(LIMITS.refilled);
    expect(back(formOf(LIMITS.refilled))).toBeGreaterThan(LIMITS.refilled - 2000);
    expect(bytesOf(formOf(LIMITS.refilled + 1))).toBeLessThanOrEqual(LIMITS.refilled);
  });
});
