// An admin installs the bot, with a Slack that runs here: page, choice, return, token; and every way in which it may fail.

import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { WebClient } from '@slack/web-api';
import { createEmulator, type Emulator } from 'emulate';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { installSite } from '../../../../adapters/slack/install/site.ts';
import { installedTokens } from '../../../../adapters/slack/install/tokens.ts';
import { type InstallSettings, PATHS, SCOPES } from '../../../../adapters/slack/settings.ts';
import { type Database, openDatabase } from '../../../../src/runtime/store/database.ts';
import { fakeSlack, type House, houseOn, settingsFor } from './support.ts';

const CLIENT = { client_id: '12.34', client_secret: 'client-secret-of-the-tests' };
const TEAM = { teamId: 'T000000001', isEnterpriseInstall: false };

let database: Database;
let house: House;
let emulator: Emulator;
let server: Server;
let url: string;
let settings: InstallSettings;
const installed: { door: string; tenantId: string; userId: string }[] = [];
let site = new Hono();

beforeAll(async () => {
  database = await openDatabase({ memory: true });
  server = createServer(getRequestListener((request, env) => site.fetch(request, env)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack: seed(`${url}${PATHS.redirect}`) } });
  settings = settingsFor(`${emulator.url}/api/`, { publicUrl: url });
});

afterAll(async () => {
  server.closeAllConnections();
  await Promise.all([emulator.close(), new Promise((resolve) => server.close(resolve)), database.close()]);
});

beforeEach(async () => {
  await database.prisma.installation.deleteMany();
  installed.length = 0;
  house = houseOn(database);
  site = siteWith(settings);
});

function seed(redirect: string) {
  return {
    team: { name: 'Guild <b>of</b> Mentors & more', domain: 'guild' },
    strict_scopes: true,
    users: [{ name: 'ana', real_name: 'Ana Lind', email: 'ana@example.org' }],
    oauth_apps: [{ ...CLIENT, app_id: 'A000000001', name: 'Mentor Cycle', redirect_uris: [redirect], scopes: ['chat:write'] }],
  };
}

function siteWith(with_: InstallSettings): Hono {
  const of = new Hono();
  of.route('/', installSite({ settings: with_, reception: house, installed: async (one) => void installed.push(one) }));
  return of;
}

/** A browser: it follows nothing by itself, keeps one cookie, and has a language. */
async function visit(address: string, { cookie = '', language = 'en' } = {}) {
  const response = await fetch(address, { redirect: 'manual', headers: { cookie, 'accept-language': language } });
  const [given = ''] = response.headers.getSetCookie();
  return { response, text: await response.text(), location: response.headers.get('location') ?? '', cookie: given.split(';')[0] ?? '', given };
}

/** From our page through Slack's, where `who` says yes, to the address to which Slack sends the browser back. */
async function agreed(who = 'ana') {
  const start = await visit(`${url}${PATHS.install}`);
  const choice = await visit(start.location);
  const form = choice.text.split('<form').find((part) => part.includes(who)) ?? '';
  const fields = Object.fromEntries([...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]));
  const response = await fetch(new URL('/oauth/v2/authorize/callback', start.location), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  });
  return { start, back: response.headers.get('location') ?? '', userId: fields['user_id'] };
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

