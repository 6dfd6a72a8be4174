// Settings: every variable missing, blank, malformed and in contradiction to another (F21).

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Environment, envExample, readConfig, secretsIn } from '../../../src/config.ts';
import { isFault } from '../../../src/fault.ts';

const KEY = randomBytes(32).toString('base64');
const OTHER = randomBytes(32).toString('base64');
const SERVER = 'postgres://mentor:s3cret%40word@db.example.org/mentor';

const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1-2', SLACK_APP_TOKEN: 'xapp-1-2' };

function faultsOf(environment: Environment): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (isFault(error, 'config')) return (error as Error).message.split('\n');
    throw error;
  }
  return [];
}

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'mentor-cycle-config-')), 'value');
  writeFileSync(path, text);
  return path;
}

const MALFORMED: readonly (readonly [name: string, ...values: string[]])[] = [
  ['PORT', 'abc', '-1', '65536', '3000.5', '0x10'],
  ['HOST', 'local host', 'a/b'],
  ['DATABASE_URL', 'localhost', 'mysql://h/d', 'postgres://host', 'postgres:///d'],
  ['SECRET_KEY', 'short', KEY.slice(0, -1), `${KEY}${KEY}`, randomBytes(16).toString('base64')],
  ['SECRET_KEY_PREVIOUS', 'short'],
  ['LOG_LEVEL', 'loud', 'INFO'],
  ['ROLES', 'cook', 'web,cook', 'web,,ticker', ','],
  ['PLAYGROUND', 'maybe', 'true', '1'],
  ['DEFAULT_TIME_ZONE', 'Mars/Olympus', 'CEST+2'],
  ['DEFAULT_LANGUAGE', 'de', 'EN', 'sv-SE'],
  ['PUBLIC_URL', 'mentor.example.org', 'http://mentor.example.org', 'https://example.org/bot', 'https://u:p@example.org', 'https://e.org?a=1'],
  ['SLACK_BOT_TOKEN', 'xoxp-1-2', 'xapp-1-2', 'xoxe.xoxb-1-2', 'xoxb-a b'],
  ['SLACK_APP_TOKEN', 'xoxb-1-2', 'xapp-a/b'],
  ['SLACK_SIGNING_SECRET', 'too-short', '0123456789abcdef 0123456789abcdef'],
  ['SLACK_SIGNING_SECRET_PREVIOUS', 'too-short'],
  ['SLACK_CLIENT_ID', 'A012AB3CD', '12345', '12.34.56'],
  ['SLACK_CLIENT_SECRET', 'too-short'],
  ['SLACK_FIRST_COORDINATOR', '@ana', 'u012ab3cd', 'B012AB3CD', 'ana@example.org'],
  ['SLACK_API_URL', 'slack.com/api', 'http://slack.example.org/api/', 'ftp://localhost/api/', 'https://slack.com/api/?x=1'],
  ['TEAMS_APP_ID', 'mentor-cycle', '12345678', 'aaaaaaaa00004000800000000000000001', 'api://aaaaaaaa-0000-4000-8000-000000000001'],
  ['TEAMS_TENANT_ID', 'example.onmicrosoft.com', 'common', 'aaaaaaaa-0000-4000-8000-00000000000g'],
  ['TEAMS_APP_PASSWORD', 'too-short', 'two words that are long', 'aaaaaaaa-0000-4000-8000-000000000001'],
  ['TEAMS_MANAGED_IDENTITY', 'yes', 'true', 'ON'],
  ['TEAMS_OTHER_TENANTS', 'all', 'example.org', 'aaaaaaaa-0000-4000-8000-000000000001,', '*'],
  ['TEAMS_FIRST_COORDINATOR', 'Ana', '@ana', 'ana@localhost', 'Ana <ana@example.org>', 'ana@example.org,bo@example.org'],
  ['TEAMS_DEVELOPMENT', 'yes', '1', 'On'],
  ['TEAMS_OPENID_URL', 'login.botframework.com', 'http://login.example.org', 'https://e.org/x?a=1'],
  ['TEAMS_LOGIN_URL', 'login.microsoftonline.com', 'http://login.example.org', 'https://u:p@example.org'],
  ['TEAMS_SERVICE_HOSTS', '*', 'https://smba.trafficmanager.net', 'smba.trafficmanager.net/emea', 'a..b', '*.org', 'a.*.org', '[::2]', 'host:80'],
  ['RATE_SHARE', '0', '0.05', '1.1', '90%', 'all'],
];

