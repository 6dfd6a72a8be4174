// Long reckoning away from the conversations: a thread for many people, none for a few, and the same answer from both.

import { afterAll, describe, expect, it } from 'vitest';
import { answerTo } from '../../../src/mentoring/matching/planning/thinking.ts';
import type { Plan } from '../../../src/mentoring/matching/solving.ts';
import { Thinker } from '../../../src/runtime/thinking/thinker.ts';
import { snapshotFor } from '../matching/support/snapshots.ts';
import { silent } from '../../support/world.ts';

const thinker = new Thinker(silent);
afterAll(() => thinker.rest());

const asking = (people: number) => ({ snapshot: snapshotFor(people), asks: {} });

describe('thinking', () => {
  it('answers at once for a programme of the usual size', () => {
    const found = thinker.think('matching.plan', asking(25));
    expect('answer' in found && (found.answer as Plan).pairs).toHaveLength(25);
  });

  it('lets everybody else go on while many are matched, and gives the same answer as without a thread', async () => {
    const input = asking(100);
    const first = thinker.think('matching.plan', input);
    if (!('soon' in first)) throw new Error('so many people at once');
    // The second who asks the same waits for the same answer.
    expect(thinker.think('matching.plan', input)).toEqual(first);
    await first.soon;
    const found = thinker.think('matching.plan', input);
    const { ms: _here, ...here } = answerTo('matching.plan', input) as Plan;
    const { ms: _there, ...there } = ('answer' in found ? found.answer : null) as Plan;
    expect(timeless(there)).toEqual(timeless(here));
  });

  it('tells whoever waits that it came to nothing, where it is broken off or breaks down', async () => {
    const found = thinker.think('matching.plan', asking(120));
    const broken = thinker.think('matching.nothing', asking(100));
    if (!('soon' in found) || !('soon' in broken)) throw new Error('so many people at once');
    const ends = Promise.allSettled([found.soon, broken.soon]);
    await new Promise(setImmediate);
    await thinker.rest();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    // And the next question gets another thread.
    const again = thinker.think('matching.plan', asking(101));
    if (!('soon' in again)) throw new Error('so many people at once');
    await expect(again.soon).resolves.toBeUndefined();
  });
});

it('refuses kindly, by name, what would be too many at once', async () => {
  const found = thinker.think('matching.plan', asking(3200));
  if (!('soon' in found)) throw new Error('so many people at once');
  await expect(found.soon).rejects.toMatchObject({ code: 'too-large' });
});

function timeless({ stages, ...plan }: Omit<Plan, 'ms'>) {
  return { ...plan, stages: stages.map(({ name, value }) => ({ name, value })) };
}
