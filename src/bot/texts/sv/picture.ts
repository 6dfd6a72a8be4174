import type { picture as en } from '../en/picture.ts';

export const picture: Readonly<Record<keyof typeof en, string>> = {
  'picture.title': 'Programåret',
  'picture.today': 'I dag, {day}',
  'picture.gathering': 'Gemensam träff',
  'picture.deadline': 'Senast den dagen',
  'picture.other': 'Andra datum',
  'picture.meeting': 'Parträffens vecka, med träffens nummer',
  'picture.talk': 'Trepartssamtal',
  'picture.alt': 'Programåret månad för månad.',
  'picture.alt.more': '{before} {next}',
  'picture.alt.programme': '{name}: {dates}. {n, plural, =0 {} one {Däremellan # parträff.} other {Däremellan # parträffar.}}',
  'picture.alt.date': '{what} {day}',
  'picture.alt.nothing': '{name}: inga träffar ännu.',
  'picture.gone': 'Här finns ingen bild, eller inte längre.',
  'picture.busy': 'Många bilder ritas just nu. Kom tillbaka om en liten stund.',
};
