// Settings of Microsoft Teams: two ways to prove who the bot is, one for development, every mixture refused with the way out (F21).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MICROSOFT_CLOUD } from '../../../adapters/teams/send/hosts.ts';
import type { TeamsSettings } from '../../../adapters/teams/settings.ts';
import { type Config, type Environment, readConfig, secretsIn } from '../../../src/config.ts';
import { isFault } from '../../../src/fault.ts';

const APP_ID = 'aaaaaaaa-0000-4000-8000-000000000001';
const TENANT_ID = 'bbbbbbbb-0000-4000-8000-000000000002';
const OTHER_ID = 'cccccccc-0000-4000-8000-000000000003';

const APP = { TEAMS_APP_ID: APP_ID };
const TENANT = { TEAMS_TENANT_ID: TENANT_ID };
const PASSWORD = { TEAMS_APP_PASSWORD: 'Zq8~secret.of-the_application' };
const IDENTITY = { TEAMS_MANAGED_IDENTITY: 'on' };
const OTHERS = { TEAMS_OTHER_TENANTS: OTHER_ID };
const FIRST = { TEAMS_FIRST_COORDINATOR: 'ana@example.org' };
const DEVELOPMENT = { TEAMS_DEVELOPMENT: 'on' };
const WHOLE = { ...APP, ...TENANT, ...PASSWORD };

function read(environment: Environment): Config | string {
  try {
    return readConfig(environment);
  } catch (error) {
    if (isFault(error, 'config')) return (error as Error).message;
    throw error;
  }
}

/** What the adapter is given: that this compiles is the proof of the shape. */
function settingsOf({ teams }: Config): TeamsSettings | undefined {
  return teams;
}

