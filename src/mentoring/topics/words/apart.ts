// Words that a stemmer would take for others: a teacher for learning, advertising for publishing.

import type { Language } from '../../../bot/texts/language.ts';

/** The first of each line is the stem of all; without accents. */
export const APART: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: apart('lecturer lecturers', 'business businesses', 'personality personalities', 'mindfulness'),
  sv: apart(
    'larare lararen lararna larares',
    'larande larandet',
    'forskare forskaren forskarna forskares',
    'personlighet personligheten',
    'personlig personligt personliga',
    'berattande berattandet',
    'ledare ledaren ledarna ledares',
    'ledig lediga ledigt',
    'jobbig jobbiga jobbigt',
  ),
  es: apart(
    ...[
      'publicidad',
      'genero generos',
      'integridad',
      'contrato contratos',
      'presente presentes',
      'personalidad',
      'practicas',
      'mediacion',
      'libro libros',
      'timido timida timidos timidas',
    ],
    ...['directivo directiva directivos directivas', 'habito habitos', 'inclusion'],
    'investigador investigadora investigadores investigadoras',
  ),
};

function apart(...lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(lines.flatMap((line) => line.split(' ').map((word) => [word, line.split(' ')[0] as string] as const)));
}
