// All that matching needs to know of one cohort: ten queries at the most, however many people.

import { type Text, who } from '../../bot/views/text.ts';
import { BotError } from '../../fault.ts';
import type { Pair } from '../cycle/index.ts';
import type { Participation } from '../orientation/participation.ts';
import type { Person } from '../people/index.ts';
import type { Cohort } from '../programme/index.ts';
import type { Tx } from '../store.ts';
import type { MatchRule, Proposal } from './proposal.ts';
import type { MatchRun } from './run.ts';
import type { Settings } from './settings/settings.ts';
import { weighingOf } from './settings/weighings.ts';

export interface Pool {
  readonly cohort: Cohort;
  readonly participations: readonly Participation[];
  readonly people: ReadonlyMap<string, Person>;
  readonly rules: readonly MatchRule[];
  readonly proposals: readonly Proposal[];
  readonly pairs: readonly Pair[];
  /** The version of the settings that counts; 0: those that come with the product. */
  readonly weighing: number;
  readonly settings: Settings;
  /** Person ids of mentee and mentor who were a pair in an earlier cohort of the programme. */
  readonly earlier: readonly (readonly [string, string])[];
  /** Participation ids of mentees who were ready when others were last asked, and have nobody through no choice of theirs (C8). */
  readonly waited: ReadonlySet<string>;
  /** What somebody last looked at, and what was last published. */
  readonly previewed: MatchRun | null;
}

export async function poolOf(tx: Tx, cohort: Cohort): Promise<Pool> {
  const here = { cohortId: cohort.id };
  const participations = await tx.participations.find(here);
  const people = await tx.people.all(participations.map((one) => one.personId));
  const proposals = await tx.proposals.find(here);
  const { number, settings } = await weighingOf(tx, cohort.programmeId);
  const [previewed = null] = await tx.runs.find({ ...here, kind: 'preview' });
  return {
    cohort,
    participations: participations.filter((one) => one.state !== 'withdrawn'),
    people: new Map(people.map((person) => [person.id, person])),
    rules: await tx.rules.find(here),
    proposals,
    pairs: await tx.pairs.find(here),
    weighing: number,
    settings,
    earlier: await earlierPairs(tx, cohort),
    waited: waitedOf(participations, proposals),
    previewed,
  };
}

/** Who was a pair in another cohort of the programme. */
async function earlierPairs(tx: Tx, cohort: Cohort): Promise<Pool['earlier']> {
  const others = (await tx.cohorts.find({ programmeId: cohort.programmeId })).filter(({ id }) => id !== cohort.id);
  if (others.length === 0) return [];
  const pairs = await tx.pairs.find({ cohortId: others.map(({ id }) => id) });
  if (pairs.length === 0) return [];
  const them = new Map((await tx.participations.all(pairs.flatMap((pair) => [pair.menteeId, pair.mentorId]))).map((one) => [one.id, one.personId]));
  return pairs.flatMap((pair) => {
    const [mentee, mentor] = [them.get(pair.menteeId), them.get(pair.mentorId)];
    return mentee && mentor ? [[mentee, mentor] as const] : [];
  });
}

function waitedOf(participations: readonly Participation[], proposals: readonly Proposal[]): ReadonlySet<string> {
  const published = Math.max(...proposals.map((proposal) => proposal.createdAt));
  const chose = new Set(proposals.filter(({ state }) => state !== 'declined_by_mentor' && state !== 'withdrawn').map(({ menteeId }) => menteeId));
  const waiting = participations.filter(({ id, submittedAt }) => submittedAt !== null && submittedAt <= published && !chose.has(id));
  return new Set(waiting.map(({ id }) => id));
}

export function personIn(people: ReadonlyMap<string, Person>, { personId }: Pick<Participation, 'personId'>): Person {
  const person = people.get(personId);
  if (!person) throw new BotError('bug', 'a participation without its person');
  return person;
}

/** What a participation id is called on a coordinator's page. */
export function peopleOf({ participations }: Pick<Pool, 'participations'>): (participationId: string) => Text {
  const people = new Map(participations.map((one) => [one.id, who(one.personId)]));
  return (participationId) => people.get(participationId) ?? who('');
}
