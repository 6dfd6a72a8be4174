// Coordinators look at circles and have people asked; whoever is asked answers for themselves alone.

import { z } from 'zod';
import { choice, id, optionalLine, wholeNumber } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { say, who } from '../../bot/views/text.ts';
import { actions, message, paragraph } from '../../bot/views/view.ts';
import { ask, lookAtCohort, type Pool, poolOf, snapshotOf, timesFor, workingDaysOf } from '../matching/index.ts';
import { anyone, mayIn } from '../people/index.ts';
import type { Cohort } from '../programme/index.ts';
import { type AnyAction, type Context, define, type Tx } from '../store.ts';
import type { Circle } from './circle.ts';
import { answered, busyIn, memberOf, settled, USUAL_SIZE } from './rules.ts';
import { type Proposed, proposed } from './views.ts';

/** Working days to answer. */
const DAYS = 5;

interface Found {
  readonly pool: Pool;
  readonly page: Proposed;
  readonly circles: readonly { readonly ids: readonly string[]; readonly score: number }[];
}

async function find(context: Context, cohort: Cohort, size: number): Promise<Found> {
  const pool = await poolOf(context.tx, cohort);
  const earlier = await context.tx.circles.find({ cohortId: cohort.id });
  const busy = busyIn(earlier);
  const snapshot = snapshotOf({ ...pool, participations: pool.participations.filter((one) => !busy.has(one.id)) });
  const { circles, left } = await ask(context, 'circles', snapshot, { size });
  const people = new Map(pool.participations.map((one) => [one.id, who(one.personId)]));
  const named = (ids: readonly string[]) => ids.map((one) => people.get(one) ?? who(''));
  const page = {
    ...{ cohort, size, earlier, may: mayIn(context.actor, cohort.programmeId, 'match') },
    circles: circles.map(({ ids, score }) => ({ people: named(ids), score })),
    left: named(left),
    seen: circles
      .map(({ ids }) => ids.map((one) => one.slice(-6)).join(''))
      .join('.')
      .slice(0, 900),
  };
  return { pool, page, circles };
}

const preview = lookAtCohort('circles.preview', 'view', async (context, cohort) => done(proposed((await find(context, cohort, USUAL_SIZE)).page)));

const input = z.object({ cohort: id(), size: wholeNumber(3, 5) });

const sized = define({
  name: 'circles.sized',
  version: 1,
  look: true,
  input,
  subject: ({ tx }, { cohort }) => tx.cohorts.get(cohort),
  may: (actor, cohort: Cohort) => mayIn(actor, cohort.programmeId, 'view'),
  run: async (context, { size }, cohort) => done(proposed((await find(context, cohort, size)).page)),
});

/** `seen` says which circles the coordinator looked at: others are shown, not asked. */
const askThem = define({
  name: 'circles.ask',
  version: 1,
  input: input.extend({ seen: optionalLine(1000) }),
  subject: ({ tx }, { cohort }) => tx.cohorts.get(cohort),
  may: (actor, cohort: Cohort) => mayIn(actor, cohort.programmeId, 'match'),
  async run(context, { size, seen }, cohort) {
    const { page, circles } = await find(context, cohort, size);
    if (page.seen !== seen) return refused(say('matching.publish.changed'), { answer: proposed(page, say('matching.publish.changed')) });
    return circles.length === 0 ? done(proposed(page)) : asked(context, cohort, circles);
  },
});

async function asked({ tx, actor, now, ids }: Context, cohort: Cohort, circles: Found['circles']): Promise<Outcome> {
  const place = (await tx.organisations.get(tx.tenantId))?.timeZone ?? 'UTC';
  const { expiresAt } = timesFor(now, place, DAYS, await workingDaysOf(tx, cohort.id));
  // Guards: of two coordinators at once the later looks again.
  tx.cohorts.put(cohort);
  const people = new Map((await tx.participations.all(circles.flatMap((one) => one.ids))).map((one) => [one.id, one.personId]));
  for (const { ids: members, score } of circles) {
    const circle: Circle = {
      ...{ id: ids.next(), cohortId: cohort.id, state: 'asked', score, expiresAt, createdBy: actor.personId, createdAt: now },
      members: members.map((participationId) => ({ participationId, answer: 'open' })),
    };
    tx.circles.put(circle);
    tx.remind('circles.close', circle.id, expiresAt);
    tell(tx, circle, members, people, 'circles.asked');
  }
  const all = circles.reduce((sum, one) => sum + one.ids.length, 0);
  return done(message([paragraph(say('circles.done', { people: all, days: DAYS })), actions(backTo(cohort))]));
}

function backTo(cohort: Cohort) {
  return { label: say('circles.button.see'), action: 'circles.preview', about: { cohort: cohort.id } };
}

function tell(tx: Tx, circle: Circle, participationIds: readonly string[], people: ReadonlyMap<string, string>, template: string): void {
  for (const participationId of participationIds) {
    const person = people.get(participationId);
    if (person !== undefined) tx.post({ to: { person }, template, args: { circle: circle.id }, kind: 'decision', topic: `circle:${circle.id}` });
  }
}

/** Keeps a circle as it has become, and tells those who said yes what came of it. */
export async function put(tx: Tx, before: Circle, after: Circle): Promise<void> {
  tx.circles.put(after);
  tx.refresh(`circle:${after.id}`);
  if (before.state !== 'asked' || after.state === 'asked') return;
  tx.forget('circles.close', after.id);
  const yes = after.members.filter(({ answer }) => answer === 'yes').map(({ participationId }) => participationId);
  const people = new Map((await tx.participations.all(yes)).map((one) => [one.id, one.personId]));
  tell(tx, after, yes, people, after.state === 'formed' ? 'circles.formed' : 'circles.tooFew');
}

const answer = define({
  name: 'circles.answer',
  version: 1,
  input: z.object({ circle: id(), answer: choice(['yes', 'no']) }),
  async subject({ tx, actor }, of) {
    const circle = await tx.circles.get(of.circle);
    const mine = actor.participations.filter(({ state }) => state === 'ready').map((one) => one.id);
    const member = circle && memberOf(circle, mine);
    return circle && member ? { circle, member } : null;
  },
  may: anyone,
  async run({ tx, now }, of, { circle, member }) {
    // Whoever comes late sees how it stands; a yes may become a no until the circle is there.
    if (circle.state !== 'asked' || member.answer === of.answer) return done();
    await put(tx, circle, settled(answered(circle, member.participationId, of.answer), now));
    return done();
  },
});

/** Whoever takes part no longer is in no circle: the others who said yes are told only if too few are left. */
export async function leaveCircles(tx: Tx, { id: participationId, cohortId }: { readonly id: string; readonly cohortId: string }, now: Context['now']) {
  for (const circle of await tx.circles.find({ cohortId, state: 'asked' })) {
    if (memberOf(circle, [participationId])) await put(tx, circle, settled(answered(circle, participationId, 'no'), now));
  }
}

export const ACTIONS: readonly AnyAction[] = [preview, sized, askThem, answer];
