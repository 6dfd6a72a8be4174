// The ways in which the local Bot Connector fails.

import type { ServerResponse } from 'node:http';
import type { Reply } from './connector-replies.ts';

export type Kind = 'token' | 'create' | 'post' | 'update' | 'delete' | 'read';

export type Failing =
  /** Answers so, and does nothing. */
  | { readonly status: number; readonly code?: string; readonly retryAfter?: string | number; readonly body?: string }
  /** Does it, and answers after so many milliseconds. */
  | { readonly slowMs: number }
  /** Does it, and never answers. */
  | 'silent'
  /** Does it, and hangs up. */
  | 'reset'
  /** Does it, and answers what is no JSON. */
  | 'garbage'
  /** Does it, and answers half. */
  | 'truncated';

export function answered(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body ? JSON.stringify(body) : undefined);
}

/** `act` does what was asked for. */
export function play(how: Failing, response: ServerResponse, act: () => Reply): void {
  if (typeof how === 'object' && 'status' in how) {
    const retry = how.retryAfter === undefined ? {} : { 'retry-after': String(how.retryAfter) };
    const body = how.body ?? JSON.stringify({ error: { code: how.code ?? 'ServiceError', message: 'As it was told.' } });
    response.writeHead(how.status, { 'content-type': 'application/json', ...retry }).end(body);
    return;
  }
  const reply = act();
  if (typeof how === 'object') setTimeout(() => answered(response, reply), how.slowMs).unref();
  else if (how === 'reset') response.destroy();
  else if (how === 'garbage') response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome to the hotel</title>');
  else if (how === 'truncated') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).write('{"id":"1', () => response.destroy());
  }
}
