// What each of Slack's error codes means for a message: pure rules, every code of the table named here by hand.

import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureFrom, failureOf, isBusy, isOfWorkspace } from '../../../../adapters/slack/send/outcome.ts';
import { markOf, TRIES } from '../../../../src/runtime/delivery/outcome.ts';
import { HOUR, instantOf } from '../../../../src/time.ts';

const codes = (text: string) => text.trim().split(/\s+/);

describe('an error of Slack', () => {
  it.each(
    codes(`channel_not_found user_not_found users_not_found user_disabled user_not_visible cannot_dm_bot is_archived not_in_channel
      restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel restricted_action_non_threadable_channel
      restricted_action_thread_locked posting_to_general_channel_denied`),
  )('%s: never, for this person or channel', (code) => {
    expect(failureOf(code)).toEqual({ ok: false, error: code, delivery: { outcome: 'never', fault: code } });
    expect([isOfWorkspace(code), isBusy(code)]).toEqual([false, false]);
  });

  it.each(
    codes(`msg_too_long no_text invalid_blocks invalid_blocks_format msg_blocks_too_long block_mismatch invalid_attachments too_many_attachments
      too_many_contact_cards attachment_payload_limit_exceeded markdown_text_conflict invalid_arguments invalid_arg_name invalid_array_arg
      invalid_charset invalid_form_data invalid_post_type missing_post_type invalid_json json_not_object unknown_method message_not_found
      cant_update_message edit_window_closed is_inactive`),
  )('%s: never, and no fault of the reader', (code) => {
    expect(failureOf(code)).toEqual({ ok: false, error: code, delivery: { outcome: 'never', fault: code, of: 'message' } });
  });

  it.each(
    codes(`invalid_auth not_authed account_inactive token_revoked token_expired missing_scope no_permission not_allowed_token_type
      team_access_not_granted team_not_found org_login_required two_factor_setup_required enterprise_is_restricted ekm_access_denied access_denied
      accesslimited method_deprecated deprecated_endpoint messages_tab_disabled`),
  )('%s: of the workspace, tried again each hour', (code) => {
    expect(failureOf(code)).toEqual({ ok: false, error: code, delivery: { outcome: 'retry', afterMs: HOUR, fault: code } });
    expect([isOfWorkspace(code), isBusy(code)]).toEqual([true, false]);
  });

  it.each(codes('ratelimited rate_limited message_limit_exceeded team_added_to_org'))('%s: later', (code) => {
    expect(failureOf(code, 7)).toEqual({ ok: false, error: code, delivery: { outcome: 'retry', afterMs: 7000, fault: code } });
    expect([isOfWorkspace(code), isBusy(code)]).toEqual([false, true]);
  });

  it.each(codes('internal_error fatal_error service_unavailable request_timeout'))('%s: unsure', (code) => {
    expect(failureOf(code)).toEqual({ ok: false, error: code, delivery: { outcome: 'unsure', fault: code } });
  });

  it('that nobody has heard of is a refusal: the message was not posted, and the reader is not to blame', () => {
    expect(failureOf('brand_new_error')).toEqual({ ok: false, error: 'brand_new_error', delivery: { outcome: 'retry', fault: 'brand_new_error' } });
  });

  it('of the workspace loses nothing in two days', () => {
    let now = instantOf('2026-09-01T08:00:00Z');
    const begun = now;
    const { delivery } = failureOf('account_inactive');
    for (let attempts = 1; attempts <= TRIES; attempts++) {
      const mark = markOf({ kind: 'nudge', attempts }, delivery, now, 0.5);
      if (mark.state !== 'waiting') break;
      now = mark.notBefore;
    }
    expect((now - begun) / HOUR).toBeGreaterThan(48);
  });
});

describe('whatever the client throws', () => {
  it('is named by its class', () => {
    expect(failureFrom(new WebAPIRateLimitedError(3))).toMatchObject({ delivery: { outcome: 'retry', afterMs: 3000 } });
    expect(failureFrom(new WebAPIPlatformError({ ok: false, error: 'is_archived' }))).toMatchObject({ delivery: { outcome: 'never' } });
    expect(failureFrom(new WebAPIHTTPError(503, 'no', {}))).toMatchObject({ error: 'http_503', delivery: { outcome: 'unsure' } });
    expect(failureFrom(new WebAPIRequestError(new TypeError('fetch failed', { cause: refused() })))).toMatchObject({ delivery: { outcome: 'retry' } });
  });

  it('is unsure where one of several addresses took the connection', () => {
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' });
    const both = new WebAPIRequestError(new TypeError('fetch failed', { cause: new AggregateError([refused(), reset]) }));
    expect(failureFrom(both)).toMatchObject({ delivery: { outcome: 'unsure' } });
  });

  it('gives one short word, in good time, and never what somebody wrote', () => {
    const thrown = fc.oneof(
      fc.anything(),
      fc.record({ message: fc.string(), code: fc.anything(), cause: fc.anything() }).map(({ message, ...of }) => Object.assign(new Error(message), of)),
      fc.string().map((error) => new WebAPIPlatformError({ ok: false, error })),
      fc.record({ code: fc.string(), syscall: fc.string() }).map((of) => new WebAPIRequestError(Object.assign(new Error('x'), of))),
      fc.double().map((seconds) => new WebAPIRateLimitedError(seconds)),
      fc.integer().map((status) => new WebAPIHTTPError(status, '', {})),
    );
    fc.assert(
      fc.property(thrown, (error) => {
        const { error: word, delivery } = failureFrom(error);
        expect(word).toMatch(/^[\w-]{1,64}$/);
        expect(delivery.fault).toMatch(/^[\w:-]{1,80}$/);
        if (delivery.outcome === 'retry' && delivery.afterMs !== undefined) {
          expect(delivery.afterMs).toBeGreaterThanOrEqual(1000);
          expect(delivery.afterMs).toBeLessThanOrEqual(HOUR);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function refused(): Error {
  return Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' });
}
