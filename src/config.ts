// The environment, read and checked once. Faults name the variable and what it should be, never its value.

import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { Language } from './bot/texts/language.ts';
import { BotError } from './fault.ts';
import type { LogLevel } from './runtime/log.ts';
import { type SlackConfig, slackConfig, slackFaults } from './slack-config.ts';
import { type TeamsConfig, teamsConfig, teamsFaults, teamsNames } from './teams-config.ts';
import { LOOPBACK, type ProcessRole, ROLES, VARIABLES } from './variables.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: the embedded database in the data directory. */
  readonly databaseUrl?: string;
  /** The first one seals, all of them open. None: a key file in the data directory. */
  readonly keys: readonly Buffer[];
  readonly logLevel: LogLevel;
  readonly roles: ReadonlySet<ProcessRole>;
  readonly playground: boolean;
  readonly timeZone: string;
  readonly language: Language;
  /** Where people reach this server from outside: `https://` and a host. Absent: nowhere. */
  readonly publicUrl?: string;
  /** Absent: this deployment does not meet Slack. */
  readonly slack?: SlackConfig;
  /** Absent: this deployment does not meet Microsoft Teams. */
  readonly teams?: TeamsConfig;
  /** Whoever comes in, and through whichever platform, belongs to one organisation. */
  readonly oneOrganisation: boolean;
}

type Name = keyof typeof VARIABLES;
type Slack = Exclude<Extract<Name, `SLACK_${string}`>, 'SLACK_API_URL'>;
type Teams = 'TEAMS_APP_ID' | 'TEAMS_TENANT_ID' | 'TEAMS_APP_PASSWORD' | 'TEAMS_OTHER_TENANTS' | 'TEAMS_FIRST_COORDINATOR';
type Unset = 'DATABASE_URL' | 'SECRET_KEY' | 'SECRET_KEY_PREVIOUS' | 'LOG_LEVEL' | 'PUBLIC_URL' | Slack | Teams;
type Values = { readonly [K in Name]?: z.output<(typeof VARIABLES)[K]['schema']> };

/** Where all is well, every variable with a standard value has one. */
type Whole = Values & Required<Omit<Values, Unset>>;

const NAMES = Object.keys(VARIABLES) as Name[];

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `BotError('config')` with all faults at once, one on a line. */
export function readConfig(environment: Environment = process.env): Config {
  const faults: string[] = [];
  const set = new Set<Name>();
  const values: { -readonly [K in keyof Values]: Values[K] } = {};
  for (const name of NAMES) {
    const text = textOf(environment, name, faults);
    if (text !== undefined) set.add(name);
    const given = text ?? VARIABLES[name].standard;
    if (text === null || given === '') continue;
    const result = VARIABLES[name].schema.safeParse(given);
    if (result.success) Object.assign(values, { [name]: result.data });
    else faults.push(`${name} ${result.error.issues[0]?.message}`);
  }
  faults.push(...contradictions(values, set), ...slackFaults(set, values), ...teamsFaults(set, values));
  if (faults.length > 0) throw new BotError('config', faults.join('\n'));
  return configOf(values as Whole, set);
}

