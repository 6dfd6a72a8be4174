// What waits for my answer, or what I wait for, on the home page. Two queries.

import type { Block } from '../../../bot/views/view.ts';
import type { Context } from '../../store.ts';
import { sideOf } from './messages.ts';
import { OPEN } from '../proposal.ts';
import { homeLine } from './views.ts';

export async function homeProposals({ tx, actor }: Context): Promise<readonly Block[]> {
  const mine = actor.participations.map((one) => one.id);
  if (mine.length === 0) return [];
  const asMentee = await tx.proposals.find({ menteeId: mine, state: OPEN });
  const asMentor = await tx.proposals.find({ mentorId: mine, state: 'asked_mentor' });
  return [...asMentee, ...asMentor].flatMap((proposal) => {
    const side = sideOf(proposal, actor);
    return side ? homeLine(proposal, side, actor.timeZone) : [];
  });
}
