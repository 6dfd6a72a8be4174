// What has happened, told to every open page by server-sent events, and what nobody has looked at yet.

import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Playground } from '../../src/playground.ts';

/** A conversation's name as an event's: any id becomes letters, digits and dashes. */
export function eventOf(conversation: string): string {
  return `c-${Buffer.from(conversation).toString('hex')}`;
}

export class Live {
  /** Conversations with posts that no pane has shown. */
  readonly news = new Set<string>();
  private readonly pages = new Set<(event: string) => void>();

  constructor(playground: Pick<Playground, 'changed'>) {
    playground.changed((conversation) => {
      this.news.add(conversation);
      this.tell(eventOf(conversation));
      this.tell('news');
    });
  }

  tell(event: string): void {
    for (const page of this.pages) page(event);
  }

  /** Something known looks different now; it is no news. */
  redrawn(conversation: string): void {
    this.tell(eventOf(conversation));
  }

  seen(conversation: string): void {
    if (this.news.delete(conversation)) this.tell('news');
  }

  stream(c: Context): Response {
    return streamSSE(c, async (stream) => {
      const page = (event: string) => void stream.writeSSE({ event, data: '' });
      this.pages.add(page);
      // Also after a lost connection: whoever comes back asks for what was missed.
      page('hello');
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      this.pages.delete(page);
    });
  }
}
