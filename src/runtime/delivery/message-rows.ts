// The message table as delivery sees it: what waits, what is at hand, what became of it.

import { type Instant, instantOf, isoOf } from '../../time.ts';
import type { Message, PrismaClient } from '../store/generated/client.ts';
import { together } from '../together.ts';

export interface Conversation {
  readonly tenantId: string;
  readonly conversation: string;
}

export type Row = Pick<Message, 'tenantId' | 'id' | 'conversation' | 'template' | 'kind' | 'topic' | 'mode' | 'attempts' | 'ref' | 'fault'> & {
  readonly args: Readonly<Record<string, string | number>>;
};

/** What comes next in a conversation, with all that must be known before it is drawn. */
export type Next = Row & {
  /** Of its reader, or of the organisation for a channel. */
  readonly timeZone: string | null;
  /** Where holidays are kept anywhere in the organisation; asked for nudges alone. */
  readonly regions: readonly string[];
  /** The last nudge of the conversation, where this is one. */
  readonly lastNudge: Date | null;
  /** How often its topic has asked to be drawn anew. */
  readonly refreshes: number;
};

/** What became of a message that was at hand. */
export type Mark =
  | { readonly state: 'sent'; readonly ref: string | null; readonly at: Instant }
  | { readonly state: 'waiting'; readonly notBefore: Instant; readonly fault: string }
  | { readonly state: 'dead' | 'unsure'; readonly fault: string }
  | { readonly state: 'dropped' };

const SELECT = {
  tenantId: true,
  id: true,
  conversation: true,
  template: true,
  args: true,
  kind: true,
  topic: true,
  mode: true,
  attempts: true,
  ref: true,
  fault: true,
} as const;

export type MessageRows = ReturnType<typeof messageRows>;

