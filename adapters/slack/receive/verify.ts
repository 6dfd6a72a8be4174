// Whether a request is Slack's: its very bytes, signed with a secret that only Slack and we know, not long ago.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { BotError } from '../../../src/fault.ts';
import type { Instant } from '../../../src/time.ts';

/** How far Slack's clock and ours may be apart, in seconds, either way. */
export const WINDOW = 300;

export interface SignedRequest {
  readonly rawBody: Uint8Array;
  /** As the headers have it. One that was sent twice is joined by a comma, and so of no form that Slack sends. */
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** `ok`, or what is wrong: for the log, and never for the one who asked. */
export type Verdict = 'ok' | 'unsigned' | 'malformed' | 'stale' | 'forged';

export type Verify = (request: SignedRequest, now: Instant) => Verdict;

const TIMESTAMP = /^[1-9]\d{9}$/;
const SIGNATURE = /^v0=[0-9a-f]{64}$/;

/** During a change of the secret both are given. Throws `BotError('config')` where one is empty: anybody could sign with it. */
export function verifierOf(secrets: readonly string[]): Verify {
  if (secrets.length === 0 || secrets.some((secret) => secret.trim() === '')) throw new BotError('config', 'a signing secret of Slack is empty');
  return function verify({ rawBody, timestamp, signature }, now) {
    if (timestamp === undefined || signature === undefined) return 'unsigned';
    if (!TIMESTAMP.test(timestamp) || !SIGNATURE.test(signature)) return 'malformed';
    if (Math.abs(Math.floor(now / 1000) - Number(timestamp)) > WINDOW) return 'stale';
    const given = Buffer.from(signature.slice('v0='.length), 'hex');
    const matching = secrets.filter((secret) => timingSafeEqual(digest(secret, timestamp, rawBody), given));
    return matching.length > 0 ? 'ok' : 'forged';
  };
}

function digest(secret: string, timestamp: string, rawBody: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`v0:${timestamp}:`).update(rawBody).digest();
}
