// A Slack that runs here: `emulate` behind a front of ours that adds what it lacks, and people who use it.

import { SCOPES } from '../../../adapters/slack/settings.ts';
import { Api, APP_TOKEN } from './local/api.ts';
import { BOT_TOKEN, CLIENT, type Emulated, idsByHandle, startEmulated, WORKSPACE } from './local/emulated.ts';
import type { Fault } from './local/faults.ts';
import { type Answer, type Call, type Front, openFront } from './local/front.ts';
import { here } from './local/here.ts';
import { type Json, list, text } from './local/json.ts';
import { type LocalUser, People } from './local/people.ts';
import { ResponseUrls } from './local/response-urls.ts';
import { Sockets } from './local/sockets.ts';
import { type Ack, overHttp, overSocket, type Retry, type Transport } from './local/transport.ts';
import { Views } from './local/views.ts';
import { blockWords, markupWords, type Names } from './local/words.ts';
import { appUninstalled, BOT, tokensRevoked, userChange } from './payloads.ts';
import { Person } from './person.ts';
import type { Kind } from './sign.ts';

/** What a bot needs to know of this Slack. */
export const LOCAL = {
  ...{ botToken: BOT_TOKEN, appToken: APP_TOKEN, clientId: CLIENT.id, clientSecret: CLIENT.secret },
  ...{ signingSecret: 'local-signing-secret', teamId: WORKSPACE.id, botUserId: BOT.user },
} as const;

/** How long Slack waits for an acknowledgement. */
const PATIENCE_MS = 3000;

export interface Opening {
  readonly users: readonly LocalUser[];
  readonly channels?: readonly string[];
  /** On, unless a test is about something else. */
  readonly strictScopes?: boolean;
  /** Where an installation may end. */
  readonly redirectUris?: readonly string[];
}

/** A message as it stands now. */
export interface Posted {
  readonly ts: string;
  readonly raw: Json;
  readonly blocks: readonly Json[];
  /** As a person reads it, or its notification where it has no blocks. */
  readonly words: string;
}

export async function startLocalSlack(opening: Opening): Promise<LocalSlack> {
  const { users, channels = ['mentoring'], strictScopes = true, redirectUris = [] } = opening;
  const emulated = await startEmulated({ users, channels, strictScopes, redirectUris });
  const people = new People();
  const views = new Views(emulated);
  const at = { origin: '', socket: () => '' };
  const responseUrls = new ResponseUrls(
    emulated,
    (user) => views.deskOf(user),
    () => at.origin,
  );
  const api = new Api({ emulated, people, views, socketUrl: () => at.socket() });
  const front = await openFront({
    now: () => api.now(),
    api: (call, authorization) => api.take(call, authorization),
    respond: (path, body) => api.responding(body, () => responseUrls.use(path, body)),
    page: (path, method, type, body) => passPage(emulated, path, { method, type, body }),
  });
  at.origin = `http://127.0.0.1:${front.port}`;
  const sockets = new Sockets(front.server);
  at.socket = () => `ws://127.0.0.1:${front.port}${sockets.ticket()}`;

  const ids = await idsByHandle(emulated);
  for (const user of [{ name: 'admin', realName: 'Admin User', admin: true }, ...users]) people.add(ids.get(user.name) ?? '', user);
  people.add(BOT.user, { name: 'mentorcycle', realName: 'Mentor Cycle', bot: true });
  const listed = list((await emulated.inside('conversations.list', { limit: 1000 }))['channels']);
  const channelIds = new Map(listed.map((channel) => [text(channel['name']), text(channel['id'])]));
  return new LocalSlack({ emulated, front, people, views, responseUrls, api, sockets, channelIds, origin: at.origin });
}

interface Parts {
  readonly emulated: Emulated;
  readonly front: Front;
  readonly people: People;
  readonly views: Views;
  readonly responseUrls: ResponseUrls;
  readonly api: Api;
  readonly sockets: Sockets;
  readonly channelIds: ReadonlyMap<string, string>;
  readonly origin: string;
}

export class LocalSlack {
  readonly people: People;
  readonly views: Views;
  readonly responseUrls: ResponseUrls;
  readonly sockets: Sockets;
  readonly origin: string;
  private readonly parts: Parts;
  private readonly known = new Map<string, Person>();
  private transport: Transport | null = null;

  constructor(parts: Parts) {
    this.parts = parts;
    this.people = parts.people;
    this.views = parts.views;
    this.responseUrls = parts.responseUrls;
    this.sockets = parts.sockets;
    this.origin = parts.origin;
  }

  /** For `slackApiUrl`. */
  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  /** Sends what people do to the bot's whole address, signed. */
  overHttp(url: string, signingSecret: string = LOCAL.signingSecret): void {
    this.transport = overHttp(url, signingSecret);
  }

  /** Sends what people do through the socket that the bot has opened. */
  overSocket(): void {
    this.transport = overSocket(this.sockets);
  }

