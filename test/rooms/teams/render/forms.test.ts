// Forms in Teams: every input with what it held, faults right at their fields, and what is typed back as the dispatcher takes it.

import { describe, expect, it } from 'vitest';
import { writtenReference } from '../../../../adapters/teams/reference.ts';
import type { Card, ChoiceInput, Element, Input } from '../../../../adapters/teams/render/card.ts';
import { type Refilled, renderForm } from '../../../../adapters/teams/render/form.ts';
import { pressedIn } from '../../../../adapters/teams/render/press.ts';
import type { ShownForm, ShownInput } from '../../../../src/bot/views/shown.ts';
import { breachesOf, saidIn } from './parsed.ts';
import { untouched } from './untouched.ts';

const field = { name: 'a', label: 'Label', required: true } as const;
type Of<Kind extends ShownInput['input']> = Extract<ShownInput, { input: Kind }>;

function form(...inputs: ShownInput[]): ShownForm {
  const buttons = { submit: 'Save', cancel: 'Cancel', also: [{ label: 'Save and continue later', next: 'later' }] };
  return { type: 'form', language: 'en', title: 'A new goal', intro: [], inputs, ...buttons, action: 'goals.save', token: 'k.sealed' };
}

function draw(shown: ShownForm, how: Partial<Refilled> = {}): Card {
  const card = renderForm(shown, { place: 'dialog', ...how });
  expect(breachesOf(card)).toEqual([]);
  return card;
}

function inputs({ body }: Card): Input[] {
  return body.filter((element): element is Input => element.type.startsWith('Input.'));
}

function inputOf(input: ShownInput, how: Partial<Refilled> = {}): Input | undefined {
  return inputs(draw(form(input), how))[0];
}

function choiceOf(input: ShownInput, how: Partial<Refilled> = {}): ChoiceInput {
  return inputOf(input, how) as ChoiceInput;
}

/** The types of the elements, and in words what is no input. */
function outline(body: readonly Element[]): string[] {
  return body.map((element) => (element.type.startsWith('Input.') ? element.type : saidIn(element)));
}

function options(n: number) {
  return Array.from({ length: n }, (_, index) => ({ value: `v${index}`, label: `Option ${index}` }));
}

const line: Of<'line'> = { ...field, input: 'line', max: 150, value: '' };
const paragraph: Of<'paragraph'> = { ...field, input: 'paragraph', max: 1000, value: '' };
const choice: Of<'choice'> = { ...field, input: 'choice', options: options(5), value: 'v1' };
const choices: Of<'choices'> = { ...field, input: 'choices', options: options(15), value: ['v1', 'v3'] };
const channel: Of<'channel'> = { ...field, required: false, input: 'channel', value: '' };

describe('a form', () => {
  it('is sent with its action and its seal, by its own button or by a further one', () => {
    const card = draw(form(line));
    expect(card.actions).toMatchObject([
      { type: 'Action.Submit', title: 'Save', style: 'positive', data: { verb: 'send', mc: { a: 'goals.save', t: 'k.sealed' } } },
      { type: 'Action.Submit', title: 'Save and continue later', data: { verb: 'send', mc: { a: 'goals.save', t: 'k.sealed', n: 'later' } } },
    ]);
    expect(pressedIn(untouched(card, 1))).toMatchObject({ kind: 'form', action: 'goals.save', token: 'k.sealed', next: 'later' });
  });

  it('in the chat has its title on top, and is sent as an execution', () => {
    const card = draw(form(line), { place: 'chat' });
    expect(card.body[0]).toMatchObject({ type: 'TextBlock', text: 'A new goal', style: 'heading' });
    expect(card.actions?.[0]).toMatchObject({ type: 'Action.Execute', verb: 'send' });
  });

  it('says below a field what helps, and keeps apart what belongs to another', () => {
    const { body } = draw(form({ ...line, help: 'Why we ask' }, { ...line, name: 'b' }));
    expect(body).toMatchObject([
      { id: 'f.a', label: 'Label', spacing: 'large' },
      { inlines: [{ text: 'Why we ask', size: 'small', isSubtle: true }], spacing: 'small' },
      { id: 'f.b', spacing: 'large' },
    ]);
  });

  it('must be filled in where Teams itself may ask for it, and may be half full where it can be saved so', () => {
    const must = { isRequired: true, errorMessage: 'Something is missing here.' };
    expect(inputOf(line)).not.toHaveProperty('isRequired');
    expect(inputs(draw({ ...form(line), also: [] }))).toMatchObject([must]);
    expect(inputs(draw({ ...form({ ...line, required: false }), also: [] }))[0]).not.toHaveProperty('isRequired');
  });
});

