// Which cohort somebody means, and actions upon the one that is found.

import { z } from 'zod';
import { id, optionalLine } from '../../bot/actions/fields.ts';
import { done, type Outcome } from '../../bot/actions/outcome.ts';
import { type Ability, mayAnywhere, mayIn } from '../people/index.ts';
import { type AnyAction, type Context, define } from '../store.ts';
import { programmesWhere } from './people-in-charge.ts';
import type { Cohort } from './programme.ts';
import { cohortsNamed, newestFirst } from './rules.ts';
import { whichOne } from './views.ts';

/** One cohort, or those among which to choose. */
type Found = { readonly cohort: Cohort } | { readonly among: readonly Cohort[]; readonly typed: string };

const asked = z.object({ cohort: id().optional(), name: optionalLine(80) });

/**
 * By the id of a button or by a typed name. A name is looked for only where the person may do it, so a cohort of
 * another programme and one that does not exist are the same.
 */
async function find({ tx, actor }: Context, input: z.infer<typeof asked>, ability: Ability): Promise<Found | null> {
  if (input.cohort !== undefined) return cohortById(tx, input.cohort);
  const programmeId = programmesWhere(actor, ability);
  if (programmeId.length === 0) return null;
  const all = newestFirst(await tx.cohorts.find({ programmeId }));
  const named = cohortsNamed(all, input.name);
  const [only] = named;
  if (only && named.length === 1) return { cohort: only };
  return named.length > 1 ? { among: named, typed: '' } : { among: all, typed: input.name };
}

async function cohortById(tx: Context['tx'], cohortId: string): Promise<Found | null> {
  const cohort = await tx.cohorts.get(cohortId);
  return cohort && { cohort };
}

/** A row of the table about one cohort, reached by button or by typed name; where several fit, it asks which. */
export function onCohort(of: {
  readonly name: string;
  readonly needs: Ability;
  readonly look?: true;
  readonly opens?: 'form';
  readonly run: (context: Context, cohort: Cohort) => Promise<Outcome>;
}): AnyAction {
  const { name, needs, look, opens, run } = of;
  return define({
    name,
    version: 1,
    ...(look ? { look } : {}),
    ...(opens ? { opens } : {}),
    input: asked,
    subject: (context, input) => find(context, input, needs),
    may: (actor, found: Found) => ('cohort' in found ? mayIn(actor, found.cohort.programmeId, needs) : mayAnywhere(actor, needs)),
    run: async (context, _input, found) => ('cohort' in found ? run(context, found.cohort) : done(whichOne(name, found.among, found.typed))),
  });
}
