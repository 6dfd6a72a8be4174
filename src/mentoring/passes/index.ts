// Addresses that open without an account: calendars to subscribe to, and the page that leads to sign-up.

import type { Room } from '../store.ts';

export type { Pass } from './pass.ts';

export const room: Room = { actions: [], templates: [], due: [], commands: [] };
