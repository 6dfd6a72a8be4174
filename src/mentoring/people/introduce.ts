// A stranger with an account on a platform becomes a person of the organisation.

import type { Caller } from '../../bot/actions/dispatch.ts';
import { clean } from '../../bot/actions/fields.ts';
import { languageOf } from '../../bot/texts/language.ts';
import type { Ids } from '../../ports.ts';
import type { Instant } from '../../time.ts';
import type { Participation } from '../orientation/participation.ts';
import type { Tx } from '../store.ts';
import type { Actor } from './actor.ts';
import { emailOf, isTimeZone } from './facts.ts';
import { invite } from './invitation.ts';
import type { Person } from './person.ts';

/**
 * Makes a stranger known from what the platform tells. A person whom a coordinator listed by e-mail, and who has no
 * account yet, is the same person: the platform vouches for the address. A person with an account elsewhere is not
 * taken over by an equal address alone. `null` where not even a name is told, for a guest whom nobody listed, and for
 * an account whose person has left.
 */
export async function introduce(tx: Tx, tenantId: string, caller: Caller, now: Instant, ids: Ids): Promise<Actor | null> {
  const name = clean(caller.profile?.name ?? '').slice(0, 200);
  const organisation = name === '' ? null : await tx.organisations.get(tenantId);
  if (!organisation) return null;
  const { platform, externalId } = caller;
  if (await hasLeft(tx, platform, externalId)) return null;

  const email = emailOf(caller.profile?.email ?? '');
  const before = email === null ? null : await listedPerson(tx, email);
  if (caller.profile?.guest && !before) return null;
  const { locale, timeZone } = caller.profile ?? {};
  const person: Person = {
    ...(before ?? { id: ids.next(), name, email, chosen: [], prefers: null, formerly: [], createdAt: now, leftAt: null }),
    // Nobody has chosen these here yet, so what the platform knows of the person's own choice holds.
    language: languageOf(locale, before?.language ?? organisation.language),
    timeZone: timeZone && isTimeZone(timeZone) ? timeZone : (before?.timeZone ?? organisation.timeZone),
  };
  // Putting a listed person also guards it: two accounts that appear at once cannot both become that person.
  tx.people.put(person);
  tx.accounts.put({ id: ids.next(), personId: person.id, platform, externalId, conversation: null, reachable: true });

  const actor: Actor = { ...plainly(tenantId, person), name: person.name, grants: [], participations: [] };
  return before ? withPast(tx, actor) : actor;
}

/** Nobody new takes the place of somebody who has left. Whoever has just become known in another event is found when this one runs again. */
async function hasLeft(tx: Tx, platform: string, externalId: string): Promise<boolean> {
  const [account] = await tx.accounts.find({ platform, externalId });
  const person = account && (await tx.people.get(account.personId));
  return person !== undefined && person !== null && person.leftAt !== null;
}

function plainly(tenantId: string, { id, language, timeZone }: Person) {
  return { tenantId, personId: id, language, timeZone, terms: {} };
}

/** The person whom a coordinator listed with this address, where nobody with the address has an account. */
async function listedPerson(tx: Tx, email: string): Promise<Person | null> {
  const people = await tx.people.find({ email, leftAt: null });
  if (people.length === 0) return null;
  const accounts = await tx.accounts.find({ personId: people.map((person) => person.id) });
  return accounts.length === 0 ? (people[0] ?? null) : null;
}

/** What was prepared for a listed person: roles, and places in cohorts, which can be asked about from now on. */
async function withPast(tx: Tx, actor: Actor): Promise<Actor> {
  const grants = await tx.grants.find({ personId: actor.personId });
  const participations = await tx.participations.find({ personId: actor.personId });
  const cohorts = new Map((await tx.cohorts.all(participations.map((one) => one.cohortId))).map((cohort) => [cohort.id, cohort]));
  for (const one of participations.filter(isUnasked)) invite(tx, one);
  return {
    ...actor,
    grants: grants.map(({ programmeId, role }) => ({ programmeId, role })),
    participations: participations.map(({ id, cohortId, role, state }) => ({
      id,
      cohortId,
      programmeId: cohorts.get(cohortId)?.programmeId ?? '',
      role,
      state,
    })),
  };
}

function isUnasked(participation: Participation): boolean {
  return participation.state === 'draft' && participation.noticeVersion === 0;
}
