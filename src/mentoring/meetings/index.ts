import type { Room } from '../store.ts';

export const room: Room = { actions: [], templates: [], due: [], commands: [] };
