// The keys that we know, and when we ask for them again. The library's own cache takes nobody in while the provider is down on
// the day of its refresh, waits without end for one that hangs, finds a new key only an hour after its last look, and asks
// again for each request until it has been answered once.

import type { Clock, Log } from '../../../src/ports.ts';
import type { Instant } from '../../../src/time.ts';
import type { ReadKeys, SigningKey } from './provider.ts';

/** Asked anew in the background; until there is an answer, the keys that we have are good. */
const OLD_MS = 24 * 60 * 60 * 1000;
/** A key that nobody knows is asked for at most so often: strangers can name as many as they like. */
const AGAIN_MS = 30_000;
const AGAIN_AFTER_FAULT_MS = 5000;

export class KeySet {
  private readonly readKeys: ReadKeys;
  private readonly clock: Clock;
  private readonly log: Log;
  private keys: ReadonlyMap<string, SigningKey> = new Map();
  private asking: Promise<void> | null = null;
  private readAt: Instant | null = null;
  private askedAt: Instant | null = null;
  private failed = false;

  constructor({ readKeys, clock, log }: { readonly readKeys: ReadKeys; readonly clock: Clock; readonly log: Log }) {
    this.readKeys = readKeys;
    this.clock = clock;
    this.log = log;
  }

  /** `unknown`: it is nobody's. `unavailable`: nobody can say just now. */
  async find(kid: string): Promise<SigningKey | 'unknown' | 'unavailable'> {
    const known = this.keys.get(kid);
    if (known) {
      if (this.isPast(this.readAt, OLD_MS)) void this.askAgain();
      return known;
    }
    await this.askAgain();
    return this.keys.get(kid) ?? (this.failed ? 'unavailable' : 'unknown');
  }

  /** Whoever needs an answer meanwhile waits for the same. */
  private askAgain(): Promise<void> {
    if (this.asking) return this.asking;
    if (!this.isPast(this.askedAt, this.failed ? AGAIN_AFTER_FAULT_MS : AGAIN_MS)) return Promise.resolve();
    this.asking = this.ask().finally(() => {
      this.asking = null;
      this.askedAt = this.clock.now();
    });
    return this.asking;
  }

  private async ask(): Promise<void> {
    try {
      this.keys = await this.readKeys();
      this.readAt = this.clock.now();
      this.failed = false;
    } catch (error) {
      this.failed = true;
      this.log.error('teams.keys', { known: this.keys.size }, error);
    }
  }

  /** A clock that was set back starts anew. */
  private isPast(at: Instant | null, ms: number): boolean {
    return at === null || Math.abs(this.clock.now() - at) >= ms;
  }
}
