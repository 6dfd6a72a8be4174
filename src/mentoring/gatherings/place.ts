// Where gatherings are: the organisation's place, and the days on which their cohorts work.

import { BotError } from '../../fault.ts';
import { worksOn } from '../calendar/index.ts';
import type { Tx } from '../store.ts';
import type { Gathering } from './gathering.ts';
import type { Place } from './rules.ts';

export async function zoneOf(tx: Tx): Promise<string> {
  const organisation = await tx.organisations.get(tx.tenantId);
  if (!organisation) throw new BotError('bug', 'no organisation');
  return organisation.timeZone;
}

/** By cohort; one without a calendar knows no holidays. Two queries however many gatherings. */
export async function placesOf(tx: Tx, gatherings: readonly Pick<Gathering, 'cohortId'>[]): Promise<(cohortId: string) => Place> {
  const timeZone = await zoneOf(tx);
  const years = await tx.years.all([...new Set(gatherings.map((one) => one.cohortId))]);
  const regions = new Map(years.map((year) => [year.id, year.plan.holidays]));
  return (cohortId) => ({ timeZone, works: worksOn(regions.get(cohortId) ?? 'none') });
}
