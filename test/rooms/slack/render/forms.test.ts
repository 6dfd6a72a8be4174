// Forms in Slack: every input with what it held, faults above their fields, and what is typed back as the dispatcher takes it.

import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { checkView } from '../../../../adapters/slack/render/check.ts';
import { type Refilled, renderForm } from '../../../../adapters/slack/render/modal.ts';
import { typedIn } from '../../../../adapters/slack/translate/values.ts';
import type { ShownForm, ShownInput } from '../../../../src/bot/views/shown.ts';
import { saidIn } from './said.ts';
import { untouched } from './untouched.ts';

const mentions = new Map([['alva', 'U0ALVA']]);
const field = { name: 'a', label: 'Label', required: true } as const;
type Of<Kind extends ShownInput['input']> = Extract<ShownInput, { input: Kind }>;

function form(...inputs: ShownInput[]): ShownForm {
  const buttons = { submit: 'Save', cancel: 'Cancel', also: [{ label: 'Save and continue later', next: 'later' }] };
  return { type: 'form', language: 'en', title: 'A new goal', intro: [], inputs, ...buttons, action: 'goals.save', token: 'k.sealed' };
}

function draw(input: ShownInput, how: Partial<Refilled> = {}): ModalView {
  const view = renderForm(form(input), { mentions, ...how });
  expect(checkView(view)).toEqual([]);
  return view;
}

function inputs(view: ModalView): InputBlock[] {
  return (view.blocks as KnownBlock[]).filter((block) => block.type === 'input');
}

function elementOf(input: ShownInput, how: Partial<Refilled> = {}): object | undefined {
  return inputs(draw(input, how))[0]?.element;
}

