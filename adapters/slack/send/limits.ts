// Slack's limits as published, and how much time they leave between two calls.

interface Limit {
  readonly calls: number;
  readonly perMs: number;
}

const MINUTE = 60_000;

/** "Several hundred messages a minute" in a workspace is taken as 300; the method for changing messages is of tier 3. */
export const LIMITS = {
  conversation: { calls: 1, perMs: 1000 },
  'chat.postMessage': { calls: 300, perMs: MINUTE },
  'chat.update': { calls: 50, perMs: MINUTE },
} as const satisfies Record<string, Limit>;

/** Milliseconds from one call to the next where a share of the limit is used. */
export function everyMs(limit: keyof typeof LIMITS, share: number): number {
  const { calls, perMs } = LIMITS[limit];
  return Math.ceil(perMs / (calls * share));
}
