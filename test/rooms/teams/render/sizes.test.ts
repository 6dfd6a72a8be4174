// Thousands of views of random sizes: each is a card that Teams takes, no character is parted, and nothing is lost without a word (F15).

import { assert, integer, property } from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { renderForm } from '../../../../adapters/teams/render/form.ts';
import { kept } from '../../../../adapters/teams/render/kept.ts';
import { LIMITS } from '../../../../adapters/teams/render/limits.ts';
import { renderMessage } from '../../../../adapters/teams/render/message.ts';
import { pressedIn } from '../../../../adapters/teams/render/press.ts';
import { CATALOGUES } from '../../../../src/bot/texts/catalogue.ts';
import { LANGUAGES } from '../../../../src/bot/texts/language.ts';
import type { ShownBlock, ShownForm, ShownInput, Spans } from '../../../../src/bot/views/shown.ts';
import { Random, SIGNS } from '../../slack/render/random.ts';
import { breachesOf, bytesOf, seen, textsIn } from './parsed.ts';
import { untouched } from './untouched.ts';

const PEOPLE: ReadonlyMap<string, string> = new Map([
  ['alva', 'guid-alva'],
  ['bo', 'guid-bo'],
]);
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
function signsOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** The letters of our own few words. */
const OURS = LANGUAGES.flatMap((language) =>
  Object.entries(CATALOGUES[language]).flatMap(([key, words]) => (/^(chat|teams|error|common)/.test(key) ? signsOf(words) : [])),
);
const KNOWN = new Set([...SIGNS, ...OURS, ...signsOf(' \n\u00a0\ufffd…–·●○•⚠0123456789xyzOptions-v,#CDG')]);
const CUTS = LANGUAGES.map((language): string => CATALOGUES[language]['chat.cut']);

const counted = { cards: 0, texts: 0, cuts: 0, bytes: 0, alone: 0 };
afterAll(() =>
  console.log(
    `random sizes: ${counted.cards} cards with ${counted.texts} texts, the largest ${counted.bytes} bytes; ${counted.cuts} were cut aloud, ${counted.alone} forms travel without themselves`,
  ),
);

/** The characters of a text that no text of ours was made of. */
function halves(said: readonly string[]): string[] {
  return said.flatMap((text) => (/^[ -~]*$/.test(text) ? [] : signsOf(text).filter((sign) => !KNOWN.has(sign))));
}

// eslint-disable-next-line no-control-regex
const UNSEEN = /[\0\u0007\u202e]/g;

/** Without what may differ: white space, which a new element stands for, and the signs of what was clipped. */
function bare(text: string): string {
  return seen(text.toWellFormed()).replace(UNSEEN, '').replace(/[\s…]/g, '');
}

interface Leaves {
  readonly whole: readonly string[];
  readonly labels: readonly string[];
}

/** What of the given texts is not said; what stands on buttons and labels may be said as a beginning with an ellipsis. */
function lost({ whole, labels }: Leaves, texts: readonly string[]): string[] {
  const said = bare(texts.join(''));
  const beginnings = texts.filter((text) => text.includes('…')).map((text) => bare(text.slice(0, text.lastIndexOf('…'))));
  const isClipped = (text: string) => beginnings.some((beginning) => beginning !== '' && text.startsWith(beginning));
  return [...whole.map(bare).filter((text) => !said.includes(text)), ...labels.map(bare).filter((text) => !said.includes(text) && !isClipped(text))];
}

function leavesOf(blocks: readonly ShownBlock[]): Leaves {
  const buttons = blocks.flatMap((block) => (block.block === 'actions' ? block.buttons : []));
  const others = blocks.flatMap((block) => (block.block === 'links' ? block.links.map(({ label }) => label) : block.block === 'picture' ? [block.alt] : []));
  return { whole: blocks.flatMap(textsOf), labels: [...buttons.flatMap(({ label, hint, confirm }) => [label, hint ?? '', confirm ?? '']), ...others] };
}

