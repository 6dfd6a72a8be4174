// From the bot's inputs to a card's, filled with what was typed before, or else with what is known.

import type { Language } from '../../../src/bot/texts/language.ts';
import type { ShownInput } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import { isCivil } from '../../../src/time.ts';
import { words } from '../../common/words.ts';
import { readReference } from '../reference.ts';
import { FIELD, TICKED, type Typed, UNTICKED, writtenValue } from '../translate/values.ts';
import { noteOf } from './blocks.ts';
import type { Choice, ChoiceInput, Element, Input } from './card.ts';
import { cutNote, sizeOf } from './fit.ts';
import { LIMITS } from './limits.ts';
import { richBlocks } from './rich.ts';
import { beginningOf, BOLD, clip, label, oneLine, run, tidy } from './text.ts';

export interface Filling {
  readonly language: Language;
  /** After a refusal: people as Microsoft's ids of them. */
  readonly typed?: Typed;
  /** Microsoft's ids of people, by person id. */
  readonly people: ReadonlyMap<string, string>;
  /** The channel in which the reader is. */
  readonly here?: string;
  /** Whether a form may be sent with nothing in its fields. */
  readonly lenient: boolean;
  /** How many bytes one field may take. */
  readonly most: number;
}

/** How few options are better seen at once than hidden in a list. */
const SEEN_AT_ONCE = 5;
const SEEN_BOXES = 15;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const PEOPLE = { type: 'Data.Query', dataset: 'graph.microsoft.com/users' } as const;

export function renderInput(input: ShownInput, filling: Filling): Element[] {
  if ('options' in input && input.options.length === 0) return nothingToChoose(input, filling.language);
  const help = noteOf(clip(oneLine(input.help ?? ''), LIMITS.label));
  const { element, cut } = fieldOf(input, filling);
  return [element, ...(cut ? [cutNote(filling.language)] : []), ...help, ...more(input, filling)];
}

interface Fitted {
  readonly element: Input;
  readonly cut?: boolean;
}

function fieldOf(input: ShownInput, filling: Filling): Fitted {
  const all = valuesOf(input, filling);
  const [text = ''] = all;
  const base = baseOf(input, filling);
  switch (input.input) {
    case 'line':
    case 'number':
      // A field for numbers drops what it does not understand; ours keeps it, and the fault says what is wrong.
      return textField({ type: 'Input.Text', ...base }, text, filling.most);
    case 'paragraph':
      return textField({ type: 'Input.Text', ...base, isMultiline: true }, text, filling.most);
    case 'choice':
    case 'choices':
      return choosing(input, { ...filling, all });
    case 'date':
      return { element: { type: 'Input.Date', ...base, ...valued(isCivil(text) ? text : '') } };
    case 'time':
      return { element: { type: 'Input.Time', ...base, ...valued(CLOCK.test(text) ? text : '') } };
    case 'person':
      return { element: { type: 'Input.ChoiceSet', ...base, ...asks('teams.person', filling), choices: [], 'choices.data': PEOPLE, ...valued(text) } };
    case 'channel':
      return {
        element: { type: 'Input.ChoiceSet', ...base, style: 'expanded', wrap: true, choices: channels(input.value, filling), value: writtenValue(text) },
      };
    case 'agree': {
      const toggle = { title: words(say('chat.agree'), filling.language), valueOn: TICKED, valueOff: UNTICKED, wrap: true } as const;
      return { element: { type: 'Input.Toggle', ...base, ...toggle, value: all.length > 0 ? TICKED : UNTICKED } };
    }
  }
}

function valuesOf(input: ShownInput, { typed, people }: Filling): readonly string[] {
  const value = typed ? (Object.hasOwn(typed, input.name) ? typed[input.name] : undefined) : input.value;
  if (typeof value === 'boolean') return value ? [TICKED] : [];
  if (value === undefined) return [];
  if (typeof value !== 'string') return value;
  return [input.input === 'person' && !typed ? (people.get(value) ?? '') : value];
}

