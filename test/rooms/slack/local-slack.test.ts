// The Slack that runs here, tried with a tiny bot of Bolt's own: what a person does arrives whole, over HTTP and through
// a socket, and what the bot answers is what the person then sees.

import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTinyBot, type TinyBot } from '../../support/slack/local/tiny-bot.ts';
import { LOCAL, type LocalSlack, startLocalSlack } from '../../support/slack/local-slack.ts';
import { until } from '../../support/slack/person.ts';

const USERS = [
  { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE', timeZone: 'Europe/Stockholm', owner: true },
  { name: 'mateo', realName: 'Mateo Rivas', locale: 'es-ES', timeZone: 'Atlantic/Canary', guest: true },
  { name: 'gone', realName: 'Gone Ek', deleted: true, timeZone: null, locale: null },
];

describe.each(['http', 'socket'] as const)('a bot over %s', (via) => {
  let slack: LocalSlack;
  let bot: TinyBot;
  beforeAll(async () => {
    slack = await startLocalSlack({ users: USERS });
    bot = await startTinyBot(slack, via);
  });
  afterEach(async () => {
    const { desk } = slack.person('anna');
    desk.clear();
    desk.ephemerals = [];
    slack.mend();
  });
  afterAll(async () => {
    await bot.stop();
    await slack.close();
  });
  const opened = async (line = '/goal') => {
    const anna = slack.person('anna');
    await anna.types(line);
    await until(() => anna.desk.top);
    return anna;
  };

  it('answers a command with a message that only the one who typed it sees', async () => {
    const anna = slack.person('anna');
    await anna.types('/echo Hi @mateo & <all>');
    expect((await anna.sees()).ephemerals).toEqual([expect.stringContaining('&lt;all&gt;\n[Yes]')]);
    expect((await slack.person('mateo').sees()).ephemerals).toEqual([]);
    await anna.presses('Yes');
    await until(async () => (await anna.sees()).ephemerals[0] === 'Thank you');
  });

  it('opens a form, keeps what is typed, and shows the fault at its field', async () => {
    const anna = await opened();
    expect((await anna.sees()).modal).toContain('Kind: Work\n( ) Work\n( ) Life');
    anna.fills({ Title: 'short', kind1: 'Life', Days: ['Monday', 'Friday'], By: '2027-01-02', With: 'mateo' });
    expect(await anna.submits()).toEqual({ Title: 'Say more' });
    const { modal } = await anna.sees();
    for (const line of ['Title: short', '! Say more', 'Kind: Life', 'Days: Monday, Friday', 'By: 2027-01-02', 'With: Mateo Rivas'])
      expect(modal).toContain(line);
    anna.fills({ Title: 'long enough' });
    expect(await anna.submits()).toEqual({});
    expect(anna.desk.modals).toEqual([]);
  });

  it('sends nothing while a required field is empty, as Slack does not', async () => {
    const anna = await opened();
    anna.fills({ Title: '' });
    expect(await anna.submits()).toEqual({ Title: 'Slack: please complete this required field' });
    expect(anna.desk.modals).toHaveLength(1);
    expect(() => anna.fills({ Title: 'x'.repeat(61) })).toThrow('60 characters');
    expect(() => anna.fills({ Kind: 'Play' })).toThrow('there are: Work, Life');
    expect(() => anna.fills({ Nothing: 'x' })).toThrow('there are: Title, Kind');
    await expect(anna.presses('Missing')).rejects.toThrow('sees no button Missing');
  });

  it('goes on to the next step in the same window, and keeps what stands in a field of the same name', async () => {
    const anna = await opened();
    anna.fills({ Title: 'next', Kind: 'Life' });
    await anna.submits();
    expect((await anna.sees()).modal).toMatch(/^Goal 2\nTitle: next\nKind: Work/);
    await anna.submits();
    expect(anna.desk.modals).toEqual([]);
  });

  it('lays at most three windows upon one another, however often one was closed', async () => {
    const anna = await opened();
    anna.fills({ Title: 'push' });
    await anna.submits();
    expect(anna.desk.modals.map(({ view }) => view['callback_id'])).toEqual(['goal-1', 'goal-3']);
    for (const _ of [1, 2, 3]) {
      await anna.presses('More');
      await until(() => anna.desk.modals.length === 3);
      await anna.closes();
    }
    await anna.presses('More');
    await until(() => anna.desk.modals.length === 3);
    await anna.presses('More');
    await until(() => slack.refusals.includes('views.push: push_limit_reached'));
    await anna.closes();
    await anna.closes();
    expect(anna.desk.top?.view['callback_id']).toBe('goal-1');
  });

  it('delivers a message, and shows it as it stands now', async () => {
    const mateo = slack.person('mateo');
    await mateo.types('/ask');
    await until(async () => (await mateo.sees()).messages.length === 1);
    expect((await mateo.sees()).messages).toEqual([`Met, <@${mateo.id}>?\n[Yes]`]);
    await mateo.presses('Yes', { in: 'message' });
    await until(async () => (await mateo.sees()).messages[0] === 'Thank you');
    expect((await slack.person('anna').sees()).messages).toEqual([]);
  });

  it('shows the Home tab once it is opened, and opens a form from a shortcut', async () => {
    const anna = slack.person('anna');
    await anna.opensHome();
    await until(() => anna.desk.home);
    expect((await anna.sees()).home).toBe('Welcome home');
    await anna.opensMessages();
    await anna.shortcut('new-goal');
    await until(() => anna.desk.top);
  });

  it('refuses blocks that Slack would refuse', async () => {
    const anna = slack.person('anna');
    await anna.types('/wrong');
    await until(() => slack.refusals.includes('chat.postMessage: invalid_blocks'));
    expect(slack.refusals).toContain('views.open: invalid_arguments');
    expect(await anna.sees()).toMatchObject({ modal: null, messages: [] });
  });

  it('brings the same thing once more when it is asked to', async () => {
    const anna = slack.person('anna');
    await anna.types('/say once');
    await anna.again();
    await until(async () => (await anna.sees()).ephemerals.length === 2);
    const [first, second] = slack.callsOf('response_url').slice(-2);
    expect(second?.args).toEqual(first?.args);
  });

  it('takes five messages to an address within half an hour, and no more', async () => {
    const anna = slack.person('anna');
    const url = slack.responseUrls.mint('commands', { user: anna.id, channel: slack.channelId('mentoring') });
    const send = () => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"Hello"}' }).then(({ status }) => status);
    expect([await send(), await send(), await send(), await send(), await send(), await send()]).toEqual([200, 200, 200, 200, 200, 404]);
    const late = slack.responseUrls.mint('commands', { user: anna.id, channel: slack.channelId('mentoring') });
    slack.responseUrls.expire();
    expect((await fetch(late, { method: 'POST', body: '{}' })).status).toBe(404);
  });
});

