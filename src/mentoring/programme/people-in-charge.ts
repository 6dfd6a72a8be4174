// Who runs a programme: whom to tell, and whose words and settings hold.

import { BotError } from '../../fault.ts';
import { type Ability, rolesWith } from '../people/actor.ts';
import type { Tx } from '../store.ts';
import type { Cohort, Programme } from './programme.ts';

/** The person ids of those who may do something in a programme, the longest in charge first. */
export async function coordinatorsOf(tx: Tx, programmeId: string, ability: Ability): Promise<string[]> {
  const grants = await tx.grants.find({ programmeId, role: rolesWith(ability) });
  return [...new Set(grants.map((grant) => grant.personId))];
}

export async function programmeOf(tx: Tx, cohort: Pick<Cohort, 'programmeId'>): Promise<Programme> {
  const programme = await tx.programmes.get(cohort.programmeId);
  if (!programme) throw new BotError('bug', 'a cohort without its programme');
  return programme;
}
