// Requests in any order, again and again, over hours, some of them failing: done as often as a simple list says (F4).

import { array, assert, asyncProperty, boolean, constantFrom, integer, record } from 'fast-check';
import { expect, it } from 'vitest';
import { Replays } from '../../../../adapters/slack/receive/replay.ts';
import { type Instant, plus } from '../../../../src/time.ts';
import { NOW } from './door.ts';

const REMEMBERED = 601_000;

const step = record({ request: integer({ min: 0, max: 5 }), later: constantFrom(0, 0, 1, 60_000, 300_000, 601_001), fails: boolean() });

it('does each request once within its ten minutes, and again only where it failed', async () => {
  await assert(
    asyncProperty(array(step, { minLength: 50, maxLength: 50 }), async (steps) => {
      let at: Instant = NOW;
      const done: number[] = [];
      const expected: number[] = [];
      const standing = new Map<number, Instant>();
      const replays = new Replays<number>({ now: () => at });
      for (const { request, later, fails } of steps) {
        at = plus(at, later);
        const before = standing.get(request);
        if (before === undefined || at - before > REMEMBERED) {
          expected.push(request);
          if (fails) standing.delete(request);
          else standing.set(request, at);
        }
        const answer = replays.once(String(request), async () => {
          done.push(request);
          if (fails) throw new Error('gone');
          return request;
        });
        await answer.catch(() => undefined);
      }
      expect(done).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