describe('each input', () => {
  it('line and paragraph: without an upper length, since clients cut what is pasted', () => {
    expect(inputOf({ ...line, value: 'old' })).toEqual({ type: 'Input.Text', id: 'f.a', label: 'Label', value: 'old', spacing: 'large' });
    expect(inputOf({ ...paragraph, value: 'a\r\nb' })).toMatchObject({ type: 'Input.Text', isMultiline: true, value: 'a\nb' });
  });

  it('number: a line, so that nothing that was typed vanishes', () => {
    expect(inputOf({ ...field, input: 'number', min: 1, max: 9, value: 'many' })).toMatchObject({ type: 'Input.Text', value: 'many' });
  });

  it('choice: seen at once where there are few, a list for more', () => {
    expect(choiceOf(choice)).toMatchObject({ type: 'Input.ChoiceSet', style: 'expanded', wrap: true, value: 'v1' });
    expect(choiceOf(choice)).not.toHaveProperty('isMultiSelect');
    expect(choiceOf({ ...choice, options: options(6) })).toMatchObject({ style: 'compact', placeholder: 'Choose', value: 'v1' });
    expect(choiceOf({ ...choice, value: 'gone' })).not.toHaveProperty('value');
  });

  it('choices: ticks, or a list for many', () => {
    expect(choiceOf(choices)).toMatchObject({ style: 'expanded', isMultiSelect: true, value: 'v1,v3' });
    expect(choiceOf({ ...choices, options: options(16) })).toMatchObject({ style: 'compact', isMultiSelect: true });
    expect(choiceOf({ ...choices, value: [] })).not.toHaveProperty('value');
  });

  it('choice: without options there is a word instead of a field, and no word about it comes back', () => {
    const card = draw(form({ ...choice, options: [] }));
    expect(inputs(card)).toEqual([]);
    expect(saidIn(card.body)).toBe('LabelThere is nothing here yet.');
    expect(pressedIn(untouched(card))).toMatchObject({ typed: {} });
  });

  it('date and time: what is none is left out', () => {
    expect(inputOf({ ...field, input: 'date', value: '2026-12-01' })).toMatchObject({ type: 'Input.Date', value: '2026-12-01' });
    expect(inputOf({ ...field, input: 'date', value: '2026-02-30' })).not.toHaveProperty('value');
    expect(inputOf({ ...field, input: 'time', value: '09:30' })).toMatchObject({ type: 'Input.Time', value: '09:30' });
    expect(inputOf({ ...field, input: 'time', value: '9:30' })).not.toHaveProperty('value');
  });

  it('person: whoever is in the organisation', () => {
    const person: ShownInput = { ...field, input: 'person', value: 'alva' };
    const picker = {
      type: 'Input.ChoiceSet',
      placeholder: 'Search by name',
      choices: [],
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    };
    expect(inputOf(person, { people: new Map([['alva', 'guid-1']]) })).toMatchObject({ ...picker, value: 'guid-1' });
    expect(inputOf(person)).toMatchObject(picker);
    expect(inputOf(person)).not.toHaveProperty('value');
  });

  describe('channel', () => {
    const at = (conversation: string, user?: string) =>
      writtenReference({ serviceUrl: 'https://x.example/', tenant: 'a-1', conversation, ...(user ? { user } : {}) });
    const [here, there] = [at('19:here@thread.tacv2'), at('19:there@thread.tacv2', '29:x')];
    const titles = (value: string, how: Partial<Refilled>) => choiceOf({ ...channel, value }, how).choices.map((one) => one.title);

    it('none, the one of now, and the one where the reader is', () => {
      expect(titles(there, { here })).toEqual(['No channel', 'The channel chosen so far', 'This channel']);
      expect(titles('', { here })).toEqual(['No channel', 'This channel']);
      expect(titles(there, {})).toEqual(['No channel', 'The channel chosen so far']);
      expect(titles(at('19:here@thread.tacv2', '29:x'), { here })).toEqual(['No channel', 'This channel']);
      expect(titles('C0123', { here })).toEqual(['No channel', 'The channel chosen so far', 'This channel']);
    });

    it('says how to choose one, where there is none to choose', () => {
      expect(saidIn(draw(form(channel)).body)).toContain('To choose a channel, write this command in it.');
      expect(saidIn(draw(form(channel), { here }).body)).not.toContain('write this command');
    });

    it.each(['', 'C0123', there])('comes back as it is: %s', (value) => {
      expect(pressedIn(untouched(draw(form({ ...channel, value }), { here })))).toMatchObject({ typed: { a: value } });
    });

    it('comes back as the one that was chosen, and stands chosen after a refusal', () => {
      const [, , chosen] = choiceOf({ ...channel, value: there }, { here }).choices;
      const pressed = pressedIn({ ...untouched(draw(form({ ...channel, value: there }), { here })), 'f.a': chosen?.value });
      expect(pressed).toMatchObject({ typed: { a: here } });
      const again = pressed?.kind === 'form' && pressed.form ? draw(pressed.form, { here, typed: pressed.typed }) : null;
      expect(again && inputs(again)).toMatchObject([{ choices: [{}, { title: 'The channel chosen so far' }, {}], value: chosen?.value }]);
    });
  });

  it('agree: one tick under its question', () => {
    const agree: Of<'agree'> = { ...field, input: 'agree', value: true };
    expect(inputOf(agree)).toMatchObject({ type: 'Input.Toggle', label: 'Label', title: 'I agree', valueOn: 'on', valueOff: 'off', value: 'on' });
    expect(inputOf({ ...agree, value: false })).toMatchObject({ value: 'off' });
  });
});

