// The front of the local Slack: what a bot talks to. Takes every call down, does what `emulate` does not do,
// and passes the rest on.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { decoded, isRecord, type Json, text } from './json.ts';

/** A call as it came in, and what was answered; `null` where nothing was. */
export interface Call {
  readonly method: string;
  readonly args: Json;
  readonly token: string;
  /** By the clock of the house, where there is one. */
  readonly at: number;
  answer: Json | null;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `break` closes the connection unanswered, `hang` leaves it open. */
export type Outcome = Answer | 'break' | 'hang';

export interface Fronting {
  readonly now: () => number;
  api(call: Call, authorization: string | undefined): Promise<Outcome>;
  /** A message to the address that came with a command or a press. */
  respond(path: string, body: Json): Promise<Outcome>;
  /** All else: the pages of an installation. */
  page(path: string, method: string, type: string | undefined, body: string): Promise<Outcome>;
}

export interface Front {
  readonly server: Server;
  readonly port: number;
  close(): Promise<void>;
}

export async function openFront(fronting: Fronting): Promise<Front> {
  const server = createServer((request, response) => {
    handle(fronting, request).then(
      (outcome) => answered(response, outcome),
      (error: unknown) => {
        console.error('local Slack', error);
        response.destroy();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    server,
    port: isRecord(address) ? Number(address['port']) : 0,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(fronting: Fronting, request: IncomingMessage): Promise<Outcome> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const body = await bodyOf(request);
  const type = request.headers['content-type'];
  if (pathname.startsWith('/api/')) {
    const { authorization } = request.headers;
    const args = argumentsOf(type, body);
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? text(args['token']);
    const call = { method: pathname.slice('/api/'.length), args, token, at: fronting.now(), answer: null };
    return fronting.api(call, authorization ?? (token ? `Bearer ${token}` : undefined));
  }
  if (/^\/(commands|actions)\//.test(pathname)) return fronting.respond(pathname, argumentsOf(type, body));
  return fronting.page(`${pathname}${search}`, request.method ?? 'GET', type, body);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The parameters that clients send as JSON within a form. */
const STRUCTURED = ['attachments', 'blocks', 'metadata', 'view'];

function argumentsOf(type: string | undefined, body: string): Json {
  const given: unknown = type?.includes('application/json') === true ? decoded(body) : Object.fromEntries(new URLSearchParams(body));
  if (!isRecord(given)) return {};
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, STRUCTURED.includes(name) ? decoded(value) : value]));
}

function answered(response: ServerResponse, outcome: Outcome): void {
  if (outcome === 'hang') return;
  if (outcome === 'break') {
    response.destroy();
    return;
  }
  response.writeHead(outcome.status, outcome.headers).end(outcome.body);
}
