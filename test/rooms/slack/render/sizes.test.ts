// Thousands of views of random sizes: Slack would take each, no character is parted, and nothing is lost without a word (F15).

import { assert, integer, property } from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../../../adapters/slack/render/check.ts';
import { renderHome } from '../../../../adapters/slack/render/home.ts';
import { renderMessage } from '../../../../adapters/slack/render/message.ts';
import { renderForm, renderPage } from '../../../../adapters/slack/render/modal.ts';
import { typedIn } from '../../../../adapters/slack/translate/values.ts';
import { CATALOGUES } from '../../../../src/bot/texts/catalogue.ts';
import { LANGUAGES } from '../../../../src/bot/texts/language.ts';
import type { ShownBlock, ShownForm, ShownInput, Spans } from '../../../../src/bot/views/shown.ts';
import { MENTIONS, Random, SIGNS } from './random.ts';
import { textsIn } from './said.ts';
import { untouched } from './untouched.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
function signsOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** The letters of our own few words. */
const OURS = LANGUAGES.flatMap((language) =>
  Object.entries(CATALOGUES[language]).flatMap(([key, words]) => (/^(chat|common)/.test(key) ? signsOf(words) : [])),
);
const KNOWN = new Set([...SIGNS, ...OURS, ...signsOf(' \n\u00a0\ufffd…–·●○0123456789xyzOptions-v,')]);
const CUTS = LANGUAGES.map((language): string => CATALOGUES[language]['chat.cut']);

let [views, texts, cuts] = [0, 0, 0];
afterAll(() => console.log(`random sizes: ${views} views with ${texts} texts, of which ${cuts} views were cut aloud`));

/** Each of these is a character by itself, whatever stands beside it. */
const LONE = /^[ -~\n\u4e00-\u9fff]*$/;
/** Texts of the view at hand in which nothing was found: most of them stand in each of its places. */
const whole = new Set<string>();

/** The characters of a text that no text of ours was made of. */
function halves(said: readonly string[]): string[] {
  const found: string[] = [];
  for (const text of said) {
    if (whole.has(text)) continue;
    const signs = LONE.test(text) ? new Set(text) : signsOf(text);
    const before = found.length;
    for (const sign of signs) if (!KNOWN.has(sign)) found.push(sign);
    if (found.length === before) whole.add(text);
  }
  return found;
}

/** What is left out of all texts: Slack refuses some, and others turn the writing around. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\0\u0007\u202e]/g;

/** Without what may differ: white space, which a new block stands for, and the signs of what was clipped. */
function bare(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '').replace(/[\s…]/g, '');
}

/** What of the given texts is not said; what stands on buttons and labels may be said as a beginning with an ellipsis. */
function lost({ whole, labels }: Leaves, texts: readonly string[]): string[] {
  const said = bare(texts.join(''));
  // They are mostly said in their order, so that each is looked for first where the one before it was found.
  let at = 0;
  const isSaid = (text: string) => {
    const next = said.indexOf(text, at);
    if (next >= 0) at = next;
    return next >= 0 || said.includes(text);
  };
  const beginnings = texts.filter((text) => text.includes('…')).map((text) => bare(text.slice(0, text.lastIndexOf('…'))));
  const isClipped = (text: string) => beginnings.some((beginning) => beginning !== '' && text.startsWith(beginning));
  return [...whole.map(bare).filter((text) => !isSaid(text)), ...labels.map(bare).filter((text) => !isSaid(text) && !isClipped(text))];
}

interface Leaves {
  readonly whole: readonly string[];
  readonly labels: readonly string[];
}

function leavesOf(blocks: readonly ShownBlock[]): Leaves {
  const buttons = blocks.flatMap((block) => (block.block === 'actions' ? block.buttons : []));
  const others = blocks.flatMap((block) => (block.block === 'links' ? block.links.map(({ label }) => label) : block.block === 'picture' ? [block.alt] : []));
  return { whole: blocks.flatMap(textsOf), labels: [...buttons.flatMap(({ label, hint, confirm }) => [label, hint ?? '', confirm ?? '']), ...others] };
}

