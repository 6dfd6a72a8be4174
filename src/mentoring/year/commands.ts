// What coordinators type: `/cohort calendar`.

import type { Command } from '../../bot/actions/action.ts';

export const COMMANDS: readonly Command[] = [
  {
    command: '/cohort',
    word: 'calendar',
    also: ['year', 'kalender', 'år', 'ar', 'programår', 'programar', 'calendario', 'año', 'ano'],
    titles: { sv: 'omgång kalender', es: 'promoción calendario' },
    action: 'year.show',
    input: (rest) => ({ name: rest }),
    help: 'year.help.calendar',
    usage: 'NAME',
  },
];
