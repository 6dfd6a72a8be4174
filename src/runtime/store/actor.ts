// Whoever acts or reads, with all that permission depends on, in one query: and what was answered when the event came before.

import type { Reply } from '../../bot/actions/dispatch.ts';
import type { Actor } from '../../mentoring/people/actor.ts';
import type { Secrets } from '../../ports.ts';
import type { Prisma } from './generated/client.ts';
import { replyPurpose } from './unit.ts';

const ACTOR = `
  p."id" AS "personId", p."name", p."language", p."timeZone",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('programmeId', g."programmeId", 'role', g."role", 'terms', pg."terms") ORDER BY g."id"), '[]')
     FROM "Grant" g JOIN "Programme" pg ON pg."tenantId" = g."tenantId" AND pg."id" = g."programmeId"
    WHERE g."tenantId" = p."tenantId" AND g."personId" = p."id") AS "grants",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x."id", 'cohortId', x."cohortId", 'programmeId', c."programmeId", 'role', x."role", 'state', x."state", 'terms', px."terms") ORDER BY x."id"), '[]')
     FROM "Participation" x
     JOIN "Cohort" c ON c."tenantId" = x."tenantId" AND c."id" = x."cohortId"
     JOIN "Programme" px ON px."tenantId" = c."tenantId" AND px."id" = c."programmeId"
    WHERE x."tenantId" = p."tenantId" AND x."personId" = p."id") AS "participations"`;

type Spoken<T> = T & { readonly terms: Actor['terms'] };

interface ActorRow {
  readonly personId: string | null;
  readonly name: string;
  readonly language: Actor['language'];
  readonly timeZone: string;
  readonly grants: readonly Spoken<Actor['grants'][number]>[];
  readonly participations: readonly Spoken<Actor['participations'][number]>[];
}

export interface Arrival {
  readonly actor: Actor | null;
  readonly earlier: Reply | null;
}

/** By account, with the answer given earlier to the same event or form of the same person. */
export async function arrive(
  client: Prisma.TransactionClient,
  secrets: Secrets,
  on: { readonly tenantId: string; readonly platform: string; readonly externalId: string; readonly eventId: string; readonly formId: string | null },
): Promise<Arrival> {
  const [row] = await client.$queryRawUnsafe<(ActorRow & { earlier: { outcome: Reply['kind']; reply: string | null } | null })[]>(
    `SELECT ${ACTOR},
       (SELECT jsonb_build_object('outcome', e."outcome", 'reply', e."reply") FROM "Event" e
         WHERE e."tenantId" = $1 AND (e."id" = $4 OR e."formId" = $5) AND e."personId" = p."id" LIMIT 1) AS "earlier"
     FROM "Account" a JOIN "Person" p ON p."tenantId" = a."tenantId" AND p."id" = a."personId" AND p."leftAt" IS NULL
     WHERE a."tenantId" = $1 AND a."platform" = $2 AND a."externalId" = $3`,
    ...[on.tenantId, on.platform, on.externalId, on.eventId, on.formId],
  );
  const earlier = row?.earlier;
  return { actor: actorOf(on.tenantId, row), earlier: earlier ? openReply(secrets, on.tenantId, earlier) : null };
}

/** By person, for the one who is about to read a message. */
export async function readerOf(client: Prisma.TransactionClient, tenantId: string, personId: string): Promise<Actor | null> {
  const [row] = await client.$queryRawUnsafe<ActorRow[]>(
    `SELECT ${ACTOR} FROM "Person" p WHERE p."tenantId" = $1 AND p."id" = $2 AND p."leftAt" IS NULL`,
    tenantId,
    personId,
  );
  return actorOf(tenantId, row);
}

function actorOf(tenantId: string, row: ActorRow | undefined): Actor | null {
  if (!row?.personId) return null;
  const { personId, name, language, timeZone, grants, participations } = row;
  const terms = participations.at(-1)?.terms ?? grants[0]?.terms ?? {};
  return {
    ...{ tenantId, personId, name, language, timeZone, terms },
    grants: grants.map(({ terms: _terms, ...grant }) => grant),
    participations: participations.map(({ terms: _terms, ...participation }) => participation),
  };
}

function openReply(secrets: Secrets, tenantId: string, earlier: { outcome: Reply['kind']; reply: string | null }): Reply {
  if (earlier.reply === null) return { kind: earlier.outcome };
  return JSON.parse(secrets.open(earlier.reply, replyPurpose(tenantId))) as Reply;
}
