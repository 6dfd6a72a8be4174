// What each of Teams' refusals means for a message: pure rules, every row of the table named here by hand.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, codeIn, failureOf, waitIn } from '../../../../adapters/teams/send/outcome.ts';
import { markOf, TRIES } from '../../../../src/runtime/delivery/outcome.ts';
import { instantOf } from '../../../../src/time.ts';
import { HOUR } from './support.ts';

const codes = (text: string) => text.trim().split(/\s+/);
const of = (call: Call, status: number, code: string | null, waitMs: number | null = null) => failureOf({ call, status, code, waitMs });
const GONE = codes(`BotNotInConversationRoster ConversationBlockedByUser MessageWritesBlocked ForbiddenOperationException NotEnoughPermissions
  ConversationNotFound`);

describe('a refusal of Teams', () => {
  it.each(GONE)('%s: never, for this person or channel', (code) => {
    for (const status of [403, 404]) {
      for (const call of ['post', 'create'] as const) {
        expect(of(call, status, code)).toEqual({ ok: false, error: code, delivery: { outcome: 'never', fault: code } });
      }
    }
  });

  it.each([...GONE.map((code) => [403, code] as const), [404, 'ConversationNotFound'], [404, 'ActivityNotFoundInConversation']] as const)(
    'to change a message, %i %s: what was said was said, and nobody is to blame',
    (status, code) => {
      expect(of('update', status, code)).toEqual({ ok: false, error: code, delivery: { outcome: 'never', fault: code, of: 'message' } });
    },
  );

  it.each([
    [400, 'BadArgument'],
    [400, 'BadSyntax'],
    [400, 'INVALID_TARGETED_MESSAGE_ID'],
    [404, 'ActivityNotFoundInConversation'],
    [404, 'TARGETED_MESSAGE_EXPIRED_OR_DELETED'],
    [413, 'MessageSizeTooBig'],
    [413, null],
  ] as const)('of a post, %i %s: never, and no fault of the reader', (status, code) => {
    expect(of('post', status, code).delivery).toMatchObject({ outcome: 'never', of: 'message' });
  });

  it('of a new conversation, 400: the person is not there', () => {
    for (const code of ['BadSyntax', 'BadArgument', null]) {
      const fault = code ?? 'http_400';
      expect(of('create', 400, code).delivery).toEqual({ outcome: 'never', fault });
    }
  });

  it.each([
    [401, 'BotNotRegistered'],
    [401, 'Unauthorized'],
    [401, null],
    [403, 'BotDisabledByAdmin'],
    [403, 'InvalidBotApiHost'],
  ] as const)('%i %s: of the app, tried again each hour, and nobody is taken for unreachable', (status, code) => {
    const error = code ?? `http_${status}`;
    for (const call of ['post', 'update', 'create'] as const) {
      expect(of(call, status, code)).toEqual({ ok: false, error, delivery: { outcome: 'retry', afterMs: HOUR, fault: error }, trouble: 'app' });
    }
  });

  it('429: later, whatever else it says', () => {
    for (const code of ['Throttled', 'ConversationNotFound', null]) {
      const delivery = { outcome: 'retry', afterMs: 7000, fault: 'Throttled' };
      expect(of('post', 429, code, 7000)).toEqual({ ok: false, error: 'Throttled', delivery, trouble: 'busy' });
    }
  });

  it('412: again, after a while of our own unless one was named', () => {
    expect(of('post', 412, 'PreconditionFailed').delivery).toEqual({ outcome: 'retry', fault: 'PreconditionFailed' });
    expect(of('post', 412, 'PreconditionFailed', 3000).delivery).toEqual({ outcome: 'retry', afterMs: 3000, fault: 'PreconditionFailed' });
  });

  it.each([408, 500, 502, 503, 504, 599])('%i: unsure for a post, and again for what may be done twice', (status) => {
    expect(of('post', status, 'ServiceError').delivery).toEqual({ outcome: 'unsure', fault: 'ServiceError' });
    expect(of('update', status, 'ServiceError').delivery.outcome).toBe('retry');
    expect(of('create', status, 'ServiceError').delivery.outcome).toBe('retry');
  });

  it.each([
    [403, 'ServiceError'],
    [403, 'BrandNewError'],
    [403, null],
    [404, null],
    [400, null],
    [405, null],
    [302, null],
  ] as const)('%i %s, which nobody has heard of, or which something on the way may have said: again, and nobody is to blame', (status, code) => {
    const fault = code ?? `http_${status}`;
    expect(of('post', status, code)).toEqual({ ok: false, error: fault, delivery: { outcome: 'retry', fault } });
  });

  it('of the app loses nothing in two days', () => {
    let now = instantOf('2026-09-01T08:00:00Z');
    const begun = now;
    const { delivery } = of('post', 401, null);
    for (let attempts = 1; attempts <= TRIES; attempts++) {
      const mark = markOf({ kind: 'nudge', attempts }, delivery, now, 0.5);
      if (mark.state !== 'waiting') break;
      now = mark.notBefore;
    }
    expect((now - begun) / HOUR).toBeGreaterThan(48);
  });
});

describe('the name of a refusal', () => {
  it('is read as Teams writes it, in its newer and its older way', () => {
    expect(codeIn('{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the conversation roster."}}')).toBe(
      'BotNotInConversationRoster',
    );
    expect(codeIn('{"error":{"code":"Bad Argument","message":"x"}}')).toBe('BadArgument');
    const older = { errorCode: 209, message: '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "Thread is blocked from message writes."}' };
    expect(codeIn(JSON.stringify(older))).toBe('MessageWritesBlocked');
  });

  it.each([
    '',
    'null',
    '[]',
    '42',
    '{}',
    '{"error":null}',
    '{"error":"x"}',
    '{"error":{"code":42}}',
    '{"error":{"code":"Anna wrote a letter"}}',
    '{"error":{"code":"Anna wrote: see you at nine"}}',
    '{"message":"{"}',
  ])('is none in %s', (text) => {
    expect(codeIn(text)).toBeNull();
  });

  it('is one short word, in good time, and a wait is from a second to an hour, whatever is answered', () => {
    const refusal = fc.record({
      text: fc.oneof(
        fc.string(),
        fc.json(),
        fc.string().map((code) => JSON.stringify({ error: { code } })),
      ),
      call: fc.constantFrom<Call>('post', 'update', 'create', 'read'),
      status: fc.integer({ min: 300, max: 599 }),
      after: fc.oneof(
        fc.string(),
        fc.double().map(String),
        fc.integer().map(String),
        fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        fc.constant(null),
      ),
    });
    fc.assert(
      fc.property(refusal, ({ text, call, status, after }) => {
        const { error, delivery } = failureOf({ call, status, code: codeIn(text), waitMs: waitIn(after, 1_800_000_000_000) });
        expect(error).toMatch(/^\w{1,64}$/);
        expect(delivery.fault).toBe(error);
        if (delivery.outcome === 'retry' && delivery.afterMs !== undefined) {
          expect(delivery.afterMs).toBeGreaterThanOrEqual(1000);
          expect(delivery.afterMs).toBeLessThanOrEqual(HOUR);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
