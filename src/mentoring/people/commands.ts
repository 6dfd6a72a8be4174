// What people type to be one person in several chats.

import type { Command } from '../../bot/actions/action.ts';

export const commands: readonly Command[] = [
  {
    command: '/mentor',
    word: 'link',
    action: 'people.link',
    help: 'people.command.link',
    usage: 'CODE',
    titles: { sv: 'mentor koppla-ihop', es: 'mentor vincular' },
    also: ['länka', 'länk', 'enlazar', 'enlace', 'código', 'kod'],
    input: (rest) => ({ code: rest }),
  },
  {
    command: '/mentor',
    word: 'place',
    action: 'people.place',
    help: 'people.command.place',
    titles: { sv: 'mentor plats', es: 'mentor lugar' },
    also: ['places', 'platser', 'lugares', 'sitio'],
    input: (rest) => ({ place: rest }),
  },
  {
    command: '/mentor',
    word: 'unlink',
    action: 'people.accounts',
    help: 'people.command.unlink',
    titles: { sv: 'mentor koppla-isär', es: 'mentor desvincular' },
    also: ['avlänka', 'koppla-från', 'desenlazar', 'separar'],
  },
];