function wordsOf(spans: Spans): string[] {
  return spans.map((span) => ('text' in span ? span.text : 'who' in span ? span.name : span.channel));
}

function textsOf(block: ShownBlock): string[] {
  switch (block.block) {
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [...wordsOf(label), ...wordsOf(value)]);
    case 'list':
      return block.items.flatMap(wordsOf);
    case 'table':
      return [...wordsOf(block.caption), ...[block.head, ...block.rows].flat().flatMap(wordsOf)];
    case 'picture':
    case 'links':
    case 'divider':
    case 'actions':
      return [];
    default:
      return wordsOf(block.text);
  }
}

/** What was seen of one card. */
function look(card: Parameters<typeof breachesOf>[0], most: number, leaves: Leaves): boolean {
  const said = textsIn(card).map(seen);
  counted.cards += 1;
  counted.texts += said.length;
  counted.bytes = Math.max(counted.bytes, bytesOf(card));
  expect(breachesOf(card, most)).toEqual([]);
  expect(halves(said)).toEqual([]);
  const isCut = said.some((text) => CUTS.includes(text));
  if (isCut) counted.cuts += 1;
  else expect(lost(leaves, said)).toEqual([]);
  return isCut;
}

function valueOf(input: ShownInput): unknown {
  if ('options' in input && input.options.length === 0) return undefined;
  if (input.input === 'agree') return input.value ? 'on' : undefined;
  if (input.input === 'person') return PEOPLE.get(input.value) ?? '';
  return typeof input.value === 'string' ? input.value.toWellFormed().replace(UNSEEN, '') : input.value;
}

describe('views of random sizes', () => {
  it('messages and pages', () => {
    assert(
      property(integer(), (seed) => {
        const view = new Random(seed).view();
        const leaves = leavesOf(view.blocks);
        look(renderMessage(view, seed % 2 === 0 ? 'chat' : 'dialog'), LIMITS.card, leaves);
        const title = view.blocks.length > 0 ? 'x'.repeat(seed & 255) : '';
        if (seed % 4 === 0) look(renderMessage({ ...view, type: 'home', title }, 'page'), LIMITS.card, { ...leaves, whole: [...leaves.whole, title] });
      }),
      { numRuns: 1500 },
    );
  }, 300_000);

  it('forms, which also give back what they hold', () => {
    assert(
      property(integer(), (seed) => {
        const form: ShownForm = new Random(seed).form();
        const card = renderForm(form, { place: seed % 2 === 0 ? 'chat' : 'dialog', people: PEOPLE });
        const intro = leavesOf(form.intro);
        const fields = form.inputs.flatMap((input) => [input.label, 'options' in input && input.options.length === 0 ? '' : (input.help ?? '')]);
        const options = form.inputs.flatMap((input) => ('options' in input ? input.options.map((option) => option.label) : []));
        const title = seed % 2 === 0 ? [form.title] : [];
        const labels = [...intro.labels, ...fields, ...options, form.submit, ...form.also.map((also) => also.label)];
        const isCut = look(card, LIMITS.refilled, { whole: [...intro.whole, ...title], labels });
        const pressed = pressedIn(untouched(card));
        if (pressed?.kind !== 'form') throw new Error('no form came back');
        // Far larger than any real one, it does not travel; see real.test.ts.
        if (pressed.form) expect(pressed.form.inputs.map((input) => input.name)).toEqual(form.inputs.map((input) => input.name));
        else expect(kept({ ...form, intro: [] }).length * (1 + form.also.length)).toBeGreaterThan(5000);
        if (!pressed.form) counted.alone += 1;
        for (const input of pressed.form ? form.inputs : []) {
          const [given, value] = [pressed.typed[input.name], valueOf(input)];
          if (typeof given !== 'string' || typeof value !== 'string') expect([input.name, given]).toEqual([input.name, value]);
          else expect([input.name, given]).toEqual([input.name, isCut ? value.slice(0, given.length) : value]);
        }
      }),
      { numRuns: 600 },
    );
  }, 300_000);
});
