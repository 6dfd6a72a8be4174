// The beginning of a calendar: a template and a year; and the end of one that nobody has heard of.

import { z } from 'zod';
import { choice as oneOf, id, wholeNumber } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import { type Plan, TEMPLATE_NAMES, TEMPLATE_PLANS } from '../calendar/index.ts';
import { onCohort } from '../programme/index.ts';
import type { AnyAction, Context } from '../store.ts';
import { choice, chooseForm } from './choice.ts';
import { asItStands, beforeYear, onYear } from './finding.ts';
import { doubtsPage, page } from './pages.ts';
import { FIRST_YEAR, LAST_YEAR, withHolidaysOf } from './rules.ts';
import { sceneOf } from './scene.ts';
import type { Year } from './year.ts';

const show = onCohort({
  name: 'year.show',
  needs: 'view',
  look: true,
  async run(context, cohort) {
    const scene = await sceneOf(context, cohort);
    return done(scene ? page(scene) : choice(context, cohort));
  },
});

const doubts = onYear({
  name: 'year.doubts',
  needs: 'view',
  look: true,
  input: z.object({ cohort: id(), from: wholeNumber(0, 10_000) }),
  run: async (_context, scene, { from }) => done(doubtsPage(scene, from)),
});

const choose = beforeYear({
  name: 'year.choose',
  needs: 'manage',
  look: true,
  opens: 'form',
  input: z.object({ cohort: id() }),
  run: async (_context, cohort) => done(chooseForm(cohort)),
});

const begin = beforeYear({
  name: 'year.begin',
  needs: 'manage',
  input: z.object({ cohort: id(), template: oneOf(TEMPLATE_NAMES), year: typedYear() }),
  async run(context, cohort, { template, year }) {
    if (year === null) return noYear();
    const { tx, actor, now } = context;
    const timeZone = (await tx.organisations.get(tx.tenantId))?.timeZone ?? actor.timeZone;
    tx.years.put(draftOf(cohort.id, withHolidaysOf(TEMPLATE_PLANS[template], timeZone), year, now));
    const scene = await sceneOf(context, cohort);
    return done(scene ? page(scene) : choice(context, cohort));
  },
});

/** `null` for what is no year from 1970 to 2199: said in the action's own words, without a point between its thousands. */
export function typedYear() {
  return z
    .union([z.string(), z.number()])
    .default('')
    .transform((typed) => (/^\s*\d{4}\s*$/.test(String(typed)) ? Number(typed) : Number.NaN))
    .transform((year) => (year >= FIRST_YEAR && year <= LAST_YEAR ? year : null));
}

export function noYear(): Outcome {
  return refused(say('error.form'), { fields: { year: say('year.choose.years') } });
}

/** Two that begin at once make two rows of one id: the later is decided again, and sees the first. */
export function draftOf(cohortId: string, plan: Plan, year: number, now: Context['now']): Year {
  return { id: cohortId, plan, year, shifts: [], state: 'draft', publishedBy: null, publishedAt: null, doneUntil: now };
}

const drop = onYear({
  name: 'year.drop',
  needs: 'manage',
  input: z.object({ cohort: id() }),
  async run(context, scene) {
    const { cohort, year } = scene;
    if (year.state === 'published') return asItStands(scene, 'year.drop.published');
    context.tx.years.remove(year.id);
    // Guards: whoever publishes it at the same moment is asked again.
    context.tx.cohorts.put(cohort);
    return done(choice(context, cohort, say('year.dropped')));
  },
});

export const CHOOSING: readonly AnyAction[] = [show, doubts, choose, begin, drop];
