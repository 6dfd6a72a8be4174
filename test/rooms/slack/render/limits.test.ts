// Slack's limits, at both sides of each: what is just within passes the checks, one more is a breach with its place (F15).

import type { ActionsBlock, Button, HomeView, InputBlock, InputBlockElement, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../../../adapters/slack/render/check.ts';
import { LIMITS } from '../../../../adapters/slack/render/limits.ts';

const plain = (n: number): PlainTextElement => ({ type: 'plain_text', text: 'x'.repeat(n), emoji: false });
const header: KnownBlock = { type: 'header', text: plain(3) };
const divider: KnownBlock = { type: 'divider' };

function message(...blocks: KnownBlock[]): string[] {
  return checkMessage({ text: 'words', blocks });
}

function modal(blocks: KnownBlock[], more: Partial<ModalView> = {}): string[] {
  return checkView({ type: 'modal', title: plain(3), submit: plain(3), blocks, ...more });
}

function button(of: Partial<Button> = {}): Button {
  return { type: 'button', action_id: 'press.0', text: plain(3), value: 'a.b token', ...of };
}

function pressing(of: Partial<Button>): string[] {
  return message({ type: 'actions', elements: [button(of)] });
}

function actions(n: number): ActionsBlock {
  return { type: 'actions', elements: Array.from({ length: n }, (_, index) => button({ action_id: `press.${index}` })) };
}

function input(element: InputBlockElement, of: Partial<InputBlock> = {}): KnownBlock {
  return { type: 'input', label: plain(3), element, ...of };
}

function asking(element: InputBlockElement): string[] {
  return modal([input(element)]);
}

function rich(text: string): KnownBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

function address(n: number): string {
  return 'https://mentor.example.org/'.padEnd(n, 'x');
}

function leading(to: { readonly url: string; readonly text: string }): KnownBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'link', ...to }] }] };
}

function options(n: number, of: Partial<PlainTextOption> = {}): PlainTextOption[] {
  return Array.from({ length: n }, (_, index) => ({ text: plain(3), value: `v${index}`, ...of }));
}

const line: InputBlockElement = { type: 'plain_text_input', action_id: 'answer' };
const ask = { action_id: 'answer' } as const;
const sure = { title: plain(3), text: plain(3), confirm: plain(3), deny: plain(3) };

/** A modal of so many bytes, most of them of letters that are two bytes long. */
function heavy(bytes: number): string[] {
  const view: ModalView = { type: 'modal', title: plain(3), blocks: Array.from({ length: 45 }, () => rich('å'.repeat(2700))) };
  const rest = bytes - Buffer.byteLength(JSON.stringify({ ...view, private_metadata: '' }));
  return checkView({ ...view, private_metadata: 'x'.repeat(rest) });
}

/** A message whose blocks have so much to read; what holds a text counts for twenty, and there are three about each. */
function long(size: number): string[] {
  const full = rich('x'.repeat(3000));
  return message(full, full, full, rich('x'.repeat(size - 3 * 3060 - 60)));
}

