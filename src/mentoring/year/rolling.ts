// The same programme a year later: what differs beyond the year is shown before the next cohort is made.

import { z } from 'zod';
import { id, line } from '../../bot/actions/fields.ts';
import { done, refused } from '../../bot/actions/outcome.ts';
import { quote, say } from '../../bot/views/text.ts';
import { datesOf } from '../calendar/index.ts';
import { type Cohort, cohortFaults } from '../programme/index.ts';
import type { AnyAction, Context } from '../store.ts';
import { draftOf } from './choosing.ts';
import { onYear } from './finding.ts';
import { page } from './pages.ts';
import { comparePage, rollForm } from './rolling-views.ts';
import { LAST_YEAR, spanOf } from './rules.ts';
import { type Scene, sceneOf, sceneWith } from './scene.ts';
import type { Year } from './year.ts';

/** The plan alone goes along: days that were moved by hand were moved for this year. */
function yearLater({ year, cohort }: Pick<Scene, 'year' | 'cohort'>, now: Context['now']): Year {
  return draftOf(cohort.id, year.plan, year.year + 1, now);
}

/** As it would be beside the calendars that are there, this one among them. */
async function sceneLater({ tx, now }: Context, scene: Scene): Promise<Scene> {
  const { cohort, year, dates, others } = scene;
  const next = yearLater(scene, now);
  const span = spanOf(datesOf(next));
  // Another cohort, so that the two calendars are seen beside each other.
  return sceneWith(
    tx,
    { ...scene, cohort: { ...cohort, ...span, id: `${cohort.id}-next`, signup: 'closed' }, others: [...others, { cohort, year, dates }] },
    next,
  );
}

const compare = onYear({
  name: 'year.compare',
  needs: 'view',
  look: true,
  input: z.object({ cohort: id() }),
  async run(context, scene) {
    if (scene.year.year >= LAST_YEAR) return refused(say('year.compare.last'), { answer: page(scene, say('year.compare.last')) });
    return done(comparePage(scene, await sceneLater(context, scene)));
  },
});

const form = onYear({
  name: 'year.rollForm',
  needs: 'manage',
  look: true,
  opens: 'form',
  input: z.object({ cohort: id() }),
  run: async (_context, scene) => done(rollForm(scene, nextName(scene.cohort.name))),
});

const rollOver = onYear({
  name: 'year.rollOver',
  needs: 'manage',
  input: z.object({ cohort: id(), name: line(80) }),
  async run(context, scene, { name }) {
    const { tx, now, ids } = context;
    const { year } = scene;
    if (year.year >= LAST_YEAR) return refused(say('year.compare.last'), { answer: page(scene, say('year.compare.last')) });
    const programme = await tx.programmes.get(scene.cohort.programmeId);
    const others = await tx.cohorts.find({ programmeId: scene.cohort.programmeId });
    const fault = cohortFaults({ ...scene.cohort, name }, others, scene.today)['name'];
    if (fault) return refused(say('error.form'), { fields: { name: fault } });
    const span = spanOf(datesOf(yearLater(scene, now)));
    const cohort: Cohort = { ...scene.cohort, ...span, id: ids.next(), name, signup: 'closed', createdAt: now };
    tx.cohorts.put(cohort);
    if (programme) tx.programmes.put(programme); // guards the name, as where a cohort is made by hand
    tx.years.put(yearLater({ year, cohort }, now));
    const next = await sceneOf(context, cohort);
    return next ? done(page(next, say('year.rolledOver', { cohort: quote(name) }))) : done();
  },
});

/** "Autumn 2026" becomes "Autumn 2027", "2026/27" becomes "2027/28"; a name without a year stays for the coordinator to change. */
export function nextName(name: string): string {
  return name.replace(/\b((?:19|20|21)\d\d)\b(?:([/–-])(\d\d)\b(?!\d))?/g, (_whole, year: string, mark?: string, short?: string) => {
    const next = String(Number(year) + 1);
    return mark === undefined || short === undefined ? next : `${next}${mark}${String((Number(short) + 1) % 100).padStart(2, '0')}`;
  });
}

export const ROLLING: readonly AnyAction[] = [compare, form, rollOver];
