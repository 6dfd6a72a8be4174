// Teams' limits are kept by those who call, in all processes together, and no tenant waits for another's (F8).
// The connector counts every breach to the letter. Calls of the last moments may arrive together on a busy machine:
// where the wire is counted, a smaller share leaves room for that; where turns are counted, none is needed.

import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { writtenReference } from '../../../../adapters/teams/reference.ts';
import { teamsCalls } from '../../../../adapters/teams/send/calls.ts';
import { teamsChat } from '../../../../adapters/teams/send/chat.ts';
import { everyMs, LIMITS } from '../../../../adapters/teams/send/limits.ts';
import { tokenSource } from '../../../../adapters/teams/send/token.ts';
import type { Address, Delivery } from '../../../../src/ports.ts';
import { paceOf } from '../../../../src/runtime/pace.ts';
import { openDatabase } from '../../../../src/runtime/store/database.ts';
import { databaseOn } from '../../../support/postgres.ts';
import { type Connector, type ConnectorOptions, openConnector } from '../../../support/teams/connector.ts';
import { counter, PUBLISHED } from '../../../support/teams/windows.ts';
import { silent } from '../../../support/world.ts';
import { hello, HOUR, PROOF, settingsOf, watch } from './support.ts';

interface Of extends ConnectorOptions {
  readonly processes?: number;
  readonly share?: number;
}

interface House {
  readonly teams: Connector;
  /** Waits for turns as delivery does, and posts; `process` says which of the processes does it. */
  say(tenant: string, to: string, process?: number): Promise<Delivery>;
  change(tenant: string, ref: string, to: string, process?: number): Promise<Delivery>;
  turn(tenant: string, to: string): Promise<number>;
}

