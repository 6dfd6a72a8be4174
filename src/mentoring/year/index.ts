// The programme year of a cohort: its calendar, from the choice of a template to the day on which it closes.

import type { Room } from '../store.ts';
import { CHOOSING } from './choosing.ts';
import { COMMANDS } from './commands.ts';
import { DUE } from './due.ts';
import { FILES } from './files.ts';
import { TEMPLATES } from './messages.ts';
import { MOVING } from './moving.ts';
import { PUBLISHING } from './publishing.ts';
import { ROLLING } from './rolling.ts';

export { homeYears, nextForPair, stagesOf } from './home.ts';
export { pictureFor } from './picture/found.ts';
export type { Year } from './year.ts';

export const room: Room = { actions: [...CHOOSING, ...MOVING, ...PUBLISHING, ...ROLLING, ...FILES], templates: TEMPLATES, due: DUE, commands: COMMANDS };
