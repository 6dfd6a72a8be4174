// Addresses that open without an account: calendars to subscribe to, and the page that leads to sign-up.

import type { Room } from '../store.ts';
import { cohort, join, renew, subscribe } from './actions.ts';
import { commands } from './commands.ts';

export { type CalendarOf, cohortCalendar, invitedDay, personalCalendar } from './calendars.ts';
export { joinCodeOf } from './finding.ts';
export { joinOf } from './joining.ts';
export { qrCode } from './qr.ts';

export const room: Room = { actions: [subscribe, renew, cohort, join], templates: [], due: [], commands };
