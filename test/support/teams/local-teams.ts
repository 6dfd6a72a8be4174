// A Teams that runs here: a tenant with people, a team and its channels; those who sign what they send; and the service by
// which the bot answers.

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '../../../src/config.ts';
import { isRecord, type Json, record, text } from '../slack/local/json.ts';
import { type Connector, openConnector, type Written } from './connector.ts';
import { CARD, messageFaults } from './local/check.ts';
import { clientOf, described, type Known, type LocalPerson, People } from './local/people.ts';
import { cardWords } from './local/words.ts';
import { openProvider, type Provider } from './openid.ts';
import * as payloads from './payloads.ts';
import { Person } from './person.ts';

/** What a bot needs to know of this Teams. */
export const LOCAL = { appId: payloads.APP_ID, secret: 'local~client.secret-of-the-bot', tenant: payloads.TENANT, team: payloads.TEAM.id } as const;

/** How long Teams waits: for an answer to what somebody presses, and for a message to be taken. */
const PATIENCE_MS = { invoke: 5000, other: 15_000 } as const;

export interface Opening {
  readonly people: readonly LocalPerson[];
  /** Beside the first one of the team, which is called General. */
  readonly channels?: readonly string[];
}

/** What the bot answers. */
export interface Ack {
  readonly ok: boolean;
  readonly status: number;
  readonly body: unknown;
}

/** A message of the bot as it stands now. */
export interface Posted {
  readonly id: string;
  readonly conversation: string;
  readonly activity: Json;
  readonly card: Json | null;
  /** As a person reads it who has not touched it. */
  readonly words: string;
  /** Grows with every change of anything. */
  readonly changed: number;
  /** The only one who sees it. */
  readonly to: string | null;
}

export async function startLocalTeams({ people, channels = ['mentoring'] }: Opening): Promise<LocalTeams> {
  const provider = await openProvider();
  const heard: Written[] = [];
  const at: { teams?: LocalTeams } = {};
  const connector = await openConnector({ ...LOCAL, heard: (written) => (at.teams ? at.teams.hear(written) : void heard.push(written)) });
  const teams = new LocalTeams(provider, connector, ['General', ...channels]);
  at.teams = teams;
  for (const person of people) teams.add(person);
  return teams;
}

export class LocalTeams {
  readonly people = new People();
  readonly connector: Connector;
  readonly provider: Provider;
  /** What the bot did that Teams refuses, or cannot show. */
  readonly refusals: string[] = [];
  /** Whatever somebody does, sees or is told counts on. */
  private moment = 0;
  private readonly changes = new Map<string, number>();
  private readonly known = new Map<string, Person>();
  private readonly channels: ReadonlyMap<string, string>;
  private readonly finished: (message: unknown) => void;
  private url: string | null = null;
  private signed: string | null = null;

  constructor(provider: Provider, connector: Connector, channels: readonly string[]) {
    this.provider = provider;
    this.connector = connector;
    this.channels = new Map(channels.map((name) => [name, name === 'General' ? LOCAL.team : payloads.channelIdOf(name)]));
    for (const id of this.channels.values()) connector.conversations.set(id, { kind: 'channel', tenant: LOCAL.tenant, members: new Set(), installed: true });
    const host = new URL(connector.serviceUrl).host;
    this.finished = (message) => {
      const { request, response } = message as { readonly request: IncomingMessage; readonly response: ServerResponse };
      const { statusCode } = response;
      const isRefusal = statusCode >= 400 && statusCode < 500 && statusCode !== 429;
      if (request.headers.host === host && isRefusal) this.refusals.push(`${request.method} ${request.url}: ${statusCode}`);
    };
    subscribe('http.server.response.finish', this.finished);
  }

  /** Somebody new, with the app and in every channel. */
  add(person: LocalPerson): Person {
    const known = this.people.add(person);
    const { account, direct, tenant = LOCAL.tenant } = known;
    this.connector.people.set(account.id, described(known));
    this.connector.conversations.set(direct, { kind: 'personal', tenant, members: new Set([account.id]), installed: true });
    for (const id of this.channels.values()) this.connector.conversations.get(id)?.members.add(account.id);
    return this.person(person.name);
  }

  /** Whether somebody has the app, and so can be written to. */
  reaches({ account, direct }: Known, yes: boolean): void {
    const conversation = this.connector.conversations.get(direct);
    if (conversation) conversation.installed = yes;
    if (yes) this.connector.without.delete(account.id);
    else this.connector.without.add(account.id);
  }

