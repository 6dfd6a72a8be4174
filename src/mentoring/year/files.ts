// Programme files in and out. An import is a draft, or takes the place of one; what is faulty changes nothing.

import { z } from 'zod';
import { id, optionalLine } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import { datesOf, dayOf, type Plan, readPlan } from '../calendar/index.ts';
import type { Cohort } from '../programme/index.ts';
import type { AnyAction, Context } from '../store.ts';
import { draftOf, noYear, typedYear } from './choosing.ts';
import { asItStands, onYear, row } from './finding.ts';
import { exportForm, importForm } from './file-forms.ts';
import { page } from './pages.ts';
import { type Scene, sceneOf } from './scene.ts';
import { settle } from './settling.ts';
import type { Year } from './year.ts';

const exportFile = onYear({
  name: 'year.exportFile',
  needs: 'view',
  look: true,
  opens: 'form',
  input: z.object({ cohort: id() }),
  run: async ({ actor }, { cohort, year }) => done(exportForm(cohort, year.plan, 'yaml', actor.language)),
});

/** What the form of an export leads to: the same in the other format, or back. */
const exported = onYear({
  name: 'year.exported',
  needs: 'view',
  look: true,
  input: z.object({ cohort: id(), next: optionalLine(10) }),
  async run({ actor }, scene, { next }) {
    const { cohort, year } = scene;
    return done(next === 'json' || next === 'yaml' ? exportForm(cohort, year.plan, next, actor.language) : page(scene));
  },
});

const importing = row({ name: 'year.importForm', needs: 'manage', look: true, opens: 'form', input: z.object({ cohort: id() }) }, async (context, cohort) => {
  const scene = await sceneOf(context, cohort);
  return scene?.year.state === 'published' ? kept(scene) : done(importForm(cohort, scene));
});

function kept(scene: Scene): Outcome {
  return refused(say('year.import.published'), { answer: page(scene, say('year.import.published')) });
}

const importFile = row(
  {
    name: 'year.importFile',
    needs: 'manage',
    // The file is bounded and cleaned by its reader.
    input: z.object({ cohort: id(), file: z.string().default(''), year: typedYear(), seen: optionalLine(20) }),
  },
  async (context, cohort, { file, year, seen }) => {
    const scene = await sceneOf(context, cohort);
    if (scene?.year.state === 'published') return kept(scene);
    if (year === null) return noYear();
    const read = readPlan(file, { year });
    if ('faults' in read) {
      const answer = importForm(cohort, scene, { file, year, seen, faults: read.faults });
      return refused(say('year.import.refused'), { answer });
    }
    if (scene && scene.seen !== seen) return asItStands(scene, 'year.changed');
    return imported(context, cohort, scene, { plan: read.plan, year });
  },
);

async function imported(
  context: Context,
  cohort: Cohort,
  before: Scene | null,
  { plan, year }: { readonly plan: Plan; readonly year: number },
): Promise<Outcome> {
  const draft: Year = before ? { ...before.year, plan, year, shifts: shiftsKept(before.year, plan, year) } : draftOf(cohort.id, plan, year, context.now);
  const dropped = (before?.year.shifts.length ?? 0) - draft.shifts.length;
  const opening = dropped > 0 ? say('year.imported.dropped', { count: dropped }) : say('year.imported');
  if (before) return done(page(await settle(context, before, draft), opening));
  context.tx.years.put(draft);
  const scene = await sceneOf(context, cohort);
  return scene ? done(page(scene, opening)) : done();
}

/** A move answers a rule: where the rule gives another day now, it is looked at anew. */
function shiftsKept(before: Year, plan: Plan, year: number): Year['shifts'] {
  const [was, is] = [datesOf({ ...before, shifts: [] }), datesOf({ plan, year, shifts: [] })];
  return before.shifts.filter(({ milestone }) => {
    const [one, other] = [dayOf(was, milestone), dayOf(is, milestone)];
    return one !== null && one.from === other?.from && one.until === other.until;
  });
}

export const FILES: readonly AnyAction[] = [exportFile, exported, importing, importFile];
