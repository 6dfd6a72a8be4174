// How what people do reaches the bot: as Slack signs and posts it, or through the socket that the bot has opened.

import { type Kind, postSigned } from '../sign.ts';
import type { Json } from './json.ts';
import type { Sockets } from './sockets.ts';

export interface Retry {
  readonly num: number;
  readonly reason: string;
}

/** What the bot answers: the body of its acknowledgement, empty where there is nothing in it. */
export interface Ack {
  readonly ok: boolean;
  readonly status: number;
  readonly body: Json | string;
}

export interface Transport {
  deliver(kind: Kind, payload: Json, retry?: Retry): Promise<Ack>;
}

/** `url` is the bot's whole address, with `/slack/events`. */
export function overHttp(url: string, signingSecret: string): Transport {
  return {
    async deliver(kind, payload, retry) {
      const response = await postSigned(url, signingSecret, kind, payload, retry ? { retry } : {});
      const words = await response.text();
      const json = response.headers.get('content-type')?.includes('application/json') === true && words !== '';
      return { ok: response.ok, status: response.status, body: json ? (JSON.parse(words) as Json) : words };
    },
  };
}

const ENVELOPES: Readonly<Record<Kind, { readonly type: string; readonly answers: boolean }>> = {
  form: { type: 'slash_commands', answers: true },
  interaction: { type: 'interactive', answers: true },
  json: { type: 'events_api', answers: false },
};

export function overSocket(sockets: Sockets): Transport {
  return {
    async deliver(kind, payload, retry) {
      const { type, answers } = ENVELOPES[kind];
      const again = kind === 'json' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {};
      const body = await sockets.send({ type, payload, accepts_response_payload: answers, ...again });
      return { ok: true, status: 200, body: answers && Object.keys(body).length > 0 ? body : '' };
    },
  };
}
