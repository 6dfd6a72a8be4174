// Tokens that expire: renewed once however many notice, kept where Slack refuses, and never brought back after removal.

import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { installedTokens } from '../../../../adapters/slack/install/tokens.ts';
import { type Database, openDatabase } from '../../../../src/runtime/store/database.ts';
import { HOUR, MINUTE, plus } from '../../../../src/time.ts';
import { databaseOn } from '../../../support/postgres.ts';
import { type Asked, type FakeSlack, fakeSlack, type House, houseOn, settingsFor } from './support.ts';

const TEAM = { teamId: 'T1', isEnterpriseInstall: false };

let database: Database;
let slack: FakeSlack;
/** What Slack says to a renewal; a test may hold it back or make it refuse. */
let renewal: (asked: Asked) => object | Promise<object>;
/** The one refresh token that Slack takes: each is good for one renewal, as Slack has it. */
let current: string;
let alive: Set<string>;

beforeEach(async () => {
  database = await openDatabase({ url: await databaseOn(inject('postgresUrl')), connections: 20 });
  current = 'refresh-1';
  alive = new Set(['xoxb-1']);
  let issued = 1;
  renewal = ({ args }) => {
    if (args['refresh_token'] !== current) return { ok: false, error: 'invalid_refresh_token' };
    issued++;
    current = `refresh-${issued}`;
    alive.add(`xoxb-${issued}`);
    return { ok: true, access_token: `xoxb-${issued}`, refresh_token: current, expires_in: 43_200, token_type: 'bot' };
  };
  slack = await fakeSlack(async (asked) => {
    if (asked.method === 'oauth.v2.access') return { body: await renewal(asked) };
    return { body: alive.has(asked.token) ? { ok: true, team_id: 'T1', team: 'Guild', user_id: 'UBOT' } : { ok: false, error: 'token_revoked' } };
  });
});
afterEach(() => Promise.all([slack.close(), database.close()]));

/** A process with a token that expires after `ms`, or with what another process has kept. */
async function processWith(ms?: number) {
  const house = houseOn(database);
  if (ms !== undefined) await install(house, ms);
  return { house, tokens: installedTokens(settingsFor(slack.apiUrl), house) };
}

async function install(house: House, ms: number, token = 'xoxb-1', refreshToken = 'refresh-1') {
  const bot = { token, refreshToken, expiresAt: Math.floor(plus(house.clock.now(), ms) / 1000), userId: 'UBOT', scopes: [] };
  await house.installations.save('slack', 'T1', { team: { id: 'T1', name: 'Guild' }, isEnterpriseInstall: false, installedBy: 'U1', bot });
}

