// One's own participation: the only one that anybody reads or changes in this room.

import type { Actor, Person } from '../people/index.ts';
import type { Context } from '../store.ts';
import type { Participation } from './participation.ts';

export interface Own {
  readonly participation: Participation;
  readonly person: Person;
}

/** Not for those who have withdrawn: they begin again, with the notice. */
export async function own({ tx, actor }: Context, input: { readonly participation: string }): Promise<Own | null> {
  const participation = await tx.participations.get(input.participation);
  if (participation?.personId !== actor.personId || participation.state === 'withdrawn') return null;
  const person = await tx.people.get(actor.personId);
  return person && { participation, person };
}

export function isMine(actor: Actor, { participation }: Own): boolean {
  return participation.personId === actor.personId;
}
