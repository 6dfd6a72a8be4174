// The limits that Microsoft publishes for bots in Teams, and a count of every breach to the letter, by whatever watch is given.

export interface Window {
  readonly calls: number;
  readonly perMs: number;
}

const SECOND = 1000;
const windows = (one: number, two: number, thirty: number, hour: number): readonly Window[] => [
  { calls: one, perMs: SECOND },
  { calls: two, perMs: 2 * SECOND },
  { calls: thirty, perMs: 30 * SECOND },
  { calls: hour, perMs: 3600 * SECOND },
];

/** Of one bot: in one conversation, and in one tenant. */
export const PUBLISHED = {
  post: windows(7, 8, 60, 1800),
  create: windows(7, 8, 60, 1800),
  read: windows(14, 16, 120, 3600),
  tenant: [{ calls: 30, perMs: SECOND }],
} as const satisfies Record<string, readonly Window[]>;

export interface Counter {
  /** Counts a call at this moment (milliseconds); resolves to the limits that it broke, such as `post a:1 7/1s`. */
  count(limit: keyof typeof PUBLISHED, key: string, at: number): readonly string[];
}

export function counter(): Counter {
  const times = new Map<string, number[]>();
  return {
    count(limit, key, at) {
      const name = `${limit} ${key}`;
      const all = times.get(name) ?? [];
      times.set(name, all);
      all.push(at);
      return PUBLISHED[limit].filter(({ calls, perMs }) => at - (all.at(-1 - calls) ?? -Infinity) < perMs).map((window) => `${name} ${told(window)}`);
    },
  };
}

function told({ calls, perMs }: Window): string {
  return `${calls}/${perMs / SECOND}s`;
}
