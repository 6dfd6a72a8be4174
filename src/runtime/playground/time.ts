// The playground's clock: moved ahead through everything that falls due on the way, as if the days had passed.

import type { Clock } from '../../ports.ts';
import type { PlaygroundClock } from '../../playground.ts';
import { DAY, type Instant, plus } from '../../time.ts';
import { MovableClock } from '../clock.ts';
import type { PrismaClient } from '../store/generated/client.ts';

const SETTING = 'clock.offset';
/** How long nothing may be seen to happen before the walk to the next thing ends. */
const QUIET = 60 * DAY;

export interface Walking {
  readonly prisma: PrismaClient;
  readonly clock: MovableClock;
  readonly dueAfter: (now: Instant) => Promise<Instant | null>;
  /** Runs what is due now and delivers what waits. */
  readonly settle: () => Promise<void>;
  /** How many posts there have been. */
  readonly posted: () => number;
}

/** The clock as it was left. */
export async function keptClock(prisma: PrismaClient, base: Clock): Promise<MovableClock> {
  const row = await prisma.setting.findUnique({ where: { key: SETTING } });
  return new MovableClock(base, typeof row?.value === 'number' ? row.value : 0);
}

export function playgroundClock({ prisma, clock, dueAfter, settle, posted }: Walking): PlaygroundClock {
  let last: Promise<unknown> = Promise.resolve();

  /** Two visitors who move the clock at once move it one after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  /** Kept before anything is done at the new time, so that after a restart it is not earlier than what has happened. */
  async function stepTo(at: Instant): Promise<void> {
    clock.forwardTo(at);
    const value = clock.offset();
    await prisma.setting.upsert({ where: { key: SETTING }, create: { key: SETTING, value }, update: { value } });
    await settle();
  }

  return {
    now: () => clock.now(),

    move: (byMs) =>
      inTurn(async () => {
        const until = plus(clock.now(), Math.max(0, byMs));
        await settle();
        for (;;) {
          const next = await dueAfter(clock.now());
          if (next === null || next > until) break;
          await stepTo(next);
        }
        await stepTo(until);
      }),

    toNext: () =>
      inTurn(async () => {
        await settle();
        const [from, before] = [clock.now(), posted()];
        for (let next = await dueAfter(from); next !== null; next = await dueAfter(clock.now())) {
          await stepTo(next);
          // Some of what happens is not seen by anybody; but the visitor did not ask for a leap of years either.
          if (posted() > before || clock.now() - from > QUIET) return clock.now();
        }
        return null;
      }),
  };
}
