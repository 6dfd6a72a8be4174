// The environment, read and checked once. Faults name the variable and what it should be, never its value.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LANGUAGES, type Language } from './bot/texts/language.ts';
import { BotError } from './fault.ts';
import { isTimeZone } from './mentoring/people/index.ts';
import { LOG_LEVELS, type LogLevel } from './runtime/log.ts';

const ROLES = ['web', 'worker', 'ticker'] as const;
export type ProcessRole = (typeof ROLES)[number];

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

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
}

const key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64, as `openssl rand -base64 32` makes them');

/** Every variable: what it is, as .env.example says it, and what it must be. */
const VARIABLES = {
  PORT: about(
    'The port that the server listens on.',
    '3000',
    z
      .string()
      .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a number from 0 to 65535'),
  ),
  HOST: about(
    'The address that the server listens on. The playground answers to this computer alone.',
    '127.0.0.1',
    z.string().regex(/^[\w.:-]+$/, 'must be an address or a host name'),
  ),
  DATA_DIR: about('Where the embedded database and its key lie. Not used with DATABASE_URL.', './data', z.string().regex(/^[^\0]+$/, 'must be a directory')),
  DATABASE_URL: about(
    'A PostgreSQL server. Without it, the embedded database is used.',
    '',
    z.string().refine(isPostgres, 'must begin with postgres:// and name a host and a database'),
  ),
  SECRET_KEY: about(
    'Encrypts what people write in confidence: 32 bytes in base64. Needed with DATABASE_URL; otherwise a key file is made in DATA_DIR.',
    '',
    key,
  ),
  SECRET_KEY_PREVIOUS: about('The key before this one, while a key is being changed.', '', key),
  LOG_LEVEL: about(
    `One of ${LOG_LEVELS.join(', ')}. Without it: info, and warn in the playground, whose visitor wants to read where to go.`,
    '',
    z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`),
  ),
  ROLES: about(
    'What this process does: one or more of web, worker, ticker. Several processes need DATABASE_URL.',
    'web,worker,ticker',
    z
      .string()
      .transform((list) => list.split(',').map((role) => role.trim()))
      .pipe(z.array(z.enum(ROLES, `must be a list of ${ROLES.join(', ')}`))),
  ),
  PLAYGROUND: about(
    'auto, on or off. auto: on, and refuses to start beside settings of Slack or Teams; on: also beside them.',
    'auto',
    z.enum(['auto', 'on', 'off'], 'must be auto, on or off'),
  ),
  DEFAULT_TIME_ZONE: about(
    'For people and organisations whose time zone is not known.',
    'Europe/Stockholm',
    z.string().refine(isTimeZone, 'must be a time zone, such as Europe/Stockholm'),
  ),
  DEFAULT_LANGUAGE: about(
    'For people and organisations whose language is not known: en, sv or es.',
    'en',
    z.enum(LANGUAGES, `must be one of ${LANGUAGES.join(', ')}`),
  ),
} as const;

type Name = keyof typeof VARIABLES;
type Unset = 'DATABASE_URL' | 'SECRET_KEY' | 'SECRET_KEY_PREVIOUS' | 'LOG_LEVEL';
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
  faults.push(...contradictions(values, set, environment));
  if (faults.length > 0) throw new BotError('config', faults.join('\n'));
  return configOf(values as Whole);
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

function contradictions(values: Values, set: ReadonlySet<Name>, environment: Environment): string[] {
  const faults: string[] = [];
  if (set.has('DATABASE_URL') && !set.has('SECRET_KEY')) faults.push('SECRET_KEY is needed with DATABASE_URL: several processes must share it');
  if (set.has('SECRET_KEY_PREVIOUS') && !set.has('SECRET_KEY')) faults.push('SECRET_KEY_PREVIOUS needs SECRET_KEY beside it');
  if (values.SECRET_KEY !== undefined && values.SECRET_KEY === values.SECRET_KEY_PREVIOUS) faults.push('SECRET_KEY_PREVIOUS is the same as SECRET_KEY');
  if (values.ROLES && !set.has('DATABASE_URL') && new Set(values.ROLES).size < ROLES.length) {
    faults.push('ROLES can be divided among processes with DATABASE_URL only: the embedded database belongs to one process');
  }
  const platform = Object.keys(environment).find((name) => /^(SLACK|TEAMS)_/.test(name));
  if (values.PLAYGROUND === 'auto' && platform !== undefined) {
    faults.push(`PLAYGROUND must be on or off, as ${platform} is set: the playground does not start beside Slack or Teams unless told so`);
  }
  if (values.PLAYGROUND !== 'off' && values.HOST !== undefined && !LOOPBACK.includes(values.HOST)) {
    faults.push('HOST must be 127.0.0.1, localhost or ::1 for the playground; with PLAYGROUND=off it may be any address');
  }
  return faults;
}

function configOf(values: Whole): Config {
  const { DATABASE_URL: databaseUrl } = values;
  const playground = values.PLAYGROUND !== 'off';
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
  };
}

/** What no log may show, in the forms in which it was given. */
export function secretsIn(config: Config): string[] {
  const password = config.databaseUrl ? new URL(config.databaseUrl).password : '';
  return [...config.keys.map((one) => one.toString('base64')), password, decodeURIComponent(password)].filter((secret) => secret !== '');
}

/** The text of .env.example. */
export function envExample(): string {
  const lines = NAMES.map((name) => `# ${VARIABLES[name].text}\n# ${name}=${VARIABLES[name].standard}\n`);
  return `# Nothing here is needed for the playground. Any variable may be given as NAME_FILE: the path of a file that holds it.\n\n${lines.join('\n')}`;
}

/** `standard` is what holds where the variable is not set; empty where that is nothing. */
function about<S extends z.ZodType>(text: string, standard: string, schema: S) {
  return { text, standard, schema };
}

function isPostgres(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
}
