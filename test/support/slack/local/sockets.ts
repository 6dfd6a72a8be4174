// Socket Mode, from Slack's side: addresses that are good for one connection, envelopes and their acknowledgements,
// pings, and connections that are to be renewed or break.

import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { APP } from '../payloads.ts';
import { type Json, record, text } from './json.ts';

const PATH = '/link/';
const PING_MS = 10_000;
/** Slack keeps no more connections of one app. */
const MOST = 10;

export class Sockets {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly tickets = new Set<string>();
  private readonly links = new Set<WebSocket>();
  private readonly waiting = new Map<string, (payload: Json) => void>();
  private readonly pinging: NodeJS.Timeout;
  private turn = 0;

  constructor(http: Server) {
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (!this.tickets.delete(ticket) || this.links.size >= MOST) return socket.destroy();
      this.server.handleUpgrade(request, socket, head, (link) => this.greet(link));
    });
    this.pinging = setInterval(() => this.links.forEach((link) => link.ping('Ping from Slack')), PING_MS);
    this.pinging.unref();
  }

  /** The path that a bot may connect to, once. */
  ticket(): string {
    const ticket = randomBytes(16).toString('hex');
    this.tickets.add(ticket);
    return `${PATH}?ticket=${ticket}&app_id=${APP}`;
  }

  get connections(): number {
    return this.links.size;
  }

  /** Sends an envelope over one of the connections; resolves to what the bot acknowledges it with. */
  send(envelope: Json): Promise<Json> {
    const open = [...this.links];
    const link = open[this.turn++ % open.length];
    if (!link) throw new Error('the bot has no socket open');
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      const gone = () => reject(new Error('the socket closed before the bot acknowledged'));
      link.once('close', gone);
      this.waiting.set(id, (payload) => {
        link.off('close', gone);
        resolve(payload);
      });
      link.send(JSON.stringify({ envelope_id: id, ...envelope }));
    });
  }

  /** Tells all connections to be renewed, as Slack does every few hours. */
  renew(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void {
    for (const link of this.links) link.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local' } }));
  }

  /** Breaks all connections without a word. */
  drop(): void {
    for (const link of this.links) link.terminate();
  }

  close(): void {
    clearInterval(this.pinging);
    this.drop();
    this.server.close();
  }

  private greet(link: WebSocket): void {
    this.links.add(link);
    link.on('close', () => this.links.delete(link));
    link.on('error', () => link.terminate());
    link.on('message', (data: RawData) => this.acknowledged(record(JSON.parse(wordsOf(data)))));
    const debug_info = { host: 'local', build_number: 1, approximate_connection_time: 18_060 };
    link.send(JSON.stringify({ type: 'hello', num_connections: this.links.size, connection_info: { app_id: APP }, debug_info }));
  }

  private acknowledged(message: Json): void {
    const id = text(message['envelope_id']);
    const resolve = this.waiting.get(id);
    this.waiting.delete(id);
    resolve?.(record(message['payload']));
  }
}

function wordsOf(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Uint8Array)).toString('utf8');
}
