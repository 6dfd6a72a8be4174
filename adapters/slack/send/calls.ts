// Calls of Slack's Web API, each made once: delivery owns the retries, and the limits are kept before a call, not after it.

import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { withoutImages } from '../render/pictures.ts';
import { type Failure, failureFrom, failureOf } from './outcome.ts';

export type Answer = { readonly ok: true; readonly data: Readonly<Record<string, unknown>> } | Failure;

export interface SlackCalls {
  /** Never throws. */
  call(method: string, args: object, options?: { readonly timeoutMs?: number }): Promise<Answer>;
}

const TIMEOUT = 10_000;
/** Clients kept, 26 kB each: the workspaces that were lately spoken to. */
const CLIENTS = 200;

/** What the client would say quotes what people wrote; what matters of it is in the answer. */
const MUTE: Logger = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => LogLevel.ERROR, setName() {} };

export function slackCalls(to: { readonly apiUrl: string; readonly timeoutMs?: number }): (token: string) => SlackCalls {
  const clients = new Map<string, WebClient>();

  function clientOf(token: string, timeout: number): WebClient {
    const key = `${timeout} ${token}`;
    const options = { slackApiUrl: to.apiUrl, timeout, logger: MUTE, maxRequestConcurrency: 1000, allowAbsoluteUrls: false };
    const client = clients.get(key) ?? new WebClient(token, { ...options, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });
    clients.delete(key);
    clients.set(key, client);
    const oldest = clients.keys().next();
    if (clients.size > CLIENTS && !oldest.done) clients.delete(oldest.value);
    return client;
  }

  return (token) => {
    const once: SlackCalls['call'] = async (method, args, options) => {
      try {
        const data = await clientOf(token, options?.timeoutMs ?? to.timeoutMs ?? TIMEOUT).apiCall(method, { ...args });
        // Whoever says "yes" in other words is not Slack.
        const said: unknown = data.ok;
        return said === true ? { ok: true, data: { ...data } } : failureOf('');
      } catch (error) {
        return failureFrom(error);
      }
    };
    return {
      async call(method, args, options) {
        const answer = await once(method, args, options);
        // It may be for a picture that Slack could not fetch.
        const isRefused = !answer.ok && answer.delivery.outcome === 'never' && answer.delivery.of === 'message';
        const inWords = isRefused ? withoutImages(args) : null;
        return inWords ? once(method, inWords, options) : answer;
      },
    };
  };
}
