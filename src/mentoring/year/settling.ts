// A changed calendar takes hold: a draft is only kept; a published one moves its cohort, its gatherings and its timers along.

import { arrange } from '../gatherings/index.ts';
import type { Context } from '../store.ts';
import { scheduleMoments } from './due.ts';
import { spanOf } from './rules.ts';
import { type Scene, sceneWith } from './scene.ts';
import type { Year } from './year.ts';

/** How things stand then. Whoever is invited and must hear of it is told by the gatherings. */
export async function settle(context: Context, before: Scene, year: Year): Promise<Scene> {
  const { tx, now, ids } = context;
  const scene = await sceneWith(tx, before, year);
  tx.years.put(year);
  if (year.state === 'draft') return scene;
  const cohort = { ...scene.cohort, ...spanOf(scene.dates) };
  // Guards even where its days stay: of a move and a publishing, or a dropping, at once the later is decided again.
  tx.cohorts.put(cohort);
  tx.refresh(`announcement:${cohort.id}`);
  const at = { timeZone: scene.timeZone, now };
  await arrange(tx, { cohort, year, ids, ...at });
  scheduleMoments(tx, year, at);
  return { ...scene, cohort };
}