/** How many wait at this database; other tests use the same server. */
async function waitingForATurn() {
  const [row] = await database.prisma.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pg_locks JOIN pg_database d ON d.oid = database WHERE NOT granted AND datname = current_database()`;
  return row?.n;
}

const tokenOf = async ({ tokens }: Awaited<ReturnType<typeof processWith>>) => (await tokens.authorize(TEAM))?.botToken;

describe('tokens that expire', () => {
  it('are left alone while they live for more than two hours', async () => {
    const one = await processWith(2 * HOUR + MINUTE);
    expect(await tokenOf(one)).toBe('xoxb-1');
    expect(slack.asked).toEqual([]);
    one.house.clock.forwardTo(plus(one.house.clock.now(), MINUTE));
    expect(await tokenOf(one)).toBe('xoxb-2');
  });

  it('are renewed once, by two processes that are asked twenty times at the same moment', async () => {
    const [one, other] = [await processWith(HOUR), await processWith()];
    const answered = await Promise.all(Array.from({ length: 20 }, (_, index) => tokenOf(index % 2 ? one : other)));
    expect(new Set(answered)).toEqual(new Set(['xoxb-2']));
    expect(slack.count('oauth.v2.access')).toBe(1);
    expect(slack.asked[0]).toMatchObject({ token: '', args: { grant_type: 'refresh_token', refresh_token: 'refresh-1', client_id: '12.34' } });
    expect(await tokenOf(await processWith())).toBe('xoxb-2');
    expect(slack.count('oauth.v2.access')).toBe(1);
  });

  it('are renewed again and again, each time with the newest refresh token', async () => {
    const one = await processWith(HOUR);
    for (const expected of ['xoxb-2', 'xoxb-3', 'xoxb-4']) {
      expect(await tokenOf(one)).toBe(expected);
      one.house.clock.forwardTo(plus(one.house.clock.now(), 11 * HOUR));
    }
  });

  it('serve on while they live, where Slack does not renew them; Slack is asked once a minute, not at every click', async () => {
    const one = await processWith(HOUR);
    const renews = renewal;
    renewal = () => ({ ok: false, error: 'internal_error' });
    expect(await Promise.all([tokenOf(one), tokenOf(one), tokenOf(one)])).toEqual(['xoxb-1', 'xoxb-1', 'xoxb-1']);
    expect(slack.count('oauth.v2.access')).toBe(1);
    expect(one.house.events).toContainEqual({ event: 'slack.rotation.refused', fields: { door: 'T1', fault: 'internal_error' } });

    one.house.clock.forwardTo(plus(one.house.clock.now(), HOUR));
    expect(await tokenOf(one)).toBeUndefined();
    expect(slack.count('oauth.v2.access')).toBe(2);

    renewal = renews;
    one.house.clock.forwardTo(plus(one.house.clock.now(), MINUTE));
    expect(await tokenOf(one)).toBe('xoxb-2');
  });

  it('serve on where nobody can be asked for a turn', async () => {
    const one = await processWith(HOUR);
    const broken = { ...one.house, installations: { ...one.house.installations, alone: () => Promise.reject(new Error('no connection')) } };
    const tokens = installedTokens(settingsFor(slack.apiUrl), broken);
    expect((await tokens.authorize(TEAM))?.botToken).toBe('xoxb-1');
    expect(slack.asked).toEqual([]);
  });

  it('need no renewal where Slack gave one for good', async () => {
    const one = await processWith();
    await one.house.installations.save('slack', 'T1', {
      team: { id: 'T1' },
      isEnterpriseInstall: false,
      installedBy: 'U1',
      bot: { token: 'xoxb-for-good', userId: 'UBOT', scopes: [] },
    });
    expect(await tokenOf(one)).toBe('xoxb-for-good');
    expect(slack.asked).toEqual([]);
  });

  it('appear in no log', async () => {
    const one = await processWith(HOUR);
    await tokenOf(one);
    renewal = () => ({ ok: false, error: 'invalid_refresh_token' });
    one.house.clock.forwardTo(plus(one.house.clock.now(), 11 * HOUR));
    await tokenOf(one);
    expect(one.house.events.map(({ event }) => event)).toEqual(['slack.rotation', 'slack.rotation.refused']);
    expect(JSON.stringify(one.house.events)).not.toMatch(/xoxb|refresh-/);
  });
});

describe('a bot that was removed', () => {
  it('loses its tokens, however often and by whichever news we hear of it; the organisation stays', async () => {
    const one = await processWith(6 * HOUR);
    const tenantId = await one.house.doors.open('slack', 'T1', { name: 'Guild' });
    expect(await one.tokens.tokenOf(tenantId)).toBe('xoxb-1');
    alive.clear();
    const other = await processWith();
    await Promise.all([one.tokens.uninstalled('T1'), other.tokens.uninstalled('T1'), one.tokens.uninstalled('T1')]);
    await one.tokens.uninstalled('T1');
    expect(await database.prisma.installation.count()).toBe(0);
    expect(await one.tokens.authorize(TEAM)).toBeNull();
    expect(await one.tokens.tokenOf(tenantId)).toBeNull();
    expect(await one.house.doors.tenantOf('slack', 'T1')).toBe(tenantId);
    expect(await one.house.doors.open('slack', 'T1', { name: 'Guild again' })).toBe(tenantId);
  });

  it('keeps the tokens of a new installation when the news of the old one comes late', async () => {
    const one = await processWith(6 * HOUR);
    alive = new Set(['xoxb-new']);
    await install(one.house, 6 * HOUR, 'xoxb-new', 'refresh-new');
    await one.tokens.uninstalled('T1');
    expect(await tokenOf(one)).toBe('xoxb-new');
    expect(one.house.events.at(-1)).toEqual({ event: 'slack.removed.late', fields: { door: 'T1' } });
  });

  it('is not brought back by a renewal that was under way', async () => {
    const [one, other] = [await processWith(HOUR), await processWith()];
    const [asked, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const renews = renewal;
    renewal = async (call) => {
      asked.resolve();
      await go.promise;
      const renewed = await renews(call);
      // Removed while it is renewed: no token of it lives, nor does the one just given.
      alive.clear();
      return renewed;
    };
    const renewing = tokenOf(one);
    await asked.promise;
    const removing = other.tokens.uninstalled('T1');
    await expect.poll(waitingForATurn).toBe(1);
    go.resolve();
    await renewing;
    await removing;
    expect(await database.prisma.installation.count()).toBe(0);
  });
});
