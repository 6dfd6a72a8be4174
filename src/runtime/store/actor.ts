// Whoever acts or reads, in one query: the person, all that permission depends on, what was answered when the event came
// before, and the message that was pressed. The rows go into the unit of work, so that nobody need ask for them again.

import type { Reply } from '../../bot/actions/dispatch.ts';
import type { TermChoice } from '../../bot/texts/terms.ts';
import type { Actor } from '../../mentoring/people/actor.ts';
import type { Secrets } from '../../ports.ts';
import type { Prisma } from './generated/client.ts';
import { replyPurpose, type Unit } from './unit.ts';

const MINE = `"tenantId" = p."tenantId" AND x."personId" = p."id"`;
const ACTOR = `
  to_jsonb(p) AS "person",
  (SELECT coalesce(jsonb_agg(to_jsonb(x) ORDER BY x."id"), '[]') FROM "Grant" x WHERE x.${MINE}) AS "grants",
  (SELECT coalesce(jsonb_agg(to_jsonb(x) ORDER BY x."id"), '[]') FROM "Participation" x WHERE x.${MINE}) AS "participations",
  (SELECT coalesce(jsonb_agg(to_jsonb(c) ORDER BY c."id"), '[]') FROM "Cohort" c
    WHERE c."tenantId" = p."tenantId" AND c."id" IN (SELECT x."cohortId" FROM "Participation" x WHERE x.${MINE})) AS "cohorts",
  (SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m."id"), '[]') FROM "Programme" m
    WHERE m."tenantId" = p."tenantId" AND (m."id" IN (SELECT x."programmeId" FROM "Grant" x WHERE x.${MINE})
       OR m."id" IN (SELECT c."programmeId" FROM "Participation" x JOIN "Cohort" c ON c."tenantId" = x."tenantId" AND c."id" = x."cohortId" WHERE x.${MINE}))) AS "programmes"`;

type Stored = Readonly<Record<string, unknown>> & { readonly id: string };

interface ActorRow {
  readonly person: Stored & Pick<Actor, 'name' | 'language' | 'timeZone'> & Required<Pick<Actor, 'formerly'>>;
  readonly grants: readonly (Stored & Actor['grants'][number])[];
  readonly participations: readonly (Stored & Pick<Actor['participations'][number], 'cohortId' | 'role' | 'state'>)[];
  readonly cohorts: readonly (Stored & { readonly programmeId: string })[];
  readonly programmes: readonly (Stored & { readonly terms: TermChoice })[];
}

export interface Pressed {
  readonly template: string;
  readonly args: Readonly<Record<string, string | number>>;
}

export interface Arrival {
  readonly actor: Actor | null;
  readonly earlier: Reply | null;
  readonly pressed: Pressed | null;
}

export interface Arriving {
  readonly platform: string;
  readonly externalId: string;
  readonly eventId: string;
  readonly formId: string | null;
  readonly messageId: string | null;
}

/** By account, with the answer given earlier to the same event or form of the same person. */
export async function arrive(client: Prisma.TransactionClient, unit: Unit, secrets: Secrets, on: Arriving): Promise<Arrival> {
  const { tenantId } = unit.tx;
  const [row] = await client.$queryRawUnsafe<
    (ActorRow & { lost: string | null; earlier: { outcome: Reply['kind']; reply: string | null } | null; pressed: Pressed | null })[]
  >(
    `SELECT ${ACTOR}, CASE WHEN NOT a."reachable" THEN a."id" END AS "lost",
       (SELECT jsonb_build_object('outcome', e."outcome", 'reply', e."reply") FROM "Event" e
         WHERE e."tenantId" = $1 AND (e."id" = $4 OR e."formId" = $5) AND (e."personId" = p."id" OR jsonb_exists(p."formerly", e."personId")) LIMIT 1) AS "earlier",
       (SELECT jsonb_build_object('template', m."template", 'args', m."args") FROM "Message" m WHERE m."tenantId" = $1 AND m."id" = $6) AS "pressed"
     FROM "Account" a JOIN "Person" p ON p."tenantId" = a."tenantId" AND p."id" = a."personId" AND p."leftAt" IS NULL
     WHERE a."tenantId" = $1 AND a."platform" = $2 AND a."externalId" = $3`,
    ...[tenantId, on.platform, on.externalId, on.eventId, on.formId, on.messageId],
  );
  if (!row) return { actor: null, earlier: null, pressed: null };
  if (row.lost !== null) await foundAgain(unit, row.lost);
  return { actor: actorOf(unit, row), earlier: row.earlier && openReply(secrets, tenantId, row.earlier), pressed: row.pressed };
}

/** Whoever acts can be reached again, whatever the platform said before. */
async function foundAgain(unit: Unit, accountId: string): Promise<void> {
  const account = await unit.tx.accounts.get(accountId);
  if (account) unit.tx.accounts.put({ ...account, reachable: true });
}

/** By person, for those who are about to read a message; `null` for whoever has left. */
export async function readersOf(client: Prisma.TransactionClient, unit: Unit, personIds: readonly string[]): Promise<(Actor | null)[]> {
  const sql = `SELECT ${ACTOR} FROM "Person" p
    WHERE p."tenantId" = $1 AND p."id" IN (SELECT jsonb_array_elements_text($2::text::jsonb)) AND p."leftAt" IS NULL`;
  const rows = await client.$queryRawUnsafe<ActorRow[]>(sql, unit.tx.tenantId, JSON.stringify([...new Set(personIds)]));
  const actors = new Map(rows.map((row) => [row.person.id, actorOf(unit, row)]));
  return personIds.map((id) => actors.get(id) ?? null);
}

function actorOf(unit: Unit, { person, grants, participations, cohorts, programmes }: ActorRow): Actor {
  unit.know('people', [person]);
  unit.know('grants', grants);
  unit.know('participations', participations);
  unit.know('cohorts', cohorts);
  unit.know('programmes', programmes);
  const programmeOf = new Map(cohorts.map((cohort) => [cohort.id, cohort.programmeId]));
  const spoken = programmeOf.get(participations.at(-1)?.cohortId ?? '') ?? grants[0]?.programmeId;
  return {
    tenantId: unit.tx.tenantId,
    personId: person.id,
    formerly: person.formerly,
    name: person.name,
    language: person.language,
    timeZone: person.timeZone,
    terms: programmes.find((programme) => programme.id === spoken)?.terms ?? {},
    grants: grants.map(({ programmeId, role }) => ({ programmeId, role })),
    participations: participations.map(({ id, cohortId, role, state }) => ({ id, cohortId, programmeId: programmeOf.get(cohortId) ?? '', role, state })),
  };
}

function openReply(secrets: Secrets, tenantId: string, earlier: { outcome: Reply['kind']; reply: string | null }): Reply {
  if (earlier.reply === null) return { kind: earlier.outcome };
  return JSON.parse(secrets.open(earlier.reply, replyPurpose(tenantId))) as Reply;
}
