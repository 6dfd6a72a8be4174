// Taking back the proposals of somebody who no longer takes part.

import type { Ids } from '../../../ports.ts';
import type { Instant } from '../../../time.ts';
import type { Tx } from '../../store.ts';
import { close, notThisTime } from './answers.ts';
import { OPEN } from '../proposal.ts';

/**
 * Whoever knows of the proposal is told kindly that it did not work out; a mentor who was not asked yet hears nothing.
 * Three queries. `_ids` belongs to the signature that rooms share for leaving.
 */
export async function withdrawProposalsOf(tx: Tx, participationId: string, now: Instant, _ids: Ids): Promise<void> {
  const asMentee = await tx.proposals.find({ menteeId: participationId, state: OPEN });
  const asMentor = await tx.proposals.find({ mentorId: participationId, state: OPEN });
  const told = [
    ...asMentee.filter((proposal) => proposal.state === 'asked_mentor').map((proposal) => proposal.mentorId),
    ...asMentor.map((proposal) => proposal.menteeId),
  ];
  const people = new Map((await tx.participations.all(told)).map((one) => [one.id, one.personId]));
  for (const proposal of [...asMentee, ...asMentor]) {
    const other = proposal.menteeId === participationId ? proposal.mentorId : proposal.menteeId;
    const personId = people.get(other);
    const knows = other === proposal.menteeId || proposal.state === 'asked_mentor';
    if (knows && personId !== undefined) notThisTime(tx, proposal, personId);
    close(tx, proposal, 'withdrawn', now);
  }
}
