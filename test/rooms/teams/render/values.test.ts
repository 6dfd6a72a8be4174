// What comes in with a pressed button: read where it is ours, passed over where it is not, whatever its shape (F3).

import { deflateRawSync } from 'node:zlib';
import { anything, array, assert, constantFrom, dictionary, integer, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderForm } from '../../../../adapters/teams/render/form.ts';
import { LIMITS } from '../../../../adapters/teams/render/limits.ts';
import { pressedIn } from '../../../../adapters/teams/render/press.ts';
import { readValue, typedIn, writtenValue } from '../../../../adapters/teams/translate/values.ts';
import type { ShownForm, ShownInput } from '../../../../src/bot/views/shown.ts';
import { untouched } from './untouched.ts';

const named = (name: string) => ({ name, label: name, required: false });
const options = ['x', 'a,b', 'c,d', 'å%2C', '', ' '].map((value) => ({ value, label: `Option ${value}` }));
const INPUTS: readonly ShownInput[] = [
  { ...named('line'), input: 'line', max: 80, value: 'one, two' },
  { ...named('text'), input: 'paragraph', max: 80, value: 'a\nb' },
  { ...named('one'), input: 'choice', options, value: 'a,b' },
  { ...named('none'), input: 'choice', options, value: '' },
  { ...named('some'), input: 'choices', options, value: ['a,b', 'c,d', 'å%2C', ''] },
  { ...named('empty'), input: 'choices', options, value: [] },
  { ...named('day'), input: 'date', value: '2026-12-01' },
  { ...named('hour'), input: 'time', value: '' },
  { ...named('who'), input: 'person', value: 'alva' },
  { ...named('where'), input: 'channel', value: 'C0,1' },
  { ...named('number'), input: 'number', min: 1, max: 5, value: 'many' },
  { ...named('yes'), input: 'agree', value: true },
  { ...named('no'), input: 'agree', value: false },
];
const FORM: ShownForm = {
  ...{ type: 'form', language: 'sv', title: 'All', submit: 'Save', cancel: 'Cancel', action: 'goals.save', token: 'k1.aB-_9' },
  ...{ inputs: INPUTS, also: [{ label: 'Later', next: 'later' }] },
  intro: [
    {
      block: 'text',
      text: [
        { text: 'Hej ', from: 'us' },
        { who: 'alva', name: 'Alva' },
        { channel: 'C0', platform: 'slack', name: 'a channel' },
      ],
    },
    { block: 'picture', svg: '<svg>long</svg>', alt: 'words' },
    { block: 'actions', buttons: [{ label: 'Go', action: 'home.show', token: 'k.t', hint: 'x', confirm: 'y', style: 'danger', opens: 'form' }] },
    { block: 'facts', facts: [{ label: [], value: [] }] },
    { block: 'list', items: [[]], ordered: true },
    { block: 'table', caption: [], head: [[]], rows: [[[]]] },
    { block: 'progress', done: 1, of: 7, text: [] },
    { block: 'divider' },
    { block: 'note', text: [] },
    { block: 'heading', text: [] },
  ],
};

function sent(how: Parameters<typeof renderForm>[1] = { place: 'dialog' }, button = 0): Record<string, unknown> {
  return untouched(renderForm(FORM, { people: new Map([['alva', 'guid-1']]), ...how }), button);
}

