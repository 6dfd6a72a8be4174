// Two people who are one become one: what the one has stays, the other goes.

import type { Tx } from '../store.ts';
import type { Link } from './link.ts';
import { oneOf, samePlace, whoStays } from './link-rules.ts';
import type { Account, Person } from './person.ts';
import { placeFor } from './places.ts';

export interface Sides {
  readonly maker: Person;
  readonly claimer: Person;
  /** Of both. */
  readonly accounts: readonly Account[];
  /** Who of the two stays. */
  readonly stays: 'maker' | 'claimer';
}

export type Apart = { readonly why: 'late' | 'both' } | { readonly why: 'samePlace'; readonly platform: string };

/** The two people of a code and of the account in which it was typed, or why they cannot become one. */
export async function sidesOf(tx: Tx, link: Link, account: Account | null): Promise<Sides | Apart> {
  const [maker, claimer] = [await tx.people.get(link.personId), account && (await tx.people.get(account.personId))];
  if (!maker || !claimer || maker.leftAt !== null || claimer.leftAt !== null) return { why: 'late' };
  const accounts = await tx.accounts.find({ personId: [maker.id, claimer.id] });
  // The account in which the code was made has gone its own way since.
  if (!accounts.some((one) => one.id === link.accountId && one.personId === maker.id)) return { why: 'late' };
  const platform = samePlace(accounts);
  if (platform !== null) return { why: 'samePlace', platform };
  const stays = whoStays({ maker: await hasHistory(tx, maker.id), claimer: await hasHistory(tx, claimer.id) });
  return stays === null ? { why: 'both' } : { maker, claimer, accounts, stays };
}

/** Resolves to the one whom they both are from now on. */
export async function join(tx: Tx, link: Link, { maker, claimer, accounts, stays }: Sides): Promise<Person> {
  const [kept, gone] = stays === 'maker' ? [maker, claimer] : [claimer, maker];
  const others = await tx.links.find({ personId: gone.id });
  const own = accounts.filter((account) => account.personId === kept.id);
  const so = placeFor(own, kept.prefers, new Set(own.map((account) => account.platform)));
  const person = oneOf(kept, gone, so?.platform ?? null);
  tx.people.put(person);
  for (const account of accounts) if (account.personId === gone.id) tx.accounts.put({ ...account, personId: kept.id });
  const takenBack = () => tx.participations.find({ personId: gone.id });
  for (const one of await takenBack()) tx.participations.put(one); // guards: nobody takes up again what goes
  for (const one of await takenBack()) tx.participations.remove(one.id);
  for (const other of others) {
    if (other.state === 'joined') tx.links.put({ ...other, personId: kept.id });
    else if (other.id !== link.id) tx.links.remove(other.id);
  }
  tx.links.put({ ...link, personId: kept.id, state: 'joined' });
  tx.people.remove(gone.id);
  tx.readdress(gone.id, kept.id);
  return person;
}

/** Whether anything in the organisation is this person's: then it is they who stay. A sign-up that was taken back leaves nothing. */
async function hasHistory(tx: Tx, personId: string): Promise<boolean> {
  const joined = await tx.participations.find({ personId });
  if (joined.some((one) => one.state !== 'withdrawn')) return true;
  const ids = joined.map((one) => one.id);
  const counts = [
    () => tx.grants.count({ personId }),
    () => tx.goals.count({ personId }),
    () => tx.busy.count({ personId }),
    () => tx.invitations.count({ personId }),
    () => tx.passes.count({ personId }),
    () => tx.proposals.count({ publishedBy: personId }),
    ...[tx.rules, tx.weighings, tx.runs, tx.steps, tx.circles].map((table) => () => table.count({ createdBy: personId })),
    ...(['menteeId', 'mentorId'] as const).flatMap((side) =>
      ids.length === 0 ? [] : [() => tx.proposals.count({ [side]: ids }), () => tx.rules.count({ [side]: ids })],
    ),
  ];
  for (const count of counts) if ((await count()) > 0) return true;
  return false;
}
