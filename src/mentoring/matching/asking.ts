// From the storage to an answer: a cohort as a snapshot, and the question worked out wherever there is room to think.

import type { Context } from '../store.ts';
import { markOf } from './hash.ts';
import { personIn, type Pool } from './pool.ts';
import type { Mode } from './run.ts';
import type { Settings } from './settings/settings.ts';
import type { QuestionName, Questions, Snapshot } from './solving.ts';

export interface Trying {
  readonly mode?: Mode;
  /** Instead of those that count. */
  readonly settings?: Settings;
}

export function snapshotOf(pool: Pool, { mode = 'gentle', settings = pool.settings }: Trying = {}): Snapshot {
  const ready = pool.participations.filter((one) => one.state === 'ready');
  return {
    cohortId: pool.cohort.id,
    startsOn: pool.cohort.startsOn,
    members: ready.map((one) => {
      const { timeZone, email } = personIn(pool.people, one);
      const { id, personId, role, capacity, profile } = one;
      return { id, personId, role, capacity, profile, timeZone, mark: markOf(email), waited: pool.waited.has(id) };
    }),
    rules: pool.rules.map(({ menteeId, mentorId, kind }) => ({ menteeId, mentorId, kind })),
    proposals: pool.proposals.map(({ id, menteeId, mentorId, state }) => ({ id, menteeId, mentorId, state })),
    pairs: pool.pairs.map(({ menteeId, mentorId, state }) => ({ menteeId, mentorId, state })),
    earlier: pool.earlier,
    settings,
    mode,
  };
}

export async function ask<Q extends QuestionName>(
  { think }: Pick<Context, 'think'>,
  question: Q,
  snapshot: Snapshot,
  asks: Questions[Q]['asks'],
): Promise<Questions[Q]['answer']> {
  return (await think(`matching.${question}`, { snapshot, asks })) as Questions[Q]['answer'];
}
