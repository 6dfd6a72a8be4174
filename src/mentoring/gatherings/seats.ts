// Who has a place, and who is next in line. Pure: the gathering's row is put with every change, so no two take the same place.

import type { Instant } from '../../time.ts';
import type { Invitation } from './gathering.ts';

/** Those who wait, the first in line first. */
export function lineOf(invitations: readonly Invitation[]): Invitation[] {
  return invitations.filter((one) => one.answer === 'waiting').sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Those in line for whom there is a place now. Nobody loses a place because there are fewer. */
export function freed(capacity: number | null, invitations: readonly Invitation[]): Invitation[] {
  const taken = invitations.filter((one) => one.answer === 'yes').length;
  const places = capacity === null ? Infinity : Math.max(0, capacity - taken);
  return lineOf(invitations)
    .slice(0, places)
    .map((one) => ({ ...one, answer: 'yes' }));
}

/** What a yes or a no makes of an invitation: a yes beyond the places waits. Who has a place, or waits, keeps it. */
export function answered(
  mine: Invitation,
  answer: 'yes' | 'no',
  of: { readonly capacity: number | null; readonly others: readonly Invitation[]; readonly now: Instant },
): Invitation {
  if (answer === 'no') return mine.answer === 'no' ? mine : { ...mine, answer, answeredAt: of.now };
  if (mine.answer === 'yes' || mine.answer === 'waiting') return mine;
  const taken = of.others.filter((one) => one.answer === 'yes').length;
  const isFull = of.capacity !== null && taken >= of.capacity;
  return { ...mine, answer: isFull ? 'waiting' : 'yes', answeredAt: of.now };
}
