// A published match on its way through the two questions, mentee first (S4.17-S4.27), and a coordinator's word on two people.

import type { Instant } from '../../time.ts';
import type { Reason } from './fit.ts';

export type ProposalState = 'asked_mentee' | 'asked_mentor' | 'accepted' | 'declined_by_mentee' | 'declined_by_mentor' | 'expired' | 'withdrawn';

/** Somebody is thinking it over. */
export const OPEN = ['asked_mentee', 'asked_mentor'] as const satisfies readonly ProposalState[];

export function isOpen(proposal: Pick<Proposal, 'state'>): boolean {
  return (OPEN as readonly ProposalState[]).includes(proposal.state);
}

/** What all messages about a proposal are found by. */
export function topicOf(proposal: Pick<Proposal, 'id'>): string {
  return `proposal:${proposal.id}`;
}

export interface Proposal {
  readonly id: string;
  readonly cohortId: string;
  /** Participation ids, not person ids. */
  readonly menteeId: string;
  readonly mentorId: string;
  readonly state: ProposalState;
  /** Permille, 0 to 1000. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** When the one who is asked now was asked. */
  readonly askedAt: Instant;
  readonly remindAt: Instant | null;
  readonly expiresAt: Instant;
  readonly closedAt: Instant | null;
  /** Person id: nothing is sent before a person decides (E9.7). */
  readonly publishedBy: string;
  /** The matching that it came from. */
  readonly runId: string | null;
  readonly createdAt: Instant;
}

export interface MatchRule {
  readonly id: string;
  readonly cohortId: string;
  /** Participation ids. */
  readonly menteeId: string;
  readonly mentorId: string;
  readonly kind: 'lock' | 'forbid';
  /** Person id. */
  readonly createdBy: string;
  readonly createdAt: Instant;
}
