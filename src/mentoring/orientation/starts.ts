// The starts one can join, and those one has joined.

import { civilIn } from '../calendar/index.ts';
import type { Actor } from '../people/index.ts';
import type { Cohort, Programme } from '../programme/index.ts';
import type { Context, Tx } from '../store.ts';
import type { Civil } from '../../time.ts';

/** A cohort with its programme, whose name and terms it speaks in. */
export interface Start {
  readonly cohort: Cohort;
  readonly programme: Programme;
}

export interface Mine {
  readonly participation: Actor['participations'][number];
  readonly start: Start;
}

export async function startOf(tx: Tx, cohortId: string): Promise<Start | null> {
  const cohort = await tx.cohorts.get(cohortId);
  const [start] = cohort ? await withProgrammes(tx, [cohort]) : [];
  return start ?? null;
}

/** The actor's own, without what was withdrawn or has come to its end; the latest start first. */
export async function mineNow({ tx, actor, now }: Context): Promise<Mine[]> {
  const today = civilIn(now, actor.timeZone);
  const present = actor.participations.filter((one) => one.state !== 'withdrawn');
  const cohorts = await tx.cohorts.all(present.map((one) => one.cohortId));
  const starts = await withProgrammes(
    tx,
    cohorts.filter((cohort) => cohort.endsOn >= today),
  );
  return starts
    .sort((a, b) => (a.cohort.startsOn < b.cohort.startsOn ? 1 : -1))
    .flatMap((start) => present.filter((one) => one.cohortId === start.cohort.id).map((participation) => ({ participation, start })));
}

/** Those open for sign-up, the next start first. */
export async function openStarts({ tx, actor, now }: Context): Promise<Start[]> {
  const today = civilIn(now, actor.timeZone);
  const cohorts = await tx.cohorts.find({ signup: 'open' }, { by: 'startsOn' });
  return withProgrammes(
    tx,
    cohorts.filter((cohort) => isOpen(cohort, today)),
  );
}

export function isOpen(cohort: Cohort, today: Civil): boolean {
  return cohort.signup === 'open' && cohort.endsOn >= today;
}

async function withProgrammes(tx: Tx, cohorts: readonly Cohort[]): Promise<Start[]> {
  const ids = [...new Set(cohorts.map((cohort) => cohort.programmeId))];
  const programmes = new Map((await tx.programmes.all(ids)).map((programme) => [programme.id, programme]));
  return cohorts.flatMap((cohort) => {
    const programme = programmes.get(cohort.programmeId);
    return programme ? [{ cohort, programme }] : [];
  });
}
