// What comes of a post when the way to Slack, or Slack, fails (F7): nothing is lost, and nothing is taken for sent or unsent that may not be so.

import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, slackCalls } from '../../../../adapters/slack/send/calls.ts';
import { after, answering, dripping, type FaultySlack, faultySlack, http, type Play } from './faulty-slack.ts';

/** For calls that end by it. All others have time enough on any machine. */
const TIMEOUT = 400;
const PATIENT = 20_000;
const HOUR = 3_600_000;

describe('a post to a Slack that fails (F7)', () => {
  let slack: FaultySlack | undefined;
  afterEach(async () => {
    await slack?.close();
    slack = undefined;
  });

  const ask = (apiUrl: string, timeoutMs = PATIENT): Promise<Answer> =>
    slackCalls({ apiUrl, timeoutMs })('xoxb-1').call('chat.postMessage', { channel: 'D1', text: 'Hej' });
  /** `sent`, or what is to be done. */
  const said = (answer: Answer) => (answer.ok ? 'sent' : `${answer.delivery.outcome} ${answer.error}`);

  async function closedPort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    return typeof address === 'object' && address ? address.port : 0;
  }

  describe('tries again what was not said', () => {
    it('a refused connection', async () => {
      expect(said(await ask(`http://127.0.0.1:${await closedPort()}/api/`))).toBe('retry ECONNREFUSED');
    });
    it('a connection that all addresses of a host refuse', async () => {
      expect(said(await ask(`http://localhost:${await closedPort()}/api/`))).toBe('retry ECONNREFUSED');
    });
    it('a host without an address', async () => {
      expect(said(await ask('http://slack.invalid/api/'))).toMatch(/^retry (ENOTFOUND|EAI_AGAIN)$/);
    });
    it('a server that does not speak TLS', async () => {
      slack = await faultySlack(answering(200), (socket) => !!socket.once('data', () => socket.end(http(400))));
      expect(said(await ask(slack.apiUrl.replace('http:', 'https:')))).toMatch(/^retry ERR_SSL_/);
    });
    it.each([400, 401, 403, 404, 413])('a call turned away with %i', async (status) => {
      slack = await faultySlack(answering(status, '<html>No</html>'));
      expect(said(await ask(slack.apiUrl))).toBe(`retry http_${status}`);
    });
    it.each([301, 302, 307, 308])('a redirect with %i, which is not followed', async (status) => {
      const elsewhere = await faultySlack(answering(200));
      slack = await faultySlack(answering(status, '', { location: elsewhere.apiUrl }));
      expect(said(await ask(slack.apiUrl))).toBe('retry broken');
      expect(elsewhere.requests).toEqual([]);
      await elsewhere.close();
    });
  });

  describe('waits as long as Slack asks for', () => {
    const waits: readonly (readonly [said: string, Record<string, string>, ms: number])[] = [
      ['1', { 'retry-after': '1' }, 1000],
      ['30', { 'retry-after': '30' }, 30_000],
      ['0', { 'retry-after': '0' }, 1000],
      ['a negative number', { 'retry-after': '-7' }, 1000],
      ['a fraction', { 'retry-after': '2.5' }, 2000],
      ['nothing', {}, 30_000],
      ['a date', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 30_000],
      ['words', { 'retry-after': 'soon' }, 30_000],
      ['a century', { 'retry-after': '3153600000' }, HOUR],
    ];
    it.each(waits)('Retry-After: %s', async (_, headers, ms) => {
      slack = await faultySlack(answering(429, '{"ok":false,"error":"ratelimited"}', headers));
      expect(await ask(slack.apiUrl)).toEqual({ ok: false, error: 'ratelimited', delivery: { outcome: 'retry', afterMs: ms, fault: 'ratelimited' } });
      expect(slack.requests).toHaveLength(1);
    });
    it('also where the answer is a 200', async () => {
      slack = await faultySlack(answering(200, '{"ok":false,"error":"ratelimited"}', { 'retry-after': '12' }));
      expect(await ask(slack.apiUrl)).toMatchObject({ delivery: { outcome: 'retry', afterMs: 12_000 } });
    });
  });

  describe('is unsure where the post may have been taken', () => {
    const unsure: Readonly<Record<string, readonly [Play, fault: string]>> = {
      'a reset after the request': [(socket) => socket.resetAndDestroy(), 'ECONNRESET'],
      'a hang-up after the request': [(socket) => socket.end(), 'UND_ERR_SOCKET'],
      'a reset within the headers': [(socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-le', () => socket.resetAndDestroy()), 'ECONNRESET'],
      'a reset within the body': [(socket) => socket.write(http(200).slice(0, -9), () => socket.resetAndDestroy()), 'ECONNRESET'],
      'a body cut short': [(socket) => socket.end(http(200).slice(0, -9)), 'UND_ERR_SOCKET'],
      'pieces that never end': [(socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"ok"\r\n'), 'UND_ERR_SOCKET'],
      'no answer at all': [() => {}, 'timeout'],
      'an answer too late': [after(TIMEOUT * 3, answering(200)), 'timeout'],
      'headers, and then nothing': [(socket) => socket.write(http(200).split('{')[0] ?? ''), 'timeout'],
      'an answer that drips': [dripping(http(200), 50), 'timeout'],
      'what is no HTTP': [(socket) => socket.end('\0\u0001 SSH-2.0\r\n\r\n'), 'broken'],
      'a page': [answering(200, '<!doctype html><title>Welcome to the hotel</title>'), 'garbage'],
      'an empty answer': [answering(200, ''), 'garbage'],
      'a word': [answering(200, 'ok'), 'garbage'],
      'half a JSON': [answering(200, '{"ok":true,"chan'), 'garbage'],
      null: [answering(200, 'null'), 'broken'],
      'a list': [answering(200, '[]'), 'garbage'],
      'a number': [answering(200, '42'), 'broken'],
      'an empty object': [answering(200, '{}'), 'garbage'],
      'a yes that is no yes': [answering(200, '{"ok":"yes","ts":"1"}'), 'garbage'],
      'a no without a reason': [answering(200, '{"ok":false}'), 'garbage'],
      'a no with a number for a reason': [answering(200, '{"ok":false,"error":42}'), 'garbage'],
      'a no with a story for a reason': [answering(200, '{"ok":false,"error":"Anna wrote: see you at nine"}'), 'garbage'],
      'an internal error': [answering(200, '{"ok":false,"error":"internal_error"}'), 'internal_error'],
      'a fatal error': [answering(200, '{"ok":false,"error":"fatal_error"}'), 'fatal_error'],
      408: [answering(408), 'http_408'],
      500: [answering(500, '{"ok":false,"error":"internal_error"}'), 'http_500'],
      502: [answering(502, '<html>Bad gateway</html>'), 'http_502'],
      503: [answering(503), 'http_503'],
      504: [answering(504), 'http_504'],
    };
    it.each(Object.entries(unsure))('%s', async (_, [play, fault]) => {
      slack = await faultySlack(play);
      const answer = await ask(slack.apiUrl, fault === 'timeout' ? TIMEOUT : PATIENT);
      expect(answer).toEqual({ ok: false, error: fault, delivery: { outcome: 'unsure', fault } });
      expect(slack.requests).toHaveLength(1);
    });
    it('a reset before the request was read', async () => {
      slack = await faultySlack(answering(200), (socket) => !!setTimeout(() => socket.resetAndDestroy(), 50));
      expect(said(await ask(slack.apiUrl))).toMatch(/^unsure (ECONNRESET|UND_ERR_SOCKET)$/);
    });
    it('a connection that nobody reads', async () => {
      slack = await faultySlack(answering(200), (socket) => socket.pause().isPaused());
      expect(said(await ask(slack.apiUrl, TIMEOUT))).toBe('unsure timeout');
    });
  });

  describe('believes a yes', () => {
    const good: Readonly<Record<string, Play>> = {
      'that comes late': after(TIMEOUT / 4, answering(200)),
      'that drips': dripping(http(200), 1),
      'in many pieces': (socket) =>
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{"ok":tru\r\n1c\r\ne,"channel":"D1","ts":"1.2"}\r\n0\r\n\r\n'),
    };
    it.each(Object.entries(good))('%s', async (_, play) => {
      slack = await faultySlack(play);
      expect(await ask(slack.apiUrl)).toMatchObject({ ok: true, data: { channel: 'D1', ts: '1.2' } });
    });
    it('over a new connection, where the kept one was closed meanwhile', async () => {
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      slack = await faultySlack((socket) => void socket.once('close', () => resolve()).write(http(200), () => socket.end()));
      expect(said(await ask(slack.apiUrl))).toBe('sent');
      await closed;
      expect([said(await ask(slack.apiUrl)), slack.requests.length]).toEqual(['sent', 2]);
    });
  });

  it('asks with the token of the workspace, in the header alone', async () => {
    slack = await faultySlack(answering(200));
    await ask(slack.apiUrl);
    expect(slack.requests[0]?.match(/authorization: Bearer xoxb-1/gi)).toHaveLength(1);
    expect(slack.requests[0]?.split('xoxb-1')).toHaveLength(2);
  });

  it('lets a call have its own patience', async () => {
    slack = await faultySlack(after(TIMEOUT, answering(200)));
    const calls = slackCalls({ apiUrl: slack.apiUrl, timeoutMs: TIMEOUT / 4 })('xoxb-1');
    expect(said(await calls.call('views.open', {}))).toBe('unsure timeout');
    expect(said(await calls.call('views.open', {}, { timeoutMs: 10_000 }))).toBe('sent');
  });

  it('speaks to more workspaces than it keeps clients for', async () => {
    slack = await faultySlack(answering(200));
    const calls = slackCalls({ apiUrl: slack.apiUrl, timeoutMs: 20_000 });
    const answers = await Promise.all(Array.from({ length: 450 }, (_, n) => calls(`xoxb-${n}`).call('auth.test', {})));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(450);
    expect(new Set(slack.requests.map((request) => /Bearer (\S+)/i.exec(request)?.[1])).size).toBe(450);
  });
});
