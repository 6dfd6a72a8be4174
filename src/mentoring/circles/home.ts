// My circles on the home page: what waits for my answer, and who is in them. Two queries.

import type { Block } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import type { Context } from '../store.ts';
import { joinedIn, memberOf } from './rules.ts';
import { homeLines } from './views.ts';

export async function homeCircles({ tx, actor }: Context): Promise<readonly Block[]> {
  const ready = actor.participations.filter(({ state }) => state === 'ready');
  if (ready.length === 0) return [];
  const mine = ready.map(({ id }) => id);
  const circles = await tx.circles.find({ cohortId: ready.map(({ cohortId }) => cohortId), state: ['asked', 'formed'] });
  const here = circles.flatMap((circle) => {
    const me = memberOf(circle, mine);
    return me ? [{ circle, me }] : [];
  });
  const ids = here.filter(({ circle }) => circle.state === 'formed').flatMap(({ circle }) => joinedIn(circle));
  const people = new Map((ids.length > 0 ? await tx.participations.all(ids) : []).map((one) => [one.id, one.personId]));
  return here.flatMap(({ circle, me }) => {
    const others = joinedIn(circle).filter((id) => id !== me.participationId);
    return homeLines(
      circle,
      me.answer,
      civilIn(circle.expiresAt, actor.timeZone),
      others.map((id) => people.get(id)).filter((id) => id !== undefined),
    );
  });
}
