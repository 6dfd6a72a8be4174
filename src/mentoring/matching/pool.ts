// All that matching needs to know of one cohort: five queries, however many people.

import { BotError } from '../../fault.ts';
import type { Pair } from '../cycle/index.ts';
import type { Participation } from '../orientation/participation.ts';
import type { Person } from '../people/index.ts';
import type { Cohort } from '../programme/index.ts';
import type { Tx } from '../store.ts';
import type { MatchRule, Proposal } from './proposal.ts';

export interface Pool {
  readonly cohort: Cohort;
  readonly participations: readonly Participation[];
  readonly people: ReadonlyMap<string, Person>;
  readonly rules: readonly MatchRule[];
  readonly proposals: readonly Proposal[];
  readonly pairs: readonly Pair[];
}

export async function poolOf(tx: Tx, cohort: Cohort): Promise<Pool> {
  const here = { cohortId: cohort.id };
  const participations = await tx.participations.find(here);
  const people = await tx.people.all(participations.map((one) => one.personId));
  return {
    cohort,
    participations: participations.filter((one) => one.state !== 'withdrawn'),
    people: new Map(people.map((person) => [person.id, person])),
    rules: await tx.rules.find(here),
    proposals: await tx.proposals.find(here),
    pairs: await tx.pairs.find(here),
  };
}

export function personIn(people: ReadonlyMap<string, Person>, { personId }: Pick<Participation, 'personId'>): Person {
  const person = people.get(personId);
  if (!person) throw new BotError('bug', 'a participation without its person');
  return person;
}
