// Who has wished for a talk of three on a day: what coordinators are told (S2.20).

import type { Civil } from '../../../time.ts';
import { membersOf, type Pair } from '../../cycle/index.ts';
import type { Tx } from '../../store.ts';
import { type PairMeeting, TALK } from '../window/window.ts';

interface Wish {
  readonly meeting: PairMeeting;
  /** Person ids. */
  readonly mentee: string;
  readonly mentor: string;
}

/** In the order in which they were said; three queries. */
export async function wishesOf(tx: Tx, cohortId: string, day: Civil): Promise<readonly Wish[]> {
  const pairs = new Map((await tx.pairs.find({ cohortId, state: 'active' })).map((pair) => [pair.id, pair]));
  const meetings = pairs.size === 0 ? [] : await tx.meetings.find({ pairId: [...pairs.keys()], number: TALK, state: 'ahead', fromOn: day }, { by: 'saidAt' });
  const wished = meetings.flatMap((meeting): { meeting: PairMeeting; pair: Pair }[] => {
    const pair = pairs.get(meeting.pairId);
    return pair ? [{ meeting, pair }] : [];
  });
  const members = await membersOf(
    tx,
    wished.map(({ pair }) => pair),
  );
  return wished.flatMap(({ meeting, pair }) => {
    const [mentee, mentor] = [members.get(pair.menteeId), members.get(pair.mentorId)];
    return mentee && mentor ? [{ meeting, mentee: mentee.personId, mentor: mentor.personId }] : [];
  });
}
