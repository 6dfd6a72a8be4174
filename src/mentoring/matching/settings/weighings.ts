// The versions of a programme's settings of matching: the highest counts, and none is ever altered.

import { isDeepStrictEqual } from 'node:util';
import { type Cohort, programmeOf } from '../../programme/index.ts';
import type { Context, Tx } from '../../store.ts';
import { type Asked, askedBy, DEFAULT_SETTINGS, type Settings, type Weighing } from './settings.ts';

export interface Present extends Pick<Weighing, 'number' | 'settings'> {
  /** Who decided it and when; `null` for the settings that come with the product, number 0. */
  readonly saved: Weighing | null;
}

/** What counts now. One query. */
export async function weighingOf(tx: Tx, programmeId: string): Promise<Present> {
  const [last = null] = await tx.weighings.find({ programmeId }, { by: 'number', descending: true, limit: 1 });
  return { number: last?.number ?? 0, settings: last?.settings ?? DEFAULT_SETTINGS, saved: last };
}

/** What the profile asks for because it counts now. One query. */
export async function askedIn(tx: Tx, programmeId: string): Promise<readonly Asked[]> {
  return askedBy((await weighingOf(tx, programmeId)).settings);
}

/** One version by its number; `null` where there is none. */
export async function settingsOf(tx: Tx, programmeId: string, number: number): Promise<Settings | null> {
  if (number === 0) return DEFAULT_SETTINGS;
  const [found] = await tx.weighings.find({ programmeId, number });
  return found?.settings ?? null;
}

export function isSame(a: Settings, b: Settings): boolean {
  return isDeepStrictEqual(a, b);
}

/**
 * The version after `number`. The programme guards it: of two coordinators at once the later is decided again. So do its
 * cohorts: nothing is published by settings that are no longer those that were looked at.
 */
export async function nextWeighing({ tx, actor, now, ids }: Context, cohort: Cohort, number: number, settings: Settings): Promise<Weighing> {
  const { programmeId } = cohort;
  const weighing: Weighing = { id: ids.next(), programmeId, number: number + 1, settings, createdBy: actor.personId, createdAt: now };
  tx.programmes.put(await programmeOf(tx, cohort));
  for (const one of await tx.cohorts.find({ programmeId })) tx.cohorts.put(one);
  tx.weighings.put(weighing);
  return weighing;
}
