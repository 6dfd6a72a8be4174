// The token with which the bot writes: asked for once, kept while it is good, and seen by nobody but Microsoft.

import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { teamsCalls } from '../../../../adapters/teams/send/calls.ts';
import { NoToken, tokenSource } from '../../../../adapters/teams/send/token.ts';
import type { Credential } from '../../../../adapters/teams/settings.ts';
import { type Connector, LOCAL, openConnector } from '../../../support/teams/connector.ts';
import { answering, faultySlack, type Play } from '../../slack/send/faulty-slack.ts';
import { type Diary, diary, HOUR, MINUTE, PROOF, settingsOf, type Watch, watch } from './support.ts';

describe('the token with which the bot writes to Teams', () => {
  let teams: Connector;
  let clock: Watch;
  let book: Diary;
  beforeEach(async () => {
    [teams, clock, book] = [await openConnector(), watch(), diary()];
  });
  afterEach(() => teams.close());

  const source = (credential: Credential = PROOF, loginUrl = teams.loginUrl) => tokenSource(settingsOf({ credential, loginUrl }), { clock, log: book.log });
  const asked = () => teams.taken.filter(({ kind }) => kind === 'token');
  const faultOf = (work: Promise<unknown>) => work.then(String, (error: unknown) => (error instanceof NoToken ? [error.fault, error.refused] : error));

  it('is asked for once, however many need it at once', async () => {
    const { token } = source();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => token()));
    expect([new Set(tokens).size, asked().length]).toEqual([1, 1]);
    expect(asked()[0]).toMatchObject({
      path: `/login/${LOCAL.tenant}/oauth2/v2.0/token`,
      body: { grant_type: 'client_credentials', client_id: LOCAL.appId, client_secret: LOCAL.secret, scope: 'https://api.botframework.com/.default' },
    });
  });

  it('is kept until five minutes before its end; then the old one does while a new one is fetched, once', async () => {
    const { token } = source();
    const first = await token();
    clock.advance(HOUR - 5 * MINUTE - 1);
    expect([await token(), asked().length]).toEqual([first, 1]);
    clock.advance(1);
    expect(await Promise.all(Array.from({ length: 20 }, () => token()))).toEqual(Array.from({ length: 20 }, () => first));
    await expect.poll(token).not.toBe(first);
    expect(asked()).toHaveLength(2);
  });

  it('is kept where a new one is refused, until its end; and nobody is asked more than once a minute', async () => {
    const { token } = source();
    const first = await token();
    teams.fail({ status: 503 }, Number.POSITIVE_INFINITY, 'token');
    clock.advance(HOUR - 5 * MINUTE);
    for (let minute = 0; minute < 5; minute++) {
      expect(await token()).toBe(first);
      await expect.poll(() => book.entries.length).toBe(minute + 1);
      expect([await token(), await token(), asked().length]).toEqual([first, first, minute + 2]);
      clock.advance(MINUTE);
    }
    expect(await faultOf(token())).toEqual(['http_503', false]);
    expect(await faultOf(token())).toEqual(['http_503', false]);
    expect(asked()).toHaveLength(7);
    teams.heal();
    clock.advance(MINUTE);
    expect(await token()).not.toBe(first);
    expect(book.entries.every(([event, fields]) => event === 'teams.token' && fields?.['fault'] === 'http_503')).toBe(true);
  });

  it('is not given for the wrong secret: a message waits an hour, and Teams is not asked', async () => {
    const settings = settingsOf({ credential: { kind: 'secret', tenantId: LOCAL.tenant, secret: 'wrong-secret' }, loginUrl: teams.loginUrl });
    const calls = teamsCalls({ settings, token: tokenSource(settings, { clock, log: book.log }), clock, log: book.log });
    const post = () => calls.post({ serviceUrl: teams.serviceUrl, conversation: 'a:1' }, {});
    const refused = { ok: false, error: 'invalid_client', delivery: { outcome: 'retry', afterMs: HOUR, fault: 'invalid_client' }, trouble: 'app' };
    expect(await Promise.all([post(), post(), post()])).toEqual([refused, refused, refused]);
    expect(await post()).toEqual(refused);
    expect([teams.taken.length, book.entries]).toEqual([1, [['teams.token', { fault: 'invalid_client' }]]]);
  });

  const faulty: Readonly<Record<string, readonly [Play, fault: string, refused: boolean]>> = {
    'an error without a name': [answering(400, ''), 'http_400', true],
    'a name that is a sentence': [answering(401, '{"error":"The secret s3cr3t of Anna"}'), 'http_401', true],
    'a refusal with a name': [answering(400, '{"error":"unauthorized_client","error_description":"AADSTS700016"}'), 'unauthorized_client', true],
    'too much at once': [answering(429, '{"error":"temporarily_unavailable"}'), 'temporarily_unavailable', false],
    'a page': [answering(200, '<html>Welcome to the hotel</html>'), 'garbage', false],
    'no token': [answering(200, '{"expires_in":3600}'), 'garbage', false],
    'no end': [answering(200, '{"access_token":"abc"}'), 'garbage', false],
    'an end in the past': [answering(200, '{"access_token":"abc","expires_in":-1}'), 'garbage', false],
    'a token that would be two headers': [answering(200, '{"access_token":"abc\\r\\nx: y","expires_in":3600}'), 'garbage', false],
    'a redirect': [answering(302, '', { location: 'http://127.0.0.1:9/' }), 'http_302', false],
    'a hang-up': [(socket) => socket.end(), 'UND_ERR_SOCKET', false],
  };
  it.each(Object.entries(faulty))('is not taken from whoever answers %s', async (_, [play, fault, refused]) => {
    const login = await faultySlack(play);
    try {
      expect(await faultOf(source(PROOF, login.apiUrl).token())).toEqual([fault, refused]);
      expect(book.entries).toEqual([['teams.token', { fault }]]);
    } finally {
      await login.close();
    }
  });

  it('is waited for no longer than the call may take, and then nothing has been said', async () => {
    const login = await faultySlack(() => {});
    try {
      const settings = settingsOf({ credential: PROOF, loginUrl: login.apiUrl });
      const calls = teamsCalls({ settings, token: tokenSource(settings, { clock, log: book.log }), clock, log: book.log });
      const answer = await calls.post({ serviceUrl: teams.serviceUrl, conversation: 'a:1' }, {}, { timeoutMs: 100 });
      expect([answer, teams.taken]).toEqual([{ ok: false, error: 'no-token', delivery: { outcome: 'retry', fault: 'no-token' } }, []]);
    } finally {
      await login.close();
    }
  });

  it('is asked for anew where Teams refuses it, but not again and again', async () => {
    const { token, refused } = source();
    const first = await token();
    refused('another');
    expect(await token()).toBe(first);
    refused(first);
    expect(await token()).toBe(first);
    clock.advance(MINUTE);
    refused(first);
    const second = await token();
    expect(second).not.toBe(first);
    refused(second);
    expect([await token(), asked().length]).toEqual([second, 2]);
  });

  it('opens the door to Teams, which turns away others', async () => {
    const settings = settingsOf({ credential: PROOF, loginUrl: teams.loginUrl });
    const calls = teamsCalls({ settings, token: source(), clock, log: book.log });
    teams.conversations.set('a:1', { kind: 'personal', tenant: LOCAL.tenant, members: new Set(), installed: true });
    const to = { serviceUrl: teams.serviceUrl, conversation: 'a:1' };
    expect(await calls.post(to, { type: 'message', text: 'Hej' })).toMatchObject({ ok: true });
    const forged = teamsCalls({ settings, token: { token: async () => 'forged', refused() {} }, clock, log: book.log });
    expect(await forged.post(to, {})).toMatchObject({ ok: false, error: 'Unauthorized', delivery: { outcome: 'retry', afterMs: HOUR }, trouble: 'app' });
    expect(teams.written).toHaveLength(1);
  });

  it('is another one after Teams has turned away the first', async () => {
    const settings = settingsOf({ credential: PROOF, loginUrl: teams.loginUrl });
    const calls = teamsCalls({ settings, token: source(), clock, log: book.log });
    const post = () => calls.post({ serviceUrl: teams.serviceUrl, conversation: teams.personal('29:anna') }, { type: 'message' });
    await post();
    clock.advance(MINUTE);
    teams.fail({ status: 401 }, 1, 'post');
    expect([(await post()).ok, (await post()).ok]).toEqual([false, true]);
    const [first, second, third] = teams.taken.flatMap(({ kind, authorization }) => (kind === 'post' ? [authorization] : []));
    expect([second === first, third === first]).toEqual([true, false]);
  });

  it('is none, and nobody is asked, in development', async () => {
    expect(await source({ kind: 'none' }).token()).toBe('');
    expect(teams.taken).toEqual([]);
  });

  it('stands in no log, and neither does the secret', async () => {
    const { token, refused } = source();
    const tokens = [await token()];
    clock.advance(2 * HOUR);
    teams.fail({ status: 400, body: JSON.stringify({ error: 'invalid_client', error_description: `not ${LOCAL.secret}` }) }, 1, 'token');
    await faultOf(token());
    clock.advance(MINUTE);
    tokens.push(await token());
    refused(tokens[1] ?? '');
    expect(tokens[0]).not.toBe(tokens[1]);
    for (const canary of [...tokens, LOCAL.secret]) expect(book.text()).not.toContain(canary);
  });
});

