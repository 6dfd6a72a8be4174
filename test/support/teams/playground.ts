// Microsoft's own local client of Teams, Agents Playground, as a process of its own for each person: the tool has one person
// before the screen. Its licence lets us try our bot in it; so it comes from npm, and nothing of it is kept here.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../postgres.ts';

export interface Somebody {
  /** As Teams calls them in all that they do. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** IANA. */
  readonly timeZone: string;
}

export interface Playground {
  /** Where the screen is. */
  readonly url: string;
  readonly person: Somebody;
  stop(): Promise<void>;
}

export interface Playing {
  /** Whose screen it is. */
  readonly person: Somebody;
  /** The others of the team, five at most. */
  readonly others: readonly Somebody[];
  /** Where the bot takes what people do; it answers already. */
  readonly bot: string;
}

export const TEAM = { name: 'Mentor Guild', channel: 'Mentoring' } as const;
const TENANT = '00000000-0000-4000-8000-0000000000ee';
const BOT = { id: '00000000-0000-4000-8000-0000000000bb', name: 'Mentor Cycle' };
/** The tool wants so many people besides the one before the screen, no more and no less. */
const OTHERS = 5;
/** A busy machine is slow, not wrong. */
const PATIENCE_MS = 60_000;

/** Where the tool begins; `null` where it is not installed. */
export const PLAYGROUND = installed();

/** For the title of whatever is left out without it. */
export const NOTICE = PLAYGROUND ? '' : ' (left out: @microsoft/m365agentsplayground is not installed)';

function installed(): string | null {
  try {
    const path = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Resolves when it takes people in; throws with the words of its log where it does not. */
export async function startPlayground(playing: Playing): Promise<Playground> {
  const home = mkdtempSync(join(tmpdir(), 'mentor-cycle-playground-'));
  const log = join(home, 'playground.log');
  writeFileSync(join(home, '.m365agentsplayground.yml'), JSON.stringify(settingsOf(playing), null, 2));
  const port = await freePort();
  const args = ['start', '-p', String(port), '-c', 'msteams', '-e', playing.bot, '--disable-telemetry'];
  const { PATH, SystemRoot } = process.env;
  const child = spawn(process.execPath, [PLAYGROUND ?? '', ...args], {
    cwd: home,
    // A group of its own, so that whatever it starts ends with it.
    detached: process.platform !== 'win32',
    env: { PATH, SystemRoot, HOME: home, TZ: playing.person.timeZone, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: log },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => endGroup(child, 'SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      endGroup(child, 'SIGKILL');
      await ended;
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  try {
    const url = await listening(child, log);
    return { url, person: playing.person, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** It says that it listens also where it does not, and takes another port where somebody was faster: so it is asked. */
async function listening(child: ChildProcess, log: string): Promise<string> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (part: string) => (said += part));
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(50)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const port = /Listening on (\d+)/.exec(said)?.[1];
    // Only so can its own pages reach it: by the name that it gives to the bot.
    if (port && (await pings(`http://localhost:${port}`))) return `http://localhost:${port}`;
  }
  throw new Error(`Agents Playground does not listen: ${said}${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
}

async function pings(url: string): Promise<boolean> {
  try {
    return (await (await fetch(`${url}/_debug/ping`)).text()) === 'pong';
  } catch {
    return false;
  }
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It has ended already.
  }
}

/** Keys are spelt as the tool spells them. */
function settingsOf({ person, others }: Playing): object {
  const strangers = Array.from({ length: OTHERS - others.length }, (_, n) => ({
    id: `stranger-${n}`,
    name: `Sam Stranger ${n}`,
    email: `sam${n}@example.org`,
  }));
  return {
    version: '0.1.1',
    tenantId: TENANT,
    bot: BOT,
    currentUser: userOf(person),
    users: [...others, ...strangers].map(userOf),
    personalChat: { id: `a:${person.id}` },
    groupChat: { id: '19:group@thread.v2', name: 'Group chat' },
    team: { id: '19:general@thread.tacv2', name: TEAM.name, aadGroupId: TENANT, channels: [{ id: '19:mentoring@thread.tacv2', name: TEAM.channel }] },
  };
}

function userOf({ id, name, email }: Pick<Somebody, 'id' | 'name' | 'email'>): object {
  const [givenName = name, ...rest] = name.split(' ');
  return { id: `29:${id}`, name, userPrincipleName: email, aadObjectId: `entra-${id}`, givenName, surname: rest.join(' ') || givenName, email };
}
