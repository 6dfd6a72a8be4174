// The one table: every action, message, due rule and command of all rooms, by name.

import type { Command } from '../bot/actions/action.ts';
import { BotError } from '../fault.ts';
import { room as circles } from './circles/index.ts';
import { room as gatherings } from './gatherings/index.ts';
import { room as goals } from './goals/index.ts';
import { homeRoom } from './home/index.ts';
import { room as matching } from './matching/index.ts';
import { room as meetings } from './meetings/index.ts';
import { room as orientation } from './orientation/index.ts';
import { room as passes } from './passes/index.ts';
import { room as people } from './people/index.ts';
import { room as programme } from './programme/index.ts';
import { room as year } from './year/index.ts';

const rooms = [homeRoom(() => COMMANDS), orientation, people, programme, year, gatherings, passes, matching, circles, goals, meetings];

export const ACTIONS = byName(rooms.flatMap((room) => room.actions));
export const TEMPLATES = byName(rooms.flatMap((room) => room.templates));
export const DUE_RULES = byName(rooms.flatMap((room) => room.due));
export const COMMANDS: readonly Command[] = rooms.flatMap((room) => room.commands);

function byName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map(all.map((one) => [one.name, one]));
  if (map.size !== all.length) throw new BotError('bug', 'two rows of the table share a name');
  return map;
}
