// What the local Bot Connector answers, worded as Teams words it.

import type { TeamsPerson } from './connector.ts';

export interface Reply {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export function no(status: number, code: string): Reply {
  return { status, body: { error: { code, message: 'Of this nobody may read more.' } } };
}

/** Of those who are in a conversation: all, a page of them, or one by either name. `home` is the tenant of who names none. */
export function members(people: readonly TeamsPerson[], home: string, [what, who]: readonly string[], query: URLSearchParams): Reply {
  const all = people.map((person) => described(person, home));
  if (what === 'pagedmembers') {
    const from = Number(query.get('continuationToken') ?? 0);
    const to = from + Number(query.get('pageSize') ?? 200);
    return { status: 200, body: { members: all.slice(from, to), ...(to < all.length ? { continuationToken: String(to) } : {}) } };
  }
  if (who === undefined) return { status: 200, body: all };
  const one = all.find(({ id, aadObjectId }) => id === who || aadObjectId === who);
  return one ? { status: 200, body: one } : no(404, 'MemberNotFoundInConversation');
}

function described(person: TeamsPerson, home: string) {
  const [givenName = '', surname = ''] = person.name.split(' ');
  return { ...person, ...{ givenName, surname, objectId: person.aadObjectId, userRole: person.userRole ?? 'user', tenantId: person.tenantId ?? home } };
}
