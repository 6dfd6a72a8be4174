// When a circle has come about, and when it has not. Pure.

import type { Instant } from '../../time.ts';
import type { Circle, CircleMember } from './circle.ts';

/** Peer circles are of three to five. */
export const SIZES = [3, 4, 5] as const;
export const USUAL_SIZE = 4;
const LEAST = 3;

export function memberOf(circle: Circle, participationIds: readonly string[]): CircleMember | null {
  return circle.members.find(({ participationId }) => participationIds.includes(participationId)) ?? null;
}

/** Those who said yes. Nobody else is ever named to anybody. */
export function joinedIn({ members }: Pick<Circle, 'members'>): readonly string[] {
  return members.filter(({ answer }) => answer === 'yes').map(({ participationId }) => participationId);
}

export function answered(circle: Circle, participationId: string, answer: 'yes' | 'no'): Circle {
  return { ...circle, members: circle.members.map((one) => (one.participationId === participationId ? { ...one, answer } : one)) };
}

/**
 * Once all have answered, or time is up, those who said yes are a circle if they are three; earlier it is closed only
 * where three can no longer be had.
 */
export function settled(circle: Circle, now: Instant): Circle {
  if (circle.state !== 'asked') return circle;
  const yes = joinedIn(circle).length;
  const open = circle.members.filter(({ answer }) => answer === 'open').length;
  const over = open === 0 || now >= circle.expiresAt;
  if (over) return { ...circle, state: yes >= LEAST ? 'formed' : 'closed' };
  return yes + open < LEAST ? { ...circle, state: 'closed' } : circle;
}

/** Who is being asked, or is in a circle, of this cohort already. */
export function busyIn(circles: readonly Circle[]): ReadonlySet<string> {
  const here = circles.filter(({ state }) => state !== 'closed');
  return new Set(here.flatMap(({ members }) => members.filter(({ answer }) => answer !== 'no').map(({ participationId }) => participationId)));
}
