// Whoever acts or reads, with all that permission depends on. Loaded in one query, from the verified account alone.

import type { Someone } from '../../bot/actions/action.ts';
import type { ParticipationState, Role } from '../orientation/participation.ts';
import type { GrantRole } from '../programme/programme.ts';

export interface Actor extends Someone {
  readonly name: string;
  readonly grants: readonly { readonly programmeId: string; readonly role: GrantRole }[];
  readonly participations: readonly {
    readonly id: string;
    readonly cohortId: string;
    readonly programmeId: string;
    readonly role: Role;
    readonly state: ParticipationState;
  }[];
}

/** What a coordinator's roles allow (E8.2). Programme coordinators may do all but open safeguarding cases. */
const ALLOWS = {
  programme: ['view', 'match', 'manage'],
  matching: ['view', 'match'],
  'read-only': ['view'],
  safeguarding: ['view', 'safeguard'],
} as const satisfies Record<GrantRole, readonly string[]>;

export type Ability = (typeof ALLOWS)[GrantRole][number];

export function mayIn(actor: Actor, programmeId: string, ability: Ability): boolean {
  return actor.grants.some((grant) => grant.programmeId === programmeId && (ALLOWS[grant.role] as readonly string[]).includes(ability));
}

/** For actions that begin before a programme is known, such as a list of one's own cohorts. */
export function mayAnywhere(actor: Actor, ability: Ability): boolean {
  return actor.grants.some((grant) => mayIn(actor, grant.programmeId, ability));
}

/** A known person; strangers never get as far as this. */
export function anyone(): boolean {
  return true;
}

/** The roles that allow it. */
export function rolesWith(ability: Ability): readonly GrantRole[] {
  return (Object.keys(ALLOWS) as GrantRole[]).filter((role) => (ALLOWS[role] as readonly string[]).includes(ability));
}
