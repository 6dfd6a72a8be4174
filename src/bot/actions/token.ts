// What a button or form carries: sealed, so that nobody can change what it is about, or use another's.
// A form's token works once: its `n` becomes a unique key of the event log when the form is accepted.

import { z } from 'zod';
import type { Secrets } from '../../ports.ts';

const schema = z.object({
  /** Random; the form's own key. */
  n: z.string(),
  /** The person it was made for. */
  p: z.string(),
  action: z.string(),
  v: z.number(),
  about: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The message that it stands in. */
  m: z.string().optional(),
  form: z.boolean(),
  /** When it was made: a form left open for a month is not accepted unseen. */
  at: z.number(),
});

export type Token = z.infer<typeof schema>;

export function sealToken(secrets: Secrets, tenantId: string, token: Token): string {
  return secrets.seal(JSON.stringify(token), purpose(tenantId));
}

/** `null` where it was altered, belongs to another organisation, or is none of ours. */
export function openToken(secrets: Secrets, tenantId: string, sealed: string): Token | null {
  try {
    return schema.parse(JSON.parse(secrets.open(sealed, purpose(tenantId))));
  } catch {
    return null;
  }
}

function purpose(tenantId: string): string {
  return `token:${tenantId}`;
}
