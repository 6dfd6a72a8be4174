// Where a person stands, gathered once for the home page.

import { civilIn } from '../calendar/index.ts';
import { type MyPair, pairsOf } from '../cycle/index.ts';
import { type Mine, mineNow, mustReadNotice, type Participation, playsAs, type Side } from '../orientation/index.ts';
import type { Context } from '../store.ts';
import type { Civil } from '../../time.ts';

export interface Standing {
  readonly today: Civil;
  readonly pairs: readonly MyPair[];
  /** The stages that the programme of a cohort uses, by cohort id. */
  readonly stages: ReadonlyMap<string, readonly number[]>;
  /** Begun, or prepared by a coordinator, and not sent in. */
  readonly drafts: readonly Place[];
  /** Sent in, and still without somebody on one side. */
  readonly waiting: readonly Place[];
  /** For the completeness of a draft. */
  readonly email: string | null;
}

export interface Place {
  readonly participation: Participation;
  readonly cohort: Mine['start']['cohort'];
  readonly unread: boolean;
}

export async function standingOf(context: Context): Promise<Standing> {
  const { tx, actor, now } = context;
  const today = civilIn(now, actor.timeZone);
  if (actor.participations.length === 0) return { today, pairs: [], stages: new Map(), drafts: [], waiting: [], email: null };
  const pairs = await pairsOf(tx, actor.personId);
  const mine = await mineNow(context);
  const rows = new Map((await tx.participations.all(mine.map((one) => one.participation.id))).map((row) => [row.id, row]));
  const places = mine.flatMap(({ participation, start }): Place[] => {
    const row = rows.get(participation.id);
    return row ? [{ participation: row, cohort: start.cohort, unread: mustReadNotice(row) }] : [];
  });
  const drafts = places.filter((place) => place.participation.state === 'draft');
  const person = drafts.length > 0 ? await tx.people.get(actor.personId) : null;
  return {
    today,
    pairs,
    stages: new Map(mine.map(({ start }) => [start.cohort.id, start.programme.settings.stages])),
    drafts,
    waiting: places.filter((place) => place.participation.state === 'ready' && lacksSomebody(place.participation, pairs)),
    email: person?.email ?? null,
  };
}

/** Whoever takes part as both waits until each side has found somebody. */
export function lacksSomebody(participation: Participation, pairs: readonly MyPair[]): boolean {
  const paired: readonly Side[] = pairs.filter((one) => one[one.mine].id === participation.id).map((one) => one.mine);
  return (['mentee', 'mentor'] as const).some((side) => playsAs(participation.role, side) && !paired.includes(side));
}
