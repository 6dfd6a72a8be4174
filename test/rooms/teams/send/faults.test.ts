// What comes of a post when the way to Teams, or Teams, fails (F7): nothing is lost, and nothing is taken for sent or unsent that may not be so.

import { createServer as createWebServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, teamsCalls } from '../../../../adapters/teams/send/calls.ts';
import { tokenSource } from '../../../../adapters/teams/send/token.ts';
import { after, answering, dripping, type FaultySlack, faultySlack, http, type Play } from '../../slack/send/faulty-slack.ts';
import { diary, settingsOf, watch } from './support.ts';

const TIMEOUT = 400;
const YES = JSON.stringify({ id: '1700000000001' });
const yes = http(201, YES);

describe('a post to a Teams that fails (F7)', () => {
  let teams: FaultySlack | undefined;
  afterEach(async () => {
    await teams?.close();
    teams = undefined;
  });

  const callsFor = (hosts?: readonly string[]) => {
    const [settings, clock, { log }] = [settingsOf(hosts ? { hosts } : {}), watch(), diary()];
    return teamsCalls({ settings, token: tokenSource(settings, { clock, log }), clock, log });
  };
  const ask = (serviceUrl: string, timeoutMs = TIMEOUT): Promise<Answer> =>
    callsFor(['127.0.0.1', 'localhost', 'teams.invalid']).post({ serviceUrl, conversation: 'a:1' }, { type: 'message', text: 'Hej' }, { timeoutMs });
  const urlOf = (server: FaultySlack) => server.apiUrl;
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
      expect(said(await ask(`http://127.0.0.1:${await closedPort()}/`))).toBe('retry ECONNREFUSED');
    });
    it('a connection that all addresses of a host refuse', async () => {
      expect(said(await ask(`http://localhost:${await closedPort()}/`))).toBe('retry ECONNREFUSED');
    });
    it('a host without an address', async () => {
      expect(said(await ask('https://teams.invalid/', 30_000))).toMatch(/^retry (ENOTFOUND|EAI_AGAIN)$/);
    });
    it('a server that does not speak TLS', async () => {
      teams = await faultySlack(answering(200, YES), (socket) => !!socket.once('data', () => socket.end(http(400, ''))));
      expect(said(await ask(urlOf(teams).replace('http:', 'https:'), 5000))).toMatch(/^retry ERR_SSL_/);
    });
    it.each([400, 403, 404, 405, 409, 410, 451])('a call that something on the way turns away with %i', async (status) => {
      teams = await faultySlack(answering(status, '<html>No</html>'));
      expect(said(await ask(urlOf(teams)))).toBe(`retry http_${status}`);
    });
    it.each([301, 302, 303, 307, 308])('a redirect with %i, which is not followed', async (status) => {
      const elsewhere = await faultySlack(answering(200, YES));
      teams = await faultySlack(answering(status, '', { location: urlOf(elsewhere) }));
      expect(said(await ask(urlOf(teams)))).toBe(`retry http_${status}`);
      expect(elsewhere.requests).toEqual([]);
      await elsewhere.close();
    });
    it('a refusal whose words are cut short', async () => {
      teams = await faultySlack((socket) => socket.end(http(412, '{"error":{"code":"PreconditionFailed"}}').slice(0, -9)));
      expect(said(await ask(urlOf(teams)))).toBe('retry http_412');
    });
  });

  describe('is unsure where the post may have been taken', () => {
    const unsure: Readonly<Record<string, readonly [Play, fault: string]>> = {
      'a reset after the request': [(socket) => socket.resetAndDestroy(), 'ECONNRESET'],
      'a hang-up after the request': [(socket) => socket.end(), 'UND_ERR_SOCKET'],
      'a reset within the headers': [(socket) => socket.write('HTTP/1.1 201 OK\r\ncontent-le', () => socket.resetAndDestroy()), 'ECONNRESET'],
      'a reset within the body': [(socket) => socket.write(yes.slice(0, -9), () => socket.resetAndDestroy()), 'ECONNRESET'],
      'a body cut short': [(socket) => socket.end(yes.slice(0, -9)), 'UND_ERR_SOCKET'],
      'pieces that never end': [(socket) => socket.end('HTTP/1.1 201 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"id"\r\n'), 'UND_ERR_SOCKET'],
      'no answer at all': [() => {}, 'timeout'],
      'an answer too late': [after(TIMEOUT * 3, answering(201, YES)), 'timeout'],
      'headers, and then nothing': [(socket) => socket.write(yes.split('{')[0] ?? ''), 'timeout'],
      'an answer that drips': [dripping(yes, 50), 'timeout'],
      'what is no HTTP': [(socket) => socket.end('\0\u0001 SSH-2.0\r\n\r\n'), 'broken'],
      'what never ends': [answering(201, `{"id":"${'1'.repeat(300_000)}"}`), 'too-long'],
      'a page': [answering(200, '<!doctype html><title>Welcome to the hotel</title>'), 'garbage'],
      'an empty answer': [answering(202, ''), 'garbage'],
      'a word': [answering(200, 'ok'), 'garbage'],
      'half a JSON': [answering(200, '{"id":"17'), 'garbage'],
      null: [answering(200, 'null'), 'garbage'],
      'a list': [answering(200, '[{"id":"1"}]'), 'garbage'],
      'a number': [answering(200, '42'), 'garbage'],
      'an empty object': [answering(200, '{}'), 'garbage'],
      'an empty id': [answering(201, '{"id":""}'), 'garbage'],
      'an id that is a number': [answering(201, '{"id":17}'), 'garbage'],
      'an error in a 200': [answering(200, '{"error":{"code":"ServiceError","message":"Anna wrote"}}'), 'garbage'],
      408: [answering(408, ''), 'http_408'],
      500: [answering(500, '{"error":{"code":"ServiceError","message":"Unknown"}}'), 'ServiceError'],
      502: [answering(502, '<html>Bad gateway</html>'), 'http_502'],
      503: [answering(503, '', { 'retry-after': '3' }), 'http_503'],
      504: [answering(504, ''), 'http_504'],
      507: [answering(507, ''), 'http_507'],
    };
    it.each(Object.entries(unsure))('%s', async (_, [play, fault]) => {
      teams = await faultySlack(play);
      expect(await ask(urlOf(teams))).toEqual({ ok: false, error: fault, delivery: { outcome: 'unsure', fault } });
      expect(teams.requests).toHaveLength(1);
    });
    it('a reset before the request was read', async () => {
      teams = await faultySlack(answering(201, YES), (socket) => !!setTimeout(() => socket.resetAndDestroy(), 50));
      expect(said(await ask(urlOf(teams), 5000))).toMatch(/^unsure (ECONNRESET|UND_ERR_SOCKET)$/);
    });
    it('a connection that nobody reads', async () => {
      teams = await faultySlack(answering(201, YES), (socket) => socket.pause().isPaused());
      expect(said(await ask(urlOf(teams)))).toBe('unsure timeout');
    });
  });

  it('tries again whatever does no harm when it is done twice', async () => {
    teams = await faultySlack(answering(200, 'what?'));
    const [calls, serviceUrl] = [callsFor(), urlOf(teams)];
    const to = { serviceUrl, conversation: 'a:1' };
    const answers = [await calls.update(to, '1', {}), await calls.create({ serviceUrl, tenant: 't', user: '29:1' }), await calls.member(to, '29:1')];
    expect(answers.map(said)).toEqual(['retry garbage', 'retry garbage', 'retry garbage']);
  });

  it('believes that a message was changed where Teams says nothing more', async () => {
    teams = await faultySlack(answering(200, ''));
    expect(await callsFor().update({ serviceUrl: urlOf(teams), conversation: 'a:1' }, '1', {})).toEqual({ ok: true, data: {} });
  });

  describe('believes a yes', () => {
    const good: Readonly<Record<string, Play>> = {
      'that comes late': after(TIMEOUT / 4, answering(201, YES)),
      'that drips': dripping(yes, 1),
      'in many pieces': (socket) =>
        socket.write('HTTP/1.1 201 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{"id":"17\r\nc\r\n00000000001"\r\n1\r\n}\r\n0\r\n\r\n'),
    };
    it.each(Object.entries(good))('%s', async (_, play) => {
      teams = await faultySlack(play);
      expect(await ask(urlOf(teams), 5000)).toEqual({ ok: true, data: { id: '1700000000001' } });
    });
    it('over a new connection, where the kept one was closed meanwhile', async () => {
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      teams = await faultySlack((socket) => void socket.once('close', () => resolve()).write(yes, () => socket.end()));
      expect(said(await ask(urlOf(teams)))).toBe('sent');
      await closed;
      expect([said(await ask(urlOf(teams))), teams.requests.length]).toEqual(['sent', 2]);
    });
  });

  it('says what it has to say in one request, to the right place', async () => {
    teams = await faultySlack(answering(201, YES));
    const [calls, serviceUrl] = [callsFor(), urlOf(teams)];
    const channel = { serviceUrl: `${serviceUrl}/`, conversation: '19:a/b?c@thread.tacv2;messageid=1' };
    await calls.post(channel, { type: 'message', text: 'Hej' }, { replyTo: '1/2', targeted: true });
    await calls.update(channel, '7', { type: 'message', recipient: { id: '29:1' } }, { targeted: true });
    const [first = '', second = ''] = teams.requests;
    const conversation = '/api/v3/conversations/19%3Aa%2Fb%3Fc%40thread.tacv2%3Bmessageid%3D1/activities';
    expect(first).toContain(`POST ${conversation}/1%2F2?isTargetedActivity=true HTTP/1.1`);
    expect(first).toContain('{"type":"message","text":"Hej"}');
    expect(first).not.toMatch(/authorization/i);
    expect(second).toContain(`PUT ${conversation}/7?isTargetedActivity=true HTTP/1.1`);
    expect(second).toContain('{"type":"message","id":"7"}');
  });

  it('does not throw at what cannot be written, nor say what it was', async () => {
    const { log, text } = diary();
    const settings = settingsOf();
    const calls = teamsCalls({ settings, token: tokenSource(settings, { clock: watch(), log }), clock: watch(), log });
    const round: Record<string, unknown> = { text: 'Anna wrote a letter' };
    round['self'] = round;
    const never = { ok: false, delivery: { outcome: 'never', of: 'message' } };
    expect(await calls.post({ serviceUrl: 'http://127.0.0.1:9/', conversation: 'a:1' }, round)).toMatchObject(never);
    expect(text()).not.toContain('letter');
  });

  it('stays on its way whatever somebody’s client calls a place', async () => {
    const asked: string[] = [];
    const server = createWebServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(404).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const calls = callsFor();
    for (const odd of ['..', '.', '', 'a:\ud800', '../../oauth', 'a/b?c#d']) {
      await calls.member({ serviceUrl, conversation: 'a:1' }, odd);
      await calls.post({ serviceUrl, conversation: odd }, {});
    }
    server.close();
    expect(asked.filter((url) => !/^\/v3\/conversations\/(a%3A1\/members\/[^/?#]+|[^/?#]+\/activities)$/.test(url))).toEqual([]);
    expect(asked).toHaveLength(6);
  });

  it('lets a call have its own patience', async () => {
    teams = await faultySlack(after(TIMEOUT, answering(201, YES)));
    const to = { serviceUrl: urlOf(teams), conversation: 'a:1' };
    expect(said(await callsFor().post(to, {}, { timeoutMs: TIMEOUT / 4 }))).toBe('unsure timeout');
    expect(said(await callsFor().post(to, {}, { timeoutMs: 10_000 }))).toBe('sent');
  });
});
