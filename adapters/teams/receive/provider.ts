// The public keys of those who sign requests to bots, as their OpenID document and their key set tell them.

import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { request } from '../send/request.ts';

export interface SigningKey {
  readonly key: KeyObject;
  /** The channels that it signs for; all of them where none is named. */
  readonly channels: readonly string[];
}

export type ReadKeys = () => Promise<ReadonlyMap<string, SigningKey>>;

const documentSchema = z.looseObject({ jwks_uri: z.url().max(500) });
const keysSchema = z.looseObject({ keys: z.array(z.unknown()) });
const keySchema = z.looseObject({
  kid: z.string().min(1).max(200),
  kty: z.literal('RSA'),
  use: z.literal('sig').optional(),
  n: z.string().max(2000),
  e: z.string().max(20),
  endorsements: z.array(z.string()).optional(),
});
const LEAST_BITS = 2048;

/** Throws where no key can be had: nobody answers in time, or with something else. */
export function keysFrom(openIdUrl: string, timeoutMs: number): ReadKeys {
  return async () => {
    const until = performance.now() + timeoutMs;
    const { jwks_uri: address } = documentSchema.parse(await read(openIdUrl, until));
    // From a secured address there is no way to an unsecured one.
    if (new URL(address).protocol !== new URL(openIdUrl).protocol) throw new Error('the keys lie at an address of another kind');
    const { keys } = keysSchema.parse(await read(address, until));
    const found = new Map(keys.flatMap(signingKey));
    if (found.size === 0) throw new Error('there is no key');
    return found;
  };
}

async function read(url: string, until: number): Promise<unknown> {
  const answer = await request({ method: 'GET', url, headers: { accept: 'application/json' }, timeoutMs: until - performance.now() });
  if ('fault' in answer) throw new Error(`the provider does not answer: ${answer.fault}`);
  if (answer.status !== 200) throw new Error(`the provider answers ${answer.status}`);
  return JSON.parse(answer.text);
}

/** Keys of other kinds stand beside ours, and a broken one spoils no other. */
function signingKey(given: unknown): [string, SigningKey][] {
  const told = keySchema.safeParse(given);
  if (!told.success) return [];
  const { kid, kty, n, e, endorsements: channels = [] } = told.data;
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    return (key.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_BITS ? [] : [[kid, { key, channels }]];
  } catch {
    return [];
  }
}
