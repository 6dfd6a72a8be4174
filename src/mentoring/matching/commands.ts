// What coordinators type: `/match` and the word after it.

import type { Command } from '../../bot/actions/action.ts';

const cohort = (rest: string) => ({ name: rest });

export const COMMANDS: readonly Command[] = [
  {
    command: '/match',
    word: '',
    also: ['matching', 'matcha', 'emparejar'],
    titles: { sv: 'matchning', es: 'emparejamiento' },
    action: 'matching.preview',
    help: 'matching.command.preview',
  },
  {
    command: '/match',
    word: 'preview',
    action: 'matching.preview',
    input: cohort,
    help: 'matching.command.preview',
    usage: 'COHORT',
    titles: { sv: 'matchning förslag', es: 'emparejamiento propuesta' },
    also: ['förhandsgranska', 'forhandsgranska', 'förslag', 'forslag', 'vista', 'propuesta', 'propuestas', 'previsualizar'],
  },
  {
    command: '/match',
    word: 'publish',
    action: 'matching.preview',
    input: cohort,
    help: 'matching.command.publish',
    usage: 'COHORT',
    titles: { sv: 'matchning publicera', es: 'emparejamiento publicar' },
    also: ['publicera', 'skicka', 'publicar', 'enviar', 'send'],
  },
  {
    command: '/match',
    word: 'status',
    action: 'matching.status',
    input: cohort,
    help: 'matching.command.status',
    usage: 'COHORT',
    titles: { sv: 'matchning läge', es: 'emparejamiento estado' },
    also: ['läge', 'lage', 'läget', 'estado'],
  },
  {
    command: '/match',
    word: 'lock',
    action: 'matching.two',
    help: 'matching.command.lock',
    usage: 'NAME, NAME',
    titles: { sv: 'matchning lås', es: 'emparejamiento fijar' },
    also: ['lås', 'las', 'fijar', 'juntar'],
    input: (rest) => ({ kind: 'lock', names: rest }),
  },
  {
    command: '/match',
    word: 'forbid',
    action: 'matching.two',
    help: 'matching.command.forbid',
    usage: 'NAME, NAME',
    titles: { sv: 'matchning hindra', es: 'emparejamiento separar' },
    also: ['förbjud', 'forbjud', 'hindra', 'prohibir', 'separar', 'block'],
    input: (rest) => ({ kind: 'forbid', names: rest }),
  },
];
