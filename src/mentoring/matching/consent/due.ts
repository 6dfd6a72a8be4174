// What time brings to proposals: a reminder halfway, the end of the wait, and a word to the coordinators (S4.39, C3).

import type { Instant } from '../../../time.ts';
import { type Cohort } from '../../programme/index.ts';
import { rolesWith } from '../../people/index.ts';
import type { DueRule, Tx } from '../../store.ts';
import { notThisTime } from './answers.ts';
import { isOpen, OPEN, type Proposal, topicOf } from '../proposal.ts';

/** The participation whose answer is waited for. */
function askedOf(proposal: Proposal): string {
  return proposal.state === 'asked_mentor' ? proposal.mentorId : proposal.menteeId;
}

const remind: DueRule = {
  name: 'matching.remind',
  async run({ tx, now }, due) {
    const proposals = (await tx.proposals.all(due.map((one) => one.subject))).filter((proposal) => isOpen(proposal) && proposal.expiresAt > now);
    const people = await personIds(tx, proposals.map(askedOf));
    for (const proposal of proposals) {
      const person = people.get(askedOf(proposal));
      if (person === undefined) continue;
      tx.post({ to: { person }, template: 'matching.reminder', args: { proposal: proposal.id }, kind: 'nudge', topic: topicOf(proposal) });
    }
  },
};

/** Silence is a no without a reason: both return to those who can be matched, and nobody is blamed. */
const expire: DueRule = {
  name: 'matching.expire',
  async run({ tx, now }, due) {
    const proposals = (await tx.proposals.all(due.map((one) => one.subject))).filter((proposal) => isOpen(proposal) && proposal.expiresAt <= now);
    if (proposals.length === 0) return;
    const people = await personIds(
      tx,
      proposals.flatMap((proposal) => [proposal.menteeId, proposal.mentorId]),
    );
    const cohorts = new Map<string, number>();
    for (const proposal of proposals) {
      const [silent, mentee] = [people.get(askedOf(proposal)), people.get(proposal.menteeId)];
      if (silent !== undefined) {
        tx.post({ to: { person: silent }, template: 'matching.ranOut', args: { proposal: proposal.id }, kind: 'decision', topic: topicOf(proposal) });
      }
      if (proposal.state === 'asked_mentor' && mentee !== undefined) notThisTime(tx, proposal, mentee);
      cohorts.set(proposal.cohortId, (cohorts.get(proposal.cohortId) ?? 0) + 1);
    }
    await tellCoordinators(tx, cohorts);
    for (const proposal of proposals) end(tx, proposal, now);
  },
};

function end(tx: Tx, proposal: Proposal, now: Instant): void {
  tx.proposals.put({ ...proposal, state: 'expired', closedAt: now });
  tx.forget('matching.remind', proposal.id);
  tx.refresh(topicOf(proposal));
}

/** Subjects are cohorts in which a proposal has just been closed: the last one of a round is worth a word. */
const round: DueRule = {
  name: 'matching.round',
  async run({ tx }, due) {
    const cohortId = due.map((one) => one.subject);
    const waiting = new Set((await tx.proposals.find({ cohortId, state: OPEN })).map((proposal) => proposal.cohortId));
    await tellCoordinators(tx, new Map(cohortId.filter((id) => !waiting.has(id)).map((id) => [id, 0])));
  },
};

/** One message to each coordinator who can match, for each cohort with its number of proposals that ran out. Two queries. */
async function tellCoordinators(tx: Tx, cohorts: ReadonlyMap<string, number>): Promise<void> {
  if (cohorts.size === 0) return;
  const rows: readonly Cohort[] = await tx.cohorts.all([...cohorts.keys()]);
  const grants = await tx.grants.find({ programmeId: [...new Set(rows.map((cohort) => cohort.programmeId))], role: rolesWith('match') });
  for (const cohort of rows) {
    const told = new Set(grants.filter((grant) => grant.programmeId === cohort.programmeId).map((grant) => grant.personId));
    // What has just run out says that a round is over as well.
    tx.forget('matching.round', cohort.id);
    for (const person of told) {
      const args = { cohort: cohort.id, expired: cohorts.get(cohort.id) ?? 0 };
      tx.post({ to: { person }, template: 'matching.news', args, kind: 'nudge', topic: `round:${cohort.id}` });
    }
  }
}

/** Person ids by participation id; one query. */
async function personIds(tx: Tx, participationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.participations.all([...new Set(participationIds)]);
  return new Map(rows.map((row) => [row.id, row.personId]));
}

export const DUE: readonly DueRule[] = [remind, expire, round];
