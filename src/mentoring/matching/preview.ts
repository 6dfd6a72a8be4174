// Looking at the plan and publishing it. A person publishes, never a timer (E9.7); and only what that person has seen.

import { z } from 'zod';
import { id, line, wholeNumber } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { say, type Text } from '../../bot/views/text.ts';
import { actions, type Message, message, paragraph } from '../../bot/views/view.ts';
import { BotError } from '../../fault.ts';
import type { Participation } from '../orientation/participation.ts';
import { type Actor, mayIn } from '../people/index.ts';
import { type Cohort, programmeOf } from '../programme/index.ts';
import { type AnyAction, type Context, define } from '../store.ts';
import { summariesOf } from './anonymous.ts';
import { ask } from './answers.ts';
import { lookAtCohort } from './cohorts.ts';
import { type Plan, planOf, wasTold } from './plan.ts';
import { personIn, type Pool, poolOf } from './pool.ts';
import { brokenLine, pairPage, type PairLook, preview, summariesPage } from './preview-views.ts';
import type { Proposal } from './proposal.ts';
import { workingDaysOf } from './days.ts';
import { barrierBetween, isMentee, isMentor, standingOf, timesFor } from './rules.ts';
import { fitOf, sideOf } from './score.ts';

function previewed(actor: Actor, pool: Pool, plan: Plan, more: { readonly from?: number; readonly opening?: Text } = {}): Message {
  const look = { cohort: pool.cohort, plan, may: mayIn(actor, pool.cohort.programmeId, 'match'), from: more.from ?? 0 };
  const view = preview(look, more.opening);
  const by = new Map(pool.participations.map((one) => [one.id, one]));
  const broken = plan.broken.flatMap(({ rule, barrier }) => {
    const [mentee, mentor] = [by.get(rule.menteeId), by.get(rule.mentorId)];
    return mentee && mentor ? [paragraph(brokenLine(mentee, mentor, barrier))] : [];
  });
  const [title, ...rest] = view.blocks;
  return title ? { ...view, blocks: [title, ...broken, ...rest] } : view;
}

const show = lookAtCohort('matching.preview', 'view', async ({ tx, actor }, cohort) => {
  const pool = await poolOf(tx, cohort);
  return done(previewed(actor, pool, planOf(pool)));
});

const more = define({
  name: 'matching.more',
  version: 1,
  look: true,
  input: z.object({ cohort: id(), from: wholeNumber(0, 100_000) }),
  subject: ({ tx }, { cohort }) => tx.cohorts.get(cohort),
  may: (actor, cohort: Cohort) => mayIn(actor, cohort.programmeId, 'view'),
  async run({ tx, actor }, { from }, cohort) {
    const pool = await poolOf(tx, cohort);
    return done(previewed(actor, pool, planOf(pool), { from }));
  },
});

/** `seen` is the digest of the plan that the coordinator looked at: what has changed since is shown, not published. */
const publish = define({
  name: 'matching.publish',
  version: 1,
  input: z.object({ cohort: id(), seen: line(40) }),
  subject: ({ tx }, { cohort }) => tx.cohorts.get(cohort),
  may: (actor, cohort: Cohort) => mayIn(actor, cohort.programmeId, 'match'),
  async run(context, { seen }, cohort) {
    const { tx, actor } = context;
    const pool = await poolOf(tx, cohort);
    const plan = planOf(pool);
    if (plan.seen !== seen) {
      return refused(say('matching.publish.changed'), { answer: previewed(actor, pool, plan, { opening: say('matching.publish.changed') }) });
    }
    if (plan.pairs.length === 0) return done(previewed(actor, pool, plan));
    return published(context, pool, plan);
  },
});

