// Posts to a response_url. The address comes with an event, so only Slack's own host is ever contacted, and no redirect followed.

import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import type { Log } from '../../../src/ports.ts';
import { withoutImages } from '../render/pictures.ts';

/** Says something in answer to what somebody did; `false` where it could not be said. Never throws. */
export type Respond = (url: string, message: object) => Promise<boolean>;

const HOST = 'https://hooks.slack.com';
const SLACK = 'https://slack.com';
const TIMEOUT = 5000;

export function slackRespond(on: { readonly apiUrl: string; readonly log: Log; readonly timeoutMs?: number }): Respond {
  const { origin } = new URL(on.apiUrl);
  const origins = origin === SLACK ? [HOST] : [HOST, origin];
  return async (url, message) => {
    const send = (what: object) => faultOf(() => post(url, JSON.stringify(what), on.timeoutMs ?? TIMEOUT));
    let fault = isOneOf(origins, url) ? await send(message) : 'not-slack';
    // It may be for a picture that Slack could not fetch.
    const inWords = fault === 'http_400' || fault === 'http_500' ? withoutImages(message) : null;
    if (inWords) fault = await send(inWords);
    if (fault !== null) on.log.warn('slack.respond', { fault });
    return fault === null;
  };
}

/** By its letters, before anything else reads it: after `https://host/` nothing can change the host any more. */
function isOneOf(origins: readonly string[], url: string): boolean {
  return /^[\x21-\x7e]{1,2000}$/.test(url) && !url.includes('\\') && origins.some((origin) => url.startsWith(`${origin}/`) && new URL(url).origin === origin);
}

/** Resolves to the status. The answer's body is not read. */
function post(url: string, body: string, timeoutMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) };
    const send = url.startsWith('https:') ? request : plainRequest;
    const sent = send(url, { method: 'POST', headers, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function faultOf(send: () => Promise<number>): Promise<string | null> {
  try {
    const status = await send();
    return status >= 200 && status < 300 ? null : `http_${status}`;
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    return code ?? name;
  }
}
