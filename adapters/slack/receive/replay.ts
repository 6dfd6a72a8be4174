// The same signed request again gets the same answer, and nothing is done twice. It is the fence of one process:
// what must never happen twice anywhere is kept by the inbox.

import type { Clock } from '../../../src/ports.ts';
import type { Instant } from '../../../src/time.ts';
import { WINDOW } from './verify.ts';

/** Signed as far ahead of our clock as we take it, a request is good for both halves of the window. */
const KEPT_MS = (2 * WINDOW + 1) * 1000;
/** About 33 requests a second for ten minutes; answers are mostly empty. */
const MOST = 20_000;

interface Kept<Answer> {
  readonly at: Instant;
  readonly answer: Promise<Answer>;
}

export class Replays<Answer> {
  private readonly clock: Clock;
  private readonly most: number;
  /** In the order in which they came. */
  private readonly kept = new Map<string, Kept<Answer>>();

  constructor(clock: Clock, most = MOST) {
    this.clock = clock;
    this.most = most;
  }

  /** Answers as before where this signature was answered before. What failed is forgotten: it may be tried again. */
  once(signature: string, work: () => Promise<Answer>): Promise<Answer> {
    const now = this.clock.now();
    this.forgetWhile((oldest) => oldest.at < now - KEPT_MS);
    const earlier = this.kept.get(signature);
    if (earlier) return earlier.answer;
    this.forgetWhile(() => this.kept.size >= this.most);
    const kept = { at: now, answer: work() };
    this.kept.set(signature, kept);
    kept.answer.catch(() => this.forget(signature, kept));
    return kept.answer;
  }

  private forget(signature: string, kept: Kept<Answer>): void {
    if (this.kept.get(signature) === kept) this.kept.delete(signature);
  }

  private forgetWhile(tooMuch: (oldest: Kept<Answer>) => boolean): void {
    for (const [signature, oldest] of this.kept) {
      if (!tooMuch(oldest)) return;
      this.kept.delete(signature);
    }
  }
}
