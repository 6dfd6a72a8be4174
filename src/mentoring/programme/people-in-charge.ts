// Who looks after a programme: whom to tell, and whose words and settings hold.

import { BotError } from '../../fault.ts';
import type { Ids } from '../../ports.ts';
import type { Instant } from '../../time.ts';
import { type Ability, type Actor, mayIn, rolesWith } from '../people/index.ts';
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

/** The ids of the programmes in which a person may do something. */
export function programmesWhere(actor: Actor, ability: Ability): string[] {
  return [...new Set(actor.grants.map((grant) => grant.programmeId))].filter((programmeId) => mayIn(actor, programmeId, ability));
}

/**
 * The first coordinator comes from the installation or the settings, all others from a coordinator. `false` where the
 * programme has one already: an installation that runs again does not take it over.
 */
export async function grantFirst(tx: Tx, programmeId: string, personId: string, now: Instant, ids: Ids): Promise<boolean> {
  const programme = await tx.programmes.get(programmeId);
  if (!programme) throw new BotError('bug', 'no such programme');
  if (await hasCoordinator(tx, programmeId)) return false;
  tx.programmes.put(programme); // guards: two installations at once do not both name the first one
  tx.grants.put({ id: ids.next(), programmeId, personId, role: 'programme', createdAt: now });
  tx.post({
    to: { person: personId },
    template: 'programme.first',
    args: { programme: programmeId },
    kind: 'decision',
    topic: `coordinator:${programmeId}:${personId}`,
  });
  return true;
}

/** The programmes that nobody is in charge of yet. */
export async function unledProgrammes(tx: Tx): Promise<string[]> {
  const ids = (await tx.programmes.find({})).map((programme) => programme.id);
  const led = await Promise.all(ids.map((id) => hasCoordinator(tx, id)));
  return ids.filter((_, index) => !led[index]);
}

async function hasCoordinator(tx: Tx, programmeId: string): Promise<boolean> {
  return (await tx.grants.find({ programmeId, role: 'programme' })).length > 0;
}
