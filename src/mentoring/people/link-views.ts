// What people see on the way from a code to one person, and of the places where they are then.

import { atTime, quote, say, type Text, who } from '../../bot/views/text.ts';
import { actions, type Block, type Button, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import { grouped, type Link } from './link.ts';
import type { Hindrance } from './link-rules.ts';
import type { Account, Person } from './person.ts';
import { placeFor, placeName, placeNames } from './places.ts';

/** The code, for nobody else's eyes, with how to go on. */
export function codeShown(code: string, link: Link, platform: string): Message {
  const elsewhere = platform === 'slack' ? 'teams' : 'slack';
  return message([
    paragraph(say('people.link.code', { place: placeName(elsewhere) })),
    paragraph(quote(`/mentor link ${grouped(code)}`)),
    paragraph(say('people.link.code.then')),
    note(say('people.link.code.note', { until: atTime(link.expiresAt) })),
  ]);
}

/** To whoever has typed a code: whom they are about to become one with. */
export function claimPage(link: Link, platform: string): Message {
  const names = { person: who(link.personId), place: placeName(platform) };
  return message([
    heading(say('people.link.claim.title')),
    paragraph(say('people.link.claim.text', names)),
    actions({ label: say('people.link.claim.yes'), action: 'people.claim', about: { link: link.id }, style: 'main' }),
    note(say('people.link.claim.note', { place: names.place })),
  ]);
}

export function claimedPage(link: Link, platform: string): Message {
  return message([paragraph(say('people.link.claimed', { place: placeName(platform), until: atTime(link.expiresAt) }))]);
}

/** The last word, asked where the code was made. */
export function lastWord(link: Link, claimer: Account): Message {
  const about = { link: link.id };
  return message([
    heading(say('people.link.ask.title')),
    paragraph(say('people.link.ask.text', { person: who(claimer.personId), place: placeName(claimer.platform) })),
    paragraph(say('people.link.ask.what')),
    actions(
      { label: say('people.link.ask.yes'), action: 'people.confirm', about, style: 'main' },
      { label: say('people.link.ask.no'), action: 'people.deny', about },
    ),
    note(say('people.link.ask.note', { until: atTime(link.expiresAt) })),
  ]);
}

/** Why nothing becomes of a code. */
export function hindered(why: Hindrance, platform?: string): Text {
  return why === 'samePlace' ? say('people.link.no.samePlace', { place: placeName(platform ?? '') }) : say(`people.link.no.${why}`);
}

/** To both accounts, once they are one. */
export function joinedPage(person: Person, accounts: readonly Account[]): Message {
  if (accounts.length < 2) return message([paragraph(say('people.link.parted'))]);
  return message([paragraph(say('people.link.joined', { places: placeNames(accounts) })), ...preference(person, accounts)]);
}

/** Where somebody is, and where they are written to. */
export function placesPage(person: Person, accounts: readonly Account[]): Message {
  const [only, second] = accounts;
  if (only && !second) return message([paragraph(say('people.place.one', { place: placeName(only.platform) })), note(say('people.place.one.note'))]);
  return message([paragraph(say('people.place.here', { places: placeNames(accounts) })), ...preference(person, accounts)]);
}

function preference(person: Person, accounts: readonly Account[]): readonly Block[] {
  const now = placeFor(accounts, person.prefers, new Set(accounts.map((account) => account.platform)));
  const others = accounts.filter((account) => account.reachable && account.id !== now?.id);
  const choose = (account: Account): Button => ({
    label: say('people.place.choose', { place: placeName(account.platform) }),
    action: 'people.place',
    about: { place: account.platform },
  });
  return [
    ...(now ? [paragraph(say('people.place.now', { place: placeName(now.platform) }))] : []),
    ...(others.length > 0 ? [actions(...others.map(choose))] : []),
    note(say('people.place.note')),
  ];
}

/** The accounts, with a button for each: one of them stays in any case. */
export function accountsPage(accounts: readonly Account[]): Message {
  const part = (account: Account): Button => {
    const place = { place: placeName(account.platform) };
    const words = { label: say('people.unlink.button', place), confirm: say('people.unlink.confirm', place) };
    return { ...words, action: 'people.unlink', about: { account: account.id }, style: 'danger' };
  };
  const [only, second] = accounts;
  if (only && !second) return message([paragraph(say('people.unlink.last', { place: placeName(only.platform) }))]);
  return message([
    paragraph(say('people.place.here', { places: placeNames(accounts) })),
    paragraph(say('people.unlink.which')),
    actions(...accounts.map(part)),
  ]);
}