function wordsOf(spans: Spans): string[] {
  return spans.map((span) =>
    'text' in span
      ? span.text
      : 'who' in span
        ? MENTIONS.has(span.who)
          ? ''
          : span.name
        : span.platform === 'slack' && span.channel.startsWith('C')
          ? ''
          : span.channel,
  );
}

function textsOf(block: ShownBlock): string[] {
  switch (block.block) {
    case 'facts':
      return block.facts
        .filter(({ label, value }) => bare(wordsOf(label).join('') + wordsOf(value).join('')) !== '')
        .flatMap(({ label, value }) => [...wordsOf(label), ...wordsOf(value)]);
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

function tokensIn(blocks: readonly object[]): string[] {
  return [...JSON.stringify(blocks).matchAll(/"value":"goals\.save (k\.t*)"/g)].map(([, token]) => token ?? '');
}

function saidAloud(texts: readonly string[]): boolean {
  return texts.some((text) => CUTS.includes(text));
}

/** What was seen of one rendered view. */
function look(rendered: { readonly blocks: readonly object[] }, breaches: readonly string[], leaves: Leaves): void {
  const said = textsIn(rendered);
  views += 1;
  texts += said.length;
  expect(breaches).toEqual([]);
  expect(halves(said)).toEqual([]);
  if (saidAloud(said)) cuts += 1;
  else expect(lost(leaves, said)).toEqual([]);
}

function valueOf(input: ShownInput): unknown {
  if ('options' in input && input.options.length === 0) return undefined;
  if (input.input === 'agree') return input.value ? 'on' : undefined;
  if (input.input === 'person') return MENTIONS.get(input.value) ?? '';
  return typeof input.value === 'string' ? input.value.toWellFormed().replace(UNSEEN, '').trim() : input.value;
}

describe('views of random sizes', () => {
  it('messages, windows and home pages', () => {
    assert(
      property(integer(), (seed) => {
        whole.clear();
        const view = new Random(seed).view();
        const all = leavesOf(view.blocks);
        const message = renderMessage(view, MENTIONS);
        look({ blocks: message.blocks }, checkMessage(message), all);
        expect(halves([message.text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')])).toEqual([]);
        const page = renderPage(view, MENTIONS);
        look(page, checkView(page), all);
        const home = renderHome({ ...view, type: 'home', title: view.blocks.length > 0 ? 'x'.repeat(seed & 255) : '' }, MENTIONS);
        look(home, checkView(home), all);
        const buttons = view.blocks.flatMap((block) => (block.block === 'actions' ? block.buttons : []));
        if (buttons.length <= 100) expect(tokensIn(page.blocks)).toEqual(buttons.map((button) => button.token));
      }),
      { numRuns: 600 },
    );
  }, 600_000);

  it('forms, which also give back what they hold', () => {
    assert(
      property(integer(), (seed) => {
        whole.clear();
        const form: ShownForm = new Random(seed).form();
        const modal = renderForm(form, { mentions: MENTIONS });
        const intro = leavesOf(form.intro);
        const helps = form.inputs.flatMap((input) => ('options' in input && input.options.length === 0 ? [] : [input.help ?? '']));
        const options = form.inputs.flatMap((input) => ('options' in input ? input.options.map((option) => option.label) : []));
        const labels = [
          ...intro.labels,
          ...form.inputs.map((input) => input.label),
          ...helps,
          form.submit,
          form.cancel,
          ...form.also.map((also) => also.label),
        ];
        look(modal, checkView(modal), { whole: [...intro.whole, ...options, form.title], labels });
        const { typed } = typedIn(untouched(modal));
        const isCut = saidAloud(textsIn(modal));
        const held = new Map(form.inputs.map((input) => [input.name, valueOf(input)]));
        for (const [name, value] of held) {
          const given = typed[name];
          if (typeof given !== 'string' || typeof value !== 'string') expect([name, given]).toEqual([name, value]);
          else expect([name, isCut ? value.slice(0, given.trim().length) : value]).toEqual([name, given.trim()]);
        }
        expect(Object.keys(typed).filter((name) => !held.has(name))).toEqual([]);
      }),
      { numRuns: 1200 },
    );
  }, 600_000);
});