describe('a form that is sent', () => {
  it('tells what stands in its fields, of every kind', () => {
    expect(pressedIn(sent())).toMatchObject({
      ...{ kind: 'form', action: 'goals.save', token: 'k1.aB-_9', people: ['who'] },
      typed: {
        ...{ line: 'one, two', text: 'a\nb', one: 'a,b', none: '', some: ['a,b', 'c,d', 'å%2C', ''], empty: [] },
        ...{ day: '2026-12-01', hour: '', who: 'guid-1', where: 'C0,1', number: 'many', yes: 'on' },
      },
    });
    expect(pressedIn(sent())).not.toHaveProperty('typed.no');
    expect(pressedIn(sent())).not.toHaveProperty('next');
    expect(pressedIn(sent(undefined, 1))).toMatchObject({ next: 'later' });
  });

  it('brings itself along, but for its drawings and its values', () => {
    const pressed = pressedIn(sent());
    const intro = FORM.intro.map((block) => (block.block === 'picture' ? { ...block, svg: '' } : block));
    const value = ({ input, value: now }: ShownInput) => ({ value: input === 'channel' ? now : input === 'choices' ? [] : input === 'agree' ? false : '' });
    expect(pressed?.kind === 'form' && pressed.form).toEqual({ ...FORM, intro, inputs: INPUTS.map((input) => ({ ...input, ...value(input) })) });
  });

  it('is read as each client may send it: numbers and ticks of their own kind, empty fields left out', () => {
    const { typed } = typedIn({ 'f.number': 7, 'f.yes': true, 'f.no': false, 'f.line': null, 'f.some': 'x' }, FORM);
    expect(typed).toMatchObject({ number: '7', yes: 'on', line: '', some: ['x'], empty: [], one: '', day: '' });
    expect(typed).not.toHaveProperty('no');
  });

  it('is read without its form too, as far as one can', () => {
    const { mc } = sent() as { mc: object };
    expect(pressedIn({ ...sent(), mc: { ...mc, k: 'garbage' } })).toMatchObject({
      kind: 'form',
      form: null,
      action: 'goals.save',
      typed: { line: 'one, two' },
      people: [],
    });
  });

  it('says nothing of what is not in it', () => {
    expect(typedIn({ 'f.other': 'x', line: 'y', other: 1 }, { ...FORM, inputs: INPUTS.slice(0, 1) })).toEqual({ typed: { line: '' }, people: [] });
  });

  it('never reads what is inherited, and never reaches a prototype', () => {
    const inputs = ['__proto__', 'constructor'].map((name): ShownInput => ({ ...named(name), input: 'line', max: 9, value: '' }));
    const { typed } = typedIn(JSON.parse('{"f.__proto__":"x"}'), { ...FORM, inputs });
    expect(Object.entries(typed)).toEqual([
      ['__proto__', 'x'],
      ['constructor', ''],
    ]);
    expect(Object.getPrototypeOf(typed)).toBe(Object.prototype);
    expect(typedIn(Object.create({ 'f.line': 'x' }), FORM).typed).toMatchObject({ line: '' });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('the value of an option', () => {
  it('is the same again, and no comma parts it', () => {
    assert(
      property(oneof(string({ unit: 'binary' }), constantFrom('', '%', ',', '%2C', '%25', ' ')), (value) => {
        expect(readValue(writtenValue(value))).toBe(value.toWellFormed());
        expect(writtenValue(value)).toMatch(/^[^,\s]+$/);
      }),
      { numRuns: 300 },
    );
  });

  it('is left alone where it is none of ours', () => expect(readValue('100%')).toBe('100%'));
});

describe('what a form travels as', () => {
  const withForm = (text: string) => {
    const { mc } = sent() as { mc: object };
    const pressed = pressedIn({ verb: 'send', mc: { ...mc, k: text } });
    return pressed?.kind === 'form' ? pressed.form : 'nothing';
  };
  const packed = (value: unknown) => deflateRawSync(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

  it.each<[string, string]>([
    ['nothing', ''],
    ['no packed text', '####'],
    ['packed, but no JSON', packed('{')],
    ['of another shape', packed({ type: 'form' })],
    ['another view', packed({ ...FORM, type: 'message' })],
    ['an unknown input', packed({ ...FORM, inputs: [{ ...named('a'), input: 'file', value: '' }] })],
    ['very large once unpacked', packed({ ...FORM, title: 'x'.repeat(LIMITS.unpacked) })],
    ['very large as it is', 'A'.repeat(LIMITS.kept + 1)],
  ])('is no form: %s', (_, text) => expect(withForm(text)).toBeNull());

  it('takes its seal from beside it, never from itself', () => {
    expect(withForm(packed({ ...FORM, intro: [], action: 'other.action', token: 'other' }))).toMatchObject({ action: 'goals.save', token: 'k1.aB-_9' });
  });
});

describe('a pressed button', () => {
  it.each<[string, unknown]>([
    ...['', 'press', null, undefined, 7, [], {}].map((value): [string, unknown] => [JSON.stringify(value) ?? 'undefined', value]),
    ['no verb', { mc: { a: 'a.b', t: 't' } }],
    ['another verb', { verb: 'drop', mc: { a: 'a.b', t: 't' } }],
    ['no seal', { verb: 'press', mc: { a: 'a.b' } }],
    ['a seal with other signs', { verb: 'press', mc: { a: 'a.b', t: 'a b' } }],
    ['an action with other signs', { verb: 'press', mc: { a: '<a>', t: 't' } }],
    ['a very long seal', { verb: 'press', mc: { a: 'a.b', t: 't'.repeat(LIMITS.token + 1) } }],
    ['an empty line', { verb: 'open', mc: { line: '' } }],
    ['a line that is pressed', { verb: 'press', mc: { line: '/goal' } }],
    ['a form without a seal', { verb: 'send', mc: { a: 'a.b', k: '' } }],
  ])('is none of ours: %s', (_, value) => expect(pressedIn(value)).toBeNull());

  it('is read without a fault whatever its shape', () => {
    const small = oneof(anything({ maxDepth: 2 }), constantFrom('press', 'open', 'send', 'a.b', 'k.t', '__proto__', 'page'));
    const mc = dictionary(constantFrom('a', 't', 'k', 'n', 'p', 'line'), oneof(small, string(), array(small)));
    const data = dictionary(oneof(string(), constantFrom('verb', 'mc', 'f.line', 'f.some', 'f.', 'f.__proto__', 'msteams')), oneof(small, mc, array(string())));
    const { mc: ours, ...rest } = sent() as { mc: Record<string, string> };
    assert(
      property(oneof(anything(), data), integer({ min: 0, max: 60 }), (random, at) => {
        // A good one with one part of it spoilt.
        const spoilt = { ...rest, ...(typeof random === 'object' ? random : {}), mc: { ...ours, k: `${ours['k']?.slice(0, at)}?${ours['k']?.slice(at + 1)}` } };
        for (const value of [random, spoilt]) {
          const pressed = pressedIn(value);
          if (pressed?.kind !== 'form') continue;
          const { typed, people } = pressed;
          expect(Object.values(typed).every((one) => typeof one === 'string' || one.every((inner) => typeof inner === 'string'))).toBe(true);
          expect(people.every((name) => Object.hasOwn(typed, name))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