describe('a managed identity', () => {
  it('gets its token from the machine that it runs on, and keeps it', async () => {
    const requests: IncomingMessage[] = [];
    const machine = createServer((request, response) => {
      requests.push(request);
      const expires_on = String(Math.floor(Date.now() / 1000) + 86_400);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ access_token: 'of-the-machine', expires_on, token_type: 'Bearer' }));
    });
    await new Promise<void>((resolve) => machine.listen(0, '127.0.0.1', resolve));
    const address = machine.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    // As Azure tells the programs on its machines where to ask.
    const told = { IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`, IDENTITY_HEADER: 'header-of-the-machine' };
    Object.assign(process.env, told);
    try {
      const { token } = tokenSource(settingsOf({ credential: { kind: 'identity', tenantId: LOCAL.tenant } }), { clock: watch(), log: diary().log });
      expect(await Promise.all([token(), token()])).toEqual(['of-the-machine', 'of-the-machine']);
      expect(await token()).toBe('of-the-machine');
      expect(requests).toHaveLength(1);
      const { searchParams } = new URL(requests[0]?.url ?? '', 'http://machine');
      expect([searchParams.get('client_id'), searchParams.get('resource')]).toEqual([LOCAL.appId, 'https://api.botframework.com']);
    } finally {
      for (const name of Object.keys(told)) delete process.env[name];
      machine.closeAllConnections();
      machine.close();
    }
  });
});
