// What is told on the way: the last question, where the code was made, and how it ended, where it was typed.

import { say } from '../../bot/views/text.ts';
import { message, type Message, paragraph } from '../../bot/views/view.ts';
import type { Template, Tx } from '../store.ts';
import type { Link } from './link.ts';
import { isAsked } from './link-rules.ts';
import { hindered, joinedPage, lastWord } from './link-views.ts';
import { placeName } from './places.ts';

export function topicOf(link: Pick<Link, 'id'>): string {
  return `link:${link.id}`;
}

/** To the account in which the code was typed: the other one hears of it by its own answer. */
export function tellJoined(tx: Tx, link: Link): void {
  if (link.claimedBy === null) return;
  tx.post({ to: { account: link.claimedBy }, template: 'people.linked', args: { link: link.id }, kind: 'decision', topic: topicOf(link) });
}

export function tellOver(tx: Tx, link: Link): void {
  if (link.claimedBy === null) return;
  tx.post({ to: { account: link.claimedBy }, template: 'people.linkOver', args: { link: link.id }, kind: 'decision', topic: topicOf(link) });
}

/** Where the code was made: the question, and what became of it. */
export const linkAsked: Template = {
  name: 'people.linkAsked',
  async build({ tx, now, again }, args) {
    const link = await tx.links.get(String(args['link']));
    const claimer = link?.claimedBy ? await tx.accounts.get(link.claimedBy) : null;
    if (link && claimer && isAsked(link, now)) return lastWord(link, claimer);
    if (!again) return null;
    if (link?.state === 'joined') return standing(tx, link);
    if (link?.state === 'refused') return message([paragraph(say('people.link.denied'))]);
    return message([paragraph(link?.state === 'impossible' ? hindered('both') : say('people.link.over'))]);
  },
};

/** Where the code was typed: they are one. */
export const linked: Template = {
  name: 'people.linked',
  async build({ tx }, args) {
    const link = await tx.links.get(String(args['link']));
    return link?.state === 'joined' ? standing(tx, link) : null;
  },
};

/** Where the code was typed: nothing came of it. */
export const linkOver: Template = {
  name: 'people.linkOver',
  async build({ tx }, args) {
    const link = await tx.links.get(String(args['link']));
    const maker = link && (await tx.accounts.get(link.accountId));
    if (link?.state === 'impossible') return message([paragraph(hindered('both'))]);
    return link?.state === 'refused' && maker ? message([paragraph(say('people.link.refused', { place: placeName(maker.platform) }))]) : null;
  },
};

/** As it is now: the place for messages may have been changed since, or the accounts parted. */
async function standing(tx: Tx, link: Link): Promise<Message | null> {
  const person = await tx.people.get(link.personId);
  return person && joinedPage(person, await tx.accounts.find({ personId: person.id }));
}
