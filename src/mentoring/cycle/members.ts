// The two people of a pair.

import type { Participation } from '../orientation/participation.ts';
import type { Tx } from '../store.ts';
import type { Pair } from './pair.ts';

/** The participations of the people in these pairs, by participation id; one query. */
export async function membersOf(tx: Tx, pairs: readonly Pair[]): Promise<ReadonlyMap<string, Participation>> {
  const rows = await tx.participations.all([...new Set(pairs.flatMap((pair) => [pair.menteeId, pair.mentorId]))]);
  return new Map(rows.map((row) => [row.id, row]));
}
