// Calls of the Bot Connector, each made once: delivery owns the retries, and the limits are kept before a call, not after it.

import type { Clock, Log } from '../../../src/ports.ts';
import { HOUR } from '../../../src/time.ts';
import type { TeamsSettings } from '../settings.ts';
import { mayWriteTo } from './hosts.ts';
import { type Call, codeIn, type Failure, failed, failureOf, failureOfWay, objectIn, unsure, waitIn } from './outcome.ts';
import { request } from './request.ts';
import { NoToken, type TokenSource } from './token.ts';
import { within } from './within.ts';

export type Answer = { readonly ok: true; readonly data: Readonly<Record<string, unknown>> } | Failure;

export interface Place {
  readonly serviceUrl: string;
  readonly conversation: string;
}

interface Patience {
  /** Of the whole call, with whatever comes before it. */
  readonly timeoutMs?: number;
}

interface Privacy {
  /** Only the activity's `recipient` sees it. */
  readonly targeted?: boolean;
}

/** None of them ever throws. */
export interface TeamsCalls {
  /** `data.id` is the message's. */
  post(to: Place, activity: object, options?: Patience & Privacy & { readonly replyTo?: string }): Promise<Answer>;
  update(to: Place, activityId: string, activity: object, options?: Patience & Privacy): Promise<Answer>;
  /** Opens the personal conversation with somebody, or finds the one that is there: `data.id`. `user` is the bot's name for them or their Entra id. */
  create(to: { readonly serviceUrl: string; readonly tenant: string; readonly user: string }, options?: Patience): Promise<Answer>;
  /** What Teams tells of somebody in a conversation; `userId` is the bot's name for them or their Entra id. */
  member(to: Place, userId: string, options?: Patience): Promise<Answer>;
}

interface Calling {
  readonly settings: TeamsSettings;
  readonly token: TokenSource;
  readonly clock: Clock;
  readonly log: Log;
}

interface Asked {
  readonly method: string;
  readonly serviceUrl: string;
  /** Below `v3/conversations`. */
  readonly path: readonly string[];
  readonly query?: string;
  readonly body?: object;
}

const TIMEOUT = 10_000;

export function teamsCalls(on: Calling): TeamsCalls {
  const { settings, token, clock, log } = on;

  async function call(kind: Call, asked: () => Asked, timeoutMs = TIMEOUT): Promise<Answer> {
    const sending = asked();
    // An id may come from somebody's client: whatever it is, it leads nowhere else.
    if (sending.path.some((step) => /^\.{0,2}$/.test(step))) return failed('no-such-place', { outcome: 'never', fault: 'no-such-place' });
    try {
      return await made(kind, written(sending), performance.now() + timeoutMs);
    } catch (error) {
      log.error('teams.call', { kind }, error);
      return failed('cannot-be-written', { outcome: 'never', fault: 'cannot-be-written', of: 'message' });
    }
  }

  async function made(kind: Call, { serviceUrl, ...sending }: Written, until: number): Promise<Answer> {
    // A token or a word of somebody's goes to no other host.
    if (!mayWriteTo(serviceUrl, settings.cloud)) return failed('forbidden-host', { outcome: 'never', fault: 'forbidden-host' });
    const left = () => until - performance.now();
    const bearer = await within(left(), token.token()).catch((error: unknown) => tokenless(error));
    if (typeof bearer !== 'string') return bearer;
    const headers = { accept: 'application/json', 'content-type': 'application/json; charset=utf-8', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) };
    const heard = await request({ ...sending, headers, timeoutMs: left() });
    if ('fault' in heard) return failureOfWay(kind, heard);
    const { status, text } = heard;
    if (status >= 200 && status < 300) return dataIn(kind, text) ?? unsure(kind, 'garbage');
    if (status === 401) token.refused(bearer);
    return failureOf({ call: kind, status, code: codeIn(text), waitMs: waitIn(heard.headers.get('retry-after'), clock.now()) });
  }

  return {
    post: (to, activity, { replyTo, targeted, timeoutMs } = {}) =>
      call('post', () => ({ method: 'POST', ...ofActivity(to, replyTo, targeted), body: activity }), timeoutMs),
    update: (to, id, activity, { targeted, timeoutMs } = {}) =>
      // Who sees a message cannot be changed: Teams takes no recipient here.
      call('update', () => ({ method: 'PUT', ...ofActivity(to, id, targeted), body: { ...activity, id, recipient: undefined } }), timeoutMs),
    create: ({ serviceUrl, tenant, user }, { timeoutMs } = {}) => {
      const body = { bot: { id: `28:${settings.appId}` }, members: [{ id: user }], isGroup: false, tenantId: tenant, channelData: { tenant: { id: tenant } } };
      return call('create', () => ({ method: 'POST', serviceUrl, path: [], body }), timeoutMs);
    },
    member: ({ serviceUrl, conversation }, userId, { timeoutMs } = {}) =>
      call('read', () => ({ method: 'GET', serviceUrl, path: [conversation, 'members', userId] }), timeoutMs),
  };
}

/** Without a token nothing has been said. */
function tokenless(error: unknown): Failure {
  if (!(error instanceof NoToken)) return failed('no-token', { outcome: 'retry', fault: 'no-token' });
  const { fault, refused } = error;
  return refused ? { ...failed(fault, { outcome: 'retry', afterMs: HOUR, fault }), trouble: 'app' } : failed(fault, { outcome: 'retry', fault });
}

function ofActivity({ serviceUrl, conversation }: Place, id?: string, targeted = false): Pick<Asked, 'serviceUrl' | 'path' | 'query'> {
  return { serviceUrl, path: [conversation, 'activities', ...(id === undefined ? [] : [id])], ...(targeted ? { query: 'isTargetedActivity=true' } : {}) };
}

interface Written {
  readonly serviceUrl: string;
  readonly method: string;
  readonly url: string;
  readonly body?: string;
}

function written({ method, serviceUrl, path, query, body }: Asked): Written {
  const steps = ['v3', 'conversations', ...path].map((step) => encodeURIComponent(step.toWellFormed())).join('/');
  const url = `${serviceUrl.replace(/\/+$/, '')}/${steps}${query ? `?${query}` : ''}`;
  return { serviceUrl, method, url, ...(body ? { body: JSON.stringify(body) } : {}) };
}

/** `null` where a yes does not say what it must: whoever says it is not Teams. */
function dataIn(kind: Call, text: string): Answer | null {
  const data = kind === 'update' && text.trim() === '' ? {} : objectIn(text);
  if (!data || (kind !== 'update' && (typeof data['id'] !== 'string' || data['id'] === ''))) return null;
  return { ok: true, data };
}
