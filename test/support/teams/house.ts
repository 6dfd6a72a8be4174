// The whole product against the Teams that runs here, started as `main.ts` starts it: from variables of an environment,
// on an embedded database in a folder of its own or on a server. Its clock is the playground's, which can be moved.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { teamsWing } from '../../../adapters/teams/app.ts';
import { PATHS } from '../../../adapters/teams/settings.ts';
import { webChat } from '../../../adapters/web/chat.ts';
import { type Environment, readConfig } from '../../../src/config.ts';
import type { PlaygroundClock } from '../../../src/playground.ts';
import type { Log, LogFields } from '../../../src/ports.ts';
import { type Starting, start } from '../../../src/runtime/start.ts';
import type { LocalTeams } from './local-teams.ts';

export interface Settling {
  /** Without it: an embedded database. */
  readonly databaseUrl?: string;
  /** A folder that stays, for a house that is to be opened again. */
  readonly dataDir?: string;
  readonly environment?: Environment;
  /** Another house is the one that people reach. */
  readonly beside?: boolean;
}

export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: LogFields;
}

export interface House {
  /** Where Teams' requests arrive. */
  readonly messages: string;
  readonly logged: readonly Logged[];
  /** What went wrong in the house, by name. */
  readonly faults: readonly string[];
  /** Lets time pass: all that falls due on the way happens, and is delivered. */
  advance(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** The key of a house on a server. */
export const KEY = Buffer.alloc(32, 7);

export async function openHouse(teams: LocalTeams, settling: Settling = {}): Promise<House> {
  const { databaseUrl, dataDir, environment } = settling;
  const home = dataDir ?? mkdtempSync(join(tmpdir(), 'mentor-cycle-house-'));
  const database = databaseUrl ? { DATABASE_URL: databaseUrl, SECRET_KEY: KEY.toString('base64') } : {};
  const config = readConfig({ ...teams.environment, PORT: '0', PLAYGROUND: 'on', RATE_SHARE: '1', DATA_DIR: home, ...database, ...environment });
  const logged: Logged[] = [];
  const log = keeping(logged);
  const at: { clock?: PlaygroundClock } = {};
  /** As `main.ts` puts them together, but for the pages of the playground, which nobody opens here. */
  const wings: Starting['wings'] = async ({ playground, reception }) => {
    if (!config.teams || !playground) throw new Error('this house is to meet Teams, with a clock that can be moved');
    at.clock = playground.clock;
    const { chat, site, end } = teamsWing(config.teams, reception);
    const web = webChat(playground.posts, (conversation) => playground.notify(conversation), playground.clock);
    return { chats: [chat, web], site, end };
  };
  const started = await start({ config, log, version: '0.0.0', wings, broken: (fault) => log.error(`broken ${fault.code}`) });
  const messages = `${started.url}${PATHS.messages}`;
  if (!settling.beside) teams.overHttp(messages);
  return {
    ...{ messages, logged },
    get faults() {
      return logged.filter(({ level }) => level === 'error').map(({ event }) => event);
    },
    async advance(ms) {
      await at.clock?.move(ms);
    },
    async stop() {
      await started.stop();
      if (dataDir === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
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
