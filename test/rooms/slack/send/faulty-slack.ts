// A server that speaks TCP and does with a call what a test says: answers, answers badly, hangs up, or says nothing.

import { createServer, type Socket } from 'node:net';

/** What is done with a connection whose request has come in whole. */
export type Play = (socket: Socket, request: string) => void;

export interface FaultySlack {
  readonly apiUrl: string;
  readonly port: number;
  /** Requests that came in whole. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** `greet` meets a connection before anything was read; `true` means that nothing will be. */
export async function faultySlack(play: Play, greet: (socket: Socket) => boolean = () => false): Promise<FaultySlack> {
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    if (greet(socket)) return;
    let seen = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      seen += text;
      const whole = requestIn(seen);
      if (whole === null) return;
      seen = seen.slice(whole.length);
      requests.push(whole);
      play(socket, whole);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    ...{ apiUrl: `http://127.0.0.1:${address.port}/api/`, port: address.port, requests },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function requestIn(seen: string): string | null {
  const end = seen.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const length = Number(/content-length: (\d+)/i.exec(seen.slice(0, end))?.[1] ?? 0);
  return seen.length < end + 4 + length ? null : seen.slice(0, end + 4 + length);
}

const YES = JSON.stringify({ ok: true, channel: 'D1', ts: '1.2' });

/** An answer as HTTP writes it. */
export function http(status: number, body: string = YES, headers: Readonly<Record<string, string>> = {}): string {
  const all = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} So\r\n${lines.join('')}\r\n${body}`;
}

export function answering(status: number, body?: string, headers?: Readonly<Record<string, string>>): Play {
  return (socket) => void socket.write(http(status, body, headers));
}

export function after(ms: number, play: Play): Play {
  return (socket, request) => void setTimeout(() => play(socket, request), ms).unref();
}

/** A byte at a time. */
export function dripping(text: string, everyMs: number): Play {
  return (socket) => {
    const bytes = [...Buffer.from(text)];
    const timer = setInterval(() => {
      const byte = bytes.shift();
      if (byte === undefined || socket.destroyed) clearInterval(timer);
      else socket.write(Buffer.from([byte]));
    }, everyMs);
    timer.unref();
  };
}
