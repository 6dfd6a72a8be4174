// Gatherings: who is invited, who comes, what is told before and after.

import type { Room } from '../store.ts';

export type { Gathering, Invitation } from './gathering.ts';

export const room: Room = { actions: [], templates: [], due: [], commands: [] };
