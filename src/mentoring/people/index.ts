// People across platforms: who acts, how a stranger becomes known, how a listed person is asked, and how two accounts become one person.

import type { Room } from '../store.ts';
import { commands } from './commands.ts';
import { invited } from './invitation.ts';
import { claim, confirm, deny, link } from './link-actions.ts';
import { linkAsked, linked, linkOver } from './link-messages.ts';
import { accounts, place, unlink } from './link-places.ts';

export { type Ability, type Actor, anyone, mayAnywhere, mayIn, rolesWith } from './actor.ts';
export { choosing, told } from './choosing.ts';
export { emailOf, isTimeZone } from './facts.ts';
export { introduce } from './introduce.ts';
export { invite } from './invitation.ts';
export type { Account, Person } from './person.ts';
export { elsewhere, placeFor, placeName } from './places.ts';

export const room: Room = {
  actions: [link, claim, confirm, deny, place, accounts, unlink],
  templates: [invited, linkAsked, linked, linkOver],
  due: [],
  commands,
};
