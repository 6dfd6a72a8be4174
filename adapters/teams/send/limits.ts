// Teams' limits as published, and how much time they leave between two calls.

import { HOUR } from '../../../src/time.ts';
import { PLATFORM } from '../settings.ts';

interface Limit {
  readonly calls: number;
  readonly perMs: number;
}

/**
 * In a conversation Teams allows 7 in a second, 8 in two, 60 in thirty and 1,800 in an hour: whoever writes every two
 * seconds at the most keeps all four. Of an app in a tenant, some pages of Microsoft's say 50 a second and others 30.
 */
export const LIMITS = {
  conversation: { calls: 1800, perMs: HOUR },
  tenant: { calls: 30, perMs: 1000 },
} as const satisfies Record<string, Limit>;

/** Milliseconds from one call to the next where a share of the limit is used. */
export function everyMs(limit: keyof typeof LIMITS, share: number): number {
  const { calls, perMs } = LIMITS[limit];
  return Math.ceil(perMs / (calls * share));
}

/** Under which key of the pace the calls of a conversation, or of a tenant, take their turns. */
export function ofConversation(conversation: string): string {
  return `${PLATFORM} conversation ${conversation}`;
}

export function ofTenant(tenant: string): string {
  return `${PLATFORM} tenant ${tenant}`;
}
