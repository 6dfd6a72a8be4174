// Where a person stands, gathered once for the home page.

import { civilIn } from '../calendar/index.ts';
import { type Pair, STAGES, type StageCalendar } from '../cycle/index.ts';
import { type Mine, mineNow, mustReadNotice, type Participation, playsAs, type Side } from '../orientation/index.ts';
import type { Actor } from '../people/index.ts';
import type { Context, Tx } from '../store.ts';
import type { Civil } from '../../time.ts';
import { stagesOf } from '../year/index.ts';

export interface Standing {
  readonly today: Civil;
  readonly pairs: readonly MyPair[];
  /** The stages that the programme of a cohort uses, by cohort id. */
  readonly stages: ReadonlyMap<string, readonly number[]>;
  /** The published calendars of the cohorts of my pairs, by cohort id. */
  readonly calendars: ReadonlyMap<string, StageCalendar>;
  /** Begun, or prepared by a coordinator, and not sent in. */
  readonly drafts: readonly Place[];
  /** Sent in, and still without somebody on one side. */
  readonly waiting: readonly Place[];
  /** For the completeness of a draft. */
  readonly email: string | null;
}

export interface MyPair {
  readonly pair: Pair;
  readonly mine: Side;
  readonly partnerId: string;
}

export interface Place {
  readonly participation: Participation;
  readonly cohort: Mine['start']['cohort'];
  /** The notice has not been read yet. */
  readonly unread: boolean;
}

/** At most six queries. */
export async function standingOf(context: Context): Promise<Standing> {
  const { tx, actor, now } = context;
  const today = civilIn(now, actor.timeZone);
  if (actor.participations.length === 0) return { today, pairs: [], stages: new Map(), calendars: new Map(), drafts: [], waiting: [], email: null };
  const { pairs, rows } = await pairsAndRows(tx, actor);
  const mine = await mineNow(context);
  const places = mine.flatMap(({ participation, start }): Place[] => {
    const row = rows.get(participation.id);
    return row ? [{ participation: row, cohort: start.cohort, unread: mustReadNotice(row) }] : [];
  });
  const drafts = places.filter((place) => place.participation.state === 'draft');
  const stages = new Map(mine.map(({ start }) => [start.cohort.id, start.programme.settings.stages]));
  const person = drafts.length > 0 ? await tx.people.get(actor.personId) : null;
  return {
    today,
    pairs,
    stages,
    calendars: await calendarsOf(tx, pairs, stages),
    drafts,
    waiting: places.filter(({ participation }) => participation.state === 'ready' && lacksSomebody(participation, pairs)),
    email: person?.email ?? null,
  };
}

async function calendarsOf(tx: Tx, pairs: readonly MyPair[], used: Standing['stages']): Promise<Standing['calendars']> {
  const years = pairs.length === 0 ? [] : await tx.years.all([...new Set(pairs.map(({ pair }) => pair.cohortId))]);
  return new Map(
    years.flatMap((year) => {
      const calendar = stagesOf(year, used.get(year.id) ?? STAGES);
      return calendar ? [[year.id, calendar] as const] : [];
    }),
  );
}

/** The actor's pairs, oldest first, and the participations of all in them and of the actor; two queries. */
async function pairsAndRows(tx: Tx, actor: Actor): Promise<{ pairs: readonly MyPair[]; rows: ReadonlyMap<string, Participation> }> {
  const own = new Set(actor.participations.map((one) => one.id));
  const cohortId = [...new Set(actor.participations.map((one) => one.cohortId))];
  const found = (await tx.pairs.find({ cohortId, state: 'active' }, { by: 'startedAt' })).filter((pair) => own.has(pair.menteeId) || own.has(pair.mentorId));
  const ids = [...own, ...found.flatMap((pair) => [pair.menteeId, pair.mentorId])];
  const rows = new Map((await tx.participations.all([...new Set(ids)])).map((row) => [row.id, row]));
  const pairs = found.flatMap((pair): MyPair[] => {
    const mine = own.has(pair.menteeId) ? 'mentee' : 'mentor';
    const partner = rows.get(mine === 'mentee' ? pair.mentorId : pair.menteeId);
    return partner ? [{ pair, mine, partnerId: partner.personId }] : [];
  });
  return { pairs, rows };
}

/** Whoever takes part as both waits until each side has found somebody. */
export function lacksSomebody(participation: Pick<Participation, 'id' | 'role'>, pairs: readonly MyPair[]): boolean {
  const paired = pairs.filter(({ pair, mine }) => (mine === 'mentee' ? pair.menteeId : pair.mentorId) === participation.id).map(({ mine }) => mine);
  return (['mentee', 'mentor'] as const).some((side) => playsAs(participation.role, side) && !paired.includes(side));
}
