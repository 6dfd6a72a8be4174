// A chat platform in the test's own process: it remembers every post, and may hold its answer for ever.

import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export class Platform {
  /** How often each message arrived, by its id. */
  readonly posts = new Map<string, number>();
  private readonly server: Server;
  /** By process: what happens to its next post. */
  private readonly traps = new Map<string, (messageId: string, answer: () => Promise<void>) => void>();

  private constructor(server: Server) {
    this.server = server;
  }

  static async open(): Promise<Platform> {
    const server = createServer();
    const platform = new Platform(server);
    server.on('request', (request, response) => platform.arrive(request.url ?? '', response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return platform;
  }

  urlFor(slot: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${slot}`;
  }

  /** Waits for the next post of a process and holds its answer; `answer` lets it go and waits until it is out. */
  next(slot: string): Promise<{ messageId: string; answer: () => Promise<void> }> {
    return new Promise((resolve) => this.traps.set(slot, (messageId, answer) => resolve({ messageId, answer })));
  }

  /** Whatever is awaited of a process no longer is. */
  forget(slot: string): void {
    this.traps.delete(slot);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private arrive(path: string, response: ServerResponse): void {
    const [, slot = '', , messageId = ''] = path.split('/');
    this.posts.set(messageId, (this.posts.get(messageId) ?? 0) + 1);
    const answer = () => new Promise<void>((resolve) => response.writeHead(200).end(resolve));
    const trap = this.traps.get(slot);
    this.traps.delete(slot);
    if (trap) trap(messageId, answer);
    else void answer();
  }
}
