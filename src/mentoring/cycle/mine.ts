// The pairs that a person is in, seen from that person's side.

import type { Participation } from '../orientation/participation.ts';
import type { Tx } from '../store.ts';
import type { Pair } from './pair.ts';

export interface MyPair {
  readonly pair: Pair;
  readonly mine: 'mentee' | 'mentor';
  readonly mentee: Participation;
  readonly mentor: Participation;
  /** The other one's person id. */
  readonly partnerId: string;
}

/** Active pairs of a person, oldest first; four queries, however many pairs. */
export async function pairsOf(tx: Tx, personId: string): Promise<MyPair[]> {
  const mine = await tx.participations.find({ personId });
  const ids = mine.map((participation) => participation.id);
  if (ids.length === 0) return [];
  const pairs = [...(await tx.pairs.find({ menteeId: ids, state: 'active' })), ...(await tx.pairs.find({ mentorId: ids, state: 'active' }))];
  const members = await membersOf(tx, pairs);
  return pairs
    .sort((a, b) => a.startedAt - b.startedAt)
    .flatMap((pair) => {
      const mentee = members.get(pair.menteeId);
      const mentor = members.get(pair.mentorId);
      if (!mentee || !mentor) return [];
      const role = ids.includes(pair.menteeId) ? 'mentee' : 'mentor';
      return [{ pair, mine: role, mentee, mentor, partnerId: role === 'mentee' ? mentor.personId : mentee.personId } as const];
    });
}

/** The participations of the people in these pairs, by participation id; one query. */
export async function membersOf(tx: Tx, pairs: readonly Pair[]): Promise<ReadonlyMap<string, Participation>> {
  const rows = await tx.participations.all([...new Set(pairs.flatMap((pair) => [pair.menteeId, pair.mentorId]))]);
  return new Map(rows.map((row) => [row.id, row]));
}
