// An address that opens without an account: a calendar to subscribe to, or the page that leads to sign-up.

import type { Instant } from '../../time.ts';

export interface Pass {
  readonly id: string;
  /** `mine`: a person's own calendar; `cohort`: a cohort's; `join`: the way to sign up for a cohort. */
  readonly opens: 'mine' | 'cohort' | 'join';
  /** The cohort, or for `mine` the person. */
  readonly subject: string;
  /** Whose it is, for a calendar; who made it, for sign-up. */
  readonly personId: string;
  /** What the address ends in: whoever has it may look. */
  readonly code: string;
  readonly createdAt: Instant;
}
