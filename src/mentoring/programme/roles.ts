// Who may become what among the coordinators of a programme (E8.2). Pure.

import { say, type Text } from '../../bot/views/text.ts';
import type { Grant, GrantRole } from './programme.ts';

// Each of these holds all that stands before it, so a person has one of them. Safeguarding stands beside.
const LADDER: readonly GrantRole[] = ['read-only', 'matching', 'programme'];

export type RoleChange = { readonly refused: Text } | { readonly same: true } | { readonly remove: readonly Grant[] };

/** Giving a role: it takes the place of the person's other role on the ladder. `grants` are all of the programme. */
export function givingRole(grants: readonly Grant[], asked: { readonly personId: string; readonly role: GrantRole; readonly by: string }): RoleChange {
  const theirs = grants.filter((grant) => grant.personId === asked.personId);
  if (theirs.some((grant) => grant.role === asked.role)) return { same: true };
  const remove = LADDER.includes(asked.role) ? theirs.filter((grant) => LADDER.includes(grant.role)) : [];
  if (asked.personId === asked.by && isRaise(remove, asked.role)) return { refused: say('people.role.notOneself') };
  if (remove.some((grant) => isLast(grants, grant))) return { refused: say('people.role.last') };
  return { remove };
}

export function removingRole(grants: readonly Grant[], grant: Grant): RoleChange {
  return isLast(grants, grant) ? { refused: say('people.role.last') } : { remove: [grant] };
}

function isRaise(held: readonly Grant[], role: GrantRole): boolean {
  return held.every((grant) => LADDER.indexOf(role) > LADDER.indexOf(grant.role)) || !LADDER.includes(role);
}

/** Without a programme coordinator nobody could name one. */
function isLast(grants: readonly Grant[], grant: Grant): boolean {
  return grant.role === 'programme' && grants.filter((one) => one.role === 'programme').length <= 1;
}