/** The text of a variable, or of the file that NAME_FILE names; `null` where it is faulty, `undefined` where it is not set. */
function textOf(environment: Environment, name: Name, faults: string[]): string | null | undefined {
  const [text, file] = [environment[name], environment[`${name}_FILE`]];
  const fault = (said: string) => {
    faults.push(said);
    return null;
  };
  if (text !== undefined && file !== undefined) return fault(`${name} and ${name}_FILE are both set: leave one out`);
  if (file !== undefined) {
    const read = contentOf(file);
    if (read === null) return fault(`${name}_FILE names a file that cannot be read`);
    return read === '' ? fault(`${name}_FILE names an empty file`) : read;
  }
  // An empty variable is a secret that did not arrive more often than a wish for the standard value.
  return text?.trim() === '' ? fault(`${name} is empty: give it a value or leave it out`) : text?.trim();
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

function contradictions(values: Values, set: ReadonlySet<Name>): string[] {
  const faults: string[] = [];
  if (set.has('DATABASE_URL') && !set.has('SECRET_KEY')) faults.push('SECRET_KEY is needed with DATABASE_URL: several processes must share it');
  if (set.has('SECRET_KEY_PREVIOUS') && !set.has('SECRET_KEY')) faults.push('SECRET_KEY_PREVIOUS needs SECRET_KEY beside it');
  if (values.SECRET_KEY !== undefined && values.SECRET_KEY === values.SECRET_KEY_PREVIOUS) faults.push('SECRET_KEY_PREVIOUS is the same as SECRET_KEY');
  if (values.ROLES && !set.has('DATABASE_URL') && new Set(values.ROLES).size < ROLES.length) {
    faults.push('ROLES can be divided among processes with DATABASE_URL only: the embedded database belongs to one process');
  }
  if (playgroundStarts(values, set) && values.HOST !== undefined && !LOOPBACK.includes(values.HOST)) {
    faults.push('HOST must be 127.0.0.1, localhost or ::1 for the playground; with PLAYGROUND=off it may be any address');
  }
  return faults;
}

function playgroundStarts(values: Values, set: ReadonlySet<Name>): boolean {
  const slack = NAMES.some((name) => name.startsWith('SLACK_') && name !== 'SLACK_API_URL' && set.has(name));
  const chat = slack || teamsNames(set, values).length > 0;
  return values.PLAYGROUND === 'on' || (values.PLAYGROUND === 'auto' && !chat);
}

function configOf(values: Whole, set: ReadonlySet<Name>): Config {
  const { DATABASE_URL: databaseUrl } = values;
  const slack = slackConfig(values);
  const teams = teamsConfig(set, values);
  const playground = playgroundStarts(values, set);
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    ...(databaseUrl ? { databaseUrl } : {}),
    keys: [values.SECRET_KEY, values.SECRET_KEY_PREVIOUS].filter((text) => text !== undefined).map((text) => Buffer.from(text, 'base64')),
    logLevel: values.LOG_LEVEL ?? (playground ? 'warn' : 'info'),
    roles: new Set(values.ROLES),
    playground,
    timeZone: values.DEFAULT_TIME_ZONE,
    language: values.DEFAULT_LANGUAGE,
    ...(values.PUBLIC_URL ? { publicUrl: values.PUBLIC_URL } : {}),
    ...(slack ? { slack } : {}),
    ...(teams ? { teams } : {}),
    oneOrganisation: slack?.mode !== 'install' && (teams?.tenants.length ?? 0) <= 1,
  };
}

/** What no log may show, in the forms in which it was given. */
export function secretsIn(config: Config): string[] {
  const password = config.databaseUrl ? new URL(config.databaseUrl).password : '';
  const keys = config.keys.map((one) => one.toString('base64'));
  return [...keys, password, decodeURIComponent(password), ...secretsOfSlack(config.slack), ...secretsOfTeams(config.teams)].filter((secret) => secret !== '');
}

function secretsOfSlack(slack: SlackConfig | undefined): readonly string[] {
  if (!slack) return [];
  if (slack.mode === 'socket') return [slack.botToken, slack.appToken];
  return [...slack.signingSecrets, slack.mode === 'http' ? slack.botToken : slack.clientSecret];
}

function secretsOfTeams(teams: TeamsConfig | undefined): readonly string[] {
  return teams?.credential.kind === 'secret' ? [teams.credential.secret] : [];
}

/** The text of .env.example. */
export function envExample(): string {
  const lines = NAMES.map((name) => `# ${VARIABLES[name].text}\n# ${name}=${VARIABLES[name].standard}\n`);
  return `# Nothing here is needed for the playground. Any variable may be given as NAME_FILE: the path of a file that holds it.\n\n${lines.join('\n')}`;
}
