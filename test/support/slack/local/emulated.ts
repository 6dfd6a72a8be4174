// The state of the workspace: `emulate`, a Slack written by others, seeded and asked directly.

import { createEmulator } from 'emulate';
import { SCOPES } from '../../../../adapters/slack/settings.ts';
import { APP, BOT } from '../payloads.ts';
import { isRecord, type Json, list, text } from './json.ts';
import type { LocalUser } from './people.ts';

export const WORKSPACE = { id: 'T000000001', domain: 'mentor-guild', name: 'Mentor Guild' } as const;
export const CLIENT = { id: '1000000001.2000000002', secret: 'local-client-secret' } as const;
export const BOT_TOKEN = 'xoxb-local-bot';
/** Tokens that only this support knows: the bot's own user with all scopes, and a member of every channel. */
const INSIDE = 'xoxb-inside';
const MEMBER = 'xoxp-inside';

export interface Seed {
  readonly users: readonly LocalUser[];
  readonly channels: readonly string[];
  readonly strictScopes: boolean;
  readonly redirectUris: readonly string[];
}

export interface Emulated {
  readonly url: string;
  /** A call with the right to do everything. Throws where it is refused. */
  inside(method: string, args?: Json): Promise<Json>;
  /** A call of the bot; resolves to what is answered, whatever it is. */
  call(method: string, args: Json, authorization?: string): Promise<Json>;
  invite(channelId: string): Promise<void>;
  close(): Promise<void>;
}

export async function startEmulated(seed: Seed): Promise<Emulated> {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack: slackSeed(seed) } });
  const url = `http://127.0.0.1:${new URL(emulator.url).port}`;

  async function call(method: string, args: Json, authorization?: string): Promise<Json> {
    const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
    const response = await fetch(`${url}/api/${method}`, { method: 'POST', headers, body: JSON.stringify(args) });
    const body: unknown = await response.json().catch(() => null);
    return response.status === 404 || !isRecord(body) ? { ok: false, error: 'unknown_method' } : body;
  }

  async function done(method: string, args: Json, token: string): Promise<Json> {
    const answer = await call(method, args, `Bearer ${token}`);
    if (answer['ok'] !== true) throw new Error(`${method}: ${text(answer['error'])}`);
    return answer;
  }

  return {
    url,
    call,
    inside: (method, args = {}) => done(method, args, INSIDE),
    invite: async (channel) => void (await done('conversations.invite', { channel, users: BOT.user }, MEMBER)),
    close: () => emulator.close(),
  };
}

/** The ids that `emulate` gave, by handle. */
export async function idsByHandle(emulated: Emulated): Promise<ReadonlyMap<string, string>> {
  const members = list((await emulated.inside('users.list', { limit: 1000 }))['members']);
  return new Map(members.map((member) => [text(member['name']), text(member['id'])]));
}

function slackSeed({ users, channels, strictScopes, redirectUris }: Seed): Json {
  const bot = { app_id: APP, bot_id: BOT.id, bot_user_id: BOT.user };
  return {
    team: { name: WORKSPACE.name, domain: WORKSPACE.domain },
    strict_scopes: strictScopes,
    users: users.map(({ name, realName = name, email = `${name}@example.org` }) => ({ name, real_name: realName, email })),
    channels: channels.map((name) => ({ name })),
    oauth_apps: [
      {
        ...bot,
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        name: 'Mentor Cycle',
        bot_name: 'mentorcycle',
        redirect_uris: redirectUris,
        scopes: [...SCOPES],
      },
    ],
    tokens: [
      { ...bot, token: BOT_TOKEN, type: 'bot', user_id: BOT.user, scopes: [...SCOPES] },
      { ...bot, token: INSIDE, type: 'bot', user_id: BOT.user },
      { token: MEMBER, type: 'user', user: 'admin' },
    ],
  };
}