/** By the name of the limit: what is checked at a number and at one more. */
const AT: Readonly<Record<keyof typeof LIMITS, (n: number) => string[]>> = {
  messageBlocks: (n) => message(...Array.from({ length: n }, () => divider)),
  viewBlocks: (n) => modal(Array.from({ length: n }, () => divider)),
  messageSize: long,
  messageText: (n) => checkMessage({ text: 'x'.repeat(n), blocks: [header] }),
  viewBytes: heavy,
  windowWord: (n) => modal([header], { title: plain(n) }),
  metadata: (n) => modal([header], { private_metadata: 'x'.repeat(n) }),
  callbackId: (n) => modal([header], { callback_id: 'x'.repeat(n) }),
  blockId: (n) => message({ ...header, block_id: 'x'.repeat(n) }),
  actionId: (n) => pressing({ action_id: 'x'.repeat(n) }),
  text: (n) => checkMessage({ text: 'x'.repeat(n), blocks: [header] }),
  header: (n) => message({ type: 'header', text: plain(n) }),
  contextElements: (n) => message({ type: 'context', elements: Array.from({ length: n }, () => plain(3)) }),
  contextText: (n) => message({ type: 'context', elements: [plain(n)] }),
  actionElements: (n) => message(actions(n)),
  label: (n) => modal([input(line, { label: plain(n) })]),
  hint: (n) => modal([input(line, { hint: plain(n) })]),
  richText: (n) => message(rich('x'.repeat(n))),
  imageUrl: (n) => message({ type: 'image', image_url: address(n), alt_text: 'x' }),
  imageAlt: (n) => message({ type: 'image', image_url: address(30), alt_text: 'x'.repeat(n) }),
  linkUrl: (n) => message(leading({ url: address(n), text: 'x' })),
  linkText: (n) => message(leading({ url: address(30), text: 'x'.repeat(n) })),
  buttonText: (n) => pressing({ text: plain(n) }),
  buttonValue: (n) => pressing({ value: 'x'.repeat(n) }),
  accessibilityLabel: (n) => pressing({ accessibility_label: 'x'.repeat(n) }),
  confirmTitle: (n) => pressing({ confirm: { ...sure, title: plain(n) } }),
  confirmText: (n) => pressing({ confirm: { ...sure, text: plain(n) } }),
  confirmButton: (n) => pressing({ confirm: { ...sure, confirm: plain(n) } }),
  placeholder: (n) => asking({ ...ask, type: 'datepicker', placeholder: plain(n) }),
  optionText: (n) => asking({ ...ask, type: 'static_select', options: options(1, { text: plain(n) }) }),
  optionValue: (n) => asking({ ...ask, type: 'static_select', options: options(1, { value: 'x'.repeat(n) }) }),
  optionDescription: (n) => asking({ ...ask, type: 'static_select', options: options(1, { description: plain(n) }) }),
  options: (n) => asking({ ...ask, type: 'multi_static_select', options: options(n) }),
  optionGroups: (n) =>
    asking({
      ...ask,
      type: 'static_select',
      option_groups: Array.from({ length: n }, (_, index) => ({ label: plain(3), options: options(1, { value: `g${index}` }) })),
    }),
  groupLabel: (n) => asking({ ...ask, type: 'static_select', option_groups: [{ label: plain(n), options: options(1) }] }),
  boxes: (n) => asking({ ...ask, type: 'checkboxes', options: options(n) }),
  inputText: (n) => asking({ ...ask, type: 'plain_text_input', max_length: n }),
};

describe('at each limit', () => {
  it.each(Object.entries(LIMITS).map(([name, most]) => ({ name: name as keyof typeof LIMITS, most })))(
    '$name: $most pass, one more does not',
    ({ name, most }) => {
      expect(AT[name](most)).toEqual([]);
      expect(AT[name](most + 1)).toHaveLength(1);
    },
  );

  it.each([
    ['the close button of a window', (n: number) => modal([header], { close: plain(n) }), LIMITS.windowWord],
    ['the submit button of a window', (n: number) => modal([header], { submit: plain(n) }), LIMITS.windowWord],
    ['the no of a question', (n: number) => pressing({ confirm: { ...sure, deny: plain(n) } }), LIMITS.confirmButton],
    ['a home page', (n: number) => checkView({ type: 'home', blocks: Array.from({ length: n }, () => divider) }), LIMITS.viewBlocks],
    ['radio buttons', (n: number) => asking({ ...ask, type: 'radio_buttons', options: options(n) }), LIMITS.boxes],
    ['a list', (n: number) => asking({ ...ask, type: 'static_select', options: options(n) }), LIMITS.options],
    ['a group', (n: number) => asking({ ...ask, type: 'static_select', option_groups: [{ label: plain(3), options: options(n) }] }), LIMITS.options],
    ['what stands in a box', (n: number) => asking({ ...ask, type: 'plain_text_input', initial_value: 'x'.repeat(n) }), LIMITS.inputText],
    ['what stands in a smaller box', (n: number) => asking({ ...ask, type: 'plain_text_input', max_length: 7, initial_value: 'x'.repeat(n) }), 7],
    ['characters of two units', (n: number) => message({ type: 'header', text: { ...plain(0), text: '😀'.repeat(75) + 'x'.repeat(n) } }), 0],
  ])('of %s', (_, at, most) => {
    expect(at(most)).toEqual([]);
    expect(at(most + 1)).toHaveLength(1);
  });

  it('says where and how far', () => {
    expect(message(header, { type: 'header', text: plain(151) })).toEqual(['blocks/1/text: 151 characters, most 150']);
  });
});

