// Publishing: the moment from which people are asked. A person does it, never a timer (E9.7); and only what that person has seen.

import { z } from 'zod';
import { choice, id, line } from '../../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../../bot/actions/outcome.ts';
import { say } from '../../../bot/views/text.ts';
import { actions, message, paragraph } from '../../../bot/views/view.ts';
import type { Participation } from '../../orientation/participation.ts';
import { mayIn } from '../../people/index.ts';
import { type Cohort, programmeOf } from '../../programme/index.ts';
import { type AnyAction, type Context, define } from '../../store.ts';
import { ask as askMatcher, snapshotOf } from '../asking.ts';
import { ask, close, notThisTime } from './answers.ts';
import { workingDaysOf } from './days.ts';
import { personIn, type Pool, poolOf } from '../pool.ts';
import { previewed, runOf } from '../looking/preview.ts';
import type { Proposal } from '../proposal.ts';
import { timesFor } from '../rules.ts';
import { type Mode, MODES } from '../run.ts';
import type { Plan } from '../solving.ts';
import { noted } from '../settings/steps.ts';
import { wasTold } from './told.ts';

/** `seen` is the digest of the plan that the coordinator looked at: what has changed since is shown, not published. */
const publish = define({
  name: 'matching.publish',
  version: 2,
  input: z.object({ cohort: id(), seen: line(80), mode: choice(MODES) }),
  subject: ({ tx }, { cohort }) => tx.cohorts.get(cohort),
  may: (actor, cohort: Cohort) => mayIn(actor, cohort.programmeId, 'match'),
  async run(context, { seen, mode }, cohort) {
    const pool = await poolOf(context.tx, cohort);
    const plan = await askMatcher(context, 'plan', snapshotOf(pool, { mode }), {});
    const page = (opening?: ReturnType<typeof say>) => previewed(context, pool, plan, { mode, from: 0, ...(opening ? { opening } : {}) });
    if (plan.seen !== seen) return refused(say('matching.publish.changed'), { answer: page(say('matching.publish.changed')) });
    const asked = plan.pairs.filter(({ open }) => !open);
    if (asked.length === 0 && plan.moved.length === 0) return done(page());
    return published(context, pool, plan, mode);
  },
});

async function published(context: Context, pool: Pool, plan: Plan, mode: Mode): Promise<Outcome> {
  const { tx, actor, now, ids } = context;
  const { settings } = await programmeOf(tx, pool.cohort);
  const works = await workingDaysOf(tx, pool.cohort.id);
  const by = new Map(pool.participations.map((one) => [one.id, one]));
  const member = (participationId: string): Participation[] => [by.get(participationId)].filter((one) => one !== undefined);
  const run = runOf(context, pool, plan, { id: ids.next(), kind: 'published', mode });
  tx.runs.put(run);
  // What was looked at is done: the next look begins anew.
  if (pool.previewed) tx.runs.remove(pool.previewed.id);
  noted(tx, { id: ids.next(), cohortId: pool.cohort.id, about: { kind: 'publish', runId: run.id }, createdBy: actor.personId, createdAt: now });
  // Guards what was decided upon: of two publishings at once, or one and a change of profile, the later is decided again.
  tx.cohorts.put(pool.cohort);
  for (const one of new Set(plan.pairs.flatMap(({ menteeId, mentorId }) => [...member(menteeId), ...member(mentorId)]))) tx.participations.put(one);
  takeBack(context, pool, plan, by);
  const fresh = plan.pairs.filter(({ open }) => !open);
  for (const { menteeId, mentorId, fit } of fresh) {
    for (const mentee of member(menteeId)) {
      const person = personIn(pool.people, mentee);
      const proposal: Proposal = {
        ...timesFor(now, person.timeZone, settings.proposalDays, works),
        ...{ id: ids.next(), cohortId: pool.cohort.id, menteeId, mentorId, state: 'asked_mentee' as const, score: fit.score, reasons: fit.reasons },
        ...{ closedAt: null, publishedBy: actor.personId, runId: run.id, createdAt: now },
      };
      tx.proposals.put(proposal);
      ask(tx, proposal, 'mentee', person.id);
    }
  }
  tellThoseLeft(context, pool, plan, by);
  return done(
    message([
      paragraph(say('matching.published', { asked: fresh.length })),
      paragraph(say('matching.published.next', { days: settings.proposalDays })),
      actions({ label: say('matching.button.status'), action: 'matching.status', about: { cohort: pool.cohort.id } }),
    ]),
  );
}

/** Open proposals that gave way. Who is asked about somebody else at the same moment needs no other word. */
function takeBack({ tx, now }: Context, pool: Pool, plan: Plan, by: ReadonlyMap<string, Participation>): void {
  const asked = new Set(plan.pairs.map(({ menteeId }) => menteeId));
  const moved = new Set(plan.moved.map(({ id: proposalId }) => proposalId));
  for (const proposal of pool.proposals.filter(({ id: proposalId }) => moved.has(proposalId))) {
    const [mentee, mentor] = [by.get(proposal.menteeId), by.get(proposal.mentorId)];
    close(tx, proposal, 'withdrawn', now);
    if (mentee && !asked.has(mentee.id)) notThisTime(tx, proposal, mentee.personId);
    if (mentor && proposal.state === 'asked_mentor') notThisTime(tx, proposal, mentor.personId);
  }
}

function tellThoseLeft({ tx }: Context, pool: Pool, plan: Plan, by: ReadonlyMap<string, Participation>): void {
  const moved = new Set(plan.moved.map(({ menteeId }) => menteeId));
  const left = [
    ...plan.left.filter(({ menteeId }) => !moved.has(menteeId)).map(({ menteeId }) => [by.get(menteeId), 'mentee'] as const),
    // Who is both has been told, or asked, as a mentee.
    ...plan.idle.map((mentorId) => [by.get(mentorId), 'mentor'] as const).filter(([one]) => one?.role === 'mentor'),
  ];
  for (const [participation, side] of left) {
    if (!participation || wasTold(participation, pool)) continue;
    tx.post({
      to: { person: participation.personId },
      template: 'matching.leftOver',
      args: { participation: participation.id, side },
      kind: 'decision',
      topic: `participation:${participation.id}`,
    });
  }
}

export const PUBLISH: readonly AnyAction[] = [publish];
