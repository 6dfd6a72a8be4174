// From the bytes of a request to an activity, with all in its place that the library reads before our own listeners do.

import { z } from 'zod';

const id = z.string().min(1).max(1000);
const few = z.string().max(200).optional().catch(undefined);
const account = z.looseObject({ id, aadObjectId: few });
const mention = z.looseObject({ type: z.string().regex(/^mention$/i), mentioned: z.looseObject({ id }), text: z.string().optional() });
const entity = z.union([mention, z.looseObject({ type: z.string().regex(/^(?!mention$)/i) })]);
const schema = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.optional().catch(undefined),
  /** What an invoke asks for. */
  name: few,
  channelId: z.string().max(100),
  serviceUrl: z.string().max(500),
  from: account,
  recipient: account,
  conversation: z.looseObject({ id, tenantId: few }),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: few }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  text: z.string().optional().catch(undefined),
  entities: those(entity),
  membersAdded: those(account),
  membersRemoved: those(account),
});

/** Teams may put something new anywhere, and sends less and less to a bot that cannot take it: what is strange is left out. */
function those<T>(shape: z.ZodType<T>) {
  const fitting = (all: readonly unknown[]) =>
    all.flatMap((one): T[] => {
      const read = shape.safeParse(one);
      return read.success ? [read.data] : [];
    });
  return z.array(z.unknown()).transform(fitting).optional().catch(undefined);
}

/** Its dates are texts still: nobody reads them. */
export type Received = z.infer<typeof schema>;

/** The deepest that Teams sends is a form's answers, half a dozen down; whatever reads it may be recursive. */
const DEPTH = 64;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** `null` for what is no activity. */
export function activityOf(contentType: string | undefined, rawBody: Uint8Array): Received | null {
  if (mediaType(contentType) !== 'application/json') return null;
  try {
    const value: unknown = JSON.parse(utf8.decode(rawBody));
    return isPlain(DEPTH, value) ? (schema.safeParse(withoutNothing(value)).data ?? null) : null;
  } catch {
    return null;
  }
}

/** A kind of activity in Teams' words, for the log; whatever else stands there might be somebody's. */
export function typeOf({ type, name }: Received): string {
  const word = type === 'invoke' ? (name ?? type) : type;
  return /^[a-zA-Z/]{1,60}$/.test(word) ? word : 'unknown';
}

function mediaType(contentType = ''): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

/** What is `null` is not there: the library expects no difference, and breaks on it. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  const there = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(there.map(([name, inner]) => [name, withoutNothing(inner)]));
}

/** Not too deep, and without the name under which a copy would get another nature than the original. */
function isPlain(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0 || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every((inner) => isPlain(levels - 1, inner));
}
