// A Bot Connector as Teams runs it, on this computer, with the place where bots get their tokens: it knows which
// conversations there are and who is in them, keeps what was written, counts the published limits, and fails as it is told.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answered, type Failing, type Kind, play } from './connector-faults.ts';
import { members, no, type Reply } from './connector-replies.ts';
import { counter } from './windows.ts';

export interface TeamsPerson {
  /** The bot's own name for them: `29:…`. */
  readonly id: string;
  readonly name: string;
  readonly aadObjectId?: string;
  /** Guests may have none. */
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly userRole?: 'user' | 'guest' | 'anonymous';
  readonly tenantId?: string;
}

export interface Conversation {
  readonly kind: 'personal' | 'channel' | 'groupChat';
  readonly tenant: string;
  /** Ids of people. */
  readonly members: Set<string>;
  /** Whether the bot is in it. */
  installed: boolean;
}

/** A message as it stands now. */
export interface Written {
  readonly conversation: string;
  readonly id: string;
  readonly activity: Readonly<Record<string, unknown>>;
  readonly targeted: boolean;
  readonly replyTo?: string;
  readonly edited: boolean;
}

/** A call that came in, whatever was answered. */
export interface Taken {
  readonly kind: Kind;
  readonly method: string;
  /** Below the service's address, with the query. */
  readonly path: string;
  readonly authorization: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** Milliseconds on the server's own watch. */
  readonly at: number;
}

export interface Connector {
  readonly serviceUrl: string;
  readonly loginUrl: string;
  /** By the bot's name for them. Whoever is here has the app and can be written to, unless they are in `without`. */
  readonly people: Map<string, TeamsPerson>;
  /** People (by that name) who do not have the app, or have blocked it. */
  readonly without: Set<string>;
  readonly conversations: Map<string, Conversation>;
  /** All messages that are there, the oldest first. */
  readonly written: readonly Written[];
  readonly taken: readonly Taken[];
  /** Each published limit that was broken, such as `post a:1 7/1s`. */
  readonly breaches: readonly string[];
  /** The next `times` calls (of one kind, where one is named) fare so; `Infinity` until `heal`. */
  fail(how: Failing, times?: number, kind?: Kind): void;
  heal(): void;
  /** The personal conversation of somebody; it is opened where there is none. */
  personal(personId: string): string;
  close(): Promise<void>;
}

export interface ConnectorOptions {
  readonly appId?: string;
  readonly secret?: string;
  /** Where the bot is registered, and the tenant of people who name none. */
  readonly tenant?: string;
  /** Takes calls without a token. */
  readonly open?: boolean;
  /** Answers 429 to whoever breaks a limit, as Teams does; otherwise breaches are only listed. */
  readonly refuses?: boolean;
  /** Seconds for which a token is good. */
  readonly tokenLife?: number;
  /** Milliseconds to each answer. */
  readonly latencyMs?: (call: Taken) => number;
  /** Called with each message that was written or changed. */
  readonly heard?: (written: Written) => void;
}

export const LOCAL = {
  appId: '11111111-2222-4333-8444-555555555555',
  secret: 'local-secret',
  tenant: '99999999-8888-4777-8666-555555555555',
} as const;

