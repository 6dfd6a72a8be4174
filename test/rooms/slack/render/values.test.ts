// What comes in as the state of a form: read where it is ours, passed over where it is not, whatever its shape.

import { anything, array, assert, constantFrom, dictionary, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typedIn } from '../../../../adapters/slack/translate/values.ts';

const text = (value: unknown) => ({ answer: { type: 'plain_text_input', value } });

describe('the state of a form', () => {
  it('is read for each kind of element', () => {
    const option = { value: 'x', text: { type: 'plain_text', text: 'X' } };
    const values = {
      'f.line': text('word'),
      'f.radio': { answer: { type: 'radio_buttons', selected_option: option } },
      'f.list': { answer: { type: 'static_select', selected_option: null } },
      'f.ticks': { answer: { type: 'checkboxes', selected_options: [option, option] } },
      'f.many': { answer: { type: 'multi_static_select', selected_options: [] } },
      'f.on': { agree: { type: 'checkboxes', selected_options: [{ value: 'on' }] } },
      'f.off': { agree: { type: 'checkboxes', selected_options: [] } },
      'f.day': { answer: { type: 'datepicker', selected_date: '2026-12-01' } },
      'f.hour': { answer: { type: 'timepicker', selected_time: null } },
      'f.who': { answer: { type: 'users_select', selected_user: 'U1' } },
      'f.nobody': { answer: { type: 'users_select', selected_user: null } },
      'f.where': { answer: { type: 'conversations_select', selected_conversation: 'C1' } },
    };
    expect(typedIn(values)).toEqual({
      typed: {
        ...{ line: 'word', radio: 'x', list: '', ticks: ['x', 'x'], many: [], on: 'on', day: '2026-12-01', hour: '', who: 'U1', nobody: '', where: 'C1' },
      },
      people: ['who'],
    });
  });

  it('joins the boxes of one text in their order, whatever order they come in', () => {
    const values = { 'f.csv.10.abcdefgh': text('ten'), 'f.csv.2.abcdefgh': text('two'), 'f.csv.1.abcdefgh': text('one'), 'f.csv.3+.abcdefgh': text(', three') };
    expect(typedIn(values).typed).toEqual({ csv: 'one\ntwo, three\nten' });
    expect(typedIn({ 'f.csv.1.abcdefgh': text(null), 'f.csv.2.abcdefgh': text('') }).typed).toEqual({ csv: '' });
  });

  it('says nothing of what is not ours', () => {
    const values = {
      other: text('x'),
      'f.a': { another: { type: 'plain_text_input', value: 'x' } },
      'f.b': { answer: { type: 'rich_text_input' } },
      'f.c': null,
    };
    expect(typedIn(values)).toEqual({ typed: {}, people: [] });
  });

  it('never reads what is inherited, and never reaches a prototype', () => {
    const values: unknown = JSON.parse(
      '{"f.__proto__":{"answer":{"type":"plain_text_input","value":"x"}},"f.constructor":{"answer":{"type":"plain_text_input","value":"y"}}}',
    );
    const { typed } = typedIn(values);
    expect(Object.entries(typed)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.getPrototypeOf(typed)).toBe(Object.prototype);
    expect(typedIn({ 'f.a': Object.create({ answer: { type: 'plain_text_input', value: 'x' } }) }).typed).toEqual({});
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('is read without a fault whatever its shape', () => {
    const kinds = constantFrom('plain_text_input', 'checkboxes', 'users_select', 'static_select', 'datepicker');
    const element = dictionary(constantFrom('type', 'value', 'selected_options', 'selected_option', 'selected_user'), oneof(kinds, anything({ maxDepth: 3 })));
    const names = oneof(string(), constantFrom('f.a', 'f.', 'f.a.1.abcdefgh', 'f.__proto__', 'f.a.99+.abcdefgh'));
    const state = oneof(
      anything(),
      dictionary(names, oneof(anything(), dictionary(constantFrom('answer', 'agree', 'x'), oneof(element, array(element), anything())))),
    );
    assert(
      property(state, (values) => {
        const { typed, people } = typedIn(values);
        for (const value of Object.values(typed)) expect(typeof value === 'string' || value.every((one) => typeof one === 'string')).toBe(true);
        expect(people.every((name) => Object.hasOwn(typed, name))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
