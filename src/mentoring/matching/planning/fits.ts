// How well each two people of a cohort fit, whether or not they take part in this round: a score does not change as others
// find each other.

import { BotError } from '../../../fault.ts';
import type { Fit, Member } from '../fit.ts';
import { isMentee, isMentor } from '../rules.ts';
import { scorerOf } from '../score/index.ts';
import type { Snapshot, Two } from '../solving.ts';

export interface Fits {
  /** Writes the scores of a mentee with every mentor, by rising id; -1 where what the two are and wish for stands between them. */
  row(menteeId: string, into: Int32Array): void;
  between(two: Two): Fit;
}

export function fitsIn({ settings, startsOn }: Snapshot, members: readonly Member[]): Fits {
  const [mentees, mentors] = [members.filter(isMentee), members.filter(isMentor)];
  const scorer = scorerOf({ mentees, mentors, settings, startsOn });
  const [rows, columns] = [mentees, mentors].map((side) => new Map(side.map(({ id }, index) => [id, index])));
  return {
    row: (menteeId, into) => scorer.row(rows?.get(menteeId) ?? -1, into),
    between({ menteeId, mentorId }) {
      const [row, column] = [rows?.get(menteeId), columns?.get(mentorId)];
      if (row === undefined || column === undefined) throw new BotError('bug', 'two people who are not in this cohort');
      return scorer.fit(row, column);
    },
  };
}
