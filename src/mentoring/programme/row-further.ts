// The cells of a row that only some programmes' matching uses (S4.80): what they say, and what is wrong with them. Pure.

import { lengthOf } from '../../bot/actions/fields.ts';
import { listed, quote, say, type Text } from '../../bot/views/text.ts';
import type { Profile } from '../orientation/participation.ts';
import { emailOf } from '../people/index.ts';
import { type Column, LEVELS, levelOf, MEETS, meetsOf } from './columns.ts';

export type Further = Pick<Profile, 'level' | 'unit' | 'manager' | 'place' | 'meets'>;

/** As the form of the profile bounds them. */
export const FURTHER_BOUNDS = { unit: 120, place: 120 } as const;

export function furtherFrom(cell: (column: Column) => string): { readonly told: Further; readonly why: readonly Text[] } {
  const told = {
    level: levelOf(cell('level')) ?? '',
    unit: cell('unit'),
    manager: emailOf(cell('manager')) ?? '',
    place: cell('place'),
    meets: meetsOf(cell('meets')) ?? '',
  } as const;
  const lost = (column: 'level' | 'manager' | 'meets') => cell(column) !== '' && told[column] === '';
  const why: Text[] = (['unit', 'place'] as const)
    .filter((column) => lengthOf(told[column]) > FURTHER_BOUNDS[column])
    .map((column) => say('programme.import.row.tooLong', { column: say(`orientation.column.${column}`), max: FURTHER_BOUNDS[column] }));
  if (lost('level')) {
    why.push(say('orientation.import.badLevel', { value: short(cell('level')), levels: listed(LEVELS.map((one) => say(`orientation.level.${one}`))) }));
  }
  if (lost('meets'))
    why.push(say('orientation.import.badMeets', { value: short(cell('meets')), ways: listed(MEETS.map((one) => say(`orientation.meets.${one}`))) }));
  if (lost('manager')) why.push(say('orientation.import.badManager', { value: short(cell('manager')) }));
  return { told, why };
}

/** What was written, as much of it as is needed to find it again. */
export function short(text: string): Text {
  return quote(text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text);
}
