// Slack's limits are kept by those who call, in all processes together, and no organisation waits for another's (F8).
// The server counts every breach to the letter; where a limit is by the minute, a sixth of it in a sixth of the time is as strict.

import { describe, expect, inject, it } from 'vitest';
import { slackCalls } from '../../../../adapters/slack/send/calls.ts';
import { slackChat } from '../../../../adapters/slack/send/chat.ts';
import { everyMs, LIMITS } from '../../../../adapters/slack/send/limits.ts';
import type { ShownMessage } from '../../../../src/bot/views/shown.ts';
import type { Address, Delivery } from '../../../../src/ports.ts';
import { paceOf } from '../../../../src/runtime/pace.ts';
import { openDatabase } from '../../../../src/runtime/store/database.ts';
import { databaseOn } from '../../../support/postgres.ts';
import { type LimitedSlack, limitedSlack, PUBLISHED, type SlackLimits } from '../../../support/slack/limited-slack.ts';
import { silent } from '../../../support/world.ts';

const STRICT: SlackLimits = {
  conversation: PUBLISHED.conversation,
  'chat.postMessage': { calls: 50, perMs: 10_000 },
  'chat.update': { calls: 5, perMs: 6000 },
};
const hello: ShownMessage = { type: 'message', language: 'en', blocks: [{ block: 'text', text: [{ text: 'Hello', from: 'us' }] }] };

interface Of {
  readonly processes?: number;
  readonly share?: number;
  readonly limits?: SlackLimits;
  readonly latencyMs?: (call: { token: string }) => number;
}

interface House {
  readonly slack: LimitedSlack;
  /** Waits for turns as delivery does, and posts; `process` says which of the processes does it. */
  say(tenantId: string, to: string, process?: number): Promise<Delivery>;
  change(tenantId: string, ref: string, process?: number): Promise<Delivery>;
  turn(tenantId: string, to: string): Promise<number>;
}

