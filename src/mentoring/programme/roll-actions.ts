// Lists of people in and out: `/cohort import`, `/cohort export`.

import { z } from 'zod';
import { id } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { wordsOf } from '../../bot/texts/format.ts';
import { quote, say, type Text } from '../../bot/views/text.ts';
import { actions, message, paragraph } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import type { Participation } from '../orientation/participation.ts';
import { type Account, type Actor, invite, mayIn, type Person } from '../people/index.ts';
import { type Context, define } from '../store.ts';
import { membersOf } from './actions.ts';
import { onCohort } from './finding.ts';
import { exportForm, faultLines, importForm, MAX_CSV, unusedBlocks } from './forms.ts';
import type { Cohort } from './programme.ts';
import { readRoll, type Roll, withoutMembers } from './roll.ts';
import type { Newcomer } from './row.ts';
import { type Members, standingsOf } from './rules.ts';
import { writeSheet } from './sheet.ts';
import { standingText } from './people-view.ts';
import { showButton } from './views.ts';

export const importing = onCohort({
  name: 'programme.import',
  opens: 'form',
  needs: 'manage',
  look: true,
  run: async (_context, cohort) => done(importForm(cohort)),
});

export const importRows = define({
  name: 'programme.importRows',
  version: 1,
  // The text is bounded below and each cell cleaned by itself: cleaning the whole would eat the tabs at its ends.
  input: z.object({ cohort: id(), csv: z.string().default(''), next: z.string().default('') }),
  subject: ({ tx }, { cohort }) => tx.cohorts.get(cohort),
  may: (actor, cohort) => mayIn(actor, cohort.programmeId, 'manage'),
  async run(context, { csv, next }, cohort) {
    if (csv.length > MAX_CSV) return atCsv(say('error.tooLong', { max: MAX_CSV, length: csv.length }));
    const read = readRoll(csv);
    if ('refused' in read) return atCsv(read.refused);
    const { tx } = context;
    const people = await knownPeople(tx, read.newcomers);
    const roll = withoutMembers(read, people, await tx.participations.find({ cohortId: cohort.id }));
    if (roll.newcomers.length === 0 || (roll.faults.length > 0 && next !== 'good')) {
      return refused(say('programme.import.refused'), { answer: importForm(cohort, csv, roll) });
    }
    const accounts = people.length === 0 ? [] : await tx.accounts.find({ personId: people.map((person) => person.id) });
    return imported(cohort, roll, listNewcomers(context, cohort, roll.newcomers, { people, accounts }));
  },
});

function atCsv(fault: Text): Outcome {
  return refused(say('error.form'), { fields: { csv: fault } });
}

async function knownPeople(tx: Context['tx'], newcomers: readonly Newcomer[]): Promise<Person[]> {
  if (newcomers.length === 0) return [];
  return tx.people.find({ email: newcomers.map((newcomer) => newcomer.email), leftAt: null });
}

/** Puts all into the cohort as drafts and asks those who can be asked; the others are asked when they appear (C13). */
function listNewcomers(
  { tx, actor, now, ids }: Context,
  cohort: Cohort,
  newcomers: readonly Newcomer[],
  known: { readonly people: readonly Person[]; readonly accounts: readonly Account[] },
): { readonly asked: number; readonly notHere: number } {
  const here = new Set(known.accounts.map((account) => account.personId));
  // Of several people with one address, the one who can be reached.
  const byEmail = new Map(known.people.toSorted((a, b) => Number(here.has(a.id)) - Number(here.has(b.id))).map((person) => [person.email, person]));
  let asked = 0;
  for (const newcomer of newcomers) {
    const person = byEmail.get(newcomer.email) ?? personOf(newcomer, actor, ids.next(), now);
    if (!byEmail.has(newcomer.email)) tx.people.put(person);
    const { role, capacity, profile } = newcomer;
    const participation: Participation = {
      id: ids.next(),
      cohortId: cohort.id,
      personId: person.id,
      role,
      state: 'draft',
      capacity,
      profile,
      noticeVersion: 0,
      noticeReadAt: null,
      createdAt: now,
      submittedAt: null,
    };
    tx.participations.put(participation);
    if (!here.has(person.id)) continue;
    invite(tx, participation, actor.personId);
    asked += 1;
  }
  tx.cohorts.put(cohort); // guards: the same list sent twice at once makes nobody twice
  return { asked, notHere: newcomers.length - asked };
}

function personOf(newcomer: Newcomer, actor: Actor, id: string, now: Person['createdAt']): Person {
  const { name, email } = newcomer;
  return {
    id,
    name,
    email,
    language: newcomer.language ?? actor.language,
    timeZone: newcomer.timeZone ?? actor.timeZone,
    chosen: [],
    prefers: null,
    formerly: [],
    createdAt: now,
    leftAt: null,
  };
}

function imported(cohort: Cohort, roll: Roll, { asked, notHere }: { readonly asked: number; readonly notHere: number }): Outcome {
  const about = { cohort: cohort.id };
  return done(
    message([
      paragraph(say('programme.imported', { count: roll.newcomers.length, cohort: quote(cohort.name) })),
      ...(asked > 0 ? [paragraph(say('programme.imported.asked', { count: asked }))] : []),
      ...(notHere > 0 ? [paragraph(say('programme.imported.notHere', { count: notHere }))] : []),
      ...(roll.faults.length > 0
        ? [paragraph(say('programme.imported.left', { count: roll.faults.length })), { block: 'list' as const, items: faultLines(roll) }]
        : []),
      ...unusedBlocks(roll.unused),
      actions({ label: say('programme.button.people'), action: 'programme.people', about }, showButton(cohort)),
    ]),
  );
}

export const exporting = onCohort({
  name: 'programme.export',
  opens: 'form',
  needs: 'view',
  look: true,
  async run({ tx, actor }, cohort) {
    const members = (await membersOf(tx, [cohort.id]))(cohort.id);
    const people = await tx.people.all(members.people.map((one) => one.personId));
    return done(exportForm(cohort, rollOf(members, people, actor), members.people.length));
  },
});

const COLUMNS = ['name', 'email', 'role', 'language', 'timeZone', 'capacity', 'state', 'since'] as const;

/** The list of a cohort in the reader's words: no profile leaves it, and `/cohort import` reads it back (E8.5). */
export function rollOf(members: Members, people: readonly Person[], reader: Pick<Actor, 'language' | 'timeZone' | 'terms'>): string {
  const words = (text: Text) => wordsOf(text, { ...reader, names: new Map() });
  const byId = new Map(people.map((person) => [person.id, person]));
  const standings = standingsOf(members);
  const rows = members.people.flatMap((one) => {
    const person = byId.get(one.personId);
    if (!person) return [];
    const state = words(standingText(one, standings.get(one.id) ?? 'none'));
    const since = civilIn(one.submittedAt ?? one.createdAt, reader.timeZone);
    return [
      [person.name, person.email ?? '', words(say(`programme.role.of.${one.role}`)), person.language, person.timeZone, String(one.capacity), state, since],
    ];
  });
  return writeSheet([COLUMNS.map((column) => words(say(`programme.csv.${column}`))), ...rows]);
}
