// What coordinators type: `/cohort` and the word after it.

import type { Command } from '../../bot/actions/action.ts';

const named = (rest: string) => ({ name: rest });

export const commands: readonly Command[] = [
  {
    command: '/cohort',
    word: '',
    also: ['cohorts', 'omgångar', 'promociones', 'edición'],
    titles: { sv: 'omgång', es: 'promoción' },
    action: 'programme.list',
    help: 'programme.help.list',
  },
  {
    command: '/cohort',
    word: 'list',
    also: ['lista', 'listar', 'alla', 'todas'],
    titles: { sv: 'omgång lista', es: 'promoción lista' },
    action: 'programme.list',
    help: 'programme.help.list',
  },
  { ...cohort('show', 'visa', 'ver', ['visa', 'mostrar', 'ver']), action: 'programme.show', help: 'programme.help.show' },
  { ...cohort('create', 'ny', 'nueva', ['new', 'skapa', 'ny', 'crear', 'nueva']), action: 'programme.new', help: 'programme.help.create' },
  { ...cohort('open', 'öppna', 'abrir', ['öppna', 'oppna', 'abrir']), action: 'programme.open', help: 'programme.help.open' },
  { ...cohort('close', 'stäng', 'cerrar', ['stäng', 'stang', 'cerrar']), action: 'programme.close', help: 'programme.help.close' },
  {
    ...cohort('people', 'deltagare', 'participantes', ['personer', 'deltagare', 'personas', 'participantes']),
    action: 'programme.people',
    help: 'programme.help.people',
  },
  { ...cohort('import', 'importera', 'importar', ['importera', 'importar']), action: 'programme.import', help: 'programme.help.import' },
  { ...cohort('export', 'exportera', 'exportar', ['exportera', 'exportar']), action: 'programme.export', help: 'programme.help.export' },
  { ...cohort('channel', 'kanal', 'canal', ['kanal', 'canal']), action: 'programme.channel', help: 'programme.help.channel' },
  {
    ...cohort('words', 'ord', 'palabras', ['terms', 'ord', 'begrepp', 'palabras', 'términos', 'terminos']),
    action: 'programme.terms',
    help: 'programme.help.terms',
  },
  {
    command: '/cohort',
    word: 'coordinators',
    action: 'programme.coordinators',
    help: 'programme.help.coordinators',
    titles: { sv: 'omgång samordnare', es: 'promoción coordinación' },
    also: ['coordinator', 'samordnare', 'programsamordnare', 'koordinatorer', 'coordinadores', 'coordinadoras', 'coordinación', 'coordinacion'],
  },
];

function cohort(word: string, sv: string, es: string, also: readonly string[]) {
  return { command: '/cohort', word, also, titles: { sv: `omgång ${sv}`, es: `promoción ${es}` }, input: named, usage: 'NAME' };
}
