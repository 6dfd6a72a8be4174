// What Slack's answer to a call means for the message: pure. What is not in the table has not been posted, and is tried again.

import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { Delivery } from '../../../src/ports.ts';
import { HOUR, MINUTE } from '../../../src/time.ts';

export type Undelivered = Exclude<Delivery, { outcome: 'sent' }>;

export interface Failure {
  readonly ok: false;
  /** Slack's own code, or a word of ours: one word, fit for the log. */
  readonly error: string;
  readonly delivery: Undelivered;
}

const SECOND = 1000;
/** Where Slack asks for patience without saying how much. */
const UNSAID = 30 * SECOND;

/** Nothing will ever arrive at this person or in this channel. */
const PLACE = words(`channel_not_found user_not_found users_not_found user_disabled user_not_visible cannot_dm_bot is_archived not_in_channel
  restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel restricted_action_non_threadable_channel
  restricted_action_thread_locked posting_to_general_channel_denied`);

/** A mistake of ours in this one message, or a message that is no longer there: it says nothing of the reader. */
const MESSAGE = words(`msg_too_long no_text invalid_blocks invalid_blocks_format msg_blocks_too_long block_mismatch invalid_attachments
  too_many_attachments too_many_contact_cards attachment_payload_limit_exceeded markdown_text_conflict invalid_arguments invalid_arg_name
  invalid_array_arg invalid_charset invalid_form_data invalid_post_type missing_post_type invalid_json json_not_object unknown_method
  message_not_found cant_update_message edit_window_closed is_inactive`);

/** The whole workspace, until an administrator acts: what waits is kept meanwhile, and nobody is taken for unreachable. */
const WORKSPACE = words(`invalid_auth not_authed account_inactive token_revoked token_expired missing_scope no_permission not_allowed_token_type
  team_access_not_granted team_not_found org_login_required two_factor_setup_required enterprise_is_restricted ekm_access_denied access_denied
  accesslimited method_deprecated deprecated_endpoint messages_tab_disabled`);

const BUSY = words('ratelimited rate_limited message_limit_exceeded team_added_to_org');

/** Slack says that part of the work may have been done. */
const HALFWAY = words('internal_error fatal_error service_unavailable request_timeout');

/** What comes of one of Slack's error codes; `afterS` is what its Retry-After said. */
export function failureOf(error: string, afterS?: number): Failure {
  if (PLACE.has(error)) return failed(error, { outcome: 'never', fault: error });
  if (MESSAGE.has(error)) return failed(error, { outcome: 'never', fault: error, of: 'message' });
  if (WORKSPACE.has(error)) return failed(error, { outcome: 'retry', afterMs: HOUR, fault: error });
  if (BUSY.has(error)) return failed(error, { outcome: 'retry', afterMs: patience(afterS), fault: error });
  if (HALFWAY.has(error)) return failed(error, { outcome: 'unsure', fault: error });
  return CODE.test(error) ? failed(error, { outcome: 'retry', fault: error }) : failed('garbage', { outcome: 'unsure', fault: 'garbage' });
}

/** As Slack writes its codes. One word alone may be a page of somebody on the way. */
const CODE = /^(?=.{3,64}$)[a-z]+(_[a-z0-9]+)+$/;

/** Whether nothing can be done in the whole workspace until an administrator acts. */
export function isOfWorkspace(error: string): boolean {
  return WORKSPACE.has(error);
}

export function isBusy(error: string): boolean {
  return BUSY.has(error);
}

/** What comes of whatever the client has thrown. */
export function failureFrom(thrown: unknown): Failure {
  if (thrown instanceof WebAPIRateLimitedError) return failureOf('ratelimited', thrown.retryAfter);
  if (thrown instanceof WebAPIPlatformError) return failureOf(codeIn(thrown.data.error), thrown.data.response_metadata?.retryAfter);
  if (thrown instanceof WebAPIHTTPError) return failureOfStatus(thrown.statusCode);
  if (thrown instanceof WebAPIRequestError) return failureOfRequest(thrown.original);
  // A 429 without a number of seconds: the client has no class of its own for it.
  if (thrown instanceof Error && thrown.message.startsWith('Retry header')) return failureOf('ratelimited');
  // The answer had begun.
  const { error } = failureOfRequest(thrown);
  return failed(error, { outcome: 'unsure', fault: error });
}

function codeIn(error: unknown): string {
  return typeof error === 'string' ? error : '';
}

/** Below 500, something on the way has turned the call away unread. */
function failureOfStatus(status: number): Failure {
  const fault = `http_${status}`;
  return failed(fault, status >= 500 || status === 408 ? { outcome: 'unsure', fault } : { outcome: 'retry', fault });
}

function failureOfRequest(original: unknown): Failure {
  const causes = rootsOf(original);
  const code = causes.map(codeOf).find((one) => one !== undefined);
  const fault = causes.some(({ name }) => name === 'TimeoutError') ? 'timeout' : (code ?? 'broken');
  const unsaid = causes.length > 0 && causes.every(beforeSending);
  return failed(fault, unsaid ? { outcome: 'retry', fault } : { outcome: 'unsure', fault });
}

/** The innermost causes; several where several addresses of one host were tried. */
function rootsOf(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(rootsOf) : rootsOf(error.cause);
  return inner.length > 0 ? inner : [error];
}

/** No connection was made, so nothing has been said yet; or the answer was to ask elsewhere. */
function beforeSending(cause: Error): boolean {
  const { syscall } = cause as NodeJS.ErrnoException;
  const code = codeOf(cause) ?? '';
  return syscall === 'connect' || syscall === 'getaddrinfo' || CONNECTING.test(code) || cause.message === 'unexpected redirect';
}

const CONNECTING = /^(UND_ERR_CONNECT_TIMEOUT|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

function codeOf(cause: Error): string | undefined {
  const { code } = cause as NodeJS.ErrnoException;
  return typeof code === 'string' && /^\w{1,64}$/.test(code) ? code : undefined;
}

/** From a second to an hour, whatever was said. */
function patience(afterS: number | undefined): number {
  return afterS === undefined || Number.isNaN(afterS) ? UNSAID : Math.min(Math.max(afterS * SECOND, SECOND), 60 * MINUTE);
}

function failed(error: string, delivery: Undelivered): Failure {
  return { ok: false, error, delivery };
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
