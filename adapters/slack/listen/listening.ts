// What each listener is given: where to ask, whom the event is from, and how to answer Slack.

import type { Home } from '../people.ts';
import type { SlackCalls } from '../send/calls.ts';
import type { Ack } from './ack.ts';
import type { Desk, Visit } from './desk.ts';

export interface Listening {
  readonly desk: Desk;
  readonly ack: Ack;
  /** `null` where the event comes from no organisation of ours. */
  readonly visitOf: (of: Visiting) => Promise<Visit | null>;
}

export interface Visiting {
  readonly userId: string;
  readonly eventId: string;
  readonly payload: { readonly trigger_id?: string | undefined; readonly response_url?: string | undefined };
}

/** Of which installation an event is: who may answer it. */
export interface Origin {
  readonly door: string;
  readonly home: Home;
  readonly slack: SlackCalls;
}

export function visiting(desk: Desk, { door, home, slack }: Origin, platform: string): Listening['visitOf'] {
  return async ({ userId, eventId, payload }) => {
    const tenantId = await desk.reception.doors.tenantOf(platform, door);
    if (tenantId === null) return null;
    return { tenantId, home, slack, userId, eventId, triggerId: payload.trigger_id, responseUrl: payload.response_url };
  };
}
