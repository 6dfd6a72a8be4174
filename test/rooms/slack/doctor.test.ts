// What the doctor says of Slack: each illness by its name and with its cure, and no token.

import { createEmulator } from 'emulate';
import { afterEach, describe, expect, it } from 'vitest';
import { type Examined, slackChecks } from '../../../adapters/slack/doctor.ts';
import { SCOPES, type SocketSettings } from '../../../adapters/slack/settings.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { plus } from '../../../src/time.ts';
import { type FakeSlack, fakeSlack, settingsFor } from './install/support.ts';

const open: FakeSlack[] = [];
afterEach(() => Promise.all(open.splice(0).map((slack) => slack.close())));

interface Ways {
  readonly scopes?: string;
  readonly auth?: object;
  readonly socket?: object;
  readonly oauth?: object;
  /** How far Slack's clock is ahead of ours. */
  readonly aheadMs?: number;
  readonly health?: { readonly status?: number; readonly body: object };
}

async function slackWith(ways: Ways = {}): Promise<FakeSlack> {
  const identity = { ok: true, team_id: 'T1', team: 'Guild', user_id: 'UBOT', bot_id: 'B1' };
  const slack = await fakeSlack(({ method }) => {
    const date = new Date(plus(systemClock.now(), ways.aheadMs ?? 0)).toUTCString();
    if (method === 'auth.test') return { headers: { 'x-oauth-scopes': ways.scopes ?? SCOPES.join(','), date }, body: ways.auth ?? identity };
    if (method === 'apps.connections.open') return { headers: { date }, body: ways.socket ?? { ok: true, url: 'wss://slack.example.org/link' } };
    if (method === 'oauth.v2.access') return { headers: { date }, body: ways.oauth ?? { ok: false, error: 'invalid_code' } };
    if (method === '/healthz') return ways.health ?? { body: { ok: true, version: '0' } };
    return { headers: { date }, body: { ok: true } };
  });
  open.push(slack);
  return slack;
}

const socketTo = (apiUrl: string): SocketSettings => ({ mode: 'socket', apiUrl, share: 0.9, botToken: 'xoxb-of-the-bot', appToken: 'xapp-of-the-app' });
const installOf = (apiUrl: string, publicUrl = apiUrl.replace('/api/', '')) => settingsFor(apiUrl, { publicUrl });

async function examine(settings: Examined) {
  const found: Record<string, { ok: boolean; said: string }> = {};
  for (const check of slackChecks(settings, systemClock)) found[check.name] = await check.run();
  expect(JSON.stringify(found)).not.toMatch(/xoxb-of|xapp-of|client-secret-of/);
  return found;
}

