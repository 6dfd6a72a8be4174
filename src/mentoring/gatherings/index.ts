// Gatherings: who is invited, who comes, what is told before and after.

import type { Room } from '../store.ts';
import { answer, choiceMade, choose } from './answering.ts';
import { attended, attendance } from './attendance.ts';
import { commands } from './commands.ts';
import { due } from './due.ts';
import { addWorkshop, cancel, edit, save, workshop } from './editing.ts';
import { templates } from './messages.ts';
import { mine } from './mine.ts';
import { list, show } from './overview.ts';

export { arrange } from './arrange.ts';
export { audienceOf } from './audiences.ts';
export type { Gathering, Invitation } from './gathering.ts';
export { homeGatherings } from './mine.ts';

export const room: Room = {
  actions: [answer, choose, choiceMade, mine, list, show, edit, save, workshop, addWorkshop, cancel, attendance, attended],
  templates,
  due: [due],
  commands,
};
