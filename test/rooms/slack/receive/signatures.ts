// Requests that are Slack's, and requests that are nearly so.

import type { Verdict } from '../../../../adapters/slack/receive/verify.ts';
import { command, homeOpened } from '../../../support/slack/payloads.ts';
import { asSlackSends, signed } from '../../../support/slack/sign.ts';
import { OLD_SECRET, SECONDS, SECRET } from './door.ts';

export interface Signature {
  readonly name: string;
  readonly verdict: Verdict;
  readonly headers: readonly (readonly [string, string])[];
  readonly type: string;
  readonly body: string;
}

const TIME = 'x-slack-request-timestamp';
const SIGNED = 'x-slack-signature';
const FORM = asSlackSends('form', command({ text: 'help me & others' }));
const JSON_EVENT = asSlackSends('json', homeOpened());

interface Change {
  readonly secret?: string;
  /** What is signed as the time, and sent as such unless `time` differs. */
  readonly at?: number | string;
  readonly time?: readonly string[];
  readonly signature?: (real: string) => readonly string[];
  /** What arrives of what was signed. */
  readonly body?: (signed: string) => string;
  readonly of?: typeof FORM;
}

function request(name: string, verdict: Verdict, change: Change): Signature {
  const { secret = SECRET, at = SECONDS, signature = (real) => [real], body = (text) => text, of = FORM } = change;
  const real = signed(secret, of.body, at)[SIGNED] ?? '';
  const times = (change.time ?? [String(at)]).map((value) => [TIME, value] as const);
  const signatures = signature(real).map((value) => [SIGNED, value] as const);
  return { name, verdict, type: of.type, headers: [...times, ...signatures], body: body(of.body) };
}

function changed(signature: string, at: number): string {
  return signature.slice(0, at) + (signature[at] === '0' ? '1' : '0') + signature.slice(at + 1);
}

export const GENUINE: readonly Signature[] = [
  request('a form, signed just now', 'ok', {}),
  request('JSON, signed just now', 'ok', { of: JSON_EVENT }),
  request('signed with the secret from before the change', 'ok', { secret: OLD_SECRET }),
  request('300 s old', 'ok', { at: SECONDS - 300 }),
  request('300 s ahead', 'ok', { at: SECONDS + 300 }),
];

export const FORGED: readonly Signature[] = [
  request('no signature', 'unsigned', { signature: () => [] }),
  request('no timestamp', 'unsigned', { time: [] }),
  request('neither', 'unsigned', { time: [], signature: () => [] }),
  request('an empty signature', 'malformed', { signature: () => [''] }),
  request('the signature twice', 'malformed', { signature: (real) => [real, real] }),
  request('the signature after another', 'malformed', { signature: (real) => [changed(real, 10), real] }),
  request('the timestamp twice', 'malformed', { time: [String(SECONDS), String(SECONDS)] }),
  request('version v1', 'malformed', { signature: (real) => [real.replace('v0', 'v1')] }),
  request('no version', 'malformed', { signature: (real) => [real.slice(3)] }),
  request('not hex', 'malformed', { signature: (real) => [`${real.slice(0, -1)}g`] }),
  request('hex in capitals', 'malformed', { signature: (real) => [`v0=${real.slice(3).toUpperCase()}`] }),
  request('a signature one digit short', 'malformed', { signature: (real) => [real.slice(0, -1)] }),
  request('a signature one digit long', 'malformed', { signature: (real) => [`${real}0`] }),
  request('one digit changed', 'forged', { signature: (real) => [changed(real, 40)] }),
  request('a body one byte longer', 'forged', { body: (text) => `${text} ` }),
  request('a body one byte shorter', 'forged', { body: (text) => text.slice(0, -1) }),
  request('a form encoded anew', 'forged', { body: (text) => text.replaceAll('+', '%20') }),
  request('JSON written anew', 'forged', { of: JSON_EVENT, body: (text) => JSON.stringify(JSON.parse(text), null, 1) }),
  request('301 s old', 'stale', { at: SECONDS - 301 }),
  request('301 s ahead', 'stale', { at: SECONDS + 301 }),
  request('no number for a time', 'malformed', { at: 'NaN' }),
  request('an exponent in the time', 'malformed', { at: `${SECONDS / 1000}e3` }),
  request('a hexadecimal time', 'malformed', { at: `0x${SECONDS.toString(16)}` }),
  request('milliseconds', 'malformed', { at: SECONDS * 1000 }),
  request('a sign before the time', 'malformed', { at: `+${SECONDS}` }),
  request('a zero before the time', 'malformed', { at: `0${SECONDS}` }),
  request('a fraction of a second', 'malformed', { at: `${SECONDS}.0` }),
  request('the signature of another second', 'forged', { time: [String(SECONDS + 1)] }),
  request('another secret', 'forged', { secret: 'f'.repeat(32) }),
  request('an empty secret', 'forged', { secret: '' }),
];
