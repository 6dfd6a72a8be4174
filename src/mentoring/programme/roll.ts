// A list of people as a coordinator pastes it, read into newcomers and the faults of each row. Pure.

import { quote, type Said, say, type Text } from '../../bot/views/text.ts';
import type { Participation } from '../orientation/index.ts';
import type { Person } from '../people/index.ts';
import { columnOf, NEEDED } from './columns.ts';
import { type Newcomer, newcomerOf, type RowFault } from './row.ts';
import { readSheet } from './sheet.ts';

export const MAX_ROWS = 2000;

export interface Roll {
  readonly newcomers: readonly Newcomer[];
  readonly faults: readonly RowFault[];
  /** Headers that mean nothing to us; their columns are left out. */
  readonly unused: readonly string[];
}

/** `refused`: the text as a whole is no list, and this is why. */
export function readRoll(text: string): Roll | { readonly refused: Said } {
  const sheet = readSheet(text, (cell) => columnOf(cell) !== null);
  if ('unclosed' in sheet) return { refused: say('programme.import.file.unclosed', { row: sheet.unclosed }) };
  const [head, ...rows] = sheet.rows;
  if (!head) return { refused: say('error.missing') };

  const columns = head.cells.map(columnOf);
  const twice = columns.findIndex((column, index) => column !== null && columns.indexOf(column) !== index);
  if (twice >= 0) return { refused: say('programme.import.file.twice', { column: quote(head.cells[twice] ?? '') }) };
  const lacking = NEEDED.filter((column) => !columns.includes(column));
  if (lacking.length > 0) {
    return { refused: say('programme.import.file.noColumn', { columns: { all: lacking.map((column) => say(`programme.csv.${column}`)) } }) };
  }
  if (rows.length === 0) return { refused: say('programme.import.file.noRows') };
  if (rows.length > MAX_ROWS) return { refused: say('programme.import.file.tooMany', { max: MAX_ROWS, count: rows.length }) };

  const read = rows.map((row) => newcomerOf(row, columns));
  const newcomers = read.flatMap((one) => ('why' in one ? [] : [one]));
  const faults = read.flatMap((one) => ('why' in one ? [one] : []));
  const unused = head.cells.filter((cell, index) => cell !== '' && columns[index] === null);
  return { ...withoutDoubles({ newcomers, faults }), unused };
}

/** The first row with an address counts; a later one says which it repeats. */
function withoutDoubles(read: Pick<Roll, 'newcomers' | 'faults'>): Pick<Roll, 'newcomers' | 'faults'> {
  const first = new Map<string, number>();
  return sifted(read, ({ email, row }) => {
    const before = first.get(email);
    if (before === undefined) first.set(email, row);
    return before === undefined ? null : say('programme.import.row.double', { email: quote(email), before });
  });
}

/** Those who are in the cohort already are not put in again, and whoever said no is not asked again (C13). */
export function withoutMembers(roll: Roll, people: readonly Person[], members: readonly Participation[]): Roll {
  const stateOf = new Map(members.map((member) => [member.personId, member.state]));
  const states = new Map<string, Participation['state']>();
  for (const person of people) {
    const state = stateOf.get(person.id);
    if (person.email !== null && state) states.set(person.email, state);
  }
  const { newcomers, faults } = sifted(roll, ({ email }) => {
    const state = states.get(email);
    if (!state) return null;
    return say(state === 'withdrawn' ? 'programme.import.row.saidNo' : 'programme.import.row.member', { email: quote(email) });
  });
  return { newcomers, faults, unused: roll.unused };
}

function sifted(read: Pick<Roll, 'newcomers' | 'faults'>, faultOf: (newcomer: Newcomer) => Text | null): Pick<Roll, 'newcomers' | 'faults'> {
  const newcomers: Newcomer[] = [];
  const faults = [...read.faults];
  for (const newcomer of read.newcomers) {
    const fault = faultOf(newcomer);
    if (fault) faults.push({ row: newcomer.row, why: [fault] });
    else newcomers.push(newcomer);
  }
  return { newcomers, faults: faults.sort((a, b) => a.row - b.row) };
}
