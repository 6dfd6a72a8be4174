// Calls that answer somebody who waits. They take their turn among all calls of the tenant, and do not wait for it for long.

import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../../src/ports.ts';
import type { Pace } from '../../../src/reception.ts';
import type { Answer, TeamsCalls } from './calls.ts';
import { everyMs, ofTenant } from './limits.ts';

/** Whoever has waited for so long is answered, come what may. */
const PATIENCE = 5000;
/** Where it does not say how much. */
const SHORT = 1000;

export interface Answering {
  readonly calls: TeamsCalls;
  readonly pace: Pace;
  readonly share: number;
  readonly log: Log;
}

export function answering({ calls, pace, share, log }: Answering): (tenant: string) => TeamsCalls {
  return (tenant) => {
    const turn = () =>
      pace.turn(ofTenant(tenant), everyMs('tenant', share), PATIENCE).catch((error: unknown) => {
        log.error('teams.turn', {}, error);
      });
    /** Where Teams asks for a little patience, we have it once: nobody else asks again for an answer. */
    const patiently = async (call: () => Promise<Answer>): Promise<Answer> => {
      await turn();
      const first = await call();
      const wait = first.ok || first.trouble !== 'busy' || first.delivery.outcome !== 'retry' ? Number.POSITIVE_INFINITY : (first.delivery.afterMs ?? SHORT);
      if (wait > PATIENCE) return first;
      await pause(wait);
      return call();
    };
    return {
      post: (...args) => patiently(() => calls.post(...args)),
      update: (...args) => patiently(() => calls.update(...args)),
      create: async (...args) => (await turn(), calls.create(...args)),
      member: async (...args) => (await turn(), calls.member(...args)),
    };
  };
}
