// What people type for a calendar of their own, and coordinators for a cohort's.

import type { Command } from '../../bot/actions/action.ts';

const named = (rest: string) => ({ name: rest });

export const commands: readonly Command[] = [
  {
    command: '/mentor',
    word: 'calendar',
    also: ['kalender', 'calendario', 'subscribe', 'prenumerera', 'suscribir', 'ical', 'ics'],
    titles: { sv: 'mentor kalender', es: 'mentor calendario' },
    action: 'passes.subscribe',
    help: 'passes.help.calendar',
  },
  {
    command: '/cohort',
    word: 'subscribe',
    also: ['feed', 'ical', 'ics', 'prenumerera', 'prenumeration', 'suscribir', 'suscripción', 'suscripcion'],
    titles: { sv: 'omgång prenumerera', es: 'promoción suscribir' },
    action: 'passes.cohort',
    input: named,
    help: 'passes.help.cohort',
    usage: 'NAME',
  },
  {
    command: '/cohort',
    word: 'qr',
    also: ['poster', 'signup', 'affisch', 'anmälan', 'anmalan', 'cartel', 'inscripción', 'inscripcion'],
    titles: { sv: 'omgång qr', es: 'promoción qr' },
    action: 'passes.join',
    input: named,
    help: 'passes.help.join',
    usage: 'NAME',
  },
];
