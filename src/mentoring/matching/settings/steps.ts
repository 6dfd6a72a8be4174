// The journal of what coordinators decided about a matching, one step after the other.

import type { Tx } from '../../store.ts';
import type { MatchStep } from './step.ts';

/** Writes a step down, so that it can be taken back. */
export function noted(tx: Tx, step: Omit<MatchStep, 'kind' | 'undoneAt'>): void {
  tx.steps.put({ ...step, kind: step.about.kind, undoneAt: null });
}

/** The last that has not been taken back. One query. */
export async function lastStep(tx: Tx, cohortId: string): Promise<MatchStep | null> {
  const [last = null] = await tx.steps.find({ cohortId, undoneAt: null }, { by: 'id', descending: true, limit: 1 });
  return last;
}
