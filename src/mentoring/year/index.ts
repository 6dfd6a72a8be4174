// The programme year of a cohort: its calendar, from the choice of a template to the day on which it closes.

import type { Room } from '../store.ts';

export type { Shift, Year } from './year.ts';

export const room: Room = { actions: [], templates: [], due: [], commands: [] };
