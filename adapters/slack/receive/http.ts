// Bolt's receiver on our own server: the one address where Slack's requests arrive.

import { setTimeout as pause } from 'node:timers/promises';
import type { App, Receiver } from '@slack/bolt';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { BotError } from '../../../src/fault.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { PATHS } from '../settings.ts';
import { type Answer, RECEIVED, responseOf } from './answer.ts';
import { payloadOf } from './parse.ts';
import { pass } from './pass.ts';
import { Replays } from './replay.ts';
import { type Verdict, verifierOf, type Verify } from './verify.ts';

/** Slack's largest payloads, a full modal with long answers, stay below. */
const MOST_BYTES = 256 * 1024;
const BAD: Answer = { status: 400 };
/** What is left of a body that is too long is not read: the connection is of no more use. */
const ENDED = { connection: 'close' };

export type Refusal = Exclude<Verdict, 'ok'> | 'oversized';

export interface Receiving {
  readonly signingSecrets: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds in which Slack has its answer, come what may: it gives up after 3 s. */
  readonly answerWithin?: number;
  /** Milliseconds for which a stop waits for what is under way. */
  readonly stopWithin?: number;
}

/**
 * A fault in the work on an event is answered with 500, so that Slack sends it again: let it come through `app.error`.
 * `authorize` throws a `BotError` where our storage failed, and any other error where nobody has installed the bot.
 */
export class HttpReceiver implements Receiver {
  readonly site = new Hono();
  /** How many requests were turned away, by reason. */
  readonly refusals = new Map<Refusal, number>();
  private readonly verify: Verify;
  private readonly replays: Replays<Answer>;
  private readonly clock: Clock;
  private readonly log: Log;
  private readonly answerWithin: number;
  private readonly stopWithin: number;
  private readonly underWay = new Set<Promise<unknown>>();
  private app: App | null = null;
  private stopped = false;

  constructor({ signingSecrets, clock, log, answerWithin = 2500, stopWithin = 8000 }: Receiving) {
    this.verify = verifierOf(signingSecrets);
    this.replays = new Replays(clock);
    this.clock = clock;
    this.log = log;
    this.answerWithin = answerWithin;
    this.stopWithin = stopWithin;
    const limit = bodyLimit({ maxSize: MOST_BYTES, onError: () => this.refuse('oversized', 413, ENDED) });
    this.site.post(PATHS.events, limit, (c) => this.receive(c));
    this.site.all(PATHS.events, () => new Response(null, { status: 405, headers: { allow: 'POST' } }));
  }

  init(app: App): void {
    this.app = app;
  }

  async start(): Promise<void> {
    this.stopped = false;
  }

  /** Resolves when the requests at hand and the work behind them have ended. What comes after is Slack's to send again. */
  async stop(): Promise<void> {
    this.stopped = true;
    const enough = new AbortController();
    const ended = Promise.allSettled(this.underWay).finally(() => enough.abort());
    await Promise.race([ended, pause(this.stopWithin, undefined, { signal: enough.signal }).catch(() => undefined)]);
    if (this.underWay.size > 0) this.log.warn('slack.abandoned', { count: this.underWay.size });
  }

  private async receive(c: Context): Promise<Response> {
    const rawBody = await bytesOf(c);
    if (!rawBody) return responseOf(BAD);
    const signature = c.req.header('x-slack-signature');
    const verdict = this.verify({ rawBody, timestamp: c.req.header('x-slack-request-timestamp'), signature }, this.clock.now());
    if (verdict === 'unsigned' && isCertificateCheck(c, rawBody)) return responseOf(RECEIVED);
    if (verdict !== 'ok') return this.refuse(verdict, 401);
    if (this.stopped) return responseOf({ status: 503 });
    const answer = this.replays.once(signature ?? '', () => this.answer(c, rawBody));
    return this.until(answer).then(responseOf, () => responseOf({ status: 500 }));
  }

  private async answer(c: Context, rawBody: Uint8Array): Promise<Answer> {
    const body = payloadOf(c.req.header('content-type'), rawBody);
    if (!body) return BAD;
    if (body['ssl_check'] === '1') return RECEIVED;
    if (body['type'] === 'url_verification') return challenged(body['challenge']);
    if (!this.app) throw new BotError('bug', 'a request came before Bolt');
    const passed = pass(this.app, { body, ...retryOf(c) }, { within: this.answerWithin, log: this.log });
    void this.until(passed.ended);
    return passed.answer;
  }

  private refuse(fault: Refusal, status: number, headers = {}): Response {
    this.refusals.set(fault, (this.refusals.get(fault) ?? 0) + 1);
    this.log.warn('slack.refused', { fault });
    return new Response(null, { status, headers });
  }

  private until<T>(work: Promise<T>): Promise<T> {
    const over = () => this.underWay.delete(work);
    this.underWay.add(work);
    work.then(over, over);
    return work;
  }
}

/** `null` where the sender went away in the middle. */
async function bytesOf(c: Context): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await c.req.arrayBuffer());
  } catch {
    return null;
  }
}

/** Slack looks at our certificate from time to time, without a signature and with nothing to say. */
function isCertificateCheck(c: Context, rawBody: Uint8Array): boolean {
  return payloadOf(c.req.header('content-type'), rawBody)?.['ssl_check'] === '1';
}

function challenged(challenge: unknown): Answer {
  return typeof challenge === 'string' ? { status: 200, json: { challenge } } : BAD;
}

function retryOf(c: Context): { retryNum?: number; retryReason?: string } {
  const num = c.req.header('x-slack-retry-num');
  const reason = c.req.header('x-slack-retry-reason');
  return { ...(num && /^\d{1,3}$/.test(num) ? { retryNum: Number(num) } : {}), ...(reason ? { retryReason: reason } : {}) };
}
