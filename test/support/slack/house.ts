// The whole product against the Slack that runs here, started as `main.ts` starts it: from variables of an environment,
// on an embedded database in a folder of its own or on a server. Its clock is the playground's, which can be moved.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slackWing } from '../../../adapters/slack/app.ts';
import { PATHS } from '../../../adapters/slack/settings.ts';
import { webChat } from '../../../adapters/web/chat.ts';
import { type Environment, readConfig } from '../../../src/config.ts';
import type { Playground, PlaygroundClock } from '../../../src/playground.ts';
import type { Log, LogFields } from '../../../src/ports.ts';
import { type Starting, start, type Wings } from '../../../src/runtime/start.ts';
import type { SlackConfig } from '../../../src/slack-config.ts';
import { LOCAL, type LocalSlack } from './local-slack.ts';

export type Via = 'http' | 'socket' | 'install';

export interface Settling {
  readonly via: Via;
  /** Without it: an embedded database. */
  readonly databaseUrl?: string;
  /** A folder that stays, for a house that is to be opened again. */
  readonly dataDir?: string;
  readonly environment?: Environment;
}

export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: LogFields;
}

export interface House {
  readonly url: string;
  readonly logged: readonly Logged[];
  /** What went wrong in the house, by name. */
  readonly faults: readonly string[];
  /** Lets time pass: all that falls due on the way happens, and is delivered. */
  advance(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** Where people would reach a house that many workspaces may install. */
export const PUBLIC_URL = 'https://mentor.example.org';

export async function openHouse(slack: LocalSlack, settling: Settling): Promise<House> {
  const home = settling.dataDir ?? mkdtempSync(join(tmpdir(), 'mentor-cycle-house-'));
  const config = readConfig({ ...environmentOf(slack, settling), DATA_DIR: home, ...settling.environment });
  const logged: Logged[] = [];
  const { log, version } = { log: keeping(logged), version: '0.0.0' };
  const at: { clock?: PlaygroundClock } = {};
  const wings = async (house: Parameters<Starting['wings']>[0]) => {
    if (!config.slack || !house.playground) throw new Error('this house is to meet Slack, with a clock that can be moved');
    at.clock = house.playground.clock;
    slack.keepTime(house.playground.clock.now);
    return wingsOf(config.slack, house, house.playground);
  };
  const started = await start({ config, log, version, wings, broken: (fault) => log.error(`broken ${fault.code}`) });
  if (settling.via === 'socket') slack.overSocket();
  else slack.overHttp(`${started.url}${PATHS.events}`);
  return {
    ...{ url: started.url ?? '', logged },
    get faults() {
      return logged.filter(({ level }) => level === 'error').map(({ event }) => event);
    },
    async advance(ms) {
      await at.clock?.move(ms);
    },
    async stop() {
      await started.stop();
      if (settling.dataDir === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}

/** As `main.ts` puts them together, but for the pages of the playground, which nobody opens here. */
async function wingsOf(slack: SlackConfig, { reception, secretFor }: Parameters<Starting['wings']>[0], playground: Playground): Promise<Wings> {
  const { chat, site, begin, end } = await slackWing(slack.mode === 'install' ? { ...slack, stateSecret: secretFor('slack install state') } : slack, reception);
  const web = webChat(playground.posts, (conversation) => playground.notify(conversation), playground.clock);
  return { chats: [chat, web], begin, end, ...(site ? { site } : {}) };
}

function environmentOf(slack: LocalSlack, { via, databaseUrl }: Settling): Environment {
  const { botToken, appToken, signingSecret, clientId, clientSecret } = LOCAL;
  const ways: Readonly<Record<Via, Environment>> = {
    socket: { SLACK_APP_TOKEN: appToken, SLACK_BOT_TOKEN: botToken },
    http: { SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: botToken },
    install: { SLACK_SIGNING_SECRET: signingSecret, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, PUBLIC_URL },
  };
  const database = databaseUrl ? { DATABASE_URL: databaseUrl, SECRET_KEY: Buffer.alloc(32, 7).toString('base64') } : {};
  return { PORT: '0', PLAYGROUND: 'on', SLACK_API_URL: slack.apiUrl, RATE_SHARE: '1', ...database, ...ways[via] };
}

function keeping(logged: Logged[]): Log {
  const keep =
    (level: Logged['level']) =>
    (event: string, fields: LogFields = {}) =>
      void logged.push({ level, event, fields });
  return {
    info: keep('info'),
    warn: keep('warn'),
    error(event, fields = {}, cause) {
      logged.push({ level: 'error', event, fields });
      console.error(event, fields, cause);
    },
  };
}
