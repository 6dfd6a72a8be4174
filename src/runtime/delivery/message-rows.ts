// The message table as delivery sees it: what waits, what is at hand, what became of it.

import { type Instant, instantOf } from '../../time.ts';
import type { Message, PrismaClient } from '../store/generated/client.ts';

export interface Conversation {
  readonly tenantId: string;
  readonly conversation: string;
}

export type Row = Pick<Message, 'tenantId' | 'id' | 'conversation' | 'template' | 'kind' | 'topic' | 'mode' | 'attempts' | 'ref' | 'fault'> & {
  readonly args: Readonly<Record<string, string | number>>;
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
  return {
    /** Conversations in which something waits that is due, the longest waiting first. */
    waiting: (now: Instant, tenantId?: string): Promise<Conversation[]> =>
      prisma.$queryRaw<Conversation[]>`
        SELECT "tenantId", "conversation" FROM "Message"
         WHERE "state" = 'waiting' AND "notBefore" <= ${dateOf(now)} AND "tenantId" = coalesce(${tenantId ?? null}, "tenantId")
         GROUP BY "tenantId", "conversation" ORDER BY min("seq")`,

    /**
     * What comes next in a conversation. Nothing, while a message of it is at hand anywhere, or while an earlier one
     * waits to be tried again: what follows must not overtake it. A nudge put off to the morning holds up nobody.
     */
    async next({ tenantId, conversation }: Conversation, now: Instant): Promise<Row | null> {
      const [row] = await prisma.$queryRaw<Row[]>`
        SELECT "tenantId", "id", "conversation", "template", "args", "kind", "topic", "mode", "attempts", "ref", "fault" FROM "Message" m
         WHERE m."tenantId" = ${tenantId} AND m."conversation" = ${conversation} AND m."state" = 'waiting' AND m."notBefore" <= ${dateOf(now)}
           AND NOT EXISTS (SELECT 1 FROM "Message" e WHERE e."tenantId" = m."tenantId" AND e."conversation" = m."conversation"
             AND (e."state" = 'sending' OR (e."state" = 'waiting' AND e."attempts" > 0 AND e."seq" < m."seq" AND e."notBefore" > ${dateOf(now)})))
         ORDER BY m."seq" LIMIT 1`;
      return row ?? null;
    },

    /**
     * Takes a message in hand: of all that try, one succeeds. The lease runs by the database's clock, which all processes
     * share. Not where it has become another conversation's since: it was drawn for somebody who has become another.
     */
    async claim(row: Row): Promise<Row | null> {
      const claimed = await prisma.$executeRaw`
        UPDATE "Message" SET "state" = 'sending', "attempts" = "attempts" + 1, "claimedAt" = now()
         WHERE "tenantId" = ${row.tenantId} AND "id" = ${row.id} AND "state" = 'waiting' AND "attempts" = ${row.attempts}
           AND "conversation" = ${row.conversation}`;
      return claimed === 1 ? { ...row, attempts: row.attempts + 1 } : null;
    },

    /** Puts a message off that was not tried yet. */
    async postpone(row: Row, until: Instant): Promise<void> {
      await prisma.message.updateMany({ where: { ...keyOf(row), state: 'waiting', attempts: row.attempts }, data: { notBefore: dateOf(until) } });
    },

    /**
     * Also where the lease had run out meanwhile: what was seen to happen is better than what was feared. Not where
     * somebody has tried again since.
     */
    async mark(row: Row, mark: Mark): Promise<void> {
      const data = {
        state: mark.state,
        ...('fault' in mark ? { fault: mark.fault } : {}),
        ...(mark.state === 'sent' ? { ref: mark.ref, sentAt: dateOf(mark.at) } : {}),
        ...(mark.state === 'waiting' ? { notBefore: dateOf(mark.notBefore) } : {}),
      };
      await prisma.message.updateMany({ where: { ...keyOf(row), attempts: row.attempts }, data });
    },

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
    refreshes: ({ tenantId, topic }: Row): Promise<number> => prisma.message.count({ where: { tenantId, topic, mode: 'refresh' } }),

    async lastNudge({ tenantId, conversation }: Conversation, now: Instant): Promise<Instant | null> {
      const where = { tenantId, conversation, kind: 'nudge', state: 'sent', sentAt: { lte: dateOf(now) } };
      const found = await prisma.message.aggregate({ where, _max: { sentAt: true } });
      return found._max.sentAt === null ? null : instantOf(found._max.sentAt);
    },

    /** When the next timer or message falls due after `now`. */
    async dueAfter(now: Instant): Promise<Instant | null> {
      const [row] = await prisma.$queryRaw<{ next: Date | null }[]>`
        SELECT least((SELECT min("dueAt") FROM "Timer" WHERE "dueAt" > ${dateOf(now)}),
                     (SELECT min("notBefore") FROM "Message" WHERE "state" = 'waiting' AND "notBefore" > ${dateOf(now)})) AS "next"`;
      return row?.next ? instantOf(row.next) : null;
    },
  };
}

function keyOf({ tenantId, id }: Row): { tenantId: string; id: string } {
  return { tenantId, id };
}

function dateOf(at: Instant): Date {
  return new Date(at);
}