  /** For the program that is to meet this Teams. */
  get environment(): Environment {
    return {
      ...{ TEAMS_APP_ID: LOCAL.appId, TEAMS_TENANT_ID: LOCAL.tenant, TEAMS_APP_PASSWORD: LOCAL.secret },
      ...{ TEAMS_OPENID_URL: this.provider.url, TEAMS_LOGIN_URL: this.connector.loginUrl, TEAMS_SERVICE_HOSTS: '127.0.0.1' },
    };
  }

  /** Sends what people do to the bot's whole address, signed. */
  overHttp(url: string): void {
    this.url = url;
  }

  person(who: string): Person {
    const { name } = this.people.get(who);
    const person = this.known.get(name) ?? new Person(this, name);
    this.known.set(name, person);
    return person;
  }

  /** Where something comes from that somebody does: their own chat with the bot, unless it is said. */
  originOf(who: string, spot?: payloads.Spot): payloads.Origin {
    const known = this.people.get(who);
    const { account, direct, tenant = LOCAL.tenant } = known;
    const own = { conversation: { conversationType: 'personal', id: direct }, channelData: {} };
    return { by: account, spot: spot ?? own, tenant, serviceUrl: this.connector.serviceUrl, client: clientOf(known) };
  }

  /** A channel of the team; under one of its messages where one is named. */
  spotOf(channel: string, thread?: string): payloads.Spot {
    return this.spotIn(this.channelId(channel) + (thread ? `;messageid=${thread}` : ''));
  }

  /** Where somebody presses what stands in a channel, or under one of its messages. */
  spotIn(conversation: string): payloads.Spot {
    const [channel = '', thread] = conversation.split(';messageid=');
    return payloads.inChannel({ channel, ...(thread ? { thread } : {}) });
  }

  channelId(name: string): string {
    const id = this.channels.get(name);
    if (!id) throw new Error(`there is no channel ${name}`);
    return id;
  }

  /** Sends an activity to the bot and waits for the answer as long as Teams does. `token`: another than the right one. */
  async deliver(activity: object, { token, to }: { readonly token?: string; readonly to?: string } = {}): Promise<Ack> {
    const url = to ?? this.url;
    if (!url) throw new Error('say first how people reach the bot: overHttp');
    const patience = (activity as Json)['type'] === 'invoke' ? PATIENCE_MS.invoke : PATIENCE_MS.other;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token ?? this.token()}` },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(patience),
    });
    const words = await response.text();
    return { ok: response.ok, status: response.status, body: words === '' ? null : (JSON.parse(words) as unknown) };
  }

  /** As the service signs its requests to the bot, many with the same token. */
  token(): string {
    this.signed ??= this.provider.token({ appId: LOCAL.appId, serviceUrl: this.connector.serviceUrl });
    return this.signed;
  }

  /** What the bot has written into a conversation and its threads, the oldest first. */
  history(conversation: string): readonly Posted[] {
    const fits = (one: Written) => one.conversation === conversation || one.conversation.startsWith(`${conversation};`);
    return this.connector.written.filter(fits).map((one) => this.posted(one));
  }

  /** What all can read in a channel, by its name. */
  inChannel(name: string): readonly Posted[] {
    return this.history(this.channelId(name)).filter(({ to }) => to === null);
  }

  /** What the bot has written in all channels of the team, for all or for one. */
  everywhere(): readonly Posted[] {
    return [...this.channels.values()].flatMap((id) => this.history(id));
  }

  /** A later moment than every one before. */
  next(): number {
    return ++this.moment;
  }

  /** For `connector`: the bot has written or changed a message. */
  hear(written: Written): void {
    this.changes.set(keyOf(written), this.next());
    this.refusals.push(...messageFaults(written.activity).map((fault) => `a message: ${fault}`));
  }

  async close(): Promise<void> {
    unsubscribe('http.server.response.finish', this.finished);
    await this.connector.close();
    await this.provider.close();
  }

  private posted(written: Written): Posted {
    const { id, activity, targeted } = written;
    const [attachment] = Array.isArray(activity['attachments']) ? activity['attachments'] : [];
    const { contentType, content } = record(attachment);
    const card = contentType === CARD && isRecord(content) ? content : null;
    const lines = card ? cardWords(card, { value: () => '', error: () => undefined, isUnfolded: () => false }) : [];
    const words = [text(activity['text']), ...lines].filter((line) => line !== '').join('\n');
    const to = targeted ? text(record(activity['recipient'])['id']) : null;
    return { id, conversation: written.conversation, activity, card, words, changed: this.changes.get(keyOf(written)) ?? 0, to };
  }
}

function keyOf({ conversation, id }: Written): string {
  return `${conversation} ${id}`;
}