function options(n: number) {
  return Array.from({ length: n }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` }));
}

const line: Of<'line'> = { ...field, input: 'line', max: 150, value: '' };
const paragraph: Of<'paragraph'> = { ...field, input: 'paragraph', max: 1000, value: '' };
const choice: Of<'choice'> = { ...field, input: 'choice', options: options(5), value: 'v1' };
const choices: Of<'choices'> = { ...field, input: 'choices', options: options(10), value: ['v1', 'v3'] };

describe('a form', () => {
  it('is a window that carries its action and its seal, and whose fields keep their names', () => {
    const view = renderForm(form(line), { mentions });
    expect(view).toMatchObject({ type: 'modal', callback_id: 'form', title: { text: 'A new goal' }, submit: { text: 'Save' }, close: { text: 'Cancel' } });
    expect(JSON.parse(view.private_metadata ?? '')).toEqual({ token: 'k.sealed', action: 'goals.save' });
    expect(inputs(view)).toMatchObject([
      { block_id: 'f.a', label: { text: 'Label' }, optional: false, element: { action_id: expect.stringMatching(/^answer\./) } },
    ]);
  });

  it('has its further buttons below its fields', () => {
    expect(draw(line).blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{ action_id: 'also.later', value: 'later' }] });
  });

  it('says below a field what helps, and what may be left empty', () => {
    expect(inputs(draw({ ...line, help: 'Why we ask', required: false }))).toMatchObject([{ hint: { text: 'Why we ask' }, optional: true }]);
  });
});

describe('each input', () => {
  it('line and paragraph: no longer than they may be', () => {
    expect(elementOf({ ...line, value: 'old' })).toMatchObject({ type: 'plain_text_input', multiline: false, max_length: 150, initial_value: 'old' });
    expect(elementOf(paragraph)).toEqual({ type: 'plain_text_input', action_id: expect.stringMatching(/^answer\./), multiline: true, max_length: 1000 });
  });

  it('line: room for what is there, where people count fewer characters than Slack does', () => {
    expect(elementOf({ ...line, value: '👩‍👩‍👧‍👦'.repeat(150) })).toMatchObject({ max_length: 1650, initial_value: '👩‍👩‍👧‍👦'.repeat(150) });
    expect(inputs(draw({ ...line, value: '👩‍👩‍👧‍👦'.repeat(300) }))).toHaveLength(4);
  });

  it('number: a line, so that nothing that was typed vanishes', () => {
    expect(elementOf({ ...field, input: 'number', min: 1, max: 9, value: 'many' })).toMatchObject({ type: 'plain_text_input', initial_value: 'many' });
  });

  it('choice: radio buttons for a few, a list for more, groups for very many', () => {
    expect(elementOf(choice)).toMatchObject({ type: 'radio_buttons', initial_option: { value: 'v1', text: { text: 'Option 1' } } });
    expect(elementOf({ ...choice, options: options(6) })).toMatchObject({
      type: 'static_select',
      placeholder: { text: 'Choose' },
      initial_option: { value: 'v1' },
    });
    expect(elementOf({ ...choice, options: options(100) })).toHaveProperty('options');
    const groups = [{ label: { text: 'Option 0 – Option 99' } }, { label: { text: 'Option 100 – Option 100' } }];
    expect(elementOf({ ...choice, options: options(101) })).toMatchObject({ option_groups: groups, initial_option: { value: 'v1' } });
  });

  it('choice: nothing is chosen where what was chosen is gone', () => {
    expect(elementOf({ ...choice, value: 'gone' })).not.toHaveProperty('initial_option');
  });

  it('choices: ticks for up to ten, a list for more', () => {
    expect(elementOf(choices)).toMatchObject({ type: 'checkboxes', initial_options: [{ value: 'v1' }, { value: 'v3' }] });
    expect(elementOf({ ...choices, options: options(11) })).toMatchObject({ type: 'multi_static_select', initial_options: [{ value: 'v1' }, { value: 'v3' }] });
    expect(elementOf({ ...choices, options: options(101), value: [] })).not.toHaveProperty('initial_options');
  });

  it('choice: a long option goes on below itself, and stands in full above where even that is too little', () => {
    const label = (n: number) => [{ value: 'v0', label: 'x'.repeat(n) }];
    const long = draw({ ...choice, options: label(148) });
    expect(inputs(long)[0]?.element).toMatchObject({ options: [{ text: { text: `${'x'.repeat(74)}…` }, description: { text: `…${'x'.repeat(74)}` } }] });
    expect(saidIn(long)).not.toContain('x'.repeat(75));
    expect(saidIn(draw({ ...choice, options: label(149) }))).toContain('x'.repeat(149));
    expect(inputs(draw({ ...choice, options: label(75) }))[0]?.element).toMatchObject({ options: [{ text: { text: 'x'.repeat(75) } }] });
  });

  it('choice: without options there is a word instead of a field', () => {
    const view = draw({ ...choice, options: [] });
    expect(inputs(view)).toEqual([]);
    expect(saidIn(view.blocks)).toContain('LabelThere is nothing here yet.');
  });

  it('date and time: what is none is left out', () => {
    expect(elementOf({ ...field, input: 'date', value: '2026-12-01' })).toMatchObject({ type: 'datepicker', initial_date: '2026-12-01' });
    expect(elementOf({ ...field, input: 'date', value: '2026-02-30' })).not.toHaveProperty('initial_date');
    expect(elementOf({ ...field, input: 'time', value: '09:30' })).toMatchObject({ type: 'timepicker', initial_time: '09:30' });
    expect(elementOf({ ...field, input: 'time', value: '9:30' })).not.toHaveProperty('initial_time');
  });

  it('person: Slack’s own list of people', () => {
    expect(elementOf({ ...field, input: 'person', value: 'alva' })).toMatchObject({ type: 'users_select', initial_user: 'U0ALVA' });
    expect(elementOf({ ...field, input: 'person', value: 'somebody else' })).not.toHaveProperty('initial_user');
  });

  it('channel: Slack’s own list of channels, at first the one where the person is', () => {
    const channel: Of<'channel'> = { ...field, required: false, input: 'channel', value: 'C0123' };
    const here = { type: 'conversations_select', filter: { include: ['public', 'private'], exclude_bot_users: true } };
    expect(elementOf(channel)).toMatchObject({ ...here, initial_conversation: 'C0123' });
    expect(elementOf(channel)).not.toHaveProperty('default_to_current_conversation');
    expect(elementOf({ ...channel, value: '' })).toMatchObject({ ...here, default_to_current_conversation: true });
    expect(inputs(draw(channel))).toMatchObject([{ optional: true }]);
  });

  it('agree: one tick under its question', () => {
    expect(elementOf({ ...field, input: 'agree', value: true })).toMatchObject({
      type: 'checkboxes',
      options: [{ text: { text: 'I agree' } }],
      initial_options: [{}],
    });
    expect(elementOf({ ...field, input: 'agree', value: false })).not.toHaveProperty('initial_options');
  });

  it('a very long paragraph: several boxes, only the first of which must be filled', () => {
    const rows = Array.from({ length: 100 }, (_, index) => `row ${index} ${'x'.repeat(90)}`).join('\n');
    const long = { ...paragraph, name: 'csv', label: 'People', help: 'One a line', max: 200_000 };
    const boxes = inputs(draw({ ...long, value: rows }));
    expect(boxes.map((box) => [box.label.text, box.optional])).toEqual([
      ['People (1 of 5)', false],
      ['People (2 of 5)', true],
      ['People (3 of 5)', true],
      ['People (4 of 5)', true],
      ['People (5 of 5)', true],
    ]);
    expect(boxes[0]?.hint?.text).toBe('One a line\nA box here holds 3,000 characters. Go on in the next one where it is full.');
    expect(boxes.map((box) => box.block_id?.replace(/[\w-]{8}$/, ''))).toEqual(['f.csv.1.', 'f.csv.2.', 'f.csv.3.', 'f.csv.4.', 'f.csv.5.']);
    expect(inputs(draw(long))).toHaveLength(4);
    const whole = draw({ ...long, value: `${rows}\n`.repeat(7) });
    expect(inputs(whole)).toHaveLength(20);
    expect(saidIn(whole)).toContain('This is too long to show here.');
  });
});

describe('a form that was not taken', () => {
  const reply = { text: [{ text: 'Look again', from: 'us' }] as const, fields: { a: 'Something is missing here.', gone: 'Not a date.' } };

  it('says so on top, with each fault right above its field, and those of no field on top too', () => {
    const view = renderForm(form({ ...line, name: 'first' }, line), { mentions, reply, typed: {} });
    expect(checkView(view)).toEqual([]);
    const blocks = view.blocks as KnownBlock[];
    expect(blocks.map((block) => (block.type === 'input' ? block.block_id : saidIn(block)))).toEqual([
      'Look again',
      'Not a date.',
      'f.first',
      'Something is missing here.',
      'f.a',
      'Save and continue later',
    ]);
    expect(JSON.stringify(blocks[3])).toContain(
      '{"type":"rich_text_quote","elements":[{"type":"text","text":"Something is missing here.","style":{"bold":true}}]}',
    );
  });

  it('holds what was typed, not what it began with', () => {
    const typed = { a: 'new' };
    expect(elementOf({ ...line, value: 'old' }, { typed })).toMatchObject({ initial_value: 'new' });
    expect(elementOf({ ...line, value: 'old' }, { typed: {} })).not.toHaveProperty('initial_value');
    expect(elementOf(choices, { typed: { a: ['v0'] } })).toMatchObject({ initial_options: [{ value: 'v0' }] });
    expect(elementOf(choices, { typed: {} })).not.toHaveProperty('initial_options');
    expect(elementOf({ ...field, input: 'agree', value: true }, { typed: {} })).not.toHaveProperty('initial_options');
    expect(elementOf({ ...field, input: 'person', value: 'alva' }, { typed: { a: 'U0BO' } })).toMatchObject({ initial_user: 'U0BO' });
    expect(elementOf({ ...line, name: 'toString', value: 'old' }, { typed: {} })).not.toHaveProperty('initial_value');
  });

  it('keeps its fields when there is more to say than a window holds', () => {
    const intro = [
      {
        block: 'list' as const,
        ordered: false,
        items: Array.from({ length: 2000 }, (_, row) => [{ text: `Row ${row}: ${'x'.repeat(150)}`, from: 'us' as const }]),
      },
    ];
    const csv: ShownInput = { ...paragraph, name: 'csv', max: 200_000, value: `${'漢'.repeat(80)}\n`.repeat(700) };
    const view = renderForm({ ...form(csv), intro }, { mentions, reply: { ...reply, fields: { csv: 'Not a list.' } } });
    expect(checkView(view)).toEqual([]);
    expect(inputs(view)).toHaveLength(20);
    expect(saidIn(view)).toContain('This is too long to show here.');
    expect(saidIn(view)).toContain('Look again');
    expect(saidIn(view)).toContain('Not a list.');
  });
});

describe('what is typed', () => {
  it('comes back as the dispatcher takes it', () => {
    const all = form(
      { ...line, name: 'line', value: 'one' },
      { ...choice, name: 'choice' },
      { ...choice, name: 'list', options: options(30), value: '' },
      { ...choices, name: 'choices' },
      { ...field, name: 'date', input: 'date', value: '2026-12-01' },
      { ...field, name: 'time', input: 'time', value: '' },
      { ...field, name: 'person', input: 'person', value: 'alva' },
      { ...field, name: 'channel', input: 'channel', value: 'C0123' },
      { ...field, name: 'number', input: 'number', min: 1, max: 5, value: '3' },
      { ...field, name: 'yes', input: 'agree', value: true },
      { ...field, name: 'no', input: 'agree', value: false },
      { ...paragraph, name: 'csv', max: 200_000, value: 'a\nb' },
    );
    expect(typedIn(untouched(renderForm(all, { mentions })))).toEqual({
      typed: {
        ...{ line: 'one', choice: 'v1', list: '', choices: ['v1', 'v3'], date: '2026-12-01', time: '', person: 'U0ALVA', channel: 'C0123', number: '3' },
        ...{ yes: 'on', csv: 'a\nb' },
      },
      people: ['person'],
    });
  });
});
