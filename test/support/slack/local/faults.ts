// What can go wrong at Slack, on demand and method by method.

export type Fault =
  /** An HTTP status that is no answer: 429 with its `Retry-After`, 500, 503. */
  | { readonly status: number; readonly retryAfter?: number }
  /** A refusal in Slack's own form. */
  | { readonly error: string }
  /** The connection breaks before anything is done. */
  | 'reset'
  /** All is done, but the connection breaks before the answer. */
  | 'lost'
  /** Nothing is done and nothing is said; the connection stays open. */
  | 'hang';

export class Faults {
  private readonly waiting: { readonly method: string; readonly fault: Fault; times: number }[] = [];

  add(method: string, fault: Fault, times: number): void {
    this.waiting.push({ method, fault, times });
  }

  /** Takes back what has not happened yet. */
  mend(method?: string): void {
    for (const one of this.waiting) if (method === undefined || one.method === method) one.times = 0;
  }

  take(method: string): Fault | null {
    const next = this.waiting.find((one) => one.method === method && one.times > 0);
    if (!next) return null;
    next.times -= 1;
    return next.fault;
  }
}