describe('settings of Teams', () => {
  it('prove who the bot is with a secret, with a managed identity, or not at all on this computer', () => {
    expect(settingsOf(readConfig({ ...WHOLE, ...FIRST }))).toEqual({
      appId: APP_ID,
      credential: { kind: 'secret', tenantId: TENANT_ID, secret: PASSWORD.TEAMS_APP_PASSWORD },
      tenants: [TENANT_ID],
      share: 0.9,
      firstCoordinator: 'ana@example.org',
      cloud: MICROSOFT_CLOUD,
    });
    expect(settingsOf(readConfig({ ...APP, ...TENANT, ...IDENTITY, RATE_SHARE: '0.5' }))).toEqual({
      appId: APP_ID,
      credential: { kind: 'identity', tenantId: TENANT_ID },
      tenants: [TENANT_ID],
      share: 0.5,
      cloud: MICROSOFT_CLOUD,
    });
    expect(settingsOf(readConfig(DEVELOPMENT))).toEqual({
      appId: '',
      credential: { kind: 'none' },
      tenants: [],
      share: 0.9,
      cloud: { ...MICROSOFT_CLOUD, serviceHosts: ['127.0.0.1', 'localhost', '[::1]'] },
    });
  });

  it('take ids in whatever case and blanks, and each tenant once', () => {
    const others = ` ${OTHER_ID.toUpperCase()}, ${TENANT_ID},${OTHER_ID} `;
    const { teams } = readConfig({
      ...PASSWORD,
      TEAMS_APP_ID: APP_ID.toUpperCase(),
      TEAMS_TENANT_ID: ` ${TENANT_ID.toUpperCase()}\n`,
      TEAMS_OTHER_TENANTS: others,
    });
    expect(teams).toMatchObject({ appId: APP_ID, credential: { tenantId: TENANT_ID }, tenants: [TENANT_ID, OTHER_ID] });
    expect(readConfig({ ...WHOLE, TEAMS_FIRST_COORDINATOR: 'Ana.Ruiz@Example.ORG' }).teams?.firstCoordinator).toBe('ana.ruiz@example.org');
    expect(readConfig({ ...WHOLE, TEAMS_FIRST_COORDINATOR: OTHER_ID.toUpperCase() }).teams?.firstCoordinator).toBe(OTHER_ID);
  });

  it('go elsewhere than to Microsoft where somebody says so', () => {
    const elsewhere = {
      TEAMS_OPENID_URL: 'http://127.0.0.1:4010/.well-known/openidconfiguration',
      TEAMS_LOGIN_URL: 'http://localhost:4010/login/',
      TEAMS_SERVICE_HOSTS: 'LOCALHOST, [::1],*.teams.example.org',
    };
    const cloud = {
      openIdUrl: 'http://127.0.0.1:4010/.well-known/openidconfiguration',
      loginUrl: 'http://localhost:4010/login',
      serviceHosts: ['localhost', '[::1]', '*.teams.example.org'],
    };
    expect(readConfig({ ...WHOLE, ...elsewhere }).teams?.cloud).toEqual(cloud);
    expect(readConfig({ ...DEVELOPMENT, ...elsewhere }).teams?.cloud).toEqual(cloud);
    expect(readConfig({ ...WHOLE, PUBLIC_URL: 'https://mentor.example.org/' }).teams).toMatchObject({
      publicUrl: 'https://mentor.example.org',
      cloud: MICROSOFT_CLOUD,
    });
    expect(readConfig(elsewhere)).toMatchObject({ playground: true });
    expect(readConfig(elsewhere).teams).toBeUndefined();
  });

  it.each<readonly [string, Environment, string]>([
    ['an app id alone', APP, 'TEAMS_APP_ID needs TEAMS_TENANT_ID and TEAMS_APP_PASSWORD beside it: a client secret takes'],
    ['a secret alone', PASSWORD, 'TEAMS_APP_PASSWORD needs TEAMS_APP_ID and TEAMS_TENANT_ID beside it'],
    ['a bot that proves nothing', { ...APP, ...TENANT }, 'TEAMS_APP_ID needs TEAMS_APP_PASSWORD beside it'],
    ['a bot whose managed identity is off', { ...APP, ...TENANT, TEAMS_MANAGED_IDENTITY: 'off' }, 'TEAMS_APP_ID needs TEAMS_APP_PASSWORD beside it'],
    ['a managed identity alone', IDENTITY, 'TEAMS_MANAGED_IDENTITY needs TEAMS_APP_ID and TEAMS_TENANT_ID beside it'],
    ['a secret beside a managed identity', { ...WHOLE, ...IDENTITY }, 'TEAMS_APP_PASSWORD does not go with TEAMS_MANAGED_IDENTITY: a managed identity takes'],
    ['development beside an app', { ...WHOLE, ...DEVELOPMENT }, 'TEAMS_APP_ID does not go with TEAMS_DEVELOPMENT: development on this computer takes'],
    ['development for other tenants', { ...DEVELOPMENT, ...OTHERS }, 'TEAMS_OTHER_TENANTS does not go with TEAMS_DEVELOPMENT'],
    ['development for all the world', { ...DEVELOPMENT, HOST: '0.0.0.0' }, 'TEAMS_DEVELOPMENT lets everybody in without proof: HOST must be 127.0.0.1'],
    ['other tenants without Teams', OTHERS, 'TEAMS_OTHER_TENANTS needs a connection to Teams beside it'],
    ['a coordinator without Teams', FIRST, 'TEAMS_FIRST_COORDINATOR needs a connection to Teams beside it'],
    [
      'the id of a secret for the secret',
      { ...APP, ...TENANT, TEAMS_APP_PASSWORD: OTHER_ID },
      'TEAMS_APP_PASSWORD must be the Value of a client secret, not its',
    ],
  ])('refuse %s', (_, environment, said) => {
    expect(read(environment)).toContain(said);
  });

  it('are whole in one of three ways, and named without their values in all others', () => {
    const parts: Readonly<Record<string, Environment>> = { APP, TENANT, PASSWORD, IDENTITY, OTHERS, FIRST, DEVELOPMENT };
    const names = Object.keys(parts);
    const anyway = ['OTHERS', 'FIRST', 'OTHERS FIRST'];
    const whole = new Set(['', 'DEVELOPMENT', 'FIRST DEVELOPMENT']);
    for (const way of ['APP TENANT PASSWORD', 'APP TENANT IDENTITY']) for (const beside of ['', ...anyway]) whole.add(`${way} ${beside}`.trim());
    let refused = 0;
    for (let mask = 0; mask < 2 ** names.length; mask++) {
      const chosen = names.filter((_, index) => mask & (1 << index));
      const environment: Record<string, string> = Object.assign({}, ...chosen.map((name) => parts[name]));
      const config = read(environment);
      const of = chosen.join(' ');
      expect(typeof config === 'string', of).toBe(!whole.has(of));
      if (typeof config !== 'string') continue;
      refused++;
      for (const line of config.split('\n')) expect(line, of).toMatch(/^TEAMS_\w+ (needs|does not go with) .+/);
      for (const value of Object.values(environment)) if (value.length > 2) expect(config, of).not.toContain(value);
    }
    expect(refused).toBe(2 ** names.length - whole.size);
  });

  it('turn the playground off where nothing else is said, and let the server be open to the world', () => {
    expect(readConfig(WHOLE).playground).toBe(false);
    expect(readConfig({ ...WHOLE, HOST: '0.0.0.0' }).playground).toBe(false);
    expect(readConfig({ ...WHOLE, PLAYGROUND: 'on' }).playground).toBe(true);
    expect(readConfig(DEVELOPMENT).playground).toBe(false);
    for (const off of ['TEAMS_DEVELOPMENT', 'TEAMS_MANAGED_IDENTITY']) expect(readConfig({ [off]: 'off' })).toMatchObject({ playground: true });
  });

  it('stand beside those of Slack, and say whether all is one organisation', () => {
    const socket = { SLACK_BOT_TOKEN: 'xoxb-1-bot', SLACK_APP_TOKEN: 'xapp-1-app' };
    const many = {
      SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
      SLACK_CLIENT_ID: '12.34',
      SLACK_CLIENT_SECRET: '00112233445566778899aabbccddeeff',
      PUBLIC_URL: 'https://mentor.example.org',
    };
    const both = readConfig({ ...WHOLE, ...socket });
    expect(both).toMatchObject({ slack: { mode: 'socket' }, teams: { appId: APP_ID } });
    expect(secretsIn(both)).toEqual(['xoxb-1-bot', 'xapp-1-app', PASSWORD.TEAMS_APP_PASSWORD]);
    for (const one of [{}, WHOLE, socket, { ...WHOLE, ...socket }, DEVELOPMENT, { ...WHOLE, TEAMS_OTHER_TENANTS: TENANT_ID }])
      expect(readConfig(one).oneOrganisation).toBe(true);
    for (const several of [many, { ...WHOLE, ...many }, { ...WHOLE, ...OTHERS }, { ...WHOLE, ...OTHERS, ...socket }])
      expect(readConfig(several).oneOrganisation).toBe(false);
  });

  it('appear in no log', () => {
    expect(secretsIn(readConfig(WHOLE))).toEqual([PASSWORD.TEAMS_APP_PASSWORD]);
    expect(secretsIn(readConfig({ ...APP, ...TENANT, ...IDENTITY }))).toEqual([]);
  });

  it('never say a value, whatever it is', () => {
    const names = Object.keys({
      ...WHOLE,
      ...IDENTITY,
      ...OTHERS,
      ...FIRST,
      ...DEVELOPMENT,
      TEAMS_OPENID_URL: '',
      TEAMS_LOGIN_URL: '',
      TEAMS_SERVICE_HOSTS: '',
    });
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ minLength: 12 }), (name, value) => {
        const config = read({ [name]: value });
        if (typeof config === 'string') expect(config).not.toContain(value.trim() || value);
      }),
      { numRuns: 500 },
    );
  });
});
