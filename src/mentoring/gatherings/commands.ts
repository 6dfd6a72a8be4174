// What people type: what am I invited to; and the coordinators: what does this cohort gather for.

import type { Command } from '../../bot/actions/action.ts';

export const commands: readonly Command[] = [
  {
    command: '/mentor',
    word: 'gatherings',
    also: ['gathering', 'invitations', 'events', 'sammankomster', 'inbjudningar', 'inbjudan', 'invitaciones', 'citas', 'eventos'],
    titles: { sv: 'mentor inbjudningar', es: 'mentor invitaciones' },
    action: 'gatherings.mine',
    help: 'gatherings.command.mine',
  },
  {
    command: '/cohort',
    word: 'gatherings',
    also: ['gathering', 'events', 'sammankomster', 'gemensamma', 'encuentros', 'eventos'],
    titles: { sv: 'omgång sammankomster', es: 'promoción encuentros' },
    action: 'gatherings.list',
    help: 'gatherings.command.list',
    input: (rest) => ({ name: rest }),
    usage: 'NAME',
  },
];