const NAMES = [...new Set(['DATA_DIR', ...MALFORMED.map(([name]) => name)])];

describe('settings', () => {
  it('need nothing at all for the playground', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      playground: true,
      keys: [],
      logLevel: 'warn',
      timeZone: 'Europe/Stockholm',
      language: 'en',
    });
    expect([...readConfig({}).roles]).toEqual(['web', 'worker', 'ticker']);
  });

  it('take a server, its keys and a share of the work', () => {
    const config = readConfig({
      DATABASE_URL: SERVER,
      SECRET_KEY: KEY,
      SECRET_KEY_PREVIOUS: OTHER,
      ROLES: 'worker, ticker',
      PLAYGROUND: 'off',
      HOST: '0.0.0.0',
      PORT: '0',
    });
    expect(config).toMatchObject({ databaseUrl: SERVER, playground: false, host: '0.0.0.0', port: 0, logLevel: 'info' });
    expect(config.keys.map((key) => key.toString('base64'))).toEqual([KEY, OTHER]);
    expect([...config.roles]).toEqual(['worker', 'ticker']);
  });

  it.each(NAMES)('%s left empty is a fault, not the standard value', (name) => {
    for (const blank of ['', '  ', '\n']) expect(faultsOf({ [name]: blank })[0]).toBe(`${name} is empty: give it a value or leave it out`);
  });

  it.each(MALFORMED.flatMap(([name, ...values]) => values.map((value) => [name, value] as const)))('%s=%s is named, and its value is not', (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults.some((fault) => fault.startsWith(`${name} must`))).toBe(true);
    if (value.length > 4) expect(faults.join('\n')).not.toContain(value);
  });

  it.each(NAMES)('%s may lie in a file', (name) => {
    expect(faultsOf({ [`${name}_FILE`]: '/nowhere/at/all' })).toContain(`${name}_FILE names a file that cannot be read`);
    expect(faultsOf({ [`${name}_FILE`]: file(' \n') })).toContain(`${name}_FILE names an empty file`);
    expect(faultsOf({ [name]: 'x', [`${name}_FILE`]: file('x') })).toContain(`${name} and ${name}_FILE are both set: leave one out`);
  });

  it('read what lies in a file without its line end', () => {
    expect(readConfig({ PORT_FILE: file('4000\n') }).port).toBe(4000);
    expect(readConfig({ DATABASE_URL: SERVER, SECRET_KEY_FILE: file(`${KEY}\n`) }).keys).toHaveLength(1);
  });

  it.each<readonly [string, Environment, string]>([
    ['a server without a key', { DATABASE_URL: SERVER }, 'SECRET_KEY is needed with DATABASE_URL'],
    ['an old key alone', { SECRET_KEY_PREVIOUS: OTHER }, 'SECRET_KEY_PREVIOUS needs SECRET_KEY'],
    ['an old key that is the new one', { SECRET_KEY: KEY, SECRET_KEY_PREVIOUS: KEY }, 'SECRET_KEY_PREVIOUS is the same'],
    ['divided work on the embedded database', { ROLES: 'web' }, 'ROLES can be divided'],
    ['the playground for all the world', { HOST: '0.0.0.0' }, 'HOST must be'],
    ['the playground for all the world beside Slack', { ...SOCKET, PLAYGROUND: 'on', HOST: '0.0.0.0' }, 'HOST must be'],
  ])('refuse %s', (_, environment, said) => {
    expect(faultsOf(environment).join('\n')).toContain(said);
  });

  it('tell all faults at once', () => {
    expect(faultsOf({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: SERVER, HOST: '0.0.0.0' }).map((fault) => fault.split(' ')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'SECRET_KEY',
      'HOST',
    ]);
  });

  it('name what no log may show', () => {
    expect(secretsIn(readConfig({ DATABASE_URL: SERVER, SECRET_KEY: KEY }))).toEqual([KEY, 's3cret%40word', 's3cret@word']);
  });

  it('are listed in .env.example as they are read', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    expect(example).toBe(envExample());
    for (const name of NAMES) expect(example).toContain(`\n# ${name}=`);
    const taken = Object.fromEntries([...example.matchAll(/^# ([A-Z_]+)=(.+)$/gm)].map(([, name, value]) => [name, value]));
    expect(readConfig(taken)).toEqual(readConfig({}));
  });
});
