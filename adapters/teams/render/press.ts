// What the buttons of a card carry, and how it is read when it comes back: from outside, so without trust.

import { z } from 'zod';
import type { ShownButton, ShownForm } from '../../../src/bot/views/shown.ts';
import { type Typed, typedIn } from '../translate/values.ts';
import { keptIn } from './kept.ts';
import { LIMITS } from './limits.ts';

export type { Typed };

export type Pressed =
  /** `open`: of a button that opens a form. `page`: of a card whose place the answer may take. */
  | { readonly kind: 'press' | 'open'; readonly action: string; readonly token: string; readonly page?: true }
  /** `here`: the channel in which the line was typed. */
  | { readonly kind: 'line'; readonly line: string; readonly here?: string }
  | {
      readonly kind: 'form';
      readonly action: string;
      readonly token: string;
      /** As it was shown, but for its values; `null` where it cannot be read. */
      readonly form: ShownForm | null;
      readonly typed: Typed;
      /** The names of the fields whose value is Microsoft's id of a person. */
      readonly people: readonly string[];
      readonly next?: string;
    };

const PAGE = 'page';

type Data = { readonly verb: 'press' | 'open' | 'send'; readonly mc: Readonly<Record<string, string>> };

export function pressData({ action, token }: Pick<ShownButton, 'action' | 'token'>, page: boolean): Data {
  return { verb: 'press', mc: { a: action, t: token, ...(page ? { p: PAGE } : {}) } };
}

export function openData(opens: Opens): Data {
  return { verb: 'open', mc: 'line' in opens ? { ...opens } : { a: opens.action, t: opens.token } };
}

export function sendData({ action, token }: ShownForm, kept: string, next?: string): Data {
  return { verb: 'send', mc: { a: action, t: token, k: kept, ...(next === undefined ? {} : { n: next }) } };
}

/** What opens a form: a typed line, or a button. */
export type Opens = { readonly line: string; readonly here?: string } | { readonly action: string; readonly token: string };

const action = z
  .string()
  .max(LIMITS.action)
  .regex(/^[\w.-]+$/);
const token = z
  .string()
  .max(LIMITS.token)
  .regex(/^[\w.~+/=-]*$/);
const pressed = z.object({ verb: z.enum(['press', 'open']), mc: z.object({ a: action, t: token, p: z.literal(PAGE).optional().catch(undefined) }) });
const line = z.object({
  verb: z.literal('open'),
  mc: z.object({ line: z.string().min(1).max(LIMITS.line), here: z.string().max(LIMITS.line).exactOptional().catch('') }),
});
const sent = z.object({
  verb: z.literal('send'),
  mc: z.object({ a: action, t: token, k: z.unknown(), n: z.string().max(LIMITS.action).optional().catch(undefined) }),
});
const schema = z.union([pressed, line, sent]);

/** Reads the data of a pressed button, beside which stands what was typed; `null` for whatever is none of ours. */
export function pressedIn(data: unknown): Pressed | null {
  const read = schema.safeParse(data).data;
  if (!read) return null;
  if (read.verb !== 'send') {
    const { mc } = read;
    return 'line' in mc
      ? { kind: 'line', line: mc.line, ...(mc.here ? { here: mc.here } : {}) }
      : { kind: read.verb, action: mc.a, token: mc.t, ...(mc.p ? { page: true } : {}) };
  }
  const { a, t, k, n } = read.mc;
  const form = keptIn(k, { action: a, token: t });
  return { kind: 'form', action: a, token: t, form, ...typedIn(data, form), ...(n === undefined ? {} : { next: n }) };
}
