// A workspace of Slack that has a programme with pairs already, for what is about the days after sign-up.

import type { Ids } from '../../../src/ports.ts';
import type { Store } from '../../../src/runtime/store/store.ts';
import { civilOf, type Instant } from '../../../src/time.ts';
import { type Arranged, arrange } from '../../faults/arrange.ts';

export interface PairsInSlack extends Arranged {
  /** By pair: the Slack ids of the mentee and the mentor. */
  readonly members: readonly (readonly [string, string])[];
}

export interface Arranging {
  readonly store: Store;
  readonly ids: Ids;
  readonly now: Instant;
  readonly teamId: string;
  /** Two coordinators, then the mentee and the mentor of each pair, by their Slack ids. */
  readonly slackIds: readonly string[];
}

export async function pairsInSlack({ store, ids, now, teamId, slackIds }: Arranging): Promise<PairsInSlack> {
  const count = (slackIds.length - 2) / 2;
  const arranged = await arrange(store, ids, now, count);
  const { tenantId } = arranged;
  // Accounts were made in this very order.
  await store.prisma.$executeRawUnsafe(
    `UPDATE "Account" a SET "platform" = 'slack', "externalId" = s."slackId", "conversation" = NULL
       FROM (SELECT "id", ($2::text[])[row_number() OVER (ORDER BY "id")] AS "slackId" FROM "Account" WHERE "tenantId" = $1) s
      WHERE a."tenantId" = $1 AND a."id" = s."id"`,
    ...[tenantId, slackIds],
  );
  await store.prisma.door.create({ data: { platform: 'slack', externalId: teamId, tenantId } });
  const members = Array.from({ length: count }, (_, n) => [slackIds[2 + 2 * n] ?? '', slackIds[3 + 2 * n] ?? ''] as const);
  return { ...arranged, members };
}

/** Asks both members of these pairs whether they have met: as a decision, so that the question comes at any hour of any day. */
export async function askNow({ store, ids }: Pick<Arranging, 'store' | 'ids'>, tenantId: string, pairIds: readonly string[]): Promise<void> {
  await store.change(tenantId, async (tx) => {
    for (const pair of await tx.pairs.all(pairIds)) {
      const asked = (await tx.participations.all([pair.menteeId, pair.mentorId])).map(({ personId }) => personId);
      const checkin = { id: ids.next(), pairId: pair.id, number: 1, sinceOn: civilOf('2026-01-01'), dueAt: pair.startedAt, asked } as const;
      tx.checkins.put({ ...checkin, state: 'open', answer: null, answeredBy: null, answeredAt: null });
      for (const [person = '', partner = ''] of [asked, asked.toReversed()]) {
        const args = { checkin: checkin.id, partner, at: checkin.dueAt };
        tx.post({ to: { person }, template: 'meetings.ask', args, kind: 'decision', topic: `checkin:${checkin.id}` });
      }
    }
  });
}
