// What is true of a cohort: how many there are, how many are short, who still lacks what. Pure.

import { type Arg, onDay, say, type Text } from '../../bot/views/text.ts';
import type { Civil } from '../../time.ts';
import type { Pair } from '../cycle/pair.ts';
import type { Proposal } from '../matching/proposal.ts';
import type { Participation } from '../orientation/participation.ts';
import type { Cohort } from './programme.ts';

/** All that counting needs of one cohort. */
export interface Members {
  readonly people: readonly Participation[];
  readonly proposals: readonly Pick<Proposal, 'menteeId' | 'mentorId' | 'state'>[];
  readonly pairs: readonly Pick<Pair, 'menteeId' | 'mentorId' | 'state'>[];
}

export interface Counts {
  /** Those who have sent in; who is both counts on both sides. */
  readonly mentees: number;
  readonly mentors: number;
  readonly places: number;
  readonly ready: number;
  readonly draft: number;
  readonly withdrawn: number;
  readonly pairs: number;
  /** Proposals that wait for an answer. */
  readonly open: number;
}

export const OPEN_PROPOSALS = ['asked_mentee', 'asked_mentor'] as const;

export function countsOf({ people, proposals, pairs }: Members): Counts {
  const inState = (state: Participation['state']) => people.filter((one) => one.state === state);
  const ready = inState('ready');
  const mentors = ready.filter((one) => one.role !== 'mentee');
  return {
    mentees: ready.filter((one) => one.role !== 'mentor').length,
    mentors: mentors.length,
    places: mentors.reduce((sum, one) => sum + one.capacity, 0),
    ready: ready.length,
    draft: inState('draft').length,
    withdrawn: inState('withdrawn').length,
    pairs: pairs.filter((pair) => pair.state === 'active').length,
    open: proposals.filter(isOpen).length,
  };
}

function isOpen(proposal: Pick<Proposal, 'state'>): boolean {
  return (OPEN_PROPOSALS as readonly string[]).includes(proposal.state);
}

/** How many are short of the pairs that the cohort is meant for (S2.2, E0.13). A mentor with two places fills two. */
export function shortOf(target: number, counts: Pick<Counts, 'mentees' | 'places'>): { readonly mentors: number; readonly mentees: number } {
  return { mentors: Math.max(0, target - counts.places), mentees: Math.max(0, target - counts.mentees) };
}

/** Who is in a pair, who is asked, and who waits: nobody is left over in silence (C12). */
export type Standing = 'paired' | 'asked' | 'waiting' | 'none';

export function standingsOf({ people, proposals, pairs }: Members): ReadonlyMap<string, Standing> {
  const paired = new Set(pairs.filter((pair) => pair.state === 'active').flatMap((pair) => [pair.menteeId, pair.mentorId]));
  const asked = new Set(proposals.filter(isOpen).flatMap((proposal) => [proposal.menteeId, proposal.mentorId]));
  return new Map(
    people.map((one) => [one.id, paired.has(one.id) ? 'paired' : asked.has(one.id) ? 'asked' : one.state === 'ready' ? 'waiting' : 'none'] as const),
  );
}

/** What keeps a draft from being sent in: only role, languages and help are needed (S4.80). */
export type Missing = 'languages' | 'help';

export function missingOf({ profile }: Pick<Participation, 'profile'>): readonly Missing[] {
  return [
    ...(profile.languages.length === 0 ? (['languages'] as const) : []),
    ...(profile.help.length === 0 && profile.topics === '' ? (['help'] as const) : []),
  ];
}

/** Names are compared as people compare them: "autumn  2026" is "Autumn 2026". */
export function sameName(a: string, b: string): boolean {
  return plainName(a) === plainName(b);
}

/** The cohorts that a typed name may mean: those of that name, else those that begin so. */
export function cohortsNamed(cohorts: readonly Cohort[], typed: string): readonly Cohort[] {
  const wanted = plainName(typed);
  const same = cohorts.filter((cohort) => plainName(cohort.name) === wanted);
  return same.length > 0 ? same : cohorts.filter((cohort) => plainName(cohort.name).startsWith(wanted));
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^["'“”„«»’ ]+|["'“”„«»’ ]+$/g, '');
}

/** The newest start first, as coordinators look for them. */
export function newestFirst(cohorts: readonly Cohort[]): readonly Cohort[] {
  return cohorts.toSorted((a, b) => (a.startsOn === b.startsOn ? b.createdAt - a.createdAt : a.startsOn < b.startsOn ? 1 : -1));
}

/** What to mend before a cohort can be made. */
export function cohortFaults(
  asked: Pick<Cohort, 'name' | 'startsOn' | 'endsOn'>,
  others: readonly Pick<Cohort, 'name'>[],
  today: Civil,
): Readonly<Record<string, Text>> {
  const faults: Record<string, Text> = {};
  if (others.some((other) => sameName(other.name, asked.name))) faults['name'] = say('programme.create.nameTaken');
  if (asked.endsOn < today) faults['endsOn'] = say('error.past');
  else if (asked.endsOn <= asked.startsOn) faults['endsOn'] = say('programme.create.endsFirst', { start: startDay(asked.startsOn) });
  return faults;
}

function startDay(day: Civil): Arg {
  return onDay(day, 'short');
}
