// People as a platform knows them: who is whose account, where they are reached, and what has changed about them.

import type { Caller } from '../../bot/actions/dispatch.ts';
import { isFault } from '../../fault.ts';
import { introduce, told } from '../../mentoring/people/index.ts';
import { grantFirst, reportUnreachable, unledProgrammes } from '../../mentoring/programme/index.ts';
import type { Tx } from '../../mentoring/store.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Accounts } from '../../reception.ts';
import type { Store } from '../store/store.ts';

const TRIES = 5;

export interface Knowing {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Called after a change that may have left messages to send. */
  readonly committed: (tenantId: string) => void;
}

export function accountsOf({ store, clock, ids, committed }: Knowing): Accounts {
  // A programme that has had a coordinator is never without one again.
  const led = new Set<string>();

  async function known(tx: Tx, caller: Caller): Promise<{ readonly id: string; readonly name: string } | null> {
    const [account] = await tx.accounts.find({ platform: caller.platform, externalId: caller.externalId });
    const person = account && (await tx.people.get(account.personId));
    if (person) return person.leftAt === null ? person : null;
    const actor = await introduce(tx, tx.tenantId, caller, clock.now(), ids);
    return actor && { id: actor.personId, name: actor.name };
  }

  async function change<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await store.change(tenantId, work);
        committed(tenantId);
        return result;
      } catch (error) {
        if (!isFault(error, 'conflict') || attempt >= TRIES) throw error;
      }
    }
  }

  return {
    async mentions(tenantId, platform, personIds) {
      if (personIds.length === 0) return new Map();
      const where = { tenantId, platform, personId: { in: [...personIds] } };
      const rows = await store.prisma.account.findMany({ where, select: { personId: true, externalId: true } });
      return new Map(rows.map((row) => [row.personId, row.externalId]));
    },

    personOf: (tenantId, caller) => change(tenantId, (tx) => known(tx, caller)),

    async remember(tenantId, platform, externalId, conversation) {
      await store.prisma.account.updateMany({ where: { tenantId, platform, externalId }, data: { conversation, version: { increment: 1 } } });
    },

    changed: (tenantId, { platform, externalId, profile }) =>
      change(tenantId, async (tx) => {
        const [account] = await tx.accounts.find({ platform, externalId });
        const person = account && (await tx.people.get(account.personId));
        if (!person) return;
        const after = profile ? told(person, profile) : person;
        if (after !== person) tx.people.put(after);
        if (account.reachable === (profile !== null)) return;
        tx.accounts.put({ ...account, reachable: profile !== null });
        if (!profile && person.leftAt === null) await reportUnreachable(tx, person.id);
      }),

    async needsCoordinator(tenantId) {
      if (led.has(tenantId)) return false;
      const unled = await store.read(tenantId, null, ({ tx }) => unledProgrammes(tx));
      if (unled.length === 0) led.add(tenantId);
      return unled.length > 0;
    },

    appoint: (tenantId, caller) =>
      change(tenantId, async (tx) => {
        const person = await known(tx, caller);
        if (!person) return false;
        const granted = [];
        for (const programmeId of await unledProgrammes(tx)) granted.push(await grantFirst(tx, programmeId, person.id, clock.now(), ids));
        return granted.includes(true);
      }),
  };
}
