// The inputs that forms, buttons and commands send, cleaned and bounded before any rule sees them.

import { z } from 'zod';
import { isCivil } from '../../time.ts';
import { isTextKey } from '../texts/catalogue.ts';
import { type Arg, say, type Text } from '../views/text.ts';

/** Carries a sentence and its arguments through zod's message. */
function fault(key: string, args: Record<string, number> = {}): string {
  return JSON.stringify({ key, args });
}

// Controls other than tab and line feed; the marks that turn the writing direction; the byte-order mark.
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Well-formed, composed (NFC), without invisible controls, trimmed. */
export function clean(value: string): string {
  return value.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim();
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How long a person would say that a text is. */
export function lengthOf(text: string): number {
  return text.length <= 1 ? text.length : [...graphemes.segment(text)].length;
}

function words(max: number, oneLine: boolean) {
  return z
    .string({ error: fault('error.missing') })
    .max(200_000, { error: fault('error.tooLong', { max, length: 200_000 }) })
    .transform((value) => (oneLine ? clean(value).replace(/\s+/g, ' ') : clean(value)))
    .check((context) => {
      const length = context.value.length > max * 12 ? context.value.length : lengthOf(context.value);
      if (length > max || context.value.length > max * 12) {
        context.issues.push({ code: 'custom', message: fault('error.tooLong', { max, length }), input: context.value });
      }
    });
}

function present<T extends z.ZodType<string>>(schema: T) {
  return schema.refine((value) => value !== '', { error: fault('error.missing') });
}

/** One line that must be there. */
export function line(max: number) {
  return present(words(max, true));
}

/** One line or nothing; nothing is `''`. */
export function optionalLine(max: number) {
  return words(max, true).default('');
}

export function optionalParagraph(max: number) {
  return words(max, false).default('');
}

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: fault('error.notAChoice') });
}

/** Any number of the values; a lone string from a form with one tick counts as one. */
export function choices<const T extends readonly [string, ...string[]]>(values: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(choice(values))
      .max(values.length)
      .transform((all) => [...new Set(all)]),
  );
}

export function day() {
  return z
    .string({ error: fault('error.missing') })
    .trim()
    .min(1, { error: fault('error.missing') })
    .refine(isCivil, { error: fault('error.notADate') });
}

export function wholeNumber(min: number, max: number) {
  const error = fault('error.notANumber', { min, max });
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : value),
    z.number({ error }).int({ error }).min(min, { error }).max(max, { error }),
  );
}

/** One of our own ids. It says nothing about whether it exists. */
export function id() {
  return z
    .string({ error: fault('error.missing') })
    .min(1, { error: fault('error.missing') })
    .regex(/^[\w-]{1,64}$/, { error: fault('error.notAChoice') });
}

/** For actions that take nothing. */
export const nothing = z.object({});

/** What to say at each field; the first fault of a field wins. */
export function fieldFaults(error: z.ZodError): Readonly<Record<string, Text>> {
  const fields: Record<string, Text> = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '');
    if (!Object.hasOwn(fields, name)) fields[name] = textOf(issue.message);
  }
  return fields;
}

function textOf(message: string): Text {
  try {
    const { key, args } = JSON.parse(message) as { key: string; args: Record<string, Arg> };
    if (isTextKey(key)) return { say: key, args };
  } catch {
    // zod's own words: they are English and not for people
  }
  return say('error.missing');
}
