// The only place where the wings and the adapters meet.

import { existsSync, readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { linksApp } from '../adapters/links/app.ts';
import { webApp } from '../adapters/web/app.ts';
import { webChat } from '../adapters/web/chat.ts';
import { type Config, readConfig, secretsIn } from './config.ts';
import type { Check } from './doctor.ts';
import { BotError } from './fault.ts';
import { runAdmin } from './runtime/admin/admin.ts';
import { systemClock } from './runtime/clock.ts';
import { logOf } from './runtime/log.ts';
import { type House, type Started, type Starting, start, type Wings } from './runtime/start.ts';

/** What a stop may take before the process ends anyway. */
const STOP_WITHIN = 9500;

if (existsSync('.env')) process.loadEnvFile('.env');
const [command, ...args] = process.argv.slice(2);
if (command === 'admin') process.exitCode = await runAdmin(args, { read: () => readConfig(), platformChecks, say: (line) => console.log(line) });
else await main();

async function main(): Promise<void> {
  try {
    const config = readConfig();
    if (process.argv.includes('--fresh') && config.databaseUrl)
      throw new BotError('config', '--fresh empties the data directory; a DATABASE_URL database is yours to empty');
    const started = await start({ config, ...parts(config), fresh: process.argv.includes('--fresh') });
    stopOn(started);
    greet(config, started);
  } catch (error) {
    end('Mentor Cycle does not start', error);
  }
}

/** Our own faults say in plain words what to do; all others are for whoever mends the program. */
function end(said: string, error: unknown): never {
  console.error(error instanceof BotError ? `${said}:\n${error.message}` : error);
  process.exit(1);
}

function parts(config: Config): Pick<Starting, 'log' | 'version' | 'wings' | 'broken'> {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return {
    version,
    broken: (fault) => end('Mentor Cycle stops', fault),
    log: logOf({ level: config.logLevel, secrets: secretsIn(config), to: process.stderr }),
    wings: (house) => wingsOf(config, house),
  };
}

async function platformChecks({ slack, teams }: Config): Promise<readonly Check[]> {
  const checks: Check[] = [];
  if (slack) checks.push(...(await import('../adapters/slack/doctor.ts')).slackChecks(slack, systemClock));
  if (teams) checks.push(...(await import('../adapters/teams/doctor.ts')).teamsChecks(teams, systemClock));
  return checks;
}

/** The playground guards all that comes to it: platforms come first, by doors of their own. */
async function wingsOf(config: Config, house: House): Promise<Wings> {
  const wings = [await slackOf(config, house), await teamsOf(config, house), linksWing(config, house), playgroundOf(house)].filter((wing) => wing !== null);
  const site = new Hono();
  for (const wing of wings) if (wing.site) site.route('/', wing.site);
  return {
    chats: wings.flatMap((wing) => wing.chats),
    ...(wings.some((wing) => wing.site) ? { site } : {}),
    async begin() {
      for (const wing of wings) await wing.begin?.();
    },
    end: async () => void (await Promise.all(wings.flatMap(({ end }) => (end ? [end()] : [])))),
  };
}

// The libraries of a platform are large: whoever does not meet it does not load them.

async function slackOf({ slack }: Config, { reception, secretFor }: House): Promise<Wings | null> {
  if (!slack) return null;
  const { slackWing } = await import('../adapters/slack/app.ts');
  const wing = await slackWing(slack.mode === 'install' ? { ...slack, stateSecret: secretFor('slack install state') } : slack, reception);
  return { chats: [wing.chat], ...(wing.site ? { site: wing.site } : {}), begin: () => wing.begin(), end: () => wing.end() };
}

async function teamsOf({ teams }: Config, { reception }: House): Promise<Wings | null> {
  if (!teams) return null;
  const { teamsWing } = await import('../adapters/teams/app.ts');
  const wing = teamsWing(teams, reception);
  return { chats: [wing.chat], site: wing.site, end: () => wing.end() };
}

/** Nobody comes by a link to a server that has no address. */
function linksWing({ publicUrl, playground }: Config, { links }: House): Wings | null {
  return publicUrl || playground ? { chats: [], site: linksApp(links) } : null;
}

function playgroundOf({ playground }: House): Wings | null {
  if (!playground) return null;
  return {
    chats: [webChat(playground.posts, (conversation) => playground.notify(conversation), playground.clock)],
    site: webApp(playground),
  };
}

/** The first signal finishes what is at hand, the second one ends at once. */
function stopOn(started: Started): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      setTimeout(() => process.exit(1), STOP_WITHIN).unref();
      started.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function greet(config: Config, { url }: Started): void {
  if (!url) return;
  if (config.slack) {
    const way = config.slack.mode === 'socket' ? 'through a socket' : `at ${url}/slack/events`;
    console.log(`Mentor Cycle meets Slack ${way}. Write /mentor there.`);
  }
  if (config.teams) {
    console.log(`Mentor Cycle meets Microsoft Teams at ${url}/teams/messages. Write “home” there.`);
    if (config.teams.credential.kind === 'none') console.log('This is for development: whoever reaches this port is believed. Only this computer does.');
  }
  if (!config.playground) return;
  console.log(`
  Mentor Cycle is running: ${url}

  This is the playground: a programme of fifty people who do not exist, on this computer alone.
  Open the address, be the coordinator, and type /match preview. Then move the clock.
  Everything is kept in ${config.dataDir}; stop with Ctrl+C, begin anew with npm start -- --fresh.
`);
}
