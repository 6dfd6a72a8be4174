// Which gathering a coordinator means, and what they may do with it.

import { z } from 'zod';
import { id } from '../../bot/actions/fields.ts';
import type { Outcome } from '../../bot/actions/outcome.ts';
import { type Ability, mayIn } from '../people/index.ts';
import type { Cohort } from '../programme/index.ts';
import { type AnyAction, type Context, define, type Tx } from '../store.ts';
import type { Gathering } from './gathering.ts';
import { cohortsOf } from './rules.ts';

export interface Found {
  readonly gathering: Gathering;
  /** All whose gathering it is: coordinators of each may see to it. */
  readonly cohorts: readonly Cohort[];
}

export async function foundIn(tx: Tx, gatheringId: string): Promise<Found | null> {
  const gathering = await tx.gatherings.get(gatheringId);
  return gathering && { gathering, cohorts: await tx.cohorts.all(cohortsOf(gathering)) };
}

/** A row of the table about one gathering. `fields`: what its form asks beside. */
export function onGathering<const F extends z.ZodRawShape>(of: {
  readonly name: string;
  readonly needs: Ability;
  readonly look?: true;
  readonly opens?: 'form';
  readonly fields?: F;
  readonly run: (context: Context, found: Found, input: z.infer<z.ZodObject<F>>) => Promise<Outcome>;
}): AnyAction {
  const { name, needs, look, opens, fields, run } = of;
  return define({
    name,
    version: 1,
    ...(look ? { look } : {}),
    ...(opens ? { opens } : {}),
    input: z.object({ ...fields, gathering: id() }),
    subject: ({ tx }, input: { readonly gathering: string }) => foundIn(tx, input.gathering),
    may: (actor, { cohorts }: Found) => cohorts.some((cohort) => mayIn(actor, cohort.programmeId, needs)),
    run: (context, input, found) => run(context, found, input as unknown as z.infer<z.ZodObject<F>>),
  });
}
