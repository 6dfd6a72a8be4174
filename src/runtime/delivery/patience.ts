// How long a platform is waited for.

import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../../ports.ts';

/** What the platform says; `unsure` where it says nothing within `ms`, or nothing that we understand. */
export async function patiently(ms: number, ask: () => Promise<Delivery> | undefined): Promise<Delivery> {
  const enough = new AbortController();
  const silence = pause(ms, { outcome: 'unsure', fault: 'no-answer-in-time' } as const, { signal: enough.signal });
  const asked = Promise.resolve(ask()).then(
    (outcome) => outcome ?? ({ outcome: 'retry', fault: 'platform-not-connected' } as const),
    () => ({ outcome: 'unsure', fault: 'adapter-failed' }) as const,
  );
  try {
    return await Promise.race([asked, silence]);
  } finally {
    enough.abort();
    silence.catch(() => undefined);
  }
}
