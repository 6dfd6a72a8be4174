// What people mean to do, and when: in the order of time, and of two at once in the order in which they were thought of.

import type { Instant } from '../../time.ts';

export type Deed = () => Promise<void>;

export class Agenda {
  private readonly byTime = new Map<Instant, Deed[]>();
  /** Sorted. */
  private readonly times: Instant[] = [];

  add(at: Instant, deed: Deed): void {
    const there = this.byTime.get(at);
    if (there) return void there.push(deed);
    this.byTime.set(at, [deed]);
    let [from, until] = [0, this.times.length];
    while (from < until) {
      const middle = (from + until) >> 1;
      if ((this.times[middle] ?? 0) < at) from = middle + 1;
      else until = middle;
    }
    this.times.splice(from, 0, at);
  }

  /** When the next deed is meant to be done. */
  get next(): Instant | null {
    return this.times[0] ?? null;
  }

  /** All that is meant to be done by then. */
  take(until: Instant): Deed[] {
    const deeds: Deed[] = [];
    for (let [first] = this.times; first !== undefined && first <= until; [first] = this.times) {
      deeds.push(...(this.byTime.get(first) ?? []));
      this.byTime.delete(first);
      this.times.shift();
    }
    return deeds;
  }
}
