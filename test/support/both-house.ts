// The whole product as people of Slack and of Teams meet it at once: Teams for development on this computer, as Agents
// Playground needs it, and the Slack that runs here where there is one. Its clock is the playground's, which can be moved.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { slackWing } from '../../adapters/slack/app.ts';
import { PATHS as SLACK } from '../../adapters/slack/settings.ts';
import { teamsWing } from '../../adapters/teams/app.ts';
import { PATHS as TEAMS } from '../../adapters/teams/settings.ts';
import { webChat } from '../../adapters/web/chat.ts';
import { readConfig } from '../../src/config.ts';
import type { PlaygroundClock } from '../../src/playground.ts';
import type { Log } from '../../src/ports.ts';
import { type Starting, start } from '../../src/runtime/start.ts';
import { LOCAL, type LocalSlack } from './slack/local-slack.ts';

export interface BothHouse {
  /** Where Teams' requests arrive. */
  readonly messages: string;
  /** What went wrong in the house, by name. */
  readonly faults: readonly string[];
  /** Lets time pass: all that falls due on the way happens, and is delivered. */
  advance(ms: number): Promise<void>;
  stop(): Promise<void>;
}

export interface Settling {
  readonly slack?: LocalSlack;
  /** Without it: an embedded database. */
  readonly databaseUrl?: string;
}

export async function openBothHouse({ slack, databaseUrl }: Settling = {}): Promise<BothHouse> {
  const home = mkdtempSync(join(tmpdir(), 'mentor-cycle-house-'));
  const known = slack ? { SLACK_API_URL: slack.apiUrl, SLACK_SIGNING_SECRET: LOCAL.signingSecret, SLACK_BOT_TOKEN: LOCAL.botToken } : {};
  const database = databaseUrl ? { DATABASE_URL: databaseUrl, SECRET_KEY: Buffer.alloc(32, 7).toString('base64') } : {};
  const config = readConfig({ PORT: '0', PLAYGROUND: 'on', RATE_SHARE: '1', DATA_DIR: home, TEAMS_DEVELOPMENT: 'on', ...known, ...database });
  const faults: string[] = [];
  const log: Log = {
    info() {},
    warn() {},
    error(event, fields = {}, cause) {
      faults.push(event);
      console.error(event, fields, cause);
    },
  };
  const at: { clock?: PlaygroundClock } = {};
  /** As `main.ts` puts them together, but for the pages of the playground, which nobody opens here. */
  const wings: Starting['wings'] = async ({ playground, reception }) => {
    if (!config.teams || !playground) throw new Error('this house is to meet Teams, with a clock that can be moved');
    at.clock = playground.clock;
    const teams = teamsWing(config.teams, reception);
    const other = config.slack?.mode === 'http' ? await slackWing(config.slack, reception) : null;
    const site = new Hono().route('/', teams.site);
    if (other?.site) site.route('/', other.site);
    const web = webChat(playground.posts, (conversation) => playground.notify(conversation), playground.clock);
    return {
      chats: [teams.chat, ...(other ? [other.chat] : []), web],
      site,
      begin: async () => other?.begin(),
      end: async () => void (await Promise.all([teams.end(), other?.end()])),
    };
  };
  const started = await start({ config, log, version: '0.0.0', wings, broken: (fault) => log.error(`broken ${fault.code}`) });
  slack?.overHttp(`${started.url}${SLACK.events}`);
  return {
    ...{ messages: `${started.url}${TEAMS.messages}`, faults },
    async advance(ms) {
      await at.clock?.move(ms);
    },
    async stop() {
      await started.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}
