// The one address where Teams' requests arrive.

import { setTimeout as pause } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock, Log } from '../../../src/ports.ts';
import { PATHS, type TeamsSettings } from '../settings.ts';
import { type Answer, LATER, responseOf } from './answer.ts';
import { Authentication, type Refusal } from './authentication.ts';
import { Bridge, type Turn } from './bridge.ts';
import { activityOf } from './parse.ts';
import { pass } from './pass.ts';

/** The largest is a form with long answers and the form itself, and stays far below. */
const MOST_BYTES = 256 * 1024;
const BAD: Answer = { status: 400 };
/** What is left of a body that is too long is not read: the connection is of no more use. */
const ENDED = { connection: 'close' };

export interface Receiving {
  readonly settings: TeamsSettings;
  /** The world's clock: Microsoft signs by it. */
  readonly clock: Clock;
  readonly log: Log;
  readonly turn: Turn;
  /** Milliseconds in which Teams has its answer, come what may: it gives up after about 15 s. */
  readonly answerWithin?: number;
  /** Milliseconds for which a stop waits for what is under way. */
  readonly stopWithin?: number;
  /** Milliseconds in which the provider of the signing keys has to answer. */
  readonly keysWithin?: number;
}

/** A turn that throws is answered with 500: let every fault of our own come through it. */
export class HttpReceiver {
  readonly site = new Hono();
  /** How many requests were turned away, by reason. */
  readonly refusals = new Map<Refusal | 'oversized', number>();
  private readonly authentication: Authentication;
  private readonly bridge: Bridge;
  private readonly log: Log;
  private readonly turn: Turn;
  private readonly answerWithin: number;
  private readonly stopWithin: number;
  private readonly underWay = new Set<Promise<unknown>>();
  private stopped = false;

  constructor({ settings, clock, log, turn, answerWithin = 9000, stopWithin = 8000, keysWithin }: Receiving) {
    this.authentication = new Authentication(settings, { clock, log, ...(keysWithin === undefined ? {} : { keysWithin }) });
    this.bridge = new Bridge(settings);
    this.log = log;
    this.turn = turn;
    this.answerWithin = answerWithin;
    this.stopWithin = stopWithin;
    const limit = bodyLimit({ maxSize: MOST_BYTES, onError: () => responseOf(this.refused('oversized', { status: 413, headers: ENDED })) });
    this.site.post(PATHS.messages, limit, (c) => this.receive(c));
    this.site.all(PATHS.messages, () => responseOf({ status: 405, headers: { allow: 'POST' } }));
  }

  /** Resolves when the requests at hand and the work behind them have ended. What comes after is Teams' to send again. */
  async stop(): Promise<void> {
    this.stopped = true;
    const enough = new AbortController();
    const ended = Promise.allSettled(this.underWay).finally(() => enough.abort());
    await Promise.race([ended, pause(this.stopWithin, undefined, { signal: enough.signal }).catch(() => undefined)]);
    if (this.underWay.size > 0) this.log.warn('teams.abandoned', { count: this.underWay.size });
  }

  private async receive(c: Context): Promise<Response> {
    const rawBody = await bytesOf(c);
    if (!rawBody) return responseOf(BAD);
    return this.until(this.answer(c, rawBody)).then(responseOf);
  }

  /** First who asks, then what: a stranger learns nothing of what we understand. */
  private async answer(c: Context, rawBody: Uint8Array): Promise<Answer> {
    const bearer = await this.authentication.bearerOf(c.req.header('authorization'));
    if (bearer === 'unavailable') return LATER;
    if (typeof bearer === 'string') return this.refused(bearer);
    if (this.stopped) return LATER;
    const activity = activityOf(c.req.header('content-type'), rawBody);
    if (!activity) return BAD;
    const fault = this.authentication.faultOf(activity, bearer);
    if (fault) return this.refused(fault);
    const passed = pass(this.bridge, activity, { turn: this.turn, within: this.answerWithin, log: this.log });
    void this.until(passed.ended);
    return passed.answer;
  }

  private refused(fault: Refusal | 'oversized', answer: Answer = { status: 401 }): Answer {
    this.refusals.set(fault, (this.refusals.get(fault) ?? 0) + 1);
    this.log.warn('teams.refused', { fault });
    return answer;
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
