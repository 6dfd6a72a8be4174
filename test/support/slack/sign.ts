// Requests as Slack signs and sends them.

import { createHmac } from 'node:crypto';

/** The headers of a request that Slack signed. `at` is in seconds, now unless it is given. */
export function signed(secret: string, rawBody: string | Uint8Array, at: number | string = Math.floor(Date.now() / 1000)): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${at}:`).update(rawBody).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${digest}` };
}

/** A command's fields are a `form`, an event is `json`, and everything that people press or submit is an `interaction`. */
export type Kind = 'form' | 'json' | 'interaction';

export interface Sending {
  /** Seconds. */
  readonly at?: number;
  /** As of Slack's second, third and fourth try. */
  readonly retry?: { readonly num: number; readonly reason: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a payload as Slack does: what is encoded already goes out as it is. */
export function postSigned(url: string, secret: string, kind: Kind, body: object | string, sending: Sending = {}): Promise<Response> {
  const request = asSlackSends(kind, body);
  const retry = sending.retry ? { 'x-slack-retry-num': String(sending.retry.num), 'x-slack-retry-reason': sending.retry.reason } : {};
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': request.type, ...signed(secret, request.body, sending.at), ...retry, ...sending.headers },
    body: request.body,
  });
}

export function asSlackSends(kind: Kind, body: object | string): { readonly type: string; readonly body: string } {
  if (kind === 'json') return { type: 'application/json', body: typeof body === 'string' ? body : JSON.stringify(body) };
  const type = 'application/x-www-form-urlencoded';
  if (typeof body === 'string') return { type, body };
  const fields = kind === 'interaction' ? { payload: JSON.stringify(body) } : body;
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return { type, body: new URLSearchParams(given).toString() };
}
