// The token of the settings: whose it is, what it may do, and what is said at start where it does not do.

import { createEmulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { singleTokens } from '../../../../adapters/slack/install/tokens.ts';
import { SCOPES, type SocketSettings } from '../../../../adapters/slack/settings.ts';
import { isFault } from '../../../../src/fault.ts';
import { type Database, openDatabase } from '../../../../src/runtime/store/database.ts';
import { fakeSlack, houseOn } from './support.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
afterAll(() => database.close());

const settings = (apiUrl: string, botToken = 'xoxb-here'): SocketSettings => ({ mode: 'socket', apiUrl, share: 0.9, botToken, appToken: 'xapp-here' });
const identity = { ok: true, team_id: 'T1', team: 'Guild', user_id: 'UBOT', bot_id: 'B1' };
const query = (teamId: string) => ({ teamId, isEnterpriseInstall: false });

async function faultOf(starting: Promise<unknown>): Promise<string> {
  const error: unknown = await starting.then(
    () => null,
    (fault: unknown) => fault,
  );
  expect(isFault(error, 'config')).toBe(true);
  return (error as Error).message;
}

describe('the token of the settings', () => {
  it('opens the door of its workspace and speaks there alone', async () => {
    const slack = await createEmulator({
      service: 'slack',
      port: 0,
      seed: {
        slack: {
          team: { name: 'Mentor Guild', domain: 'guild' },
          bots: [{ name: 'mentorbot' }],
          tokens: [{ token: 'xoxb-here', type: 'bot', scopes: [...SCOPES] }],
        },
      },
    });
    const house = houseOn(database);
    const tokens = await singleTokens(settings(`${slack.url}/api/`), house);
    const tenantId = (await house.doors.tenantOf('slack', 'T000000001')) ?? '';
    expect((await database.prisma.organisation.findFirst({ where: { tenantId } }))?.name).toBe('Mentor Guild');
    expect(await tokens.authorize(query('T000000001'))).toMatchObject({ botToken: 'xoxb-here', teamId: 'T000000001' });
    expect(await tokens.authorize(query('T-elsewhere'))).toBeNull();
    expect(await tokens.tokenOf(tenantId)).toBe('xoxb-here');
    expect(await tokens.tokenOf('somebody else')).toBeNull();
    await tokens.uninstalled('T000000001');
    expect(await tokens.tokenOf(tenantId)).toBe('xoxb-here');
    await slack.close();
  });

  it('of a whole enterprise opens the enterprise’s door', async () => {
    const slack = await fakeSlack(() => ({ body: { ...identity, team: 'Grid', enterprise_id: 'E1', is_enterprise_install: true } }));
    const tokens = await singleTokens(settings(slack.apiUrl), houseOn(database));
    expect(await tokens.authorize({ teamId: 'T7', enterpriseId: 'E1', isEnterpriseInstall: true })).toMatchObject({ teamId: 'T7', enterpriseId: 'E1' });
    expect(await tokens.authorize(query('T7'))).toBeNull();
    await slack.close();
  });

  it.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    'stops the start where Slack says %s, with the way out and without the token',
    async (error) => {
      const slack = await fakeSlack(() => ({ body: { ok: false, error } }));
      const said = await faultOf(singleTokens(settings(slack.apiUrl), houseOn(database)));
      expect(said).toContain(`SLACK_BOT_TOKEN is not accepted by Slack (${error})`);
      expect(said).not.toContain('xoxb-here');
      await slack.close();
    },
  );

  it('stops the start where it lacks scopes, each named with its reason', async () => {
    const slack = await fakeSlack(() => ({ headers: { 'x-oauth-scopes': 'commands,chat:write,users:read' }, body: identity }));
    const said = await faultOf(singleTokens(settings(slack.apiUrl), houseOn(database)));
    expect(said).toMatch(/SLACK_BOT_TOKEN lacks im:write \(to open .+\); users:read\.email \(to recognise .+\): add/);
    expect(said).not.toContain('commands (');
    await slack.close();
  });

  it('starts with all scopes, with more, and where Slack does not name them', async () => {
    for (const scopes of [SCOPES.join(','), [...SCOPES, 'files:read'].join(', '), null]) {
      const slack = await fakeSlack(() => ({ headers: scopes === null ? {} : { 'x-oauth-scopes': scopes }, body: identity }));
      await expect(singleTokens(settings(slack.apiUrl), houseOn(database))).resolves.toBeDefined();
      await slack.close();
    }
  });

  it('stops the start in plain words where Slack is not to be reached, or is not Slack', async () => {
    const slack = await fakeSlack(() => ({ body: { ok: true, hello: 'from another server' } }));
    expect(await faultOf(singleTokens(settings(slack.apiUrl), houseOn(database)))).toContain('cannot be asked about SLACK_BOT_TOKEN (garbage)');
    await slack.close();
    expect(await faultOf(singleTokens(settings(slack.apiUrl), houseOn(database)))).toContain('see that this computer reaches SLACK_API_URL');
    const broken = await fakeSlack(() => ({ status: 503, body: {} }));
    expect(await faultOf(singleTokens(settings(broken.apiUrl), houseOn(database)))).toContain('(http_503)');
    await broken.close();
  });
});
