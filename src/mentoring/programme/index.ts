import type { Room } from '../store.ts';

export type { Cohort, Grant, GrantRole, Organisation, Programme, ProgrammeSettings } from './programme.ts';
export { coordinatorsOf, programmeOf } from './people-in-charge.ts';

export const room: Room = { actions: [], templates: [], due: [], commands: [] };