const home: HomeView = { type: 'home', blocks: [header] };
const chosen: PlainTextOption = { text: plain(3), value: 'v0', description: plain(1) };
const twice = { type: 'rich_text', block_id: 'one', elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] }] } as const;

describe('beyond the numbers', () => {
  it.each<[string, string[]]>([
    ['no blocks', modal([])],
    ['no words beside a message', checkMessage({ text: '', blocks: [header] })],
    ['two blocks of the same id', message(twice as unknown as KnownBlock, twice as unknown as KnownBlock)],
    ['two buttons of the same id in a block', message({ type: 'actions', elements: [button(), button()] })],
    ['a button without an id', pressing({ action_id: '' })],
    ['a button without a value', pressing({ value: '' })],
    ['no buttons', message({ type: 'actions', elements: [] })],
    ['inputs and nothing to send them with', checkView({ type: 'modal', title: plain(3), blocks: [input(line)] })],
    ['an input in a message', message(input(line))],
    ['no options', asking({ ...ask, type: 'radio_buttons', options: [] })],
    ['two options of the same value', asking({ ...ask, type: 'checkboxes', options: [...options(1), ...options(1)] })],
    ['an initial option that differs from all', asking({ ...ask, type: 'radio_buttons', options: options(2), initial_option: chosen })],
    [
      'an initial option that is in no group',
      asking({ ...ask, type: 'static_select', option_groups: [{ label: plain(3), options: options(2) }], initial_option: chosen }),
    ],
    ['a day that is none', asking({ ...ask, type: 'datepicker', initial_date: '2026-02-30' })],
    ['a time that is none', asking({ ...ask, type: 'timepicker', initial_time: '24:00' })],
    ['a member that is none', asking({ ...ask, type: 'users_select', initial_user: 'anna' })],
    ['a channel that is none', asking({ ...ask, type: 'conversations_select', initial_conversation: '#general' })],
    ['an empty text', message({ type: 'header', text: plain(0) })],
    ['a blank text', message({ type: 'header', text: { ...plain(0), text: ' ' } })],
    ['an empty run', message(rich(''))],
    ['an empty section', message({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] })],
    ['a call to all', message({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'here' }] }] })],
    ['markup', message({ type: 'context', elements: [{ type: 'mrkdwn', text: '*x*' }] })],
    ['a block that we do not make', message({ type: 'section', text: plain(3) })],
    ['an element that we do not make', asking({ ...ask, type: 'number_input', is_decimal_allowed: false })],
    ['an image that Slack does not fetch', message({ type: 'image', image_url: 'http://localhost/a.png', alt_text: 'x' })],
    ['an image without words', message({ type: 'image', image_url: address(30), alt_text: '' })],
    ['a link without words', message(leading({ url: address(30), text: '' }))],
    ['half a character', message(rich('\ud800'))],
    ['the character that ends a string', message(rich('a\0b'))],
  ])('%s is a breach', (_, breaches) => {
    expect(breaches).toHaveLength(1);
  });

  it('the same elements well made are none', () => {
    expect(checkView(home)).toEqual([]);
    expect(asking({ ...ask, type: 'static_select', options: options(2), initial_option: { text: plain(3), value: 'v1' } })).toEqual([]);
    expect(asking({ ...ask, type: 'datepicker', initial_date: '2028-02-29' })).toEqual([]);
    expect(asking({ ...ask, type: 'timepicker', initial_time: '23:59' })).toEqual([]);
    expect(asking({ ...ask, type: 'users_select', initial_user: 'W012A3CDE' })).toEqual([]);
    expect(asking({ ...ask, type: 'conversations_select', initial_conversation: 'C0123' })).toEqual([]);
    expect(message(rich('a\tb\nc'), rich('a'))).toEqual([]);
  });
});
