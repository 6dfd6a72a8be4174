// What happens to proposals about somebody who no longer takes part.

import type { Ids } from '../../ports.ts';
import type { Instant } from '../../time.ts';
import type { Tx } from '../store.ts';

export async function takeBackProposals(tx: Tx, participationId: string, now: Instant, _ids: Ids): Promise<void> {
  const state = ['asked_mentee', 'asked_mentor'] as const;
  const open = [...(await tx.proposals.find({ menteeId: participationId, state })), ...(await tx.proposals.find({ mentorId: participationId, state }))];
  for (const proposal of open) {
    tx.proposals.put({ ...proposal, state: 'withdrawn', closedAt: now });
    tx.refresh(`proposal:${proposal.id}`);
  }
}