async function published({ tx, actor, now, ids }: Context, pool: Pool, plan: Plan): Promise<Outcome> {
  const { settings } = await programmeOf(tx, pool.cohort);
  const works = await workingDaysOf(tx, pool.cohort.id);
  // Guards what was decided upon: of two publishings at once, or one and a change of profile, the later is decided again.
  tx.cohorts.put(pool.cohort);
  for (const member of new Set(plan.pairs.flatMap(({ mentee, mentor }) => [mentee, mentor]))) tx.participations.put(member);
  for (const { mentee, mentor, fit } of plan.pairs) {
    const person = personIn(pool.people, mentee);
    const proposal: Proposal = {
      ...timesFor(now, person.timeZone, settings.proposalDays, works),
      id: ids.next(),
      cohortId: pool.cohort.id,
      menteeId: mentee.id,
      mentorId: mentor.id,
      state: 'asked_mentee',
      score: fit.score,
      reasons: fit.reasons,
      closedAt: null,
      publishedBy: actor.personId,
      createdAt: now,
    };
    tx.proposals.put(proposal);
    ask(tx, proposal, 'mentee', person.id);
  }
  const left: readonly (readonly [Participation, 'mentee' | 'mentor'])[] = [
    ...plan.left.map(({ mentee }) => [mentee, 'mentee'] as const),
    // Who is both has been told, or asked, as a mentee.
    ...plan.idle.filter((one) => one.role === 'mentor').map((mentor) => [mentor, 'mentor'] as const),
  ];
  for (const [participation, side] of left) {
    if (wasTold(participation, pool)) continue;
    tx.post({
      to: { person: participation.personId },
      template: 'matching.leftOver',
      args: { participation: participation.id, side },
      kind: 'decision',
      topic: `participation:${participation.id}`,
    });
  }
  return done(
    message([
      paragraph(say('matching.published', { asked: plan.pairs.length })),
      paragraph(say('matching.published.next', { days: settings.proposalDays })),
      actions({ label: say('matching.button.status'), action: 'matching.status', about: { cohort: pool.cohort.id } }),
    ]),
  );
}

/** Two people of one cohort, in roles that they can have. */
export interface Two {
  readonly cohort: Cohort;
  readonly mentee: Participation;
  readonly mentor: Participation;
}

/** A page about two people, for whoever may look. */
function lookAtTwo(name: string, page: (pool: Pool, two: Two, may: boolean) => Message): AnyAction {
  return define({
    name,
    version: 1,
    look: true,
    input: z.object({ cohort: id(), mentee: id(), mentor: id() }),
    subject: ({ tx }, { cohort }) => tx.cohorts.get(cohort),
    may: (actor, cohort: Cohort) => mayIn(actor, cohort.programmeId, 'view'),
    async run({ tx, actor }, of, cohort) {
      const pool = await poolOf(tx, cohort);
      const mentee = pool.participations.find((one) => one.id === of.mentee && isMentee(one));
      const mentor = pool.participations.find((one) => one.id === of.mentor && isMentor(one));
      if (!mentee || !mentor) return refused(say('refused.notYours'));
      return done(page(pool, { cohort, mentee, mentor }, mayIn(actor, cohort.programmeId, 'match')));
    },
  });
}

function lookOf(pool: Pool, { cohort, mentee, mentor }: Two, may: boolean): PairLook {
  const standing = standingOf(pool.proposals, pool.pairs, pool.rules);
  const [mine, theirs] = [mentee, mentor].map((one) => sideOf(one.profile, personIn(pool.people, one).timeZone, cohort.startsOn));
  if (!mine || !theirs) throw new BotError('bug', 'two people without two sides');
  const rule = pool.rules.find((one) => one.menteeId === mentee.id && one.mentorId === mentor.id)?.kind ?? null;
  return { mentee, mentor, rule, may, fit: fitOf(mine, theirs), barrier: barrierBetween(mentee, mentor, standing) };
}

const pair = lookAtTwo('matching.pair', (pool, two, may) => pairPage(lookOf(pool, two, may)));

const summaries = lookAtTwo('matching.summaries', (pool, two) => {
  const summary = summariesOf(pool);
  return summariesPage(two, summary(two.mentor, 'mentor'), summary(two.mentee, 'mentee'));
});

export const PREVIEWS: readonly AnyAction[] = [show, more, publish, pair, summaries];
