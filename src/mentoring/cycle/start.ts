// A pair begins: two people have said yes (S4.24).

import type { Ids } from '../../ports.ts';
import type { Instant } from '../../time.ts';
import type { Proposal } from '../matching/proposal.ts';
import type { Programme } from '../programme/programme.ts';
import type { Tx } from '../store.ts';
import type { Pair } from './pair.ts';

/** They stand at stage 2, with the programme's rhythm until they agree on another. */
export function startPair(tx: Tx, of: { readonly proposal: Proposal; readonly programme: Programme; readonly now: Instant; readonly ids: Ids }): Pair {
  const { proposal, programme, now, ids } = of;
  const pair: Pair = {
    id: ids.next(),
    cohortId: proposal.cohortId,
    proposalId: proposal.id,
    menteeId: proposal.menteeId,
    mentorId: proposal.mentorId,
    stage: 2,
    state: 'active',
    rhythmDays: programme.settings.rhythmDays,
    startedAt: now,
    endedAt: null,
    lastMetOn: null,
  };
  tx.pairs.put(pair);
  return pair;
}