describe('installing in a workspace', () => {
  it('leads to Slack, back, and to a token that works with the scopes that were asked for, no more', async () => {
    const { start, back, userId } = await agreed();
    expect(start.response.status).toBe(302);
    expect(new URL(start.location).searchParams.get('scope')).toBe(SCOPES.join(','));
    expect(start.given).toMatch(/^slack-app-oauth-state=.+; Secure; HttpOnly; Path=\/; Max-Age=600$/);

    const end = await visit(back, { cookie: start.cookie });
    expect(end.response.status).toBe(200);
    expect(end.given).toContain('slack-app-oauth-state=deleted');

    const tenantId = await house.doors.tenantOf('slack', TEAM.teamId);
    expect(installed).toEqual([{ door: TEAM.teamId, tenantId, userId }]);
    const tokens = installedTokens(settings, house);
    const authorized = await tokens.authorize(TEAM);
    expect(authorized).toMatchObject({ teamId: TEAM.teamId, botUserId: expect.stringMatching(/^U/), botId: expect.stringMatching(/^B/) });
    expect(await tokens.tokenOf(tenantId ?? '')).toBe(authorized?.botToken);

    const slack = new WebClient(authorized?.botToken ?? '', { slackApiUrl: settings.apiUrl });
    expect(await slack.auth.test()).toMatchObject({ ok: true, team_id: TEAM.teamId, user_id: authorized?.botUserId });
    expect((await slack.users.list({})).members?.length).toBeGreaterThan(0);
    await expect(slack.conversations.create({ name: 'ours' })).rejects.toThrow('missing_scope');
  });

  it('ends on a page of its own: nothing from elsewhere, nothing to elsewhere, names as they are written', async () => {
    const { start, back } = await agreed();
    const { text, response } = await visit(back, { cookie: start.cookie, language: 'de, es-MX;q=0.9, en;q=0.5' });
    expect(text).toContain('<html lang="es">');
    expect(text).toContain('Guild &lt;b&gt;of&lt;/b&gt; Mentors &amp; more');
    expect(text).toContain('/app_redirect?app=A000000001&amp;team=T000000001');
    expect(text).not.toMatch(/<script|<img|<link|https:\/\/(?!.*app_redirect)/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    // A browser takes the style only where its hash is the one that was announced.
    const style = /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('keeps neither tokens in the clear nor anything of the person but their id', async () => {
    const { start, back, userId } = await agreed();
    await visit(back, { cookie: start.cookie });
    const token = (await installedTokens(settings, house).authorize(TEAM))?.botToken ?? '';
    expect(token).toMatch(/^xoxb-/);
    const [dump] = await database.prisma.$queryRaw<{ text: string }[]>`SELECT string_agg("Installation"::text, '') AS text FROM "Installation"`;
    // With what ciphertext cannot hold by chance.
    expect(dump?.text).not.toMatch(/xoxb-|ana[ @]/i);
    const kept = JSON.stringify(await house.installations.find('slack', TEAM.teamId));
    expect(kept).toContain(userId);
    expect(kept).not.toMatch(/Ana[ "]|xoxp-/);
    expect(JSON.stringify(house.events)).not.toContain(token);
  });

  it('finds the same organisation at the second time, with the newer token', async () => {
    const tokens = installedTokens(settings, house);
    const seen: (string | undefined)[] = [];
    for (let time = 1; time <= 2; time++) {
      const { start, back } = await agreed();
      await visit(back, { cookie: start.cookie });
      seen.push((await tokens.authorize(TEAM))?.botToken);
    }
    expect(installed).toHaveLength(2);
    expect(installed[0]?.tenantId).toBe(installed[1]?.tenantId);
    expect(seen[0]).not.toBe(seen[1]);
  });
});

describe('what did not begin well', () => {
  const refusedKindly = async (page: Awaited<ReturnType<typeof visit>>, status: number, said: string) => {
    expect(page.response.status).toBe(status);
    expect(page.text).toContain(said);
    expect(page.text).toContain(`href="${PATHS.install}"`);
    expect(await database.prisma.installation.count()).toBe(0);
    expect(installed).toEqual([]);
  };

  it('is refused kindly without the cookie of the browser that began, in that browser’s language', async () => {
    const { back } = await agreed();
    await refusedKindly(await visit(back, { language: 'sv-SE,sv;q=0.9' }), 400, 'började inte i den här webbläsaren');
  });

  it('is refused with the cookie of another installation', async () => {
    const [one, other] = [await agreed(), await agreed()];
    await refusedKindly(await visit(one.back, { cookie: other.start.cookie }), 400, 'did not begin in this browser');
  });

  it('is refused with a state that we did not sign, even where cookie and address agree', async () => {
    const { back } = await agreed();
    const forged = new URL(back);
    const foreign = siteWith({ ...settings, stateSecret: 'of somebody else' });
    const elsewhere = site;
    site = foreign;
    const { cookie, location } = await visit(`${url}${PATHS.install}`);
    site = elsewhere;
    forged.searchParams.set('state', new URL(location).searchParams.get('state') ?? '');
    await refusedKindly(await visit(forged.href, { cookie }), 400, 'did not begin in this browser');
  });

  it('is refused without code or state', async () => {
    for (const query of ['', '?code=1', '?state=1', '?code=1&state=1'])
      await refusedKindly(await visit(`${url}${PATHS.redirect}${query}`), 400, 'did not begin in this browser');
  });

  it('takes a no for a no', async () => {
    const { start } = await agreed();
    await refusedKindly(await visit(`${url}${PATHS.redirect}?error=access_denied&state=x`, { cookie: start.cookie }), 400, 'You cancelled');
  });

  it('says that Slack did not confirm, where the code is used up or the client secret is wrong', async () => {
    const { start, back } = await agreed();
    const spent = new URL(back);
    spent.searchParams.set('code', 'spent');
    await refusedKindly(await visit(spent.href, { cookie: start.cookie }), 500, 'Slack did not confirm');
    expect(house.events.at(-1)).toEqual({ event: 'slack.install.failed', fields: { failure: 'fault', code: 'invalid_code' } });
    site = siteWith({ ...settings, clientSecret: 'wrong' });
    await refusedKindly(await visit(back, { cookie: start.cookie }), 500, 'Slack did not confirm');
    expect(house.events.at(-1)?.fields['code']).toBe('invalid_client_id');
  });
});

describe('installing in an enterprise', () => {
  it('opens the enterprise’s door, for all its workspaces', async () => {
    const grid = await fakeSlack(({ method }) => ({
      body:
        method === 'auth.test'
          ? {
              ok: true,
              url: 'https://grid.slack.com/',
              team: 'Grid',
              team_id: 'E1',
              user_id: 'UBOT',
              bot_id: 'B1',
              enterprise_id: 'E1',
              is_enterprise_install: true,
            }
          : {
              ok: true,
              ...{ access_token: 'xoxe.xoxb-1', refresh_token: 'xoxe-1', expires_in: 43_200, token_type: 'bot', scope: SCOPES.join(','), bot_user_id: 'UBOT' },
              ...{ app_id: 'A1', team: null, enterprise: { id: 'E1', name: 'Grid & Co' }, is_enterprise_install: true, authed_user: { id: 'W1' } },
            },
    }));
    const there = { ...settings, apiUrl: grid.apiUrl };
    site = siteWith(there);
    const start = await visit(`${url}${PATHS.install}`);
    const state = new URL(start.location).searchParams.get('state') ?? '';
    const end = await visit(`${url}${PATHS.redirect}?code=1&state=${state}`, { cookie: start.cookie });
    expect(end.response.status).toBe(200);
    expect(end.text).toContain('Welcome, Grid &amp; Co');
    expect(installed).toEqual([{ door: 'E1', tenantId: expect.any(String), userId: 'W1' }]);

    const tokens = installedTokens(there, house);
    const query = { teamId: 'T7', enterpriseId: 'E1', isEnterpriseInstall: true };
    expect(tokens.doorOf(query)).toBe('E1');
    expect(await tokens.authorize(query)).toEqual({ botToken: 'xoxe.xoxb-1', botId: 'B1', botUserId: 'UBOT', teamId: 'T7', enterpriseId: 'E1' });
    // A workspace of the enterprise that installed the bot by itself has a door of its own.
    expect(await tokens.authorize({ teamId: 'T7', enterpriseId: 'E1', isEnterpriseInstall: false })).toBeNull();
    await grid.close();
  });

  it('is refused where Slack gives no bot token', async () => {
    const grid = await fakeSlack(() => ({
      body: { ok: true, app_id: 'A1', team: { id: 'T1', name: 'T' }, enterprise: null, is_enterprise_install: false, authed_user: { id: 'U1' } },
    }));
    site = siteWith({ ...settings, apiUrl: grid.apiUrl });
    const start = await visit(`${url}${PATHS.install}`);
    const end = await visit(`${url}${PATHS.redirect}?code=1&state=${new URL(start.location).searchParams.get('state')}`, { cookie: start.cookie });
    expect(end.response.status).toBe(500);
    expect(await database.prisma.installation.count()).toBe(0);
    await grid.close();
  });
});
