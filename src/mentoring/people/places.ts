// The places where people are, what each is called, and which of them a message to somebody goes to.

import { listed, quote, say, type Listed, type Text, who } from '../../bot/views/text.ts';
import { type Block, paragraph } from '../../bot/views/view.ts';
import type { Tx } from '../store.ts';
import type { Account } from './person.ts';

const PLACES = ['slack', 'teams', 'web'] as const;
type Place = (typeof PLACES)[number];

/** What people type for a place, folded. */
const TYPED: Readonly<Record<Place, readonly string[]>> = {
  slack: ['slack'],
  teams: ['teams', 'microsoft teams', 'msteams'],
  web: ['web', 'browser', 'the browser', 'webblasaren', 'webblasare', 'navegador', 'el navegador'],
};

export function placeName(platform: string): Text {
  const known = PLACES.find((place) => place === platform);
  return known ? say(`people.place.${known}`) : quote(platform);
}

export function placeNames(accounts: readonly Account[]): Listed {
  return listed([...new Set(accounts.map((account) => account.platform))].map(placeName));
}

/** `Microsoft Teams`, `teams`, `webbläsaren`: the platform that is meant; a platform's own name is one too. */
export function placeFrom(typed: string): string {
  const word = typed.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
  return PLACES.find((place) => TYPED[place].includes(word)) ?? word;
}

/** Where a message goes: to the place that is preferred, or to any other where it gets through and that is connected just now. */
export function placeFor(accounts: readonly Account[], prefers: string | null, connected: ReadonlySet<string>): Account | undefined {
  const reachable = accounts.filter((account) => account.reachable);
  const first = (among: readonly Account[]) => among.find((account) => account.platform === prefers) ?? among[0];
  return first(reachable.filter((account) => connected.has(account.platform))) ?? first(reachable);
}

/**
 * For a reader who is to get in touch with others: how to reach those who are in none of the reader's chats, by their
 * ids. One query where all share a place, two where somebody does not.
 */
export async function elsewhere(tx: Tx, readerId: string, others: readonly string[]): Promise<ReadonlyMap<string, Block>> {
  const accounts = (await tx.accounts.find({ personId: [readerId, ...others] })).filter((account) => account.reachable);
  const mine = new Set(accounts.filter((account) => account.personId === readerId).map((account) => account.platform));
  const theirs = (id: string) => accounts.filter((account) => account.personId === id);
  const apart = others.filter((id) => mine.size > 0 && theirs(id).length > 0 && theirs(id).every((account) => !mine.has(account.platform)));
  const people = apart.length > 0 ? await tx.people.all(apart) : [];
  return new Map(
    people.map(({ id, email }) => {
      const where = { person: who(id), places: placeNames(theirs(id)) };
      return [id, paragraph(email === null ? say('people.elsewhere.unknown', where) : say('people.elsewhere', { ...where, email: quote(email) }))];
    }),
  );
}
