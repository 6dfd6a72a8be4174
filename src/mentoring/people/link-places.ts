// Somebody with several accounts: where they are written to, and which account goes its own way again.

import { z } from 'zod';
import { id, nothing, optionalLine } from '../../bot/actions/fields.ts';
import { done, refused } from '../../bot/actions/outcome.ts';
import { quote, say } from '../../bot/views/text.ts';
import { message, paragraph } from '../../bot/views/view.ts';
import { type Context, define, type Tx } from '../store.ts';
import { anyone } from './actor.ts';
import { topicOf } from './link-messages.ts';
import { accountsPage, placesPage } from './link-views.ts';
import type { Account, Person } from './person.ts';
import { placeFrom, placeName, placeNames } from './places.ts';

interface Own {
  readonly person: Person;
  readonly accounts: readonly Account[];
}

async function own({ tx, actor }: Context): Promise<Own | null> {
  const person = await tx.people.get(actor.personId);
  return person && { person, accounts: await tx.accounts.find({ personId: person.id }) };
}

/** `/mentor place`, `/mentor place teams`. */
export const place = define({
  name: 'people.place',
  version: 1,
  input: z.object({ place: optionalLine(80) }),
  subject: own,
  may: anyone,
  async run({ tx }, input, { person, accounts }) {
    if (input.place === '') return done(placesPage(person, accounts));
    const wanted = placeFrom(input.place);
    if (!accounts.some((account) => account.platform === wanted)) {
      return refused(say('people.place.unknown', { typed: quote(input.place) }), { answer: placesPage(person, accounts) });
    }
    const after = { ...person, prefers: wanted };
    tx.people.put(after);
    await redraw(tx, person);
    return done(placesPage(after, accounts));
  },
});

/** `/mentor unlink`: which one? */
export const accounts = define({
  name: 'people.accounts',
  version: 1,
  look: true,
  input: nothing,
  subject: own,
  may: anyone,
  run: async (_context, _input, mine) => done(accountsPage(mine.accounts)),
});

/** The account is nobody's then: whoever comes in by it begins as somebody new. */
export const unlink = define({
  name: 'people.unlink',
  version: 1,
  input: z.object({ account: id() }),
  subject: ({ tx }, input) => tx.accounts.get(input.account),
  may: (actor, account) => account.personId === actor.personId,
  async run({ tx, platform }, _input, account) {
    const person = await tx.people.get(account.personId);
    const all = await tx.accounts.find({ personId: account.personId });
    const rest = all.filter((one) => one.id !== account.id);
    const [first] = rest;
    if (!person || !first) return refused(say('people.unlink.last', { place: placeName(account.platform) }));
    const after = { ...person, prefers: person.prefers === account.platform ? (rest.find((one) => one.reachable) ?? first).platform : person.prefers };
    tx.accounts.remove(account.id);
    tx.people.put(after); // guards: of two accounts that part at once, one stays
    await redraw(tx, person);
    if (account.platform === platform) return done(message([paragraph(say('people.unlink.doneHere', { places: placeNames(rest) }))]));
    return done(message([paragraph(say('people.unlink.done', { place: placeName(account.platform) })), ...placesPage(after, rest).blocks]));
  },
});

/** The messages that say where one is written to. */
async function redraw(tx: Tx, person: Person): Promise<void> {
  for (const link of await tx.links.find({ personId: person.id, state: 'joined' })) tx.refresh(topicOf(link));
}
