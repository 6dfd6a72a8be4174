// Whom the visitor of the playground can be: coordinators first, then mentors, mentees and all others.

import type { PlaygroundPerson, PlaygroundRole } from '../../playground.ts';
import type { Store } from '../store/store.ts';

const ORDER: readonly PlaygroundRole[] = ['coordinator', 'both', 'mentor', 'mentee', 'none'];

export function playgroundPeople(store: Store, tenantId: string, platform: string): Promise<readonly PlaygroundPerson[]> {
  return store.read(tenantId, null, async ({ tx }) => {
    const accounts = await tx.accounts.find({ platform });
    const [people, grants, participations] = [await tx.people.find({ leftAt: null }), await tx.grants.find({}), await tx.participations.find({})];
    const externalIds = new Map(accounts.map((account) => [account.personId, account.externalId]));
    const coordinators = new Set(grants.map((grant) => grant.personId));
    const roles = new Map(participations.filter((one) => one.state !== 'withdrawn').map((one) => [one.personId, one.role]));
    const roleOf = (id: string): PlaygroundRole => (coordinators.has(id) ? 'coordinator' : (roles.get(id) ?? 'none'));
    return people
      .flatMap(({ id, name, language, timeZone }) => {
        const externalId = externalIds.get(id);
        return externalId === undefined ? [] : [{ id, externalId, name, language, timeZone, role: roleOf(id) }];
      })
      .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || a.name.localeCompare(b.name));
  });
}
