// What was typed into a form of ours, as it comes beside the data of its button. It comes from outside: whatever is none of ours is passed over.

import type { ShownForm, ShownInput } from '../../../src/bot/views/shown.ts';

export type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface TypedIn {
  readonly typed: Typed;
  /** The fields whose value is Microsoft's id of a person. */
  readonly people: readonly string[];
}

/** How the id of an input begins; the field's name follows. */
export const FIELD = 'f.';
/** The value of a tick that is set. */
export const TICKED = 'on';
export const UNTICKED = 'off';
/** Stands for an option whose value is empty, which a card does not allow. No written value is the same. */
const NOTHING = '%';

/** An option's value so that a comma can part it from others. */
export function writtenValue(value: string): string {
  return value === '' ? NOTHING : encodeURIComponent(value.toWellFormed());
}

export function readValue(written: string): string {
  if (written === NOTHING) return '';
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** Reads each field of the form; without one, every text that stands where a field would. */
export function typedIn(data: unknown, form: ShownForm | null): TypedIn {
  if (!form) return { typed: Object.fromEntries(entriesOf(data).flatMap(textAt)), people: [] };
  const typed = form.inputs.flatMap((input) => {
    const value = valueOf(input, own(data, `${FIELD}${input.name}`));
    return value === null ? [] : [[input.name, value] as const];
  });
  const people = form.inputs.filter((input) => input.input === 'person').map((input) => input.name);
  return { typed: Object.fromEntries(typed), people };
}

/** Nothing chosen is `''` or `[]`; `null` where there is nothing to be said of the field. */
function valueOf(input: ShownInput, given: unknown): string | readonly string[] | null {
  const value = textOf(given);
  switch (input.input) {
    case 'agree':
      return value === TICKED || value === 'true' ? TICKED : null;
    case 'choices':
      return input.options.length === 0
        ? null
        : value
            .split(',')
            .filter((one) => one !== '')
            .map(readValue);
    case 'choice':
      return input.options.length === 0 ? null : readValue(value);
    case 'channel':
      return readValue(value);
    default:
      return value;
  }
}

function textAt([key, value]: readonly [string, unknown]): readonly (readonly [string, string])[] {
  return key.startsWith(FIELD) && typeof value === 'string' ? [[key.slice(FIELD.length), value]] : [];
}

/** Clients disagree on how they send a number or a tick. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A property of the object itself, never one that it inherits. */
function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
