// One press says for both how a pair meeting went, and where the pages find it (Q13).

import { z } from 'zod';
import { choice, id } from '../../../bot/actions/fields.ts';
import { done } from '../../../bot/actions/outcome.ts';
import type { Block } from '../../../bot/views/view.ts';
import type { Civil } from '../../../time.ts';
import { plusDays } from '../../calendar/index.ts';
import { type Context, define, type Tx } from '../../store.ts';
import { isMember, type Mine } from '../mine.ts';
import { ASKED_FOR, type PairMeeting, SAYINGS, windowTopic } from './window.ts';
import { isAsked } from './due.ts';
import { windowBlocks } from './views.ts';

export const window = define({
  name: 'meetings.window',
  version: 1,
  input: z.object({ meeting: id(), said: choice(SAYINGS) }),
  async subject({ tx }, input) {
    const meeting = await tx.meetings.get(input.meeting);
    const pair = meeting && meeting.number > 0 ? await tx.pairs.get(meeting.pairId) : null;
    return meeting && pair && { meeting, pair };
  },
  may: (actor, { pair }) => isMember(actor, pair) && pair.state === 'active',
  async run({ tx, actor, now }, { said }, { meeting }) {
    if (meeting.state === said) return done();
    tx.meetings.put({ ...meeting, state: said, saidBy: actor.personId, saidAt: now });
    tx.refresh(windowTopic(meeting));
    return done();
  },
});

/** For the home page: the pair meetings whose week is on, and those that nobody has said anything about. One query. */
export async function windowsOf({ tx, actor }: Context, mine: readonly Mine[], today: Civil): Promise<readonly Block[]> {
  if (mine.length === 0) return [];
  const pairId = mine.map(({ pair }) => pair.id);
  const rows = await tx.meetings.find({ pairId, number: { gte: 1 }, fromOn: { lte: today }, untilOn: { gte: plusDays(today, -ASKED_FOR) } }, { by: 'number' });
  return mine.flatMap(({ pair, partnerId }) => {
    const meeting = rows.findLast((row) => row.pairId === pair.id && isAsked(row, today));
    return meeting ? windowBlocks(meeting, { readerId: actor.personId, partnerId, after: today > meeting.untilOn }) : [];
  });
}

/** What became of a pair meeting in each of these pairs, as counts: coordinators see no more of it. */
interface WindowCounts {
  readonly held: number;
  readonly moved: number;
  readonly skipped: number;
  readonly unsaid: number;
}

/** Of several cohorts' pair meetings, in one query; `pairs` are the ids of the active pairs of each. */
export async function windowCounts(tx: Tx, weeks: readonly { readonly number: number; readonly pairs: readonly string[] }[]): Promise<readonly WindowCounts[]> {
  const pairId = weeks.flatMap((week) => week.pairs);
  const rows = pairId.length === 0 ? [] : await tx.meetings.find({ pairId, number: weeks.map((week) => week.number) });
  const said = new Map(rows.map((row) => [`${row.pairId}/${row.number}`, row.state]));
  return weeks.map(({ number, pairs }) => {
    const states = pairs.map((id): PairMeeting['state'] => said.get(`${id}/${number}`) ?? 'ahead');
    const count = (state: PairMeeting['state']) => states.filter((one) => one === state).length;
    return { held: count('held'), moved: count('moved'), skipped: count('skipped'), unsaid: count('ahead') };
  });
}
