// Which cohort a coordinator means: the one of the button, the one named, the only one; otherwise a choice.

import { z } from 'zod';
import { id, optionalLine } from '../../bot/actions/fields.ts';
import { done, type Outcome } from '../../bot/actions/outcome.ts';
import { onDay, quote, say } from '../../bot/views/text.ts';
import { actions, type Message, message, paragraph } from '../../bot/views/view.ts';
import { type Ability, type Actor, mayAnywhere, mayIn } from '../people/index.ts';
import type { Cohort } from '../programme/index.ts';
import { type AnyAction, type Context, define, type Tx } from '../store.ts';
import { fold } from './summary/words.ts';

type Found = { readonly cohort: Cohort } | { readonly among: readonly Cohort[]; readonly typed: string };

const input = z.object({ cohort: id().optional(), name: optionalLine(80) });

/** The cohorts of the programmes in which somebody may do something, the latest start first. */
export async function cohortsFor(tx: Tx, actor: Actor, ability: Ability): Promise<readonly Cohort[]> {
  const programmeId = [...new Set(actor.grants.map((grant) => grant.programmeId))].filter((one) => mayIn(actor, one, ability));
  if (programmeId.length === 0) return [];
  const cohorts = await tx.cohorts.find({ programmeId });
  return cohorts.sort((a, b) => (a.startsOn === b.startsOn ? b.createdAt - a.createdAt : a.startsOn < b.startsOn ? 1 : -1));
}

async function find({ tx, actor }: Context, of: z.infer<typeof input>, ability: Ability): Promise<Found | null> {
  if (of.cohort !== undefined) {
    const cohort = await tx.cohorts.get(of.cohort);
    return cohort && { cohort };
  }
  const all = await cohortsFor(tx, actor, ability);
  const wanted = fold(of.name);
  const same = all.filter((cohort) => fold(cohort.name) === wanted);
  const named = same.length > 0 ? same : all.filter((cohort) => fold(cohort.name).includes(wanted));
  const [only] = named;
  if (only && named.length === 1) return { cohort: only };
  return named.length > 1 ? { among: named, typed: '' } : { among: all, typed: of.name };
}

/** A page about one cohort, reached by button or by typed name. */
export function lookAtCohort(name: string, needs: Ability, run: (context: Context, cohort: Cohort) => Promise<Outcome>): AnyAction {
  return { ...onChosenCohort(name, needs, {}, run), look: true };
}

/** The same, where something may be kept, and more than the cohort may be said. */
export function onChosenCohort<E extends z.ZodRawShape>(
  name: string,
  needs: Ability,
  more: E,
  run: (context: Context, cohort: Cohort, of: z.infer<z.ZodObject<E>>) => Promise<Outcome>,
): AnyAction {
  const whole = input.extend(more);
  return define({
    name,
    version: 1,
    input: whole,
    subject: (context, of) => find(context, of as z.infer<typeof input>, needs),
    may: (actor, found: Found) => ('cohort' in found ? mayIn(actor, found.cohort.programmeId, needs) : mayAnywhere(actor, needs)),
    run: async (context, of, found) =>
      'cohort' in found ? run(context, found.cohort, of as z.infer<z.ZodObject<E>>) : done(whichCohort(name, found.among, found.typed)),
  });
}

const MOST = 10;

function whichCohort(action: string, among: readonly Cohort[], typed: string): Message {
  if (among.length === 0) return message([paragraph(say('programme.list.none'))]);
  const question = typed === '' ? say('matching.which') : say('matching.which.unknown', { typed: quote(typed) });
  const buttons = among.slice(0, MOST).map((cohort) => ({
    label: say('matching.which.option', { cohort: quote(cohort.name), start: onDay(cohort.startsOn, 'short') }),
    action,
    about: { cohort: cohort.id },
  }));
  return message([paragraph(question), actions(...buttons)]);
}
