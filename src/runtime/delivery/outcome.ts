// What is to be made of a delivery's outcome: pure, and the only place that knows how often and how long we try.

import type { Delivery } from '../../ports.ts';
import { HOUR, type Instant, plus } from '../../time.ts';
import type { Mark } from './message-rows.ts';

/** Tries until we give up: with waits of half an hour on average, about a day. */
export const TRIES = 58;
/** A message that cannot be drawn is a mistake of ours; what follows it does not wait long. */
export const DRAWING_TRIES = 5;

/** Faults are single words: they are logged. */
const GONE = 'unsure:process-gone';

const LONGEST_WAIT = HOUR;
const FIRST_WAIT = 2000;

export interface Tried {
  readonly kind: string;
  /** This one included. */
  readonly attempts: number;
}

/** `chance` is between 0 and 1. */
export function markOf(tried: Tried, delivery: Delivery, now: Instant, chance: number): Mark {
  switch (delivery.outcome) {
    case 'sent':
      return { state: 'sent', ref: delivery.ref, at: now };
    case 'never':
      return { state: 'dead', fault: delivery.fault };
    case 'unsure':
      // A nudge twice is a nuisance; a decision that never came is worse than one that came twice.
      return tried.kind === 'nudge' ? { state: 'unsure', fault: `unsure:${delivery.fault}` } : again(tried, `unsure:${delivery.fault}`, now, { chance });
    case 'retry':
      return again(tried, delivery.fault, now, { chance, ...(delivery.afterMs === undefined ? {} : { afterMs: delivery.afterMs }) });
  }
}

/** A message found in the hands of a process that is gone: nobody knows whether it was posted. */
export function markAbandoned(tried: Tried, now: Instant): Mark {
  if (tried.kind === 'nudge') return { state: 'unsure', fault: GONE };
  return { state: 'waiting', notBefore: now, fault: GONE };
}

export function markUndrawable(tried: Tried, now: Instant, chance: number): Mark {
  return again(tried, 'cannot-be-drawn', now, { chance, tries: DRAWING_TRIES });
}

function again(tried: Tried, fault: string, now: Instant, how: { chance: number; afterMs?: number; tries?: number }): Mark {
  if (tried.attempts >= (how.tries ?? TRIES)) return { state: 'dead', fault: `given-up:${fault}` };
  const wait = how.afterMs ?? waitOf(tried.attempts, how.chance);
  return { state: 'waiting', notBefore: plus(now, wait), fault };
}

/** Full jitter: anything up to a bound that doubles, so that those who failed together do not come back together. */
export function waitOf(attempts: number, chance: number): number {
  return Math.round(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1)) * chance);
}