describe('a form that was not taken', () => {
  const refused: Partial<Refilled> = { text: [{ text: 'Look again', from: 'us' }], fields: { a: 'Something is missing here.', gone: 'Not a date.' } };

  it('says so on top, with each fault right above its field, and those of no field on top too', () => {
    const { body } = draw(form({ ...line, name: 'first' }, line), refused);
    expect(outline(body)).toEqual(['Look again', '⚠ Not a date.', 'Input.Text', '⚠ Something is missing here.', 'Input.Text']);
    expect(body[3]).toMatchObject({ inlines: [{ weight: 'bolder', color: 'attention' }] });
  });

  it('holds what was typed, not what it began with', () => {
    const typed = { a: 'new' };
    expect(inputOf({ ...line, value: 'old' }, { typed })).toMatchObject({ value: 'new' });
    expect(inputOf({ ...line, value: 'old' }, { typed: {} })).not.toHaveProperty('value');
    expect(inputOf(choices, { typed: { a: ['v0'] } })).toMatchObject({ value: 'v0' });
    expect(inputOf(choices, { typed: {} })).not.toHaveProperty('value');
    expect(inputOf({ ...field, input: 'agree', value: true }, { typed: {} })).toMatchObject({ value: 'off' });
    expect(inputOf({ ...field, input: 'person', value: 'alva' }, { typed: { a: 'guid-2' }, people: new Map([['alva', 'guid-1']]) })).toMatchObject({
      value: 'guid-2',
    });
    expect(inputOf({ ...line, name: 'toString', value: 'old' }, { typed: {} })).not.toHaveProperty('value');
  });

  it('is the same form again, however often it is sent and refused', () => {
    const shown = form(
      { ...line, help: 'Why', value: 'one' },
      { ...choice, name: 'b' },
      { ...choices, name: 'c' },
      { ...field, name: 'd', input: 'agree', value: true },
    );
    const how = { ...refused, typed: { a: 'one', b: 'v1', c: ['v1', 'v3'], d: 'on' } };
    let card = draw(shown, how);
    for (let round = 0; round < 3; round++) {
      const pressed = pressedIn(untouched(card));
      if (pressed?.kind !== 'form' || !pressed.form) throw new Error('no form came back');
      expect(pressed.typed).toEqual(how.typed);
      const again = draw(pressed.form, { ...refused, typed: pressed.typed });
      expect(bare(again)).toEqual(bare(card));
      card = again;
    }
  });
});

/** Without itself as it travels: packed again, its parts may stand in another order. */
function bare(card: Card): unknown {
  return JSON.parse(JSON.stringify(card), (key, value: unknown) => (key === 'k' ? '' : value));
}
