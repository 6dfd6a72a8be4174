// The fields of a card as Teams' client keeps them: what may be put into each, what is wrong with it before anything is
// sent, and what is sent of it.

import { type Json, list, text } from '../../slack/local/json.ts';
import type { People } from './people.ts';

/** What a test puts into a field: words, an option or several of them by label or value, a person, or a tick. */
export type Filling = string | number | boolean | readonly string[] | null;

export function idOf(input: Json): string {
  return text(input['id']);
}

/** What stands in a field at first; numbers and ticks are text to a client. */
export function firstValue(input: Json): string {
  const value = input['value'];
  if (input['type'] === 'Input.Toggle' && value === undefined) return off(input);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : text(value);
}

const on = (input: Json) => text(input['valueOn']) || 'true';
const off = (input: Json) => text(input['valueOff']) || 'false';

/** What a field holds once a person has put this in. Throws where Teams' client would not let them. */
export function filled(input: Json, filling: Filling, people: People): string {
  const words = filling === null ? '' : String(filling);
  switch (input['type']) {
    case 'Input.Text':
      return typed(input, words);
    case 'Input.Number':
      return allowed(words, /^(-?\d+([.,]\d+)?)?$/, 'a number');
    case 'Input.Date':
      return allowed(words, /^(\d{4}-\d\d-\d\d)?$/, 'a date');
    case 'Input.Time':
      return allowed(words, /^([01]\d:[0-5]\d|2[0-3]:[0-5]\d)?$/, 'a time of day');
    case 'Input.Toggle':
      return filling === true ? on(input) : off(input);
    case 'Input.ChoiceSet': {
      const all = Array.isArray(filling) ? (filling as readonly string[]) : words === '' ? [] : [words];
      if (all.length > 1 && input['isMultiSelect'] !== true) throw new Error('only one can be chosen here');
      return all.map((one) => optionCalled(input, one, people)).join(',');
    }
    default:
      throw new Error(`nothing can be put into a ${text(input['type'])}`);
  }
}

function typed(input: Json, words: string): string {
  const most = Number(input['maxLength'] ?? Infinity);
  if (words.length > most) throw new Error(`Teams lets nobody type more than ${most} characters here`);
  return input['isMultiline'] === true ? words : words.replaceAll('\n', ' ');
}

function allowed(words: string, shape: RegExp, what: string): string {
  if (!shape.test(words)) throw new Error(`Teams lets nobody put in here what is not ${what}: ${words}`);
  return words;
}

/** By label, by value as it is, or by value as it is written where a comma parts values. */
function optionCalled(input: Json, word: string, people: People): string {
  const choices = list(input['choices']);
  const found = choices.find((one) => one['title'] === word) ?? choices.find((one) => [word, encodeURIComponent(word)].includes(text(one['value'])));
  if (found) return text(found['value']);
  if (searchesPeople(input)) return people.get(word).account.aadObjectId ?? people.get(word).account.id;
  throw new Error(`no option ${word}; there are: ${choices.map((one) => text(one['title'])).join(', ')}`);
}

function searchesPeople(input: Json): boolean {
  const data = input['choices.data'] as Json | undefined;
  return text(data?.['dataset']).startsWith('graph.microsoft.com/users');
}

/** What Teams' client says at a field before it sends anything. */
export function clientFault(input: Json, value: string): string | null {
  const says = text(input['errorMessage']) || 'Teams: please look at this field again';
  const empty = input['type'] === 'Input.Toggle' ? value !== on(input) : value === '';
  if (empty) return input['isRequired'] === true ? says : null;
  const [min, max] = [input['min'], input['max']];
  const isNumber = input['type'] === 'Input.Number';
  const below = min !== undefined && (isNumber ? Number(value) < Number(min) : value < text(min));
  const above = max !== undefined && (isNumber ? Number(value) > Number(max) : value > text(max));
  const shape = input['type'] === 'Input.Text' && text(input['regex']);
  return below || above || (shape && !new RegExp(shape).test(value)) ? says : null;
}

/** What goes along with a pressed button: of a field in which nothing is chosen or numbered, nothing at all. */
export function sentValue(input: Json, value: string): string | undefined {
  const left = value === '' && (input['type'] === 'Input.ChoiceSet' || input['type'] === 'Input.Number');
  return left ? undefined : value;
}

/** What a person reads in a field. */
export function shownValue(input: Json, value: string, people: People): string {
  if (input['type'] === 'Input.Toggle') return value === on(input) ? 'yes' : 'no';
  if (input['type'] !== 'Input.ChoiceSet') return value;
  return value
    .split(',')
    .filter((one) => one !== '')
    .map((one) => {
      const choice = list(input['choices']).find((option) => option['value'] === one);
      return choice ? text(choice['title']) : searchesPeople(input) ? people.called(one) : one;
    })
    .join(', ');
}
