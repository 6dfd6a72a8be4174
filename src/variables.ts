// Every variable of the environment: what it is, as .env.example says it, and what it must be.

import { z } from 'zod';
import { LANGUAGES } from './bot/texts/language.ts';
import { isTimeZone } from './mentoring/people/index.ts';
import { LOG_LEVELS } from './runtime/log.ts';

export const ROLES = ['web', 'worker', 'ticker'] as const;
export type ProcessRole = (typeof ROLES)[number];

export const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** Microsoft's public cloud. */
const MICROSOFT = {
  openId: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  login: 'https://login.microsoftonline.com',
  serviceHosts: 'smba.trafficmanager.net,smba.onyx.prod.teams.trafficmanager.net,smba.infra.gcc.teams.microsoft.com',
};

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const HOST_NAME = /^(\[::1\]|(\*\.[a-z\d-]+\.)?([a-z\d]([a-z\d-]*[a-z\d])?\.)*[a-z\d]([a-z\d-]*[a-z\d])?)$/;

const key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64, as `openssl rand -base64 32` makes them');

export const VARIABLES = {
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
    'auto, on or off. auto: on without the settings of a chat platform, off with them; on: also beside them.',
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
  PUBLIC_URL: about(
    'Where people reach this server from outside, such as https://mentor.example.org: needed for calendar links, pictures in chat and sign-up pages, and to let many workspaces install the bot; the doctor asks there.',
    '',
    z
      .string()
      .refine((text) => isWeb(text) && /^\/?$/.test(afterHost(text)), 'must begin with https://, name a host and end there')
      .transform((text) => new URL(text).origin),
  ),
  SLACK_BOT_TOKEN: about('Slack, one workspace: the Bot User OAuth Token.', '', written(/^xoxb-[\w-]+$/, 'begin with xoxb-')),
  SLACK_APP_TOKEN: about('Slack in Socket Mode, without a public address: the app-level token.', '', written(/^xapp-[\w-]+$/, 'begin with xapp-')),
  SLACK_SIGNING_SECRET: about('Slack over HTTP: the Signing Secret.', '', written(/^[\w-]{16,}$/, 'be the letters and digits of Basic Information')),
  SLACK_SIGNING_SECRET_PREVIOUS: about(
    'The signing secret before this one, while it is being changed.',
    '',
    written(/^[\w-]{16,}$/, 'be the letters and digits of Basic Information'),
  ),
  SLACK_CLIENT_ID: about('Slack, many workspaces: the Client ID.', '', written(/^\d+\.\d+$/, 'be two numbers with a dot between them')),
  SLACK_CLIENT_SECRET: about('Slack, many workspaces: the Client Secret.', '', written(/^[\w-]{16,}$/, 'be the letters and digits of Basic Information')),
  SLACK_FIRST_COORDINATOR: about(
    'The member id of the first coordinator. Without it: the first admin or owner of the workspace who comes in.',
    '',
    written(/^[UW][A-Z0-9]{5,}$/, 'be a member id, such as U012AB3CD'),
  ),
  SLACK_API_URL: about(
    "Slack's own address, or that of a Slack for tests.",
    'https://slack.com/api/',
    web().transform((text) => new URL(text.replace(/\/*$/, '/')).href),
  ),
  TEAMS_APP_ID: about('Teams: the Application (client) ID of the bot.', '', guid()),
  TEAMS_TENANT_ID: about('Teams: the Directory (tenant) ID in which the bot is registered.', '', guid()),
  TEAMS_APP_PASSWORD: about(
    'Teams with a client secret: its Value, which Microsoft shows once.',
    '',
    written(/^[^\s]{16,}$/, 'be the Value of a client secret, without blanks').refine(
      (text) => !GUID.test(text),
      'must be the Value of a client secret, not its Secret ID',
    ),
  ),
  TEAMS_MANAGED_IDENTITY: about('Teams without a secret: on where this runs in Azure with the managed identity of the bot.', 'off', onOff()),
  TEAMS_OTHER_TENANTS: about(
    'More tenants whose people are served, each an organisation of its own: ids with commas between them.',
    '',
    listOf(z.string().regex(GUID, 'must be a list of tenant ids, such as 11111111-2222-3333-4444-555555555555')),
  ),
  TEAMS_FIRST_COORDINATOR: about(
    'The object id or the e-mail address of the first coordinator. Without it: whoever first adds the app to a team.',
    '',
    z
      .string()
      .refine((text) => GUID.test(text) || /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(text), 'must be an object id or an e-mail address')
      .transform((text) => text.toLowerCase()),
  ),
  TEAMS_DEVELOPMENT: about('Teams without Microsoft, for those who build this: on lets everybody in, on this computer alone.', 'off', onOff()),
  TEAMS_OPENID_URL: about('Where Microsoft says with which keys requests to bots are signed, or who says so in tests.', MICROSOFT.openId, web()),
  TEAMS_LOGIN_URL: about(
    'Where Microsoft gives tokens, or who gives them in tests.',
    MICROSOFT.login,
    web().transform((text) => text.replace(/\/+$/, '')),
  ),
  TEAMS_SERVICE_HOSTS: about(
    'The hosts of Teams that we write to, with commas between them; *.example.org stands for all below it.',
    MICROSOFT.serviceHosts,
    listOf(z.string().regex(HOST_NAME, 'must be a list of host names, such as smba.trafficmanager.net')),
  ),
  RATE_SHARE: about(
    'What part of a chat platform’s limits we use, from 0.1 to 1.',
    '0.9',
    written(/^(0\.[1-9]\d*|1(\.0+)?)$/, 'be a number from 0.1 to 1').transform(Number),
  ),
} as const;

/** `standard` is what holds where the variable is not set; empty where that is nothing. */
function about<S extends z.ZodType>(text: string, standard: string, schema: S) {
  return { text, standard, schema };
}

function isPostgres(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
}

function written(shape: RegExp, what: string) {
  return z.string().regex(shape, `must ${what}`);
}

/** Microsoft writes its ids in small letters, people copy them in any. */
function guid() {
  return written(GUID, 'be an id, such as 11111111-2222-3333-4444-555555555555').transform((text) => text.toLowerCase());
}

function onOff() {
  return z.enum(['on', 'off'], 'must be on or off');
}

function listOf(one: z.ZodType<string, string>) {
  return z
    .string()
    .transform((list) => list.split(',').map((text) => text.trim().toLowerCase()))
    .pipe(z.array(one));
}

function web() {
  return z.string().refine((text) => isWeb(text) && !/[?#]/.test(text), 'must begin with https:// and name a host');
}

/** Without encryption on this computer alone. */
function isWeb(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname.replace(/^\[|\]$/g, '')));
}

function afterHost(text: string): string {
  const { pathname, search, hash } = new URL(text);
  return pathname + search + hash;
}
