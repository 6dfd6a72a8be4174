// Actions upon the calendar of one cohort, for those in charge of its programme.

import type { z } from 'zod';
import { type Outcome, refused } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import { type Ability, type Actor, mayIn } from '../people/index.ts';
import type { Cohort } from '../programme/index.ts';
import { type AnyAction, type Context, define } from '../store.ts';
import { choice } from './choice.ts';
import { page } from './pages.ts';
import { type Scene, sceneOf } from './scene.ts';

interface Row<Input extends { readonly cohort: string }, Subject> {
  readonly name: string;
  readonly needs: Ability;
  readonly look?: true;
  readonly opens?: 'form';
  readonly input: z.ZodType<Input>;
  readonly run: (context: Context, subject: Subject, input: Input) => Promise<Outcome>;
}

/** Upon a calendar that is there; where somebody has dropped it meanwhile, the choice of a new one is the answer. */
export function onYear<Input extends { readonly cohort: string }>(of: Row<Input, Scene>): AnyAction {
  return row(of, async (context, cohort, input) => {
    const scene = await sceneOf(context, cohort);
    return scene ? of.run(context, scene, input) : refused(say('year.none'), { answer: choice(context, cohort) });
  });
}

/** Upon a cohort that has no calendar yet; where somebody was quicker, theirs is the answer. */
export function beforeYear<Input extends { readonly cohort: string }>(of: Row<Input, Cohort>): AnyAction {
  return row(of, async (context, cohort, input) => {
    const scene = await sceneOf(context, cohort);
    return scene ? asItStands(scene, 'year.choose.before') : of.run(context, cohort, input);
  });
}

/** Upon a cohort, with a calendar or without. */
export function row<Input extends { readonly cohort: string }>(of: Omit<Row<Input, Cohort>, 'run'>, run: Row<Input, Cohort>['run']): AnyAction {
  const { name, needs, look, opens, input } = of;
  return define({
    ...{ name, version: 1, input, ...(look ? { look } : {}), ...(opens ? { opens } : {}) },
    subject: ({ tx }: Context, { cohort }: Input) => tx.cohorts.get(cohort),
    may: (actor: Actor, cohort: Cohort) => mayIn(actor, cohort.programmeId, needs),
    run: (context: Context, asked: Input, cohort: Cohort) => run(context, cohort, asked),
  });
}

type Stands =
  | 'year.changed'
  | 'year.choose.before'
  | 'year.mend.gone'
  | 'year.publish.before'
  | 'year.publish.faults'
  | 'year.publish.over'
  | 'year.drop.published';

/** Nothing happens: why, and how things stand now. */
export function asItStands(scene: Scene, why: Stands): Outcome {
  return refused(say(why), { answer: page(scene, say(why)) });
}

/** What the button was about is different by now. */
export function changedSince(scene: Scene): Outcome {
  return asItStands(scene, 'year.changed');
}
