// What each listener is given: where to ask, and what stands in for an answer that takes long.

import type { Desk, Visit } from './desk.ts';
import type { InTime } from './in-time.ts';

export interface Listening {
  readonly desk: Desk;
  readonly inTime: InTime;
}

/** What goes back to Teams for an invoke. */
export type Body = Readonly<Record<string, unknown>>;

export type Listener = (listening: Listening, visit: Visit) => Promise<Body | undefined>;
