// Settings of Slack: three ways to connect, and every mixture of them refused with the way out (F21).

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlackSettings } from '../../../adapters/slack/settings.ts';
import { type Config, type Environment, readConfig, secretsIn } from '../../../src/config.ts';
import { isFault } from '../../../src/fault.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-bot' };
const APP = { SLACK_APP_TOKEN: 'xapp-1-app' };
const SIGNING = { SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };
const PREVIOUS = { SLACK_SIGNING_SECRET_PREVIOUS: 'fedcba9876543210fedcba9876543210' };
const CLIENT = { SLACK_CLIENT_ID: '12.34' };
const SECRET = { SLACK_CLIENT_SECRET: '00112233445566778899aabbccddeeff' };
const ADDRESS = { PUBLIC_URL: 'https://mentor.example.org' };
const FIRST = { SLACK_FIRST_COORDINATOR: 'U012AB3CD' };
const MANY = { ...SIGNING, ...CLIENT, ...SECRET, ...ADDRESS };

function read(environment: Environment): Config | string {
  try {
    return readConfig(environment);
  } catch (error) {
    if (isFault(error, 'config')) return (error as Error).message;
    throw error;
  }
}

/** What the adapter is given, with the one secret that is not a setting: that this compiles is the proof of the shape. */
function settingsOf({ slack }: Config): SlackSettings | undefined {
  return slack?.mode === 'install' ? { ...slack, stateSecret: 'derived' } : slack;
}