describe('the doctor on Slack', () => {
  it('is content with a workspace where all is well, and asks once whose the token is', async () => {
    const slack = await slackWith();
    expect(await examine(socketTo(slack.apiUrl))).toEqual({
      'Slack token': { ok: true, said: 'the token speaks for the bot UBOT in Guild (T1)' },
      'Slack scopes': { ok: true, said: 'all are there, and none too many' },
      'Slack socket': { ok: true, said: 'Slack opens one' },
      'Slack clock': { ok: true, said: 'it agrees with Slack’s' },
    });
    expect(slack.count('auth.test')).toBe(1);
    expect(slack.asked.find(({ method }) => method === 'apps.connections.open')?.token).toBe('xapp-of-the-app');
  });

  it('asks of one workspace over HTTP what can be asked', async () => {
    const slack = await slackWith();
    const found = await examine({ mode: 'http', apiUrl: slack.apiUrl, share: 1, botToken: 'xoxb-of-the-bot', signingSecrets: ['s'] });
    expect(Object.keys(found)).toEqual(['Slack token', 'Slack scopes', 'Slack clock']);
  });

  it('asks a Slack that others have written', async () => {
    const tokens = [{ token: 'xoxb-of-the-bot', type: 'bot', scopes: [...SCOPES] }];
    const slack = await createEmulator({ service: 'slack', port: 0, seed: { slack: { team: { name: 'Guild', domain: 'guild' }, tokens } } });
    const found = await examine({ mode: 'http', apiUrl: `${slack.url}/api/`, share: 1, botToken: 'xoxb-of-the-bot', signingSecrets: ['s'] });
    expect(found['Slack token']).toMatchObject({ ok: true, said: expect.stringContaining('in Guild (T000000001)') });
    expect(found['Slack scopes']).toEqual({ ok: true, said: 'Slack did not name them' });
    expect(found['Slack clock']?.ok).toBe(true);
    await slack.close();
  });

  it('names a token that Slack does not take', async () => {
    const slack = await slackWith({ auth: { ok: false, error: 'invalid_auth' }, socket: { ok: false, error: 'not_allowed_token_type' } });
    const found = await examine(socketTo(slack.apiUrl));
    expect(found['Slack token']).toMatchObject({ ok: false, said: expect.stringMatching(/^SLACK_BOT_TOKEN is not accepted by Slack \(invalid_auth\): copy/) });
    expect(found['Slack scopes']).toEqual({ ok: false, said: 'not known before the token is accepted' });
    expect(found['Slack socket']).toMatchObject({ ok: false, said: expect.stringMatching(/^SLACK_APP_TOKEN is not accepted by Slack .+App-Level Tokens$/) });
  });

  it('names the scopes that are missing, with reasons, and those that nobody needs', async () => {
    const lacking = await examine(socketTo((await slackWith({ scopes: 'chat:write,commands,users:read' })).apiUrl));
    expect(lacking['Slack scopes']).toMatchObject({
      ok: false,
      said: expect.stringMatching(/^SLACK_BOT_TOKEN lacks im:write \(to open .+\); users:read\.email \(to recognise .+\): add/),
    });
    const generous = await examine(socketTo((await slackWith({ scopes: [...SCOPES, 'channels:history', 'files:read'].join(',') })).apiUrl));
    expect(generous['Slack scopes']).toEqual({ ok: true, said: 'all are there; not needed, so better taken away: channels:history, files:read' });
    const app = await examine(socketTo((await slackWith({ socket: { ok: false, error: 'missing_scope' } })).apiUrl));
    expect(app['Slack socket']).toMatchObject({ ok: false, said: expect.stringContaining('connections:write') });
  });

  it.each([
    [0, true, /^it agrees/],
    [50_000, true, /^it agrees/],
    [70_000, true, /^this computer’s clock is \d+ seconds behind Slack’s: above 300/],
    [-70_000, true, /^this computer’s clock is \d+ seconds ahead of Slack’s: above 300/],
    [310_000, false, /seconds behind Slack’s, so that we refuse what Slack sends: set the clock/],
    [-310_000, false, /seconds ahead of Slack’s, so that we refuse/],
  ])('looks at the clock: Slack’s is %i ms ahead', async (aheadMs, ok, said) => {
    const slack = await slackWith({ aheadMs });
    expect((await examine(socketTo(slack.apiUrl)))['Slack clock']).toEqual({ ok, said: expect.stringMatching(said) });
  });

  it('says that Slack cannot be reached, at every check that needs it', async () => {
    const slack = await slackWith();
    await slack.close();
    open.length = 0;
    for (const settings of [socketTo(slack.apiUrl), installOf(slack.apiUrl)])
      for (const { ok, said } of Object.values(await examine(settings)))
        expect({ ok, mends: /: |before the token/.test(said) }).toEqual({ ok: false, mends: true });
  });

  it('looks at the client and the public address of an installation', async () => {
    const slack = await slackWith();
    expect(await examine(installOf(slack.apiUrl))).toEqual({
      'Slack client': { ok: true, said: 'Slack knows SLACK_CLIENT_ID and SLACK_CLIENT_SECRET' },
      'public address': { ok: true, said: 'Mentor Cycle answers at PUBLIC_URL' },
      'Slack clock': { ok: true, said: 'it agrees with Slack’s' },
    });
    expect(slack.asked.find(({ method }) => method === 'oauth.v2.access')?.args).toMatchObject({ client_id: '12.34', code: 'doctor' });
  });

  it('names a client that Slack does not know, and a stranger at the public address', async () => {
    for (const error of ['invalid_client_id', 'bad_client_secret']) {
      const found = await examine(installOf((await slackWith({ oauth: { ok: false, error } })).apiUrl));
      expect(found['Slack client']).toMatchObject({ ok: false, said: expect.stringContaining(`(${error}): copy both again`) });
    }
    for (const health of [{ status: 404, body: {} }, { body: { hello: 'from a proxy' } }, { status: 302, body: {} }]) {
      const found = await examine(installOf((await slackWith({ health })).apiUrl));
      expect(found['public address']).toMatchObject({ ok: false, said: expect.stringContaining('somebody else answers at PUBLIC_URL') });
    }
  });
});
