// The open-source peer's people (jonodrew/mentor-match, two CSV files) with its published rules.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Grid, marketOfGrid } from './grid.ts';
import { CHEAPEST, type Instance, Wrong } from './instance.ts';
import { textOf } from './formats.ts';

const GRADES = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];
/** Two grades apart, the same profession, and a mentor with the identity that the mentee names (whether she asks for it is not looked at). */
const TOP = 12 + 10 + 6;

/** Also with the best worst score, which the peer has no word for. */
export function peerInstance(folder: string): Instance {
  const grid = peerGrid(folder);
  return { name: `peer${grid.mentees.length}`, market: marketOfGrid(grid), aims: { ...CHEAPEST, floor: true }, costs: false };
}

export function peerGrid(folder: string): Grid {
  const mentees = table(folder, 'mentees', ['identity to match']);
  const mentors = table(folder, 'mentors', ['characteristics']);
  const scores = new Int32Array(mentees.length * mentors.length);
  mentees.forEach((mentee, i) => mentors.forEach((mentor, j) => (scores[i * mentors.length + j] = scoreOf(mentee, mentor))));
  return { scores, top: TOP, mentees: mentees.map((one) => one['email address'] ?? ''), mentors: mentors.map((one) => one['email address'] ?? '') };
}

type Person = Readonly<Record<string, string>>;

function scoreOf(mentee: Person, mentor: Person): number {
  const gap = GRADES.indexOf(mentor['grade'] ?? '') - GRADES.indexOf(mentee['grade'] ?? '');
  if (gap < 1 || gap > 2 || mentee['organisation'] === mentor['organisation']) return -1;
  const wished = mentee['identity to match'] ?? '';
  const shared = wished !== '' && (mentor['characteristics'] ?? '').split(', ').includes(wished);
  return (gap === 2 ? 12 : 9) + (mentee['profession'] === mentor['profession'] ? 10 : 0) + (shared ? 6 : 0);
}

function table(folder: string, name: string, more: readonly string[]): readonly Person[] {
  const path = [`${name}.csv`, `${name}.csv.gz`].map((file) => join(folder, file)).find((file) => existsSync(file));
  if (!path) throw new Wrong(`There is no ${name}.csv (or .csv.gz) in ${folder}.`);
  let people: readonly Person[];
  try {
    people = parse(textOf(path), { columns: true, skip_empty_lines: true, bom: true }) as readonly Person[];
  } catch {
    throw new Wrong(`${path} is no table of comma-separated values.`);
  }
  const missing = ['email address', 'grade', 'organisation', 'profession', ...more].filter((column) => people[0] && !(column in people[0]));
  if (people.length === 0 || missing.length > 0) throw new Wrong(`${path} has ${people.length === 0 ? 'nobody in it' : `no column "${missing[0]}"`}.`);
  const strange = people.find((one) => !GRADES.includes(one['grade'] ?? ''));
  if (strange) throw new Wrong(`${path} has a grade "${strange['grade']}" that the peer does not know.`);
  return people;
}
