// The world's clock, and the playground's, which can be set ahead.

import type { Clock } from '../ports.ts';
import { type Instant, instantOf, plus } from '../time.ts';

export const systemClock: Clock = { now: () => instantOf(Date.now()) };

/** Runs as `base` does, a stretch ahead of it. */
export class MovableClock implements Clock {
  private readonly base: Clock;
  private ahead: number;

  constructor(base: Clock, ahead = 0) {
    this.base = base;
    this.ahead = ahead;
  }

  now(): Instant {
    return plus(this.base.now(), this.ahead);
  }

  /** Milliseconds ahead of the base: what must be kept to find the same time again after a restart. */
  offset(): number {
    return this.ahead;
  }

  /** Never back: an instant that has passed already leaves the clock as it is. */
  forwardTo(at: Instant): void {
    this.ahead = Math.max(this.ahead, at - this.base.now());
  }
}
