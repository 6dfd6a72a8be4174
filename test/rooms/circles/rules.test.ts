// When a circle comes about: by those who say yes, three at least; silence is a no.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Circle } from '../../../src/mentoring/circles/circle.ts';
import { answered, busyIn, joinedIn, settled } from '../../../src/mentoring/circles/rules.ts';
import { instantOf, plus } from '../../../src/time.ts';

const UNTIL = instantOf('2026-09-08T14:00:00Z');
const EARLIER = plus(UNTIL, -1);

function circle(...answers: readonly ('open' | 'yes' | 'no')[]): Circle {
  return {
    ...{ id: 'c', cohortId: 'k', state: 'asked', score: 700, expiresAt: UNTIL, createdBy: 'anna', createdAt: EARLIER },
    members: answers.map((answer, index) => ({ participationId: `p${index}`, answer })),
  };
}

describe('a circle', () => {
  it.each([
    [['yes', 'yes', 'yes', 'open'], 'asked', 'formed'],
    [['yes', 'yes', 'yes', 'no'], 'formed', 'formed'],
    [['yes', 'yes', 'open', 'no'], 'asked', 'closed'],
    [['yes', 'open', 'no', 'no'], 'closed', 'closed'],
    [['open', 'open', 'open'], 'asked', 'closed'],
    [['yes', 'yes', 'yes'], 'formed', 'formed'],
  ] as const)('with the answers %j is %s before the end, and %s at the end', (answers, before, atEnd) => {
    expect(settled(circle(...answers), EARLIER).state).toBe(before);
    expect(settled(circle(...answers), UNTIL).state).toBe(atEnd);
  });

  it('never has fewer than three, and nobody who did not say yes', () => {
    const answer = fc.constantFrom('open' as const, 'yes' as const, 'no' as const);
    fc.assert(
      fc.property(fc.array(answer, { minLength: 3, maxLength: 5 }), fc.boolean(), (answers, late) => {
        const after = settled(circle(...answers), late ? UNTIL : EARLIER);
        if (after.state === 'formed') expect(joinedIn(after).length).toBeGreaterThanOrEqual(3);
        expect(joinedIn(after)).toEqual(answers.flatMap((one, index) => (one === 'yes' ? [`p${index}`] : [])));
        if (late) expect(after.state).not.toBe('asked');
        // What is over stays as it is.
        if (after.state !== 'asked') expect(settled(after, UNTIL)).toBe(after);
      }),
    );
  });

  it('keeps its members out of other circles until they say no', () => {
    const asked = answered(circle('open', 'yes', 'open'), 'p2', 'no');
    expect([...busyIn([asked, { ...circle('yes', 'yes', 'yes'), state: 'closed' }])]).toEqual(['p0', 'p1']);
  });
});
