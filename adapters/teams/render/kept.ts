// A form on its way through somebody's client: Teams does not give a card back, so the form itself goes with its buttons.

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { ShownBlock, ShownForm, ShownInput } from '../../../src/bot/views/shown.ts';
import { LIMITS } from './limits.ts';

/** Without its seal, which goes beside it, and without its values, which come back as they are by then. */
export function kept(form: ShownForm): string {
  const { action: _action, token: _token, ...rest } = form;
  const bare = { ...rest, intro: form.intro.map(withoutDrawing), inputs: form.inputs.map(emptied) };
  return deflateRawSync(JSON.stringify(bare)).toString('base64url');
}

/** `null` for what is no form. */
export function keptIn(text: unknown, sealed: Pick<ShownForm, 'action' | 'token'>): ShownForm | null {
  if (typeof text !== 'string' || text.length > LIMITS.kept) return null;
  try {
    const json = inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: LIMITS.unpacked }).toString();
    return { ...schema.parse(JSON.parse(json)), ...sealed };
  } catch {
    return null;
  }
}

function withoutDrawing(block: ShownBlock): ShownBlock {
  return block.block === 'picture' ? { ...block, svg: '' } : block;
}

/** A channel alone keeps its value: it is one of those to choose from. */
function emptied(input: ShownInput): ShownInput {
  switch (input.input) {
    case 'choices':
      return { ...input, value: [] };
    case 'agree':
      return { ...input, value: false };
    case 'channel':
      return input;
    default:
      return { ...input, value: '' };
  }
}

const text = z.string();
const span = z.union([
  z.object({ text, from: z.enum(['us', 'user']) }),
  z.object({ who: text, name: text }),
  z.object({ channel: text, platform: text, name: text.exactOptional() }),
]);
const spans = z.array(span);
const button = z.object({
  label: text,
  hint: text.exactOptional(),
  confirm: text.exactOptional(),
  style: z.enum(['main', 'danger']).exactOptional(),
  action: text,
  token: text,
  opens: z.literal('form').exactOptional(),
});

const block = z.discriminatedUnion('block', [
  z.object({ block: z.literal('heading'), text: spans }),
  z.object({ block: z.literal('text'), text: spans }),
  z.object({ block: z.literal('note'), text: spans }),
  z.object({ block: z.literal('facts'), facts: z.array(z.object({ label: spans, value: spans })) }),
  z.object({ block: z.literal('list'), items: z.array(spans), ordered: z.boolean() }),
  z.object({ block: z.literal('table'), caption: spans, head: z.array(spans), rows: z.array(z.array(spans)) }),
  z.object({ block: z.literal('progress'), done: z.number(), of: z.number(), text: spans }),
  z.object({ block: z.literal('picture'), svg: text, alt: text, url: text.exactOptional() }),
  z.object({ block: z.literal('links'), links: z.array(z.object({ label: text, url: text })) }),
  z.object({ block: z.literal('divider') }),
  z.object({ block: z.literal('actions'), buttons: z.array(button) }),
]);

const field = { name: text, label: text, help: text.exactOptional(), required: z.boolean() };
const options = z.array(z.object({ value: text, label: text }));
const input = z.discriminatedUnion('input', [
  z.object({ ...field, input: z.literal('line'), max: z.number(), value: text }),
  z.object({ ...field, input: z.literal('paragraph'), max: z.number(), value: text }),
  z.object({ ...field, input: z.literal('choice'), options, value: text }),
  z.object({ ...field, input: z.literal('choices'), options, value: z.array(text) }),
  z.object({ ...field, input: z.literal('date'), value: text }),
  z.object({ ...field, input: z.literal('time'), value: text }),
  z.object({ ...field, input: z.literal('person'), value: text }),
  z.object({ ...field, input: z.literal('channel'), value: text }),
  z.object({ ...field, input: z.literal('number'), min: z.number(), max: z.number(), value: text }),
  z.object({ ...field, input: z.literal('agree'), value: z.boolean() }),
]);

const schema = z.object({
  type: z.literal('form'),
  language: text,
  title: text,
  intro: z.array(block),
  inputs: z.array(input),
  submit: text,
  cancel: text,
  also: z.array(z.object({ label: text, next: text })),
});
