// A Slack that keeps its published limits to the letter: sliding windows, 429 with Retry-After, and a count of every breach.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

interface Window {
  readonly calls: number;
  readonly perMs: number;
}

export interface SlackLimits {
  /** chat.postMessage in one conversation. */
  readonly conversation: Window;
  readonly 'chat.postMessage': Window;
  readonly 'chat.update': Window;
}

/** As published; "several hundred a minute" in a workspace taken as 300. */
export const PUBLISHED: SlackLimits = {
  conversation: { calls: 1, perMs: 1000 },
  'chat.postMessage': { calls: 300, perMs: 60_000 },
  'chat.update': { calls: 50, perMs: 60_000 },
};

export interface Taken {
  readonly method: string;
  /** The workspace is told by its token. */
  readonly token: string;
  readonly channel: string;
  readonly ts: string;
  /** As they were sent. */
  readonly args: Readonly<Record<string, string>>;
  /** Milliseconds on the server's own watch. */
  readonly at: number;
}

export interface LimitedSlack {
  readonly apiUrl: string;
  readonly taken: Taken[];
  /** Calls that were refused for coming too soon: the limit that each broke. */
  readonly breaches: string[];
  /** What is answered next instead, in order. */
  readonly instead: { readonly status?: number; readonly body: object; readonly headers?: Readonly<Record<string, string>> }[];
  close(): Promise<void>;
}

export async function limitedSlack(
  of: { readonly limits?: SlackLimits; readonly latencyMs?: (call: { token: string }) => number } = {},
): Promise<LimitedSlack> {
  const limits = of.limits ?? PUBLISHED;
  const taken: Taken[] = [];
  const breaches: string[] = [];
  const instead: LimitedSlack['instead'] = [];
  const windows = new Map<string, number[]>();
  let made = 0;

  /** Milliseconds until the window has room, counted over what it let through. */
  function waitFor(key: string, { calls, perMs }: Window, at: number): number {
    const times = (windows.get(key) ?? []).filter((time) => at - time < perMs);
    windows.set(key, times);
    const first = times[times.length - calls];
    return first === undefined ? 0 : perMs - (at - first);
  }

  function answer(method: string, token: string, args: URLSearchParams): { status: number; body: object; headers?: Readonly<Record<string, string>> } {
    const at = performance.now();
    const other = instead.shift();
    if (other) return { status: 200, ...other };
    if (method !== 'chat.postMessage' && method !== 'chat.update') return { status: 200, body: { ok: false, error: 'unknown_method' } };
    const to = args.get('channel') ?? '';
    // A message to a person opens the conversation with them.
    const channel = to.startsWith('U') ? `D${to.slice(1)}` : to;
    const keys: readonly (readonly [string, Window])[] = [
      [`${method} ${token}`, limits[method]],
      ...(method === 'chat.postMessage' ? [[`conversation ${token} ${channel}`, limits.conversation] as const] : []),
    ];
    const broken = keys.map(([key, window]) => [key, waitFor(key, window, at)] as const).filter(([, wait]) => wait > 0);
    if (broken.length > 0) {
      breaches.push(...broken.map(([key]) => key));
      const seconds = Math.ceil(Math.max(...broken.map(([, wait]) => wait)) / 1000);
      return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': String(seconds) } };
    }
    for (const [key] of keys) windows.get(key)?.push(at);
    const ts = method === 'chat.update' ? (args.get('ts') ?? '') : `${++made}.000100`;
    taken.push({ method, token, channel, ts, args: Object.fromEntries(args), at });
    return { status: 200, body: { ok: true, channel, ts } };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const args = new URLSearchParams(await bodyOf(request));
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const latency = of.latencyMs?.({ token }) ?? 0;
    // Half of it on the way here, half on the way back.
    await pause(latency / 2);
    const { status, body, headers } = answer((request.url ?? '').replace('/api/', ''), token, args);
    await pause(latency / 2);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    ...{ apiUrl: `http://127.0.0.1:${address.port}/api/`, taken, breaches, instead },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