export function messageRows(prisma: PrismaClient) {
  /**
   * Nothing, while a message of the conversation is at hand anywhere, or while an earlier one waits to be tried again:
   * what follows must not overtake it. A nudge put off to the morning holds up nobody.
   */
  const next = together(async (all: readonly (Conversation & { readonly now: string })[]): Promise<(Next | null)[]> => {
    const rows = await prisma.$queryRaw<(Next & { readonly asked: number })[]>`
      SELECT c."asked", m.*,
             CASE WHEN m."conversation" LIKE 'person:%' THEN (SELECT p."timeZone" FROM "Person" p WHERE p."tenantId" = m."tenantId" AND p."id" = substr(m."conversation", 8))
                  ELSE (SELECT o."timeZone" FROM "Organisation" o WHERE o."tenantId" = m."tenantId" AND o."id" = m."tenantId") END AS "timeZone",
             CASE WHEN m."kind" = 'nudge' THEN (SELECT coalesce(jsonb_agg(y."plan" ->> 'holidays'), '[]') FROM "Year" y
                  WHERE y."tenantId" = m."tenantId" AND y."state" = 'published') ELSE '[]' END AS "regions",
             CASE WHEN m."kind" = 'nudge' THEN (SELECT max(l."sentAt") FROM "Message" l WHERE l."tenantId" = m."tenantId" AND l."conversation" = m."conversation"
                  AND l."kind" = 'nudge' AND l."state" = 'sent' AND l."sentAt" <= c."now") END AS "lastNudge",
             (SELECT count(*)::int FROM "Message" r WHERE r."tenantId" = m."tenantId" AND r."topic" = m."topic" AND r."mode" = 'refresh') AS "refreshes"
        FROM jsonb_to_recordset(${numbered(all)}::text::jsonb) AS c("asked" int, "tenantId" text, "conversation" text, "now" timestamptz)
       CROSS JOIN LATERAL (
         SELECT m."tenantId", m."id", m."conversation", m."template", m."args", m."kind", m."topic", m."mode", m."attempts", m."ref", m."fault" FROM "Message" m
          WHERE m."tenantId" = c."tenantId" AND m."conversation" = c."conversation" AND m."state" = 'waiting' AND m."notBefore" <= c."now"
            AND NOT EXISTS (SELECT 1 FROM "Message" e WHERE e."tenantId" = m."tenantId" AND e."conversation" = m."conversation"
              AND (e."state" = 'sending' OR (e."state" = 'waiting' AND e."attempts" > 0 AND e."seq" < m."seq" AND e."notBefore" > c."now")))
          ORDER BY m."seq" LIMIT 1) m`;
    const found = new Map(rows.map(({ asked, ...row }) => [asked, row]));
    return all.map((_, index) => found.get(index) ?? null);
  });

  /**
   * Takes a message in hand: of all that try, one succeeds. The lease runs by the database's clock, which all processes
   * share. Not where it has become another conversation's since: it was drawn for somebody who has become another.
   * Found by their key, in its order, so that two processes never wait for each other.
   */
  const claim = together(async (all: readonly Row[]): Promise<boolean[]> => {
    const [tenants, ids] = [new Set(all.map(({ tenantId }) => tenantId)), all.map(({ id }) => id)];
    const rows = await prisma.$queryRaw<{ tenantId: string; id: string }[]>`
      UPDATE "Message" SET "state" = 'sending', "attempts" = "attempts" + 1, "claimedAt" = now()
       WHERE "tenantId" = ANY(string_to_array(${[...tenants].join(' ')}, ' ')) AND "id" = ANY(string_to_array(${ids.join(' ')}, ' ')) AND "state" = 'waiting'
         AND concat_ws(' ', "tenantId", "id", "attempts", "conversation") = ANY(string_to_array(${all.map(claimWords).join('\n')}, chr(10)))
      RETURNING "tenantId", "id"`;
    const mine = new Set(rows.map(keyWords));
    return all.map((row) => mine.delete(keyWords(row)));
  });

  /**
   * Also where the lease had run out meanwhile: what was seen to happen is better than what was feared. Not where
   * somebody has tried again since.
   */
  const marked = together(async (all: readonly { readonly row: Row; readonly mark: Mark }[]): Promise<void[]> => {
    const marks = all.map(({ row: { tenantId, id, attempts }, mark }) => ({
      ...{ tenantId, id, attempts, state: mark.state, fault: 'fault' in mark ? mark.fault : null },
      ...(mark.state === 'sent' ? { ref: mark.ref, sentAt: isoOf(mark.at) } : {}),
      ...(mark.state === 'waiting' ? { notBefore: isoOf(mark.notBefore) } : {}),
    }));
    await prisma.$executeRaw`
      UPDATE "Message" t SET "state" = v."state", "fault" = coalesce(v."fault", t."fault"), "notBefore" = coalesce(v."notBefore", t."notBefore"),
             "sentAt" = coalesce(v."sentAt", t."sentAt"), "ref" = CASE WHEN v."state" = 'sent' THEN v."ref" ELSE t."ref" END
        FROM jsonb_to_recordset(${JSON.stringify(marks)}::text::jsonb) AS v("tenantId" text, "id" text, "attempts" int, "state" text, "fault" text, "ref" text,
             "sentAt" timestamptz, "notBefore" timestamptz)
       WHERE t."tenantId" = v."tenantId" AND t."id" = v."id" AND t."attempts" = v."attempts"`;
    return all.map(() => undefined);
  });

  const refreshes = together(async (all: readonly Pick<Row, 'tenantId' | 'topic'>[]): Promise<number[]> => {
    const rows = await prisma.$queryRaw<{ asked: number; count: number }[]>`
      SELECT c."asked", (SELECT count(*)::int FROM "Message" r WHERE r."tenantId" = c."tenantId" AND r."topic" = c."topic" AND r."mode" = 'refresh') AS "count"
        FROM jsonb_to_recordset(${numbered(all)}::text::jsonb) AS c("asked" int, "tenantId" text, "topic" text)`;
    const found = new Map(rows.map(({ asked, count }) => [asked, count]));
    return all.map((_, index) => found.get(index) ?? 0);
  });

  return {
    /** Of the calendars that the reader of a conversation has a part in. */
    async regionsOf({ tenantId, conversation }: Conversation): Promise<readonly string[]> {
      const subject = conversation.slice(conversation.indexOf(':') + 1);
      const rows = await prisma.$queryRaw<{ region: string }[]>`
        SELECT DISTINCT y."plan" ->> 'holidays' AS "region" FROM "Year" y
         WHERE y."tenantId" = ${tenantId} AND y."state" = 'published' AND y."id" IN (
           SELECT x."cohortId" FROM "Participation" x WHERE x."tenantId" = ${tenantId} AND x."state" <> 'withdrawn' AND x."personId" = ${subject}
            UNION ALL SELECT o."id" FROM "Cohort" o JOIN "Grant" g ON g."tenantId" = o."tenantId" AND g."programmeId" = o."programmeId"
                       WHERE o."tenantId" = ${tenantId} AND g."personId" = ${subject}
            UNION ALL SELECT ${subject}::text)`;
      return rows.map(({ region }) => region);
    },

    /** Conversations in which something waits that is due, the longest waiting first. */
    waiting: (now: Instant, tenantId?: string): Promise<Conversation[]> =>
      prisma.$queryRaw<Conversation[]>`
        SELECT "tenantId", "conversation" FROM "Message"
         WHERE "state" = 'waiting' AND "notBefore" <= ${dateOf(now)} AND "tenantId" = coalesce(${tenantId ?? null}, "tenantId")
         GROUP BY "tenantId", "conversation" ORDER BY min("seq")`,

    next: (conversation: Conversation, now: Instant): Promise<Next | null> => next({ ...conversation, now: isoOf(now) }),

    async claim(row: Row): Promise<Row | null> {
      return (await claim(row)) ? { ...row, attempts: row.attempts + 1 } : null;
    },

    /** Puts a message off that was not tried yet. */
    async postpone(row: Row, until: Instant): Promise<void> {
      await prisma.message.updateMany({ where: { ...keyOf(row), state: 'waiting', attempts: row.attempts }, data: { notBefore: dateOf(until) } });
    },

    mark: (row: Row, mark: Mark): Promise<void> => marked({ row, mark }),

    /** Messages whose process is gone: in hand for longer than the lease. */
    abandoned: (leaseMs: number): Promise<Row[]> =>
      prisma.$queryRaw<Row[]>`
        SELECT "tenantId", "id", "conversation", "template", "args", "kind", "topic", "mode", "attempts", "ref", "fault" FROM "Message"
         WHERE "state" = 'sending' AND "claimedAt" <= now() - make_interval(secs => ${leaseMs / 1000}::float8) ORDER BY "seq" LIMIT 1000`,

    /** Where a topic was told. */
    async sentOf(tenantId: string, topic: string): Promise<Row[]> {
      const rows = await prisma.message.findMany({
        where: { tenantId, topic, mode: 'post', state: 'sent', ref: { not: null } },
        select: SELECT,
        orderBy: { seq: 'asc' },
      });
      return rows as unknown as Row[];
    },

    /** How often a topic has asked to be drawn anew. */
    refreshes: ({ tenantId, topic }: Pick<Row, 'tenantId' | 'topic'>): Promise<number> => refreshes({ tenantId, topic }),

    /** When the next timer or message falls due after `now`. */
    async dueAfter(now: Instant): Promise<Instant | null> {
      const [row] = await prisma.$queryRaw<{ next: Date | null }[]>`
        SELECT least((SELECT min("dueAt") FROM "Timer" WHERE "dueAt" > ${dateOf(now)}),
                     (SELECT min("notBefore") FROM "Message" WHERE "state" = 'waiting' AND "notBefore" > ${dateOf(now)})) AS "next"`;
      return row?.next ? instantOf(row.next) : null;
    },
  };
}

/** As JSON, each with its place. */
function numbered(all: readonly object[]): string {
  return JSON.stringify(all.map((one, asked) => ({ ...one, asked })));
}

function claimWords({ tenantId, id, attempts, conversation }: Row): string {
  return [tenantId, id, attempts, conversation].join(' ');
}

function keyWords({ tenantId, id }: Pick<Row, 'tenantId' | 'id'>): string {
  return `${tenantId}/${id}`;
}

function keyOf({ tenantId, id }: Row): { tenantId: string; id: string } {
  return { tenantId, id };
}

function dateOf(at: Instant): Date {
  return new Date(at);
}
