// What Teams' answer to a call means for the message: pure. What is not in the table has not been posted, and is tried again.

import type { Delivery } from '../../../src/ports.ts';
import { HOUR } from '../../../src/time.ts';
import type { Unheard } from './request.ts';

export type Undelivered = Exclude<Delivery, { outcome: 'sent' }>;

export interface Failure {
  readonly ok: false;
  /** Teams' own code, or a word of ours: one word, fit for the log. */
  readonly error: string;
  readonly delivery: Undelivered;
  /** `app`: nothing can be done in the whole tenant until somebody acts. `busy`: too much at once. */
  readonly trouble?: 'app' | 'busy';
}

export type Call = 'post' | 'update' | 'create' | 'read';

export interface Refusal {
  readonly call: Call;
  readonly status: number;
  /** As Teams names it; `null` where the answer has no name that we can read, as those of proxies. */
  readonly code: string | null;
  /** What its Retry-After said, in milliseconds. */
  readonly waitMs: number | null;
}

/** Of what a refusal speaks: the person or channel, this one message, the app, or the moment. */
type Meaning = 'place' | 'message' | 'app' | 'busy';

interface Row {
  readonly status: number;
  readonly codes?: ReadonlySet<string>;
  readonly call?: Call;
  readonly means: Meaning;
}

const SECOND = 1000;
/** Where Teams asks for patience without saying how much. */
const UNSAID = 30 * SECOND;

/** The bot cannot write there any more, or never could. */
const GONE = words(`BotNotInConversationRoster ConversationBlockedByUser MessageWritesBlocked ForbiddenOperationException NotEnoughPermissions
  ConversationNotFound`);

/** The first row that fits counts. */
const TABLE: readonly Row[] = [
  { status: 429, means: 'busy' },
  // Our secret, or our registration: the reader has nothing to do with it.
  { status: 401, means: 'app' },
  // An administrator has locked the app, perhaps for a while: what waits is kept, and nobody is taken for unreachable.
  { status: 403, codes: words('BotDisabledByAdmin'), means: 'app' },
  // A tenant of the American administration: the address of the service that we have is not theirs.
  { status: 403, codes: words('InvalidBotApiHost'), means: 'app' },
  // Whoever wanted to change a message finds neither it nor the way to it: what was said was said.
  { status: 403, call: 'update', codes: GONE, means: 'message' },
  { status: 404, call: 'update', codes: new Set([...GONE, 'ActivityNotFoundInConversation']), means: 'message' },
  { status: 403, codes: GONE, means: 'place' },
  { status: 404, codes: GONE, means: 'place' },
  // The message to which this one replies has been taken away.
  { status: 404, codes: words('ActivityNotFoundInConversation TARGETED_MESSAGE_EXPIRED_OR_DELETED'), means: 'message' },
  // Nobody of that name is in the tenant, or the name was given to another bot.
  { status: 400, call: 'create', means: 'place' },
  { status: 400, codes: words('BadArgument BadSyntax INVALID_TARGETED_MESSAGE_ID'), means: 'message' },
  // Too large for Teams or for whatever stands before it: it will not shrink.
  { status: 413, means: 'message' },
];

export function failureOf(refusal: Refusal): Failure {
  const { status, code, call, waitMs } = refusal;
  const row = TABLE.find((one) => one.status === status && (one.call ?? call) === call && (!one.codes || (code !== null && one.codes.has(code))));
  const error = status === 429 ? 'Throttled' : (code ?? `http_${status}`);
  switch (row?.means) {
    case 'place':
      return failed(error, { outcome: 'never', fault: error });
    case 'message':
      return failed(error, { outcome: 'never', fault: error, of: 'message' });
    case 'app':
      return { ...failed(error, { outcome: 'retry', afterMs: HOUR, fault: error }), trouble: 'app' };
    case 'busy':
      return { ...failed(error, { outcome: 'retry', afterMs: patience(waitMs ?? UNSAID), fault: error }), trouble: 'busy' };
    default:
      // Microsoft says to try 502, 503 and 504 again, but messages have arrived that were answered so.
      if (status >= 500 || status === 408) return unsure(call, error);
      // Such as 412, where several were writing in one place at the same moment.
      return failed(error, { outcome: 'retry', fault: error, ...(waitMs === null ? {} : { afterMs: patience(waitMs) }) });
  }
}

/** Nobody knows whether it was done. Only a post that is done twice does harm. */
export function unsure(call: Call, error: string): Failure {
  return failed(error, call === 'post' ? { outcome: 'unsure', fault: error } : { outcome: 'retry', fault: error });
}

/** What comes of a call that got no answer. */
export function failureOfWay(call: Call, { fault, unsaid }: Unheard): Failure {
  return unsaid ? failed(fault, { outcome: 'retry', fault }) : unsure(call, fault);
}

export function failed(error: string, delivery: Undelivered): Failure {
  return { ok: false, error, delivery };
}

/** The name of what went wrong: one word, never a sentence that somebody wrote. */
export function codeIn(text: string): string | null {
  const body = objectIn(text);
  // Whoever blocked the bot is answered for in an older way, with a text within the text.
  const inner = body?.['message'];
  const said = fieldOf(body?.['error'], 'code') ?? (typeof inner === 'string' ? objectIn(inner)?.['subCode'] : undefined);
  const code = typeof said === 'string' ? said.replace(/^bad argument$/i, 'BadArgument') : '';
  return /^[A-Za-z][A-Za-z_]{2,63}$/.test(code) ? code : null;
}

export function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Milliseconds until a time that Retry-After gives in seconds or as a date; `null` where it says neither. */
export function waitIn(retryAfter: string | null, now: number): number | null {
  const said = retryAfter?.trim() ?? '';
  if (/^-?\d+(\.\d+)?$/.test(said)) return Number(said) * SECOND;
  // Date.parse finds a date in almost anything.
  const at = /^[A-Z][a-z]{2,8}, .+ GMT$/.test(said) ? Date.parse(said) : Number.NaN;
  return Number.isNaN(at) ? null : at - now;
}

/** From a second to an hour, whatever was said. */
function patience(ms: number): number {
  return Math.min(Math.max(Math.ceil(ms), SECOND), HOUR);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
