// One row of a list of people: a newcomer, or all that is wrong with it. Pure.

import { lengthOf } from '../../bot/actions/fields.ts';
import type { Language } from '../../bot/texts/language.ts';
import { say, type Text } from '../../bot/views/text.ts';
import type { MeetingLanguage, Profile, Role } from '../orientation/index.ts';
import { emailOf, isTimeZone } from '../people/index.ts';
import { type Column, helpFrom, languageFrom, meetingLanguageFrom, parts, roleOf } from './columns.ts';
import { type Further, furtherFrom, short } from './row-further.ts';

/** As the form of the profile bounds them: what comes in here must fit there. */
export const BOUNDS = {
  name: 120,
  employer: 120,
  title: 120,
  interests: 500,
  topics: 500,
  wishes: 500,
  experience: 1500,
  challenges: 1500,
  ideal: 1500,
  capacity: 5,
} as const;

/** One good row. What it leaves open is `null`: the coordinator's own language and time zone stand in. */
export interface Newcomer {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language | null;
  readonly timeZone: string | null;
  readonly capacity: number;
  readonly profile: Profile;
}

export interface RowFault {
  readonly row: number;
  readonly why: readonly Text[];
}

export function newcomerOf(row: { readonly number: number; readonly cells: readonly string[] }, columns: readonly (Column | null)[]): Newcomer | RowFault {
  if (row.cells.length < columns.length) {
    return { row: row.number, why: [say('programme.import.row.tooFew', { count: row.cells.length, needed: columns.length })] };
  }
  if (row.cells.slice(columns.length).some((cell) => cell !== '')) {
    return { row: row.number, why: [say('programme.import.row.tooMany', { count: row.cells.length, needed: columns.length })] };
  }
  const cell = (column: Column) => row.cells[columns.indexOf(column)] ?? '';
  const role = roleOf(cell('role'));
  const email = emailOf(cell('email'));
  const capacity = capacityOf(cell('capacity'), role);
  const language = cell('language') === '' ? null : languageFrom(cell('language'));
  const timeZone = cell('timeZone') === '' ? null : cell('timeZone');
  const name = cell('name').replace(/\s+/g, ' ');
  const further = furtherFrom(cell);
  const profile: Profile = { ...profileOf(cell), ...further.told };
  const why: Text[] = [...lengthFaults({ ...profile, name }), ...further.why];
  if (name === '') why.push(say('programme.import.row.noName'));
  if (email === null)
    why.push(cell('email') === '' ? say('programme.import.row.noEmail') : say('programme.import.row.badEmail', { value: short(cell('email')) }));
  if (role === null) why.push(cell('role') === '' ? say('programme.import.row.noRole') : say('programme.import.row.badRole', { value: short(cell('role')) }));
  if (cell('language') !== '' && language === null) why.push(say('programme.import.row.badLanguage', { value: short(cell('language')) }));
  if (timeZone !== null && !isTimeZone(timeZone)) why.push(say('programme.import.row.badTimeZone', { value: short(timeZone) }));
  if (capacity === null) why.push(say('programme.import.row.badCapacity', { value: short(cell('capacity')), max: BOUNDS.capacity }));
  for (const language of parts(cell('languages')).filter((part) => meetingLanguageFrom(part) === null)) {
    why.push(say('programme.import.row.badMeetingLanguage', { value: short(language) }));
  }
  if (why.length > 0 || email === null || role === null || capacity === null) return { row: row.number, why };
  return { row: row.number, name, email, role, language, timeZone, capacity, profile };
}

/** A mentor without a number has one place; a mentee has none (S4.17). `null` where the cell makes no sense. */
function capacityOf(cell: string, role: Role | null): number | null {
  if (cell === '') return role === 'mentee' ? 0 : 1;
  if (!/^\d{1,3}$/.test(cell)) return null;
  const places = Number(cell);
  const least = role === 'mentee' ? 0 : 1;
  const most = role === 'mentee' ? 0 : BOUNDS.capacity;
  return places >= least && places <= most ? places : null;
}

function lengthFaults(written: Pick<Profile, Exclude<Bounded, 'name'>> & { readonly name: string }): Text[] {
  return BOUNDED.filter((column) => written[column].length > BOUNDS[column] && lengthOf(written[column]) > BOUNDS[column]).map((column) =>
    say('programme.import.row.tooLong', { column: say(`programme.csv.${column}`), max: BOUNDS[column] }),
  );
}

type Bounded = Exclude<keyof typeof BOUNDS, 'capacity'>;
const BOUNDED = (Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]).filter((column) => column !== 'capacity');

function profileOf(cell: (column: Column) => string): Omit<Profile, keyof Further> {
  const { help, topics } = helpFrom(cell('help'));
  const languages = parts(cell('languages')).map(meetingLanguageFrom);
  return {
    employer: cell('employer'),
    title: cell('title'),
    experience: cell('experience'),
    interests: cell('interests'),
    challenges: cell('challenges'),
    ideal: cell('ideal'),
    wishes: cell('wishes'),
    slots: [],
    focus: [],
    languages: [...new Set(languages)].filter((language): language is MeetingLanguage => language !== null),
    help,
    topics: [cell('topics'), ...topics].filter((topic) => topic !== '').join('\n'),
  };
}