/** One or several processes in front of a Teams that counts. People are named `p…`, their conversations `a:…`. */
async function house(of: Of, live: (house: House) => Promise<void>): Promise<void> {
  const url = of.processes ? await databaseOn(inject('postgresUrl')) : null;
  if (url) await (await openDatabase({ url })).close();
  const teams = await openConnector({ refuses: true, ...of });
  const paces = Array.from({ length: of.processes || 1 }, () => paceOf({ url }));
  const [settings, clock] = [settingsOf({ credential: PROOF, loginUrl: teams.loginUrl }), watch()];
  const chats = paces.map((pace) =>
    teamsChat({
      calls: teamsCalls({ settings, token: tokenSource(settings, { clock, log: silent }), clock, log: silent }),
      ...{ doorsOf: async (tenantId) => [tenantId], remember: async () => {}, pace, share: of.share ?? 0.5, log: silent, serviceOf: () => teams.serviceUrl },
    }),
  );
  const chatOf = (process: number) => chats[process % chats.length] as (typeof chats)[number];
  function at(tenant: string, to: string): Address {
    const [id, person] = [`29:${tenant}-${to}`, `${tenant}-${to}`];
    if (to.startsWith('p')) {
      teams.people.set(id, { id, name: 'Somebody', aadObjectId: person, tenantId: tenant });
      return { tenantId: tenant, conversation: '', externalId: person, messageId: 'm' };
    }
    const conversation = `${to}@${tenant}`;
    if (!teams.conversations.has(conversation)) teams.conversations.set(conversation, { kind: 'personal', tenant, members: new Set(), installed: true });
    return { tenantId: tenant, conversation: writtenReference({ serviceUrl: teams.serviceUrl, tenant, conversation }), messageId: 'm' };
  }
  let closing = false;
  async function inTurn(process: number, to: Address, call: 'post' | 'update', act: () => Promise<Delivery>): Promise<Delivery> {
    for (;;) {
      const wait = await chatOf(process).turn(to, call);
      if (closing) return { outcome: 'retry', fault: 'closing' };
      if (wait === 0) return act();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  try {
    await live({
      teams,
      say: (tenant, to, process = 0) => inTurn(process, at(tenant, to), 'post', () => chatOf(process).post(at(tenant, to), hello)),
      change: (tenant, ref, to, process = 0) => inTurn(process, at(tenant, to), 'update', () => chatOf(process).update(at(tenant, to), ref, hello)),
      turn: (tenant, to) => chatOf(0).turn(at(tenant, to), 'post'),
    });
  } finally {
    closing = true;
    await Promise.all(paces.map((pace) => pace.close()));
    await teams.close();
  }
}

const some = (count: number) => Array.from({ length: count }, (_, n) => n);
const shared = [
  { name: 'one process', processes: 0 },
  { name: 'three processes', processes: 3 },
] as const;

describe('Teams’ limits as numbers (F8)', () => {
  it('leave so much time between two calls', () => {
    expect([everyMs('conversation', 1), everyMs('tenant', 1)]).toEqual([2000, 34]);
    expect([everyMs('conversation', 0.9), everyMs('tenant', 0.9)]).toEqual([2223, 38]);
    expect(LIMITS.tenant).toEqual({ ...PUBLISHED.tenant[0] });
  });

  it('are all kept by a burst of 10,000 that comes one by one so, at any share', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 1, noNaN: true }), fc.array(fc.nat(2000), { maxLength: 50 }), (share, pauses) => {
        const { count } = counter();
        let [at, broken] = [0, 0];
        for (const n of some(10_000)) {
          broken += count('post', 'a:1', at).length;
          at += everyMs('conversation', share) + (pauses[n % (pauses.length || 1)] ?? 0);
        }
        at = 0;
        for (const _ of some(10_000)) {
          broken += count('tenant', 't1', at).length;
          at += everyMs('tenant', share);
        }
        expect(broken).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('are counted strictly by those who watch', () => {
    const { count } = counter();
    const every = (ms: number, calls: number, key: string) => some(calls).flatMap((n) => count('post', key, n * ms));
    expect(every(1, 8, 'a')).toEqual(['post a 7/1s']);
    expect(every(200, 9, 'b')).toEqual(['post b 8/2s']);
    expect(every(490, 62, 'c')).toEqual(['post c 60/30s', 'post c 60/30s']);
    expect(every(1999, 1801, 'd')).toEqual(['post d 1800/3600s']);
  });
});

describe.concurrent('Teams’ limits (F8)', () => {
  it.for(shared)('are kept in a tenant, by $name', async ({ processes }, { expect }) => {
    await house({ processes }, async ({ teams, say }) => {
      const told = await Promise.all(some(36).map((n) => say('t1', `a:${n}`, n)));
      expect(told.every(({ outcome }) => outcome === 'sent')).toBe(true);
      expect([teams.breaches, teams.written.length]).toEqual([[], 36]);
    });
  });

  it('are kept in a conversation, for posts and changes together, by three processes', async ({ expect }) => {
    await house({ processes: 3, share: 1 }, async ({ teams, say, change }) => {
      const begun = performance.now();
      const sent = await say('t1', 'a:1', 0);
      await change('t1', sent.outcome === 'sent' ? sent.ref : '', 'a:1', 1);
      expect(performance.now() - begun).toBeGreaterThanOrEqual(2000);
      expect([teams.breaches, teams.written.map(({ edited }) => edited)]).toEqual([[], [true]]);
    });
  });

  it('are kept with people whose conversations are opened first', async ({ expect }) => {
    await house({}, async ({ teams, say }) => {
      const told = await Promise.all(some(18).map((n) => say('t1', `p${n}`)));
      expect(told.every(({ outcome }) => outcome === 'sent')).toBe(true);
      expect([teams.breaches, teams.written.length]).toEqual([[], 18]);
    });
  });

  it('are used by the share that was set, to the letter', async ({ expect }) => {
    await house({ share: 0.9 }, async ({ turn }) => {
      const { count } = counter();
      const moments = await Promise.all(some(50).map(async (n) => ((await turn('t1', `a:${n}`)) === 0 ? performance.now() : 0)));
      const broken = moments.toSorted((a, b) => a - b).flatMap((at) => count('tenant', 't1', at));
      expect([broken, moments.filter((at) => at > 0).length]).toEqual([[], 50]);
    });
  });

  it('of one tenant keep no other waiting', async ({ expect }) => {
    await house({}, async ({ teams, say }) => {
      const busy = Promise.all(some(36).map((n) => say('t1', `a:${n}`)));
      await Promise.all(some(5).map((n) => say('t2', `a:${n}`)));
      const before = teams.written.filter(({ conversation }) => conversation.endsWith('@t1')).length;
      expect(before).toBeLessThan(20);
      await busy;
      expect(teams.breaches).toEqual([]);
    });
  });

  it('of one conversation keep no other waiting', async ({ expect }) => {
    await house({ share: 1 }, async ({ teams, say }) => {
      const busy = Promise.all(some(2).map(() => say('t1', 'a:busy')));
      await Promise.all(some(10).map((n) => say('t1', `a:${n}`)));
      expect(teams.written.filter(({ conversation }) => conversation === 'a:busy@t1')).toHaveLength(1);
      await busy;
      expect(teams.breaches).toEqual([]);
    });
  });

  it('let whoever came first go first', async ({ expect }) => {
    await house({ share: 1 }, async ({ turn }) => {
      const order: number[] = [];
      await Promise.all(some(20).map(async (n) => order.push((await turn('t1', `a:${n}`)) + n)));
      expect(order).toEqual(some(20));
    });
  });

  it('send away who would wait for long, and say until when', async ({ expect }) => {
    await house({ share: 0.005 }, async ({ turn }) => {
      const waits = await Promise.all(some(200).map((n) => turn('t1', `a:${n}`)));
      expect([waits.filter((wait) => wait === 0).length, Math.min(...waits.filter((wait) => wait > 0))]).toEqual([1, expect.closeTo(6667, -3)]);
    });
  });

  it('cost nothing where little is said', async ({ expect }) => {
    await house({}, async ({ turn }) => {
      expect(await Promise.all(['t1', 't2', 't3'].map((tenant) => turn(tenant, 'a:1')))).toEqual([0, 0, 0]);
    });
  });

  it('that Teams calls out are held as long as it says, in that tenant alone, by all processes', async ({ expect }) => {
    await house({ processes: 2 }, async ({ teams, say }) => {
      teams.fail({ status: 429, code: 'Throttled', retryAfter: 2 }, 1, 'post');
      const begun = performance.now();
      expect(await say('t1', 'a:1')).toMatchObject({ outcome: 'retry', afterMs: 2000 });
      const later = say('t1', 'a:2', 1).then(() => performance.now() - begun);
      await say('t2', 'a:1', 1);
      expect(teams.written.map(({ conversation }) => conversation)).toEqual(['a:1@t2']);
      expect(await later).toBeGreaterThanOrEqual(2000);
    });
  });

  const waits: readonly (readonly [said: string | undefined, ms: number])[] = [
    ['0', 1000],
    ['1', 1000],
    ['30', 30_000],
    [' 5 ', 5000],
    ['2.5', 2500],
    ['0.2', 1000],
    ['-7', 1000],
    ['3153600000', HOUR],
    ['999999999999999999999999', HOUR],
    [undefined, 30_000],
    ['', 30_000],
    ['soon', 30_000],
    ['30s', 30_000],
    ['1e9', 30_000],
    ['Infinity', 30_000],
    ['30, 60', 30_000],
    ['00:00:30', 30_000],
    ['Sun, 22 Nov 2026 10:00:20 GMT', 20_000],
    ['Sunday, 22-Nov-26 10:00:20 GMT', 20_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 1000],
    ['Fri, 22 Nov 2126 10:00:00 GMT', HOUR],
    ['Someday, when it is 10:00:00 GMT', 30_000],
  ];
  it.for(waits)('are waited for as long as it is asked for: Retry-After %s', async ([retryAfter, ms], { expect }) => {
    await house({}, async ({ teams, say }) => {
      teams.fail({ status: 429, ...(retryAfter === undefined ? {} : { retryAfter }) }, 1, 'post');
      expect(await say('t1', 'a:1')).toEqual({ outcome: 'retry', afterMs: ms, fault: 'Throttled' });
      expect(teams.taken.filter(({ kind }) => kind === 'post')).toHaveLength(1);
    });
  });

  it('hold over a soak: three tenants, two processes, slow answers and refusals', async ({ expect }) => {
    await house({ processes: 2, latencyMs: () => 100 }, async ({ teams, say, change }) => {
      const sent = { t1: 0, t2: 0, t3: 0 };
      const evening = new AbortController();
      const talk = async (tenant: keyof typeof sent, n: number) => {
        for (let [round, ref] = [0, '']; !evening.signal.aborted; round++) {
          const told = await (ref ? change(tenant, ref, `a:${n}`, round) : say(tenant, `a:${n}`, round));
          if (told.outcome !== 'sent') continue;
          ref = told.ref;
          sent[tenant]++;
          if (sent.t1 === 20) teams.fail({ status: 429, code: 'Throttled', retryAfter: 1 }, 2);
        }
      };
      const talks = Promise.all((['t1', 't2', 't3'] as const).flatMap((tenant) => some(tenant === 't1' ? 70 : 6).map((n) => talk(tenant, n))));
      // Nobody starves: the small ones say what they have to say twice over, beside one that always has more.
      await expect.poll(() => Math.min(sent.t2, sent.t3)).toBeGreaterThanOrEqual(12);
      evening.abort();
      expect([teams.breaches, sent.t1 > 30]).toEqual([[], true]);
      talks.catch(() => undefined);
    });
  });
});