describe('settings of Slack', () => {
  it('connect through a socket, to one workspace over HTTP, or to many', () => {
    expect(settingsOf(readConfig({ ...BOT, ...APP, ...FIRST }))).toEqual({
      mode: 'socket',
      botToken: 'xoxb-1-bot',
      appToken: 'xapp-1-app',
      apiUrl: 'https://slack.com/api/',
      share: 0.9,
      firstCoordinator: 'U012AB3CD',
    });
    expect(settingsOf(readConfig({ ...BOT, ...SIGNING, RATE_SHARE: '0.5', SLACK_API_URL: 'http://localhost:4199/api' }))).toEqual({
      mode: 'http',
      botToken: 'xoxb-1-bot',
      signingSecrets: [SIGNING.SLACK_SIGNING_SECRET],
      apiUrl: 'http://localhost:4199/api/',
      share: 0.5,
    });
    expect(settingsOf(readConfig({ ...MANY, ...PREVIOUS, PUBLIC_URL: 'https://mentor.example.org/', RATE_SHARE: '1' }))).toEqual({
      mode: 'install',
      clientId: '12.34',
      clientSecret: SECRET.SLACK_CLIENT_SECRET,
      publicUrl: 'https://mentor.example.org',
      stateSecret: 'derived',
      signingSecrets: [SIGNING.SLACK_SIGNING_SECRET, PREVIOUS.SLACK_SIGNING_SECRET_PREVIOUS],
      apiUrl: 'https://slack.com/api/',
      share: 1,
    });
  });

  it('let an address of this computer do without encryption', () => {
    for (const PUBLIC_URL of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
      expect(readConfig({ ...MANY, PUBLIC_URL }).slack).toMatchObject({ publicUrl: PUBLIC_URL });
  });

  it.each<readonly [string, Environment, string]>([
    ['a bot token alone', BOT, 'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET beside it'],
    ['an app token alone', APP, 'SLACK_APP_TOKEN needs SLACK_BOT_TOKEN beside it: Socket Mode takes SLACK_APP_TOKEN and SLACK_BOT_TOKEN'],
    ['a signing secret alone', SIGNING, 'SLACK_SIGNING_SECRET needs SLACK_BOT_TOKEN beside it'],
    ['a client id alone', CLIENT, 'SLACK_CLIENT_ID needs SLACK_SIGNING_SECRET, SLACK_CLIENT_SECRET and PUBLIC_URL beside it'],
    ['many workspaces without an address', { ...SIGNING, ...CLIENT, ...SECRET }, 'SLACK_SIGNING_SECRET needs PUBLIC_URL beside it'],
    ['an app token beside a client id', { ...BOT, ...APP, ...CLIENT }, 'SLACK_CLIENT_ID does not go with SLACK_APP_TOKEN: Socket Mode takes'],
    ['an app token beside a signing secret', { ...BOT, ...APP, ...SIGNING }, 'SLACK_SIGNING_SECRET does not go with SLACK_APP_TOKEN'],
    ['a bot token beside a client id', { ...MANY, ...BOT }, 'SLACK_BOT_TOKEN does not go with SLACK_CLIENT_ID and SLACK_CLIENT_SECRET'],
    ['an old signing secret alone', PREVIOUS, 'SLACK_SIGNING_SECRET_PREVIOUS needs SLACK_SIGNING_SECRET'],
    [
      'an old signing secret that is the new one',
      { ...BOT, ...SIGNING, SLACK_SIGNING_SECRET_PREVIOUS: SIGNING.SLACK_SIGNING_SECRET },
      'SLACK_SIGNING_SECRET_PREVIOUS is the same',
    ],
    ['a coordinator without Slack', FIRST, 'SLACK_FIRST_COORDINATOR needs a connection to Slack beside it'],
  ])('refuse %s', (_, environment, said) => {
    expect(read(environment)).toContain(said);
  });

  it('are whole in one of three ways, and named without their values in all others', () => {
    const parts = [BOT, APP, SIGNING, CLIENT, SECRET, ADDRESS];
    const whole = new Set(['BOT APP', 'BOT APP ADDRESS', 'BOT SIGNING', 'BOT SIGNING ADDRESS', 'SIGNING CLIENT SECRET ADDRESS', '', 'ADDRESS']);
    const names = ['BOT', 'APP', 'SIGNING', 'CLIENT', 'SECRET', 'ADDRESS'];
    let refused = 0;
    for (let mask = 0; mask < 2 ** parts.length; mask++) {
      const chosen = parts.map((_, index) => index).filter((index) => mask & (1 << index));
      const environment: Record<string, string> = Object.assign({}, ...chosen.map((index) => parts[index]));
      const config = read(environment);
      const of = chosen.map((index) => names[index]).join(' ');
      expect(typeof config === 'string', of).toBe(!whole.has(of));
      if (typeof config !== 'string') continue;
      refused++;
      expect(config, of).toMatch(/^SLACK_\w+ (needs|does not go with) .+/);
      for (const value of Object.values(environment)) expect(config, of).not.toContain(value);
    }
    expect(refused).toBe(2 ** parts.length - whole.size);
  });

  it('turn the playground off where nothing else is said', () => {
    expect(readConfig({ ...BOT, ...APP }).playground).toBe(false);
    expect(readConfig({ ...BOT, ...APP, HOST: '0.0.0.0' }).playground).toBe(false);
    expect(readConfig({ ...BOT, ...APP, PLAYGROUND: 'on' }).playground).toBe(true);
    expect(readConfig({ PLAYGROUND: 'off', HOST: '0.0.0.0' }).playground).toBe(false);
    expect(readConfig({ ...ADDRESS, SLACK_API_URL: 'http://localhost:4199/api/' }).playground).toBe(true);
  });

  it('appear in no log', () => {
    expect(secretsIn(readConfig({ ...BOT, ...APP }))).toEqual(['xoxb-1-bot', 'xapp-1-app']);
    expect(secretsIn(readConfig({ ...BOT, ...SIGNING }))).toEqual([SIGNING.SLACK_SIGNING_SECRET, 'xoxb-1-bot']);
    expect(new Set(secretsIn(readConfig({ ...MANY, ...PREVIOUS })))).toEqual(
      new Set([SIGNING.SLACK_SIGNING_SECRET, PREVIOUS.SLACK_SIGNING_SECRET_PREVIOUS, SECRET.SLACK_CLIENT_SECRET]),
    );
  });

  it('never say a value, whatever it is', () => {
    const names = [...Object.keys({ ...MANY, ...BOT, ...APP, ...PREVIOUS, ...FIRST }), 'SLACK_API_URL', 'RATE_SHARE'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ minLength: 12 }), (name, value) => {
        const config = read({ [name]: value });
        if (typeof config === 'string') expect(config).not.toContain(value.trim() || value);
      }),
      { numRuns: 500 },
    );
  });
});