/** One or several processes in front of a Slack that counts. */
async function house(of: Of, live: (house: House) => Promise<void>): Promise<void> {
  const url = of.processes ? await databaseOn(inject('postgresUrl')) : null;
  if (url) await (await openDatabase({ url })).close();
  const slack = await limitedSlack({ limits: of.limits ?? STRICT, ...(of.latencyMs ? { latencyMs: of.latencyMs } : {}) });
  const paces = Array.from({ length: of.processes || 1 }, () => paceOf({ url }));
  const chats = paces.map((pace) =>
    slackChat({
      ...{ calls: slackCalls({ apiUrl: slack.apiUrl }), pace, share: of.share ?? 0.9, log: silent },
      tokenOf: async (tenantId) => tenantId,
      mentions: async () => new Map(),
      remember: async () => {},
    }),
  );
  const chatOf = (process: number) => chats[process % chats.length] as (typeof chats)[number];
  const at = (tenantId: string, to: string): Address =>
    to.startsWith('U') ? { tenantId, conversation: '', externalId: to, messageId: 'm' } : { tenantId, conversation: to, messageId: 'm' };
  async function inTurn(process: number, to: Address, call: 'post' | 'update', act: () => Promise<Delivery>): Promise<Delivery> {
    for (;;) {
      const wait = await chatOf(process).turn(to, call);
      if (wait === 0) return act();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  try {
    await live({
      slack,
      say: (tenantId, to, process = 0) => inTurn(process, at(tenantId, to), 'post', () => chatOf(process).post(at(tenantId, to), hello)),
      change: (tenantId, ref, process = 0) => inTurn(process, at(tenantId, 'C1'), 'update', () => chatOf(process).update(at(tenantId, 'C1'), ref, hello)),
      turn: (tenantId, to) => chatOf(0).turn(at(tenantId, to), 'post'),
    });
  } finally {
    await Promise.all(paces.map((pace) => pace.close()));
    await slack.close();
  }
}

const some = (count: number) => Array.from({ length: count }, (_, n) => n);
const shared = [
  { name: 'one process', processes: 0 },
  { name: 'four processes', processes: 4 },
] as const;

describe.concurrent('Slack’s limits (F8)', () => {
  it('are those that Slack publishes, less a share', () => {
    expect([LIMITS.conversation, LIMITS['chat.postMessage'], LIMITS['chat.update']]).toEqual([
      PUBLISHED.conversation,
      PUBLISHED['chat.postMessage'],
      PUBLISHED['chat.update'],
    ]);
    expect([everyMs('conversation', 1), everyMs('chat.postMessage', 1), everyMs('chat.update', 1)]).toEqual([1000, 200, 1200]);
    expect([everyMs('conversation', 0.9), everyMs('chat.postMessage', 0.9), everyMs('chat.update', 0.9)]).toEqual([1112, 223, 1334]);
    expect(everyMs('chat.postMessage', 0.01)).toBe(20_000);
  });

  it.for(shared)('are kept in a workspace, by $name', async ({ processes }, { expect }) => {
    await house({ processes }, async ({ slack, say }) => {
      const told = await Promise.all(some(54).map((n) => say('t1', `D${n}`, n)));
      expect(told.every(({ outcome }) => outcome === 'sent')).toBe(true);
      expect([slack.breaches, slack.taken.length]).toEqual([[], 54]);
    });
  });

  it.for(shared)('are kept in a conversation, by $name', async ({ processes }, { expect }) => {
    await house({ processes }, async ({ slack, say }) => {
      for (const n of some(5)) await say('t1', 'C1', n);
      expect([slack.breaches, slack.taken.length]).toEqual([[], 5]);
    });
  });

  it.for(shared)('are kept for changes of messages, by $name', async ({ processes }, { expect }) => {
    await house({ processes }, async ({ slack, change }) => {
      await Promise.all(some(7).map((n) => change('t1', `C1/${n}.1`, n)));
      expect([slack.breaches, slack.taken.length]).toEqual([[], 7]);
    });
  });

  it('are kept with a person who is first written to by name', async ({ expect }) => {
    await house({}, async ({ slack, say }) => {
      for (const to of ['U1', 'D1', 'D1']) await say('t1', to);
      expect([slack.breaches, slack.taken.map(({ channel }) => channel)]).toEqual([[], ['D1', 'D1', 'D1']]);
    });
  });

  it('count from when a message has arrived, however long it took', async ({ expect }) => {
    let slow = 900;
    await house({ latencyMs: () => (slow -= 150) }, async ({ slack, say }) => {
      for (const _ of some(5)) await say('t1', 'C1');
      expect(slack.breaches).toEqual([]);
    });
  });

  it.for([0.3, 0.6])('are used by the share that was set: %d', async (share, { expect }) => {
    const window = { calls: Math.ceil(50 * share) + 2, perMs: 10_000 };
    await house({ share, limits: { ...STRICT, 'chat.postMessage': window } }, async ({ slack, say }) => {
      await Promise.all(some(window.calls).map((n) => say('t1', `D${n}`)));
      expect(slack.breaches).toEqual([]);
    });
  });

  it('of one workspace keep no other waiting', async ({ expect }) => {
    await house({}, async ({ slack, say }) => {
      const busy = Promise.all(some(40).map((n) => say('t1', `D${n}`)));
      await Promise.all(some(5).map((n) => say('t2', `D${n}`)));
      const before = slack.taken.filter(({ token }) => token === 't1').length;
      expect(before).toBeLessThan(20);
      await busy;
      expect(slack.breaches).toEqual([]);
    });
  });

  it('for new messages keep no change waiting, and the other way round', async ({ expect }) => {
    await house({}, async ({ slack, say, change }) => {
      const posts = Promise.all(some(30).map((n) => say('t1', `D${n}`)));
      await change('t1', 'C1/1.1');
      expect(slack.taken.length).toBeLessThan(10);
      const changes = Promise.all(some(3).map((n) => change('t1', `C1/${n}.1`)));
      await Promise.all([posts, changes]);
      expect(slack.breaches).toEqual([]);
    });
  });

  it('let whoever came first go first', async ({ expect }) => {
    await house({}, async ({ slack, say }) => {
      await Promise.all(some(20).map((n) => say('t1', `D${n}`)));
      expect(slack.taken.map(({ channel }) => channel)).toEqual(some(20).map((n) => `D${n}`));
    });
  });

  it('send away who would wait for long, and say until when', async ({ expect }) => {
    await house({}, async ({ turn }) => {
      const waits = await Promise.all(some(60).map((n) => turn('t1', `D${n}`)));
      const away = waits.filter((wait) => wait > 0);
      expect(away.length).toBeGreaterThan(30);
      expect(Math.min(...away)).toBeGreaterThan(100);
    });
  });

  it('cost nothing where little is said', async ({ expect }) => {
    await house({}, async ({ turn }) => {
      expect(await Promise.all(['t1', 't2', 't3'].map((tenantId) => turn(tenantId, 'D1')))).toEqual([0, 0, 0]);
    });
  });

  it.for([0, 2])('that Slack calls out are held as long as it says, in that workspace alone (%d processes)', async (processes, { expect }) => {
    await house({ processes }, async ({ slack, say, change }) => {
      slack.instead.push({ status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': '3' } });
      const begun = performance.now();
      expect(await say('t1', 'D1')).toMatchObject({ outcome: 'retry', afterMs: 3000 });
      const later = say('t1', 'D2', 1).then(() => performance.now() - begun);
      await Promise.all([say('t2', 'D1', 1), change('t1', 'C1/1.1', 1)]);
      expect(slack.taken).toHaveLength(2);
      expect(await later).toBeGreaterThanOrEqual(3000);
    });
  });

  it('hold over a soak: three workspaces, three processes, slow answers and refusals', async ({ expect }) => {
    const latencyMs = ({ token }: { token: string }) => (token === 't1' ? 700 : 20);
    await house({ processes: 3, latencyMs }, async ({ slack, say, change }) => {
      const until = performance.now() + 15_000;
      const outcomes = new Map<string, number>();
      const count = (key: string) => outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
      const talk = async (tenantId: string, n: number) => {
        for (let round = 0; performance.now() < until; round++) {
          const told = round % 7 === 6 ? change(tenantId, `D${n}/1.1`, round) : say(tenantId, `D${n}`, round);
          count(`${tenantId} ${(await told).outcome}`);
        }
      };
      const trouble = setInterval(() => slack.instead.push({ status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': '1' } }), 4000);
      await Promise.all(['t1', 't2', 't3'].flatMap((tenantId) => some(12).map((n) => talk(tenantId, n))));
      clearInterval(trouble);
      expect(slack.breaches).toEqual([]);
      // Nobody starves: each comes near what its limit allows, also the one whose answers are slow.
      for (const tenantId of ['t1', 't2', 't3']) expect(outcomes.get(`${tenantId} sent`)).toBeGreaterThan(30);
    });
  });
});
