// The address of a calendar or a sign-up page: found, or made when it is asked for first.

import type { Ids } from '../../ports.ts';
import type { Instant } from '../../time.ts';
import type { Actor } from '../people/index.ts';
import { type Cohort, coordinatorsOf } from '../programme/index.ts';
import type { Tx } from '../store.ts';
import { calendarCode, joinCode } from './codes.ts';
import type { Pass } from './pass.ts';

interface Making {
  readonly now: Instant;
  readonly ids: Ids;
}

/** A person's own calendar has one address; so has a cohort's, for each coordinator. */
export async function calendarPass(tx: Tx, opens: 'mine' | 'cohort', subject: string, personId: string): Promise<Pass | null> {
  const [pass] = await tx.passes.find({ opens, subject, personId }, { limit: 1 });
  return pass ?? null;
}

export async function foundOrMade(
  { tx, actor, now, ids }: Making & { readonly tx: Tx; readonly actor: Pick<Actor, 'personId'> },
  opens: 'mine' | 'cohort',
  subject: string,
): Promise<Pass> {
  const known = await calendarPass(tx, opens, subject, actor.personId);
  if (known) return known;
  const person = await tx.people.get(actor.personId);
  if (person) tx.people.put(person); // guards: two devices at once do not make two addresses, of which only one could be renewed
  const pass: Pass = { id: ids.next(), opens, subject, personId: actor.personId, code: calendarCode(), createdAt: now };
  tx.passes.put(pass);
  return pass;
}

/**
 * The code of the page that leads to sign-up for a cohort. A poster is printed once: the code stays the same, whoever asks,
 * and outlives the one who asked first. `null` where nobody is in charge of the programme.
 */
export async function joinCodeOf(tx: Tx, cohort: Pick<Cohort, 'id' | 'programmeId'>, { now, ids }: Making): Promise<string | null> {
  const [known] = await tx.passes.find({ opens: 'join', subject: cohort.id }, { limit: 1 });
  if (known) return known.code;
  const row = await tx.cohorts.get(cohort.id);
  if (row) tx.cohorts.put(row); // guards: of two posters made at once, none leads elsewhere than the other
  const [personId] = await coordinatorsOf(tx, cohort.programmeId, 'manage');
  if (personId === undefined) return null;
  const pass: Pass = { id: ids.next(), opens: 'join', subject: cohort.id, personId, code: joinCode(), createdAt: now };
  tx.passes.put(pass);
  return pass.code;
}
