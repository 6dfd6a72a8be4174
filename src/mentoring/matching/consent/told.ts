// Who has been told already that they wait. Pure.

import type { Participation } from '../../orientation/participation.ts';
import type { Pool } from '../pool.ts';

/**
 * Whether somebody who is left over has been told so at the last publishing, and nothing has changed for them since:
 * then there is nothing to say again.
 */
export function wasTold(participation: Participation, { proposals, pairs }: Pick<Pool, 'proposals' | 'pairs'>): boolean {
  const published = Math.max(...proposals.map((proposal) => proposal.createdAt));
  if (participation.submittedAt === null || participation.submittedAt > published) return false;
  const mine = (two: { readonly menteeId: string; readonly mentorId: string }) => two.menteeId === participation.id || two.mentorId === participation.id;
  const asked = proposals.filter(mine).some(({ createdAt, closedAt }) => createdAt >= published || closedAt === null || closedAt > published);
  const paired = pairs.filter(mine).some(({ endedAt }) => endedAt === null || endedAt > published);
  return !asked && !paired;
}
