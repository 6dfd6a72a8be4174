// People across platforms: who acts, how a stranger becomes known, and how a listed person is asked.

import type { Room } from '../store.ts';
import { invited } from './invitation.ts';

export { type Ability, type Actor, anyone, mayAnywhere, mayIn, rolesWith } from './actor.ts';
export { choosing, told } from './choosing.ts';
export { emailOf, isTimeZone } from './facts.ts';
export { introduce } from './introduce.ts';
export { invite } from './invitation.ts';
export type { Account, Person } from './person.ts';

export const room: Room = { actions: [], templates: [invited], due: [], commands: [] };
