// What a stranger at a mingle is told: which starts there are, and which of them one can join now (S2.5, S2.6, S2.18, S2.19).

import type { TermChoice } from '../../bot/texts/terms.ts';
import type { Civil } from '../../time.ts';
import { type Cohort, programmeOf } from '../programme/index.ts';
import type { Tx } from '../store.ts';

export interface JoinOf {
  readonly terms: TermChoice;
  readonly cohorts: readonly { readonly name: string; readonly startsOn: Civil; readonly isOpen: boolean }[];
}

/** The start that the code is of, and all others that one can join: a mingle recruits for two. */
export async function joinOf(tx: Tx, cohort: Cohort, today: Civil): Promise<JoinOf> {
  const isOpen = (one: Cohort) => one.signup === 'open' && one.endsOn >= today;
  const open = (await tx.cohorts.find({ signup: 'open' })).filter(isOpen);
  const own = cohort.startsOn >= today && !isOpen(cohort) ? [cohort] : [];
  const all = [...own, ...open].sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
  const { terms } = await programmeOf(tx, cohort);
  return { terms, cohorts: all.map((one) => ({ name: one.name, startsOn: one.startsOn, isOpen: isOpen(one) })) };
}
