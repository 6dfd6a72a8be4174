// What Teams tells of a person, made into what the house wants to know. People of other tenants are nobody's profile:
// they take part only where they are known already.

import { z } from 'zod';
import type { Profile } from '../../src/bot/actions/dispatch.ts';

const text = z.string().optional().catch(undefined);

const member = z.object({
  name: text,
  givenName: text,
  surname: text,
  email: text,
  userPrincipalName: text,
  tenantId: text,
  userRole: text,
});

export interface Member {
  /** `null` for whoever does not belong to the tenant. */
  readonly profile: Profile | null;
  /** All addresses by which an operator may have named the person. */
  readonly addresses: readonly string[];
  /** What stands behind the @ of their sign-in name. */
  readonly domain: string | null;
}

/** How Entra marks the sign-in names of guests. */
const GUEST = '#EXT#';

/** `null` for what is no member at all. */
export function memberIn(data: unknown, tenant: string): Member | null {
  const found = member.safeParse(data).data;
  const name = found?.name || [found?.givenName, found?.surname].filter(Boolean).join(' ');
  if (!found || !name) return null;
  const { email, userPrincipalName, tenantId, userRole } = found;
  const guest = userRole === 'guest' || (userPrincipalName?.toUpperCase().includes(GUEST) ?? false);
  // A sign-in name looks like an address and mostly is one; a guest's is not.
  const address = email || (guest ? null : (userPrincipalName ?? null));
  const outside = tenantId !== undefined && tenantId !== tenant;
  return {
    profile: outside ? null : { name, email: address, ...(guest ? { guest: true as const } : {}) },
    addresses: [email, userPrincipalName].flatMap((one) => (one ? [one.toLowerCase()] : [])),
    domain: guest ? null : (userPrincipalName?.split('@')[1]?.toLowerCase() ?? null),
  };
}
