import type { picture as en } from '../en/picture.ts';

export const picture: Readonly<Record<keyof typeof en, string>> = {
  'picture.title': 'El año del programa',
  'picture.today': 'Hoy, {day}',
  'picture.gathering': 'Encuentro de todo el grupo',
  'picture.deadline': 'Fecha límite',
  'picture.other': 'Otras fechas',
  'picture.meeting': 'Semana de una reunión de pareja, con su número',
  'picture.talk': 'Conversaciones a tres',
  'picture.alt': 'El año del programa, mes a mes.',
  'picture.alt.more': '{before} {next}',
  'picture.alt.programme':
    '{name}: {dates}. {n, plural, =0 {} one {Entre medias, # reunión de pareja.} many {Entre medias, # de reuniones de pareja.} other {Entre medias, # reuniones de pareja.}}',
  'picture.alt.date': '{what} el {day}',
  'picture.alt.nothing': '{name}: todavía sin encuentros.',
  'picture.gone': 'Aquí no hay ninguna imagen, o ya no está.',
  'picture.busy': 'Ahora mismo se están dibujando muchas imágenes. Vuelve dentro de un momento.',
};
