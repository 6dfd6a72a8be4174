// What a person is shown of the gatherings of a day that they are invited to: loaded in a constant number of queries.

import type { TermChoice } from '../../bot/texts/terms.ts';
import type { Actor } from '../people/index.ts';
import type { Cohort } from '../programme/index.ts';
import type { Tx } from '../store.ts';
import type { Gathering, Invitation } from './gathering.ts';
import { zoneOf } from './place.ts';
import { cohortsOf } from './rules.ts';
import { lineOf } from './seats.ts';

export interface Seen {
  readonly invitation: Invitation;
  readonly gathering: Gathering;
  /** All whose gathering it is. */
  readonly cohorts: readonly Cohort[];
  /** Place in the waiting line, from 1. */
  readonly line: number | null;
}

interface Sight {
  readonly seen: readonly Seen[];
  /** The organisation's. */
  readonly timeZone: string;
  readonly terms: TermChoice | undefined;
}

/** The reader's own among these invitations, in the order of the day. */
export async function sightOf(tx: Tx, reader: Pick<Actor, 'personId'>, invitations: readonly Invitation[]): Promise<Sight> {
  const own = invitations.filter((one) => one.personId === reader.personId);
  const gatherings = new Map((await tx.gatherings.all([...new Set(own.map((one) => one.gatheringId))])).map((one) => [one.id, one]));
  const cohorts = new Map((await tx.cohorts.all([...new Set([...gatherings.values()].flatMap(cohortsOf))])).map((one) => [one.id, one]));
  const lines = await linesOf(tx, own);
  const seen = own.flatMap((invitation): Seen[] => {
    const gathering = gatherings.get(invitation.gatheringId);
    if (!gathering) return [];
    const place = (lines.get(gathering.id) ?? []).findIndex((one) => one.id === invitation.id);
    return [{ invitation, gathering, cohorts: cohortsOf(gathering).flatMap((id) => cohorts.get(id) ?? []), line: place < 0 ? null : place + 1 }];
  });
  const [first] = cohorts.values();
  const programme = first && (await tx.programmes.get(first.programmeId));
  return { seen: seen.sort((a, b) => a.gathering.startsAt - b.gathering.startsAt), timeZone: await zoneOf(tx), terms: programme?.terms };
}

async function linesOf(tx: Tx, own: readonly Invitation[]): Promise<ReadonlyMap<string, readonly Invitation[]>> {
  const gatheringId = own.filter((one) => one.answer === 'waiting').map((one) => one.gatheringId);
  const waiting = gatheringId.length > 0 ? await tx.invitations.find({ gatheringId, answer: 'waiting' }) : [];
  return new Map(gatheringId.map((id) => [id, lineOf(waiting.filter((one) => one.gatheringId === id))]));
}

/** `a,b`, as messages and buttons carry them. */
export function idsIn(list: string | number | undefined): string[] {
  return String(list ?? '').split(',');
}