function baseOf({ name, label: text, required }: ShownInput, { language, lenient }: Filling) {
  const must = required && !lenient ? { isRequired: true as const, errorMessage: words(say('error.missing'), language) } : {};
  return { id: `${FIELD}${name}`, label: label(text, LIMITS.label), ...must };
}

function valued(value: string): { readonly value?: string } {
  return value === '' ? {} : { value };
}

function asks(key: 'chat.choose' | 'teams.person', { language }: Filling) {
  return { placeholder: words(say(key), language) };
}

/** Without an upper length: clients cut what is pasted without a word, and count otherwise than people do. */
function textField(bare: Input, text: string, most: number): Fitted {
  const whole = tidy(text);
  const size = (value: string) => sizeOf({ ...bare, value });
  let [start, units] = [whole, whole.length];
  while (start !== '' && size(start) > most) {
    units = Math.floor(units * Math.min(most / size(start), 0.98));
    start = units < 1 ? '' : beginningOf(whole, units);
  }
  return { element: { ...bare, ...valued(start) }, cut: start !== whole };
}

type Choosing = Extract<ShownInput, { input: 'choice' | 'choices' }>;

function choosing(input: Choosing, filling: Filling & { readonly all: readonly string[] }): Fitted {
  const { all, most } = filling;
  const isFew = input.options.length <= (input.input === 'choice' ? SEEN_AT_ONCE : SEEN_BOXES);
  const chosen = input.options.filter((option) => all.includes(option.value));
  const shape = {
    ...{ type: 'Input.ChoiceSet', ...baseOf(input, filling), wrap: true },
    ...(input.input === 'choices' ? { isMultiSelect: true } : {}),
    ...(isFew ? { style: 'expanded' } : { style: 'compact', ...asks('chat.choose', filling) }),
    ...valued((input.input === 'choices' ? chosen : chosen.slice(0, 1)).map((option) => writtenValue(option.value)).join(',')),
  } as const satisfies Omit<ChoiceInput, 'choices'>;
  const choices = input.options.map((option) => ({ title: label(option.label, LIMITS.option), value: writtenValue(option.value) }));
  const fitting = withinOf(choices, most - sizeOf(shape), new Set(chosen.map((option) => writtenValue(option.value))));
  return { element: { ...shape, choices: fitting }, cut: fitting.length < choices.length };
}

/** As many as fit, but one in any case, from the first on; those that are chosen before any other. */
function withinOf(choices: readonly Choice[], room: number, chosen: ReadonlySet<string>): readonly Choice[] {
  let left = room;
  const kept = new Set<Choice>();
  for (const choice of [...choices.filter((one) => chosen.has(one.value)), ...choices.filter((one) => !chosen.has(one.value))]) {
    left -= sizeOf(choice) + 1;
    if (left < 0 && kept.size > 0) break;
    kept.add(choice);
  }
  return choices.filter((choice) => kept.has(choice));
}

/** None, the one that is chosen so far, and the one where the reader is. */
function channels(now: string, { language, here }: Filling): readonly Choice[] {
  const isHere = here !== undefined && conversationOf(here) === conversationOf(now);
  return [
    { title: words(say('teams.channel.none'), language), value: writtenValue('') },
    ...(now === '' || isHere ? [] : [{ title: words(say('teams.channel.now'), language), value: writtenValue(now) }]),
    ...(here === undefined ? [] : [{ title: words(say('teams.channel.here'), language), value: writtenValue(isHere ? now : here) }]),
  ];
}

function conversationOf(reference: string): string {
  return readReference(reference)?.conversation ?? reference;
}

function more({ input }: ShownInput, { language, here }: Filling): Element[] {
  return input === 'channel' && here === undefined ? noteOf(words(say('teams.channel.how'), language)) : [];
}

function nothingToChoose(input: ShownInput, language: Language): Element[] {
  return [...richBlocks(run(input.label, BOLD)), ...noteOf(words(say('chat.nothing'), language))];
}
