// Two people named in a typed line or chosen in a form, found among those whom somebody may look at.

import { listed, quote, say, type Text } from '../../../bot/views/text.ts';
import type { Participation } from '../../orientation/participation.ts';
import type { Ability, Person } from '../../people/index.ts';
import type { Cohort } from '../../programme/index.ts';
import type { Context } from '../../store.ts';
import { cohortsFor } from '../cohorts.ts';
import type { TwoPeople } from './two-people.ts';
import { namesTyped, peopleNamed } from './names.ts';
import { isMentee, isMentor } from '../rules.ts';

/** Everyone in the cohorts in which somebody may do something, the latest cohort first. */
export interface Reach {
  readonly cohorts: readonly Cohort[];
  readonly participations: readonly Participation[];
}

/** Two queries, beside the grants. */
export async function reachOf({ tx, actor }: Context, ability: Ability): Promise<Reach> {
  const cohorts = await cohortsFor(tx, actor, ability);
  if (cohorts.length === 0) return { cohorts, participations: [] };
  const all = await tx.participations.find({ cohortId: cohorts.map(({ id }) => id) });
  return { cohorts, participations: all.filter((one) => one.state !== 'withdrawn') };
}

export function peopleIn({ tx }: Context, { participations }: Reach): Promise<readonly Person[]> {
  return tx.people.all([...new Set(participations.map((one) => one.personId))]);
}

/** The two as mentee and mentor of one cohort, the latest first, in the order named or the other one. */
function asTwo({ cohorts, participations }: Reach, first: string, second: string): TwoPeople | null {
  for (const cohort of cohorts) {
    const [a, b] = [first, second].map((personId) => participations.find((one) => one.cohortId === cohort.id && one.personId === personId));
    if (!a || !b || a === b) continue;
    if (isMentee(a) && isMentor(b)) return { cohort, mentee: a, mentor: b };
    if (isMentee(b) && isMentor(a)) return { cohort, mentee: b, mentor: a };
  }
  return null;
}

/** The two that a form names, or what is wrong at which field. */
export function twoChosen(reach: Reach, first: string, second: string): { readonly two: TwoPeople } | { readonly fields: Readonly<Record<string, Text>> } {
  const here = new Set(reach.participations.map((one) => one.personId));
  const strange = say('matching.form.strange');
  const fields = { ...(here.has(first) ? {} : { first: strange }), ...(here.has(second) ? {} : { second: strange }) };
  if (Object.keys(fields).length > 0) return { fields };
  if (first === second) return { fields: { second: say('matching.lock.self') } };
  const two = asTwo(reach, first, second);
  return two ? { two } : { fields: { second: say('matching.form.apart') } };
}

export interface Unclear {
  readonly text: Text;
  /** Those whom the names could mean, where they are few enough to choose from. */
  readonly among: readonly TwoPeople[];
  /** Person ids for the form, empty where a name is unclear. */
  readonly first: string;
  readonly second: string;
}

const MOST = 10;

/** The two that a line names. A name of several people is clear where only one of them could be matched with the other. */
export function twoNamed(reach: Reach, people: readonly Person[], line: string): TwoPeople | Unclear {
  const typed = namesTyped(line, people);
  if (!typed) return { text: say('matching.two.unclear', { typed: quote(line) }), among: [], first: '', second: '' };
  const [as, bs] = [peopleNamed(typed[0], people), peopleNamed(typed[1], people)];
  const among = as.flatMap((a) => bs.flatMap((b) => asTwo(reach, a.id, b.id) ?? []));
  const [only] = among;
  if (only && among.length === 1) return only;
  const forms = { first: onlyId(as), second: onlyId(bs) };
  const text = whoMeant(typed[0], as) ?? whoMeant(typed[1], bs) ?? say('matching.two.apart', { first: quote(typed[0]), second: quote(typed[1]) });
  return { text, among: among.slice(0, MOST), ...forms };
}

function onlyId(found: readonly Person[]): string {
  return found.length === 1 ? (found[0]?.id ?? '') : '';
}

/** `null` where exactly one person fits. */
function whoMeant(typed: string, found: readonly Person[]): Text | null {
  if (found.length === 1) return null;
  if (found.length === 0) return say('matching.two.unknown', { typed: quote(typed) });
  return say('matching.two.several', { typed: quote(typed), people: listed(found.slice(0, 5).map((person) => quote(person.name))) });
}