  person(who: string): Person {
    const id = this.people.idOf(who);
    const person = this.known.get(id) ?? new Person(this, id);
    this.known.set(id, person);
    return person;
  }

  /** Sends something to the bot and waits for its acknowledgement for as long as Slack does. */
  async deliver(kind: Kind, payload: object, retry?: Retry): Promise<Ack> {
    if (!this.transport) throw new Error('say first how people reach the bot: overHttp or overSocket');
    const patience = new AbortController();
    const tooLate = new Promise<never>((_resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the bot did not acknowledge within three seconds')), PATIENCE_MS);
      patience.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    try {
      return await Promise.race([this.transport.deliver(kind, payload as Json, retry), tooLate]);
    } finally {
      patience.abort();
    }
  }

  /** Every call of the bot, the oldest first. */
  get calls(): readonly Call[] {
    return this.parts.api.calls;
  }

  callsOf(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** By which clock calls are taken down. */
  keepTime(now: () => number): void {
    this.parts.api.now = now;
  }

  /** The calls that Slack refused, as `method: error`. */
  get refusals(): readonly string[] {
    return this.calls.flatMap(({ method, answer }) => (answer && answer['ok'] !== true ? [`${method}: ${text(answer['error'])}`] : []));
  }

  /** The next calls of a method fail; those to a `response_url` are called so. */
  fault(method: string, fault: Fault, times = 1): void {
    this.parts.api.faults.add(method, fault, times);
  }

  mend(method?: string): void {
    this.parts.api.faults.mend(method);
  }

  hasChannel(name: string): boolean {
    return this.parts.channelIds.has(name);
  }

  channelId(name: string): string {
    const id = this.parts.channelIds.get(name);
    if (!id) throw new Error(`there is no channel ${name}`);
    return id;
  }

  /** Somebody invites the bot into a channel. */
  invite(channel: string): Promise<void> {
    return this.parts.emulated.invite(this.channelId(channel));
  }

  /** The conversation of the bot with somebody. */
  async directId(user: string): Promise<string> {
    const opened = await this.parts.emulated.inside('conversations.open', { users: user, return_im: true });
    return text((opened['channel'] as Json)['id']);
  }

  /** What stands in a conversation, by its id, the oldest first. */
  async history(channel: string): Promise<readonly Posted[]> {
    const messages = list((await this.parts.emulated.inside('conversations.history', { channel, limit: 1000 }))['messages']);
    return messages.map((raw) => this.posted(raw)).toReversed();
  }

  /** What stands in a channel, by its name. */
  inChannel(name: string): Promise<readonly Posted[]> {
    return this.history(this.channelId(name));
  }

  get names(): Names {
    const channels = new Map([...this.parts.channelIds].map(([name, id]) => [id, name]));
    return { person: (id) => this.people.called(id), channel: (id) => channels.get(id) ?? id };
  }

  posted(raw: Json): Posted {
    const blocks = list(raw['blocks']);
    const words = blocks.length > 0 ? blockWords(blocks, this.names).join('\n') : markupWords(text(raw['text']), this.names);
    return { ts: text(raw['ts']), raw, blocks, words };
  }

  /** Something about somebody changes, and Slack tells the bot. */
  async changes(who: string, of: Partial<LocalUser>): Promise<void> {
    const id = this.people.idOf(who);
    this.people.change(id, of);
    const user = (await this.parts.emulated.inside('users.info', { user: id }))['user'] as Json;
    const told = userChange(this.people.described(user, true), here());
    await this.deliver('json', told);
  }

  /** An admin takes the bot out of the workspace. */
  async uninstalls(): Promise<void> {
    this.parts.api.tokens.clear();
    await this.deliver('json', tokensRevoked({ oauth: [], bot: [BOT.user] }, here()));
    await this.deliver('json', appUninstalled(here()));
  }

  /** Gives a token back, or takes it away: the bot finds out when it next calls. */
  allow(token: string, scopes: readonly string[] | null = SCOPES): void {
    if (scopes) this.parts.api.tokens.set(token, scopes);
    else this.parts.api.tokens.delete(token);
  }

  async close(): Promise<void> {
    this.sockets.close();
    await this.parts.front.close();
    await this.parts.emulated.close();
  }
}

/** The pages of an installation are those of `emulate`. */
async function passPage(emulated: Emulated, path: string, { method, type, body }: { method: string; type: string | undefined; body: string }): Promise<Answer> {
  const sent = method === 'GET' ? {} : { body, ...(type ? { headers: { 'content-type': type } } : {}) };
  const response = await fetch(`${emulated.url}${path}`, { method, redirect: 'manual', ...sent });
  const location = response.headers.get('location');
  const headers = { 'content-type': response.headers.get('content-type') ?? 'text/plain', ...(location ? { location } : {}) };
  return { status: response.status, headers, body: await response.text() };
}
