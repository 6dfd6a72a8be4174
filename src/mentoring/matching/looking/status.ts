// `/match status`: who is waited for and since when, who has found each other, who is without (C3, C12, C23).

import { done } from '../../../bot/actions/outcome.ts';
import { listed, onDay, quote, say, type Text, who } from '../../../bot/views/text.ts';
import { actions, type Block, facts, heading, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import type { Instant } from '../../../time.ts';
import { civilIn, daysBetween } from '../../calendar/index.ts';
import type { Pair } from '../../cycle/index.ts';
import type { Participation } from '../../orientation/participation.ts';
import type { Cohort } from '../../programme/index.ts';
import type { AnyAction } from '../../store.ts';
import { lookAtCohort } from '../cohorts.ts';
import { isOpen, type Proposal } from '../proposal.ts';
import { isMentee, standingOf } from '../rules.ts';

export const status: AnyAction = lookAtCohort('matching.status', 'view', async ({ tx, actor, now }, cohort) => {
  const participations = await tx.participations.find({ cohortId: cohort.id });
  const proposals = await tx.proposals.find({ cohortId: cohort.id });
  const pairs = await tx.pairs.find({ cohortId: cohort.id });
  return done(statusPage({ cohort, participations, proposals, pairs }, { now, timeZone: actor.timeZone }));
});

interface Known {
  readonly cohort: Cohort;
  readonly participations: readonly Participation[];
  readonly proposals: readonly Proposal[];
  readonly pairs: readonly Pair[];
}

interface Here {
  readonly now: Instant;
  readonly timeZone: string;
}

/** Whoever said no stays unnamed here too: a no is welcome only where nobody counts it (S4.27). */
function statusPage({ cohort, participations, proposals, pairs }: Known, here: Here): Message {
  const standing = standingOf(proposals, pairs, []);
  const open = proposals.filter(isOpen).sort((a, b) => a.askedAt - b.askedAt);
  const active = pairs.filter((pair) => pair.state === 'active');
  const without = participations.filter((one) => one.state === 'ready' && isMentee(one) && !standing.settled.has(one.id));
  const expired = proposals.filter((proposal) => proposal.state === 'expired');
  const fruitless = proposals.filter((proposal) => ['declined_by_mentee', 'declined_by_mentor', 'withdrawn'].includes(proposal.state));
  const named = twoNames(participations);
  const day = (at: Instant) => onDay(civilIn(at, here.timeZone));
  return message([
    heading(say('matching.status.title', { cohort: quote(cohort.name) })),
    facts(
      { label: say('matching.status.pairs'), value: say('matching.number', { n: active.length }) },
      { label: say('matching.status.open'), value: say('matching.number', { n: open.length }) },
      { label: say('matching.status.without'), value: say('matching.number', { n: without.length }) },
    ),
    ...section(
      say('matching.status.open'),
      open.map((proposal) => openLine(proposal, named(proposal), here)),
    ),
    ...section(
      say('matching.status.pairs'),
      active.map((pair) => say('matching.status.pair', { ...named(pair), day: day(pair.startedAt) })),
    ),
    ...section(
      say('matching.status.expired'),
      expired.map((proposal) => say('matching.status.pair', { ...named(proposal), day: day(proposal.closedAt ?? proposal.expiresAt) })),
    ),
    ...(without.length > 0
      ? [heading(say('matching.status.without')), paragraph(say('matching.list', { all: listed(without.map((one) => who(one.personId))) }))]
      : []),
    ...(fruitless.length > 0 ? [note(say('matching.status.fruitless', { n: fruitless.length }))] : []),
    actions({ label: say('matching.button.preview'), action: 'matching.preview', about: { cohort: cohort.id } }),
  ]);
}

function section(title: Text, items: readonly Text[]): readonly Block[] {
  return items.length === 0 ? [] : [heading(title), { block: 'list', items }];
}

function openLine(proposal: Proposal, two: { readonly mentee: Text; readonly mentor: Text }, { now, timeZone }: Here): Text {
  const [since, until] = [civilIn(proposal.askedAt, timeZone), civilIn(proposal.expiresAt, timeZone)];
  const days = daysBetween(since, civilIn(now, timeZone));
  return say('matching.status.waiting', { ...two, person: proposal.state === 'asked_mentee' ? two.mentee : two.mentor, days, until: onDay(until) });
}

function twoNames(participations: readonly Participation[]) {
  const people = new Map(participations.map((one) => [one.id, one.personId]));
  return (two: { readonly menteeId: string; readonly mentorId: string }) => ({
    mentee: who(people.get(two.menteeId) ?? ''),
    mentor: who(people.get(two.mentorId) ?? ''),
  });
}
