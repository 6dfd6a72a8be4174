// A Slack that costs next to nothing: it answers every call at once, and remembers what lies before each person.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SCOPES } from '../../../adapters/slack/settings.ts';
import { withIds } from '../../../test/support/slack/local/blocks.ts';
import { decoded, type Json, list, record, text } from '../../../test/support/slack/local/json.ts';
import { LOCAL } from '../../../test/support/slack/local-slack.ts';

export interface Shown {
  readonly ts: string;
  readonly channel: string;
  readonly ephemeral: boolean;
  blocks: readonly Json[];
}

/** What one person sees. */
export interface Desk {
  home: Json | null;
  modal: Json | null;
  /** The newest one is last. */
  messages: readonly Shown[];
}

const KEPT = 4;

export class LightSlack {
  /** How often each method was called. */
  readonly calls = new Map<string, number>();
  private readonly desks = new Map<string, Desk>();
  /** By trigger id, view id or the path of a response address. */
  private readonly leadsTo = new Map<string, string>();
  private readonly server = createServer((request, response) => {
    void this.serve(request, response);
  });
  private made = 0;

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  deskOf(user: string): Desk {
    const desk = this.desks.get(user) ?? { home: null, modal: null, messages: [] };
    this.desks.set(user, desk);
    return desk;
  }

  trigger(user: string): string {
    return this.leading(`${1_795_343_000 + ++this.made}.1234567890.${this.made}`, user);
  }

  responseUrl(kind: 'actions' | 'commands', user: string): string {
    return `${this.origin}${this.leading(`/${kind}/${LOCAL.teamId}/${++this.made}`, user)}`;
  }

  /** Lays a message before a person that only they see. */
  say(user: string, message: Json): void {
    this.put(user, { ts: this.ts(), channel: `D${user}`, ephemeral: true, blocks: withIds(message['blocks']) });
  }

  /** Lays a window before a person, in the place of the one that lies there. */
  lay(user: string, view: Json): Json {
    const whole = { ...view, id: `V${++this.made}`, app_installed_team_id: LOCAL.teamId, hash: this.ts(), blocks: withIds(view['blocks']) };
    this.leading(whole.id, user);
    if (view['type'] === 'home') this.deskOf(user).home = whole;
    else this.deskOf(user).modal = whole;
    return whole;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = this.answer(request.url ?? '', request.headers['content-type'] ?? '', await bodyOf(request));
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': SCOPES.join(',') }).end(JSON.stringify(answer));
  }

  private answer(path: string, type: string, body: string): Json {
    const method = path.startsWith('/api/') ? path.slice('/api/'.length) : 'response_url';
    this.calls.set(method, (this.calls.get(method) ?? 0) + 1);
    const given = type.includes('json') ? record(JSON.parse(body)) : Object.fromEntries(new URLSearchParams(body));
    const blocks = list(decoded(given['blocks']));
    const of = (key: string) => this.leadsTo.get(key) ?? '';
    switch (method) {
      case 'auth.test':
        return { ok: true, team_id: LOCAL.teamId, team: 'Mentor Guild', user_id: LOCAL.botUserId, bot_id: 'B0MENTOR01' };
      case 'users.info':
        return { ok: true, user: { id: given['user'], team_id: LOCAL.teamId, real_name: 'Somebody', tz: 'Europe/Stockholm', locale: 'sv-SE' } };
      case 'views.open':
        return { ok: true, view: this.lay(of(text(given['trigger_id'])), record(decoded(given['view']))) };
      case 'views.update':
        return { ok: true, view: this.lay(of(text(given['view_id'])), record(decoded(given['view']))) };
      case 'views.publish':
        return { ok: true, view: this.lay(text(given['user_id']), record(decoded(given['view']))) };
      case 'chat.postMessage':
        return this.posted(text(given['channel']), blocks);
      case 'chat.update':
        return this.changed(text(given['channel']), text(given['ts']), blocks);
      case 'response_url':
        this.say(of(path), { blocks });
        return { ok: true };
      default:
        return { ok: false, error: 'unknown_method' };
    }
  }

  private posted(to: string, blocks: readonly Json[]): Json {
    const user = to.replace(/^D/, '');
    const message = { ts: this.ts(), channel: `D${user}`, ephemeral: false, blocks: withIds(blocks) };
    this.put(user, message);
    return { ok: true, channel: message.channel, ts: message.ts };
  }

  private changed(channel: string, ts: string, blocks: readonly Json[]): Json {
    const message = this.deskOf(channel.replace(/^D/, '')).messages.find((one) => one.ts === ts);
    if (message) message.blocks = withIds(blocks);
    return { ok: true, channel, ts };
  }

  private put(user: string, message: Shown): void {
    const desk = this.deskOf(user);
    desk.messages = [...desk.messages, message].slice(-KEPT);
  }

  private leading(key: string, user: string): string {
    this.leadsTo.set(key, user);
    return key;
  }

  private ts(): string {
    return `1795343000.${String(++this.made).padStart(6, '0')}`;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
