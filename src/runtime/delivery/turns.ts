// When a platform's limits allow the next call. It never fails, and a stop waits for nobody.

import { setTimeout as pause } from 'node:timers/promises';
import type { Address, Chat, Log } from '../../ports.ts';

type Call = 'post' | 'update';

/** A call that needs a turn. */
export interface Turn {
  readonly chat: Chat;
  readonly to: Address;
  readonly call: Call;
}

/** After which to ask again where nobody could say. */
const UNSAID = 5000;
/** What was made so long ago may be old news. */
const OLD = 500;

export class Turns {
  private readonly log: Log;
  private readonly end = new AbortController();

  constructor(log: Log) {
    this.log = log;
  }

  /** Makes something and asks for the turn that it needs; resolves to the milliseconds after which to ask again where there is none. */
  async before<T>(make: () => Promise<T>, ask: (made: T) => Promise<number>): Promise<T | number> {
    const made = await make();
    const begun = performance.now();
    const wait = await ask(made);
    if (wait > 0) return wait;
    return performance.now() - begun > OLD ? make() : made;
  }

  /** Resolves to 0 when the turn has come, or to the milliseconds after which to ask again. */
  async next({ chat, to, call }: Turn): Promise<number> {
    if (!chat.turn) return 0;
    const asked = chat.turn(to, call).catch((error: unknown) => {
      this.log.error('delivery.turn', { tenantId: to.tenantId }, error);
      return UNSAID;
    });
    return this.unlessStopped(asked);
  }

  /** Asks again and again, `withinMs` in all. */
  async nextWithin(withinMs: number, turn: Turn): Promise<number> {
    const until = performance.now() + withinMs;
    for (;;) {
      const wait = await this.next(turn);
      if (wait === 0 || this.end.signal.aborted || performance.now() + wait > until) return wait;
      await pause(wait, undefined, { signal: this.end.signal }).catch(() => undefined);
    }
  }

  stop(): void {
    this.end.abort();
  }

  private async unlessStopped(asked: Promise<number>): Promise<number> {
    const { signal } = this.end;
    if (signal.aborted) return UNSAID;
    const { promise: stopped, resolve } = Promise.withResolvers<number>();
    const stop = () => resolve(UNSAID);
    signal.addEventListener('abort', stop);
    try {
      return await Promise.race([asked, stopped]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}
