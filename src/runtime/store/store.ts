// The storage's three ways in: somebody acts, somebody reads, time has come. Each is one transaction of one organisation.

import type { Session, Sessions } from '../../bot/actions/dispatch.ts';
import type { Actor } from '../../mentoring/people/actor.ts';
import type { Tx } from '../../mentoring/store.ts';
import type { Clock, Ids, Secrets } from '../../ports.ts';
import { DAY, type Instant, instantOf, plus } from '../../time.ts';
import { together } from '../together.ts';
import { arrive, readersOf } from './actor.ts';
import type { Database } from './database.ts';
import { conflictFrom } from './faults.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { Unit } from './unit.ts';

export interface Reading {
  readonly tx: Tx;
  readonly actor: Actor | null;
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface DueBatch {
  readonly tenantId: string;
  readonly rule: string;
  readonly due: readonly { readonly subject: string; readonly dueAt: Instant }[];
}

export interface Store extends Sessions<Tx, Actor> {
  readonly prisma: PrismaClient;
  readonly database: Database;
  /** Changes made by nobody in particular: set-up, the sample, tests. */
  change<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A look into the storage, through the eyes of a person. Those who begin to look at the same moment look together. */
  read<T>(tenantId: string, personId: string | null, work: (reading: Reading) => Promise<T>): Promise<T>;
  /**
   * Takes the oldest rule that is due, with up to `most` of its timers, and runs it; the timers go in the same
   * transaction. Resolves to how many it took, 0 when nothing is due. Any number of processes may call it.
   */
  due(run: (tx: Tx, batch: DueBatch) => Promise<void>, now: Instant, most?: number): Promise<number>;
  /** When the next timer or waiting message falls due. */
  nextDue(): Promise<Instant | null>;
  /** Empties the answers kept for repeated events after a week: later than that no platform repeats one. */
  tidy(now: Instant): Promise<void>;
}

export function storeOf(database: Database, parts: { readonly secrets: Secrets; readonly ids: Ids; readonly clock: Clock }): Store {
  const { prisma } = database;
  const { secrets, ids, clock } = parts;
  const unitOf = (client: Prisma.TransactionClient, tenantId: string) => new Unit({ client, tenantId, secrets, ids, now: clock.now() });

  async function inTransaction<T>(work: (client: Prisma.TransactionClient) => Promise<T>): Promise<T> {
    try {
      return await prisma.$transaction(work);
    } catch (error) {
      throw conflictFrom(error);
    }
  }

  /** By organisation: what is read in it now. No transaction: each statement of one would see another moment as well. */
  const looks = new Map<string, { readonly tx: Tx; readonly actorOf: (personId: string) => Promise<Actor | null> }>();

  function lookInto(tenantId: string) {
    const begun = looks.get(tenantId);
    if (begun) return begun;
    const unit = new Unit({ client: prisma, tenantId, secrets, ids, now: clock.now(), shared: true });
    const look = { tx: unit.tx, actorOf: together((personIds: readonly string[]) => readersOf(prisma, unit, personIds)) };
    looks.set(tenantId, look);
    // Whoever comes later sees what is there later.
    setImmediate(() => looks.delete(tenantId));
    return look;
  }

  return {
    prisma,
    database,

    async act(on, work) {
      let refusal: { record: (unit: Unit) => void; result: unknown } | null = null;
      try {
        return await inTransaction(async (client) => {
          const unit = unitOf(client, on.tenantId);
          const { actor, earlier, pressed } = await arrive(client, unit, secrets, { ...on, ...on.caller });
          const recorded: ((unit: Unit) => void)[] = [];
          let discarded = false;
          const session: Session<Tx, Actor> = {
            ...{ tx: unit.tx, actor, earlier, pressed },
            names: (people) => namesOf(unit.tx, people),
            record: (event) => void recorded.push((into) => into.record(on.eventId, event)),
            discard: () => {
              discarded = true;
              unit.discard();
            },
          };
          const result = await work(session);
          for (const record of recorded) record(unit);
          if (discarded && unit.flushed) {
            refusal = { record: (into) => recorded.forEach((record) => record(into)), result };
            throw new TakenBack();
          }
          await unit.flush();
          return result;
        });
      } catch (error) {
        if (!(error instanceof TakenBack) || !refusal) throw error;
        const { record, result } = refusal as { record: (unit: Unit) => void; result: never };
        await inTransaction(async (client) => {
          const unit = unitOf(client, on.tenantId);
          record(unit);
          await unit.flush();
        });
        return result;
      }
    },

    change: (tenantId, work) =>
      inTransaction(async (client) => {
        const unit = unitOf(client, tenantId);
        const result = await work(unit.tx);
        await unit.flush();
        return result;
      }),

    async read(tenantId, personId, work) {
      const { tx, actorOf } = lookInto(tenantId);
      const actor = personId === null ? null : await actorOf(personId);
      return work({ tx, actor, names: (people) => namesOf(tx, people) });
    },

    async due(run, now, most = 500) {
      // Most looks find nothing: a transaction is opened where there is something to take.
      const some = await prisma.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM "Timer" WHERE "dueAt" <= $1 LIMIT 1`, new Date(now));
      if (some.length === 0) return 0;
      return inTransaction(async (client) => {
        const rows = await client.$queryRawUnsafe<{ tenantId: string; rule: string; subject: string; dueAt: Date }[]>(
          `SELECT t."tenantId", t."rule", t."subject", t."dueAt" FROM "Timer" t
             JOIN (SELECT "tenantId", "rule" FROM "Timer" WHERE "dueAt" <= $1 ORDER BY "dueAt", "tenantId", "rule" LIMIT 1 FOR UPDATE SKIP LOCKED) first
               ON t."tenantId" = first."tenantId" AND t."rule" = first."rule"
            WHERE t."dueAt" <= $1 ORDER BY t."dueAt", t."subject" LIMIT $2 FOR UPDATE OF t SKIP LOCKED`,
          ...[new Date(now), most],
        );
        const [first] = rows;
        if (!first) return 0;
        const unit = unitOf(client, first.tenantId);
        const due = rows.map((row) => ({ subject: row.subject, dueAt: instantOf(row.dueAt) }));
        await run(unit.tx, { tenantId: first.tenantId, rule: first.rule, due });
        for (const { subject } of due) unit.spend(first.rule, subject);
        await unit.flush();
        return rows.length;
      });
    },

    async nextDue() {
      const [row] = await prisma.$queryRawUnsafe<{ next: Date | null }[]>(
        `SELECT least((SELECT min("dueAt") FROM "Timer"), (SELECT min("notBefore") FROM "Message" WHERE "state" = 'waiting')) AS next`,
      );
      return row?.next ? instantOf(row.next) : null;
    },

    async tidy(now) {
      await prisma.event.updateMany({ where: { at: { lt: new Date(plus(now, -7 * DAY)) }, reply: { not: null } }, data: { reply: null } });
    },
  };
}

/** A refusal after something had been written: the transaction is rolled back, the refusal is recorded in a new one. */
class TakenBack extends Error {}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await tx.people.all(ids);
  return new Map(people.filter((person) => person.leftAt === null).map((person) => [person.id, person.name]));
}