describe('Slack as the bot calls it', () => {
  let slack: LocalSlack;
  let client: WebClient;
  const calling = (token: string) => new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true });
  beforeAll(async () => {
    slack = await startLocalSlack({ users: USERS, channels: ['mentoring', 'lounge'] });
    client = calling(LOCAL.botToken);
  });
  afterAll(() => slack.close());

  it('refuses tokens that it does not know, and says what a token may', async () => {
    await expect(calling('xoxb-nobody').auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    await expect(calling('xoxb-inside').auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    expect((await client.auth.test()).response_metadata?.scopes).toEqual(['chat:write', 'commands', 'im:write', 'users:read', 'users:read.email']);
    await expect(client.conversations.history({ channel: slack.channelId('mentoring') })).rejects.toMatchObject({ data: { error: 'missing_scope' } });
    expect(slack.refusals).toEqual(expect.arrayContaining(['auth.test: invalid_auth', 'conversations.history: missing_scope']));
  });

  it('takes a token back', async () => {
    slack.allow('xoxb-other');
    slack.allow('xoxb-other', null);
    await expect(calling('xoxb-other').auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  });

  it('tells language, time zone and standing of a person', async () => {
    const info = async (who: string) => (await client.users.info({ user: slack.people.idOf(who), include_locale: true })).user;
    expect(await info('anna')).toMatchObject({ locale: 'sv-SE', tz: 'Europe/Stockholm', is_admin: true, is_owner: true, is_restricted: false });
    expect(await info('mateo')).toMatchObject({ locale: 'es-ES', tz: 'Atlantic/Canary', is_restricted: true, profile: { email: 'mateo@example.org' } });
    const gone = await info('gone');
    expect(gone).toMatchObject({ deleted: true });
    expect(gone).not.toHaveProperty('tz');
    expect((await client.users.info({ user: slack.people.idOf('anna') })).user).not.toHaveProperty('locale');
    await expect(client.conversations.open({ users: slack.people.idOf('gone') })).rejects.toMatchObject({ data: { error: 'user_disabled' } });
  });

  it('posts into a channel where the bot was invited, and nowhere else', async () => {
    const post = (name: string) => client.apiCall('chat.postMessage', { channel: slack.channelId(name), text: '[1]' });
    await expect(post('lounge')).rejects.toMatchObject({ data: { error: 'not_in_channel' } });
    await slack.invite('mentoring');
    await post('mentoring');
    expect((await slack.inChannel('mentoring')).map(({ words }) => words)).toEqual(['[1]']);
  });

  it('fails on demand: too fast, broken, lost or silent', async () => {
    const channel = await slack.directId(slack.people.idOf('anna'));
    const post = () => client.apiCall('chat.postMessage', { channel, text: 'Hello' });
    slack.fault('chat.postMessage', { status: 429, retryAfter: 3 });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 3 });
    slack.fault('chat.postMessage', { status: 503 });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    slack.fault('chat.postMessage', { error: 'is_archived' });
    await expect(post()).rejects.toMatchObject({ data: { error: 'is_archived' } });
    slack.fault('chat.postMessage', 'reset');
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(await slack.history(channel)).toEqual([]);
    slack.fault('chat.postMessage', 'lost');
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(await slack.history(channel)).toHaveLength(1);
    slack.fault('chat.postMessage', 'hang');
    const silent = new WebClient(LOCAL.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, timeout: 200 });
    await expect(silent.apiCall('chat.postMessage', { channel, text: 'Hello' })).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    slack.fault('chat.postMessage', 'reset', Infinity);
    slack.mend();
    await post();
    expect(slack.callsOf('chat.postMessage').length).toBeGreaterThanOrEqual(8);
  });

  it('installs a bot anew, with a token of its own', async () => {
    const code = await authorize(slack, 'https://bot.example.org/slack/oauth_redirect');
    const oauth = new WebClient(undefined, { slackApiUrl: slack.apiUrl });
    const issued = await oauth.oauth.v2.access({ code, client_id: LOCAL.clientId, client_secret: LOCAL.clientSecret });
    const mine = calling(issued.access_token ?? '');
    expect((await mine.auth.test()).team_id).toBe(LOCAL.teamId);
    await mine.auth.revoke();
    await expect(mine.auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  });
});

async function authorize(slack: LocalSlack, redirect_uri: string): Promise<string> {
  const body = new URLSearchParams({
    user_id: slack.people.idOf('anna'),
    redirect_uri,
    scope: 'chat:write',
    state: 's',
    client_id: LOCAL.clientId,
    user_scope: '',
  });
  const response = await fetch(`${slack.origin}/oauth/v2/authorize/callback`, { method: 'POST', body, redirect: 'manual' });
  return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

describe('a socket', () => {
  it('is opened anew when Slack asks for it or breaks it', async () => {
    const slack = await startLocalSlack({ users: USERS });
    const bot = await startTinyBot(slack, 'socket');
    expect(slack.sockets.connections).toBe(1);
    for (const end of [() => slack.sockets.renew('refresh_requested'), () => slack.sockets.drop()]) {
      const opened = slack.callsOf('apps.connections.open').length;
      end();
      await until(() => slack.callsOf('apps.connections.open').length > opened && slack.sockets.connections === 1);
    }
    await slack.person('anna').types('/echo Still here');
    expect((await slack.person('anna').sees()).ephemerals).toEqual(['Still here\n[Yes]']);
    await bot.stop();
    await slack.close();
  });
});