export async function openConnector(options: ConnectorOptions = {}): Promise<Connector> {
  const { appId, secret, tenant: home } = { ...LOCAL, ...options };
  const people = new Map<string, TeamsPerson>();
  const without = new Set<string>();
  const conversations = new Map<string, Conversation>();
  const written: Written[] = [];
  const taken: Taken[] = [];
  const breaches: string[] = [];
  const failing: { how: Failing; times: number; kind: Kind | undefined }[] = [];
  const tokens = new Map<string, number>();
  const { count } = counter();
  let made = 0;

  function personal(personId: string): string {
    const there = [...conversations].find(([, { kind, members, installed }]) => kind === 'personal' && installed && members.has(personId));
    if (there) return there[0];
    const id = `a:${personId.replace(/^29:/, '')}-${++made}`;
    conversations.set(id, { kind: 'personal', tenant: people.get(personId)?.tenantId ?? home, members: new Set([personId]), installed: true });
    return id;
  }

  function token({ path, body }: Taken): Reply {
    if (path !== `/login/${home}/oauth2/v2.0/token`) return { status: 400, body: { error: 'invalid_request' } };
    if (body['grant_type'] !== 'client_credentials' || body['scope'] !== SCOPE) return { status: 400, body: { error: 'invalid_scope' } };
    if (body['client_id'] !== appId || body['client_secret'] !== secret) return { status: 401, body: { error: 'invalid_client' } };
    const life = options.tokenLife ?? 3600;
    const access_token = `local.${tokens.size + 1}.${'x'.repeat(40)}`;
    tokens.set(access_token, performance.now() + life * 1000);
    return { status: 200, body: { token_type: 'Bearer', expires_in: life, ext_expires_in: life, access_token } };
  }

  function create(body: Readonly<Record<string, unknown>>): Reply {
    const [member] = (body['members'] ?? []) as { readonly id: string }[];
    const person = [...people.values()].find(({ id, aadObjectId }) => member && (id === member.id || aadObjectId === member.id));
    if (!person || tenantOf(body) !== (person.tenantId ?? home)) return no(400, 'BadSyntax');
    return without.has(person.id) ? no(403, 'ForbiddenOperationException') : { status: 201, body: { id: personal(person.id) } };
  }

  function post(id: string, of: { replyTo?: string | undefined; targeted: boolean }, activity: Readonly<Record<string, unknown>>): Reply {
    const { replyTo, targeted } = of;
    const one: Written = {
      ...{ conversation: id, id: `1${String(++made).padStart(12, '0')}`, activity, targeted, edited: false },
      ...(replyTo ? { replyTo } : {}),
    };
    written.push(one);
    options.heard?.(one);
    return { status: 201, body: { id: one.id } };
  }

  function change(conversation: string, id: string, targeted: boolean, activity: Readonly<Record<string, unknown>> | null): Reply {
    const index = written.findIndex((one) => one.conversation === conversation && one.id === id && one.targeted === targeted);
    const old = written[index];
    if (!old) return no(404, 'ActivityNotFoundInConversation');
    if (!activity) {
      written.splice(index, 1);
      return { status: 200 };
    }
    const one = { ...old, activity, edited: true };
    written[index] = one;
    options.heard?.(one);
    return { status: 200, body: { id } };
  }

  function inConversation(method: string, id: string, rest: readonly string[], query: URLSearchParams, body: Readonly<Record<string, unknown>>): Reply {
    // A thread of a channel is named by its first message.
    const conversation = conversations.get(id) ?? conversations.get(id.replace(/;messageid=.*$/, ''));
    if (!conversation) return no(404, 'ConversationNotFound');
    if (!conversation.installed) return no(403, 'BotNotInConversationRoster');
    if (conversation.kind === 'personal' && [...conversation.members].some((one) => without.has(one))) return no(403, 'ConversationBlockedByUser');
    const present = [...conversation.members].flatMap((one) => people.get(one) ?? []);
    if (rest[0] === 'members' || rest[0] === 'pagedmembers') return members(present, home, rest, query);
    if (rest[0] !== 'activities') return no(404, 'ServiceError');
    if (JSON.stringify(body).length > MOST) return no(413, 'MessageSizeTooBig');
    const targeted = query.get('isTargetedActivity') === 'true';
    const recipient = (body['recipient'] as { readonly id?: string } | undefined)?.id;
    if (method === 'POST') {
      // Of one who is to see it alone, Teams wants to know who that is; and they have to be there.
      if (targeted && !conversation.members.has(recipient ?? '')) return no(400, 'BadArgument');
      return post(id, { replyTo: rest[1], targeted }, body);
    }
    // Who sees a message cannot be changed.
    if (targeted && recipient !== undefined) return no(400, 'BadArgument');
    return rest[1] ? change(id, rest[1], targeted, method === 'DELETE' ? null : body) : no(405, 'ServiceError');
  }

  function answer(call: Taken, url: URL): Reply {
    if (call.kind === 'token') return token(call);
    const bearer = /^Bearer (\S+)$/.exec(call.authorization ?? '')?.[1] ?? '';
    if (!options.open && (tokens.get(bearer) ?? 0) <= performance.now()) return no(401, 'Unauthorized');
    const [id, ...rest] = url.pathname.slice('/v3/conversations/'.length).split('/').map(decodeURIComponent);
    const tenant = id ? (conversations.get(id)?.tenant ?? home) : (tenantOf(call.body) ?? home);
    const limit = call.kind === 'create' ? 'create' : call.kind === 'read' ? 'read' : 'post';
    const who = call.kind === 'create' ? JSON.stringify(call.body['members']) : (id ?? '');
    const broken = [...count(limit, who, call.at), ...count('tenant', tenant, call.at)];
    breaches.push(...broken);
    if (broken.length > 0 && options.refuses) return { ...no(429, 'Throttled'), headers: { 'retry-after': '1' } };
    return call.kind === 'create' ? create(call.body) : inConversation(call.method, id ?? '', rest, url.searchParams, call.body);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const url = new URL(request.url ?? '/', 'http://local');
    const kind = kindOf(request.method ?? '', url.pathname);
    const { authorization = null } = request.headers;
    const body = kind === 'token' ? Object.fromEntries(new URLSearchParams(text)) : bodyOf(text);
    const call: Taken = { kind, method: request.method ?? '', path: url.pathname + url.search, authorization, body, at: performance.now() };
    taken.push(call);
    const fault = failing.find((one) => one.times > 0 && (one.kind ?? kind) === kind);
    if (fault) fault.times--;
    const latency = options.latencyMs?.(call) ?? 0;
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    if (fault) return play(fault.how, response, () => answer(call, url));
    answered(response, answer(call, url));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    ...{ serviceUrl: `${origin}/`, loginUrl: `${origin}/login`, people, without, conversations, written, taken, breaches, personal },
    fail: (how, times = 1, kind) => void failing.push({ how, times, kind }),
    heal: () => void failing.splice(0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const SCOPE = 'https://api.botframework.com/.default';
/** What Teams takes of one message. */
const MOST = 100 * 1024;

function kindOf(method: string, path: string): Kind {
  if (path.startsWith('/login/')) return 'token';
  if (/^\/v3\/conversations\/?$/.test(path)) return 'create';
  if (method === 'GET') return 'read';
  return method === 'POST' ? 'post' : method === 'PUT' ? 'update' : 'delete';
}

function tenantOf(body: Readonly<Record<string, unknown>>): string | undefined {
  return (body['channelData'] as { tenant?: { id?: string } } | undefined)?.tenant?.id;
}

function bodyOf(text: string): Readonly<Record<string, unknown>> {
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
