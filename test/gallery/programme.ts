// The sample programme on a small Slack of its own, in which everybody reads the same language: what its people type,
// press and send in, and what they are told meanwhile. The rules, the storage and the delivery are the product's own.

import { randomBytes, randomUUID } from 'node:crypto';
import { PLATFORM } from '../../adapters/slack/settings.ts';
import { commandIntent } from '../../src/bot/actions/commands.ts';
import { dispatcher, type Intent, type Reply } from '../../src/bot/actions/dispatch.ts';
import type { Language } from '../../src/bot/texts/language.ts';
import type { ShownMessage } from '../../src/bot/views/shown.ts';
import { thinkHere } from '../../src/mentoring/matching/planning/thinking.ts';
import { introduce } from '../../src/mentoring/people/index.ts';
import { reportChannelLost, reportUnreachable } from '../../src/mentoring/programme/index.ts';
import type { Tx } from '../../src/mentoring/store.ts';
import { ACTIONS, COMMANDS, DUE_RULES, TEMPLATES } from '../../src/mentoring/table.ts';
import type { Address, Chat, Clock, Ids } from '../../src/ports.ts';
import { Delivery } from '../../src/runtime/delivery/delivery.ts';
import { Ticker } from '../../src/runtime/delivery/ticker.ts';
import { idsOf } from '../../src/runtime/ids.ts';
import { fillSample } from '../../src/runtime/sample/index.ts';
import { secretsOf } from '../../src/runtime/secrets.ts';
import { openDatabase } from '../../src/runtime/store/database.ts';
import { storeOf } from '../../src/runtime/store/store.ts';
import { type Instant, instantOf, plus } from '../../src/time.ts';
import { silent } from '../support/world.ts';

/** A message that somebody was sent, or that a channel was. */
export interface Told {
  readonly messageId: string;
  readonly template: string;
  /** The account of the person; `null` in a channel. */
  readonly account: string | null;
  readonly message: ShownMessage;
  /** What stands in the place of an earlier message. */
  readonly anew: boolean;
}

export interface Programme extends Clock {
  readonly language: Language;
  readonly ids: Ids;
  /** Slack's ids of people, by person id, and the names of people and channels by those ids. */
  readonly mentions: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  send(account: string, what: Partial<Intent>): Promise<Reply>;
  types(account: string, line: string): Promise<Reply>;
  /** Delivers what waits, and whatever falls due in the time that passes. */
  pass(ms: number): Promise<readonly Told[]>;
  change<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Somebody whom no message reaches any more; a channel that is gone. */
  loses(account: string): Promise<void>;
  losesChannel(): Promise<void>;
  close(): Promise<void>;
}

/** Where some people have another account: what is said there is not on show. */
const elsewhere: Chat = {
  platform: 'teams',
  post: async ({ messageId }) => ({ outcome: 'sent', ref: messageId }),
  update: async (_to, ref) => ({ outcome: 'sent', ref }),
};

const BEGIN = instantOf('2026-09-01T08:00:00Z');
const CHANNEL = 'C0MENTORING';

/** As Slack would call an account of the sample. */
export function slackId(account: string): string {
  return `U0${account.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`;
}

export async function openProgramme(language: Language): Promise<Programme> {
  let at: Instant = BEGIN;
  const clock = { now: () => at };
  const ids = idsOf(clock);
  const secrets = secretsOf([randomBytes(32)]);
  const database = await openDatabase({ memory: true });
  const store = storeOf(database, { secrets, ids, clock });
  const tenantId = await fillSample(store, clock, ids);
  await store.change(tenantId, (tx) => inSlack(tx, language));

  const { told, chat } = keeping(async (messageId) => (await store.prisma.message.findFirstOrThrow({ where: { tenantId, id: messageId } })).template);
  const shared = { store, clock, ids, secrets, log: silent, site: () => 'https://mentor.example.org', actions: ACTIONS, templates: TEMPLATES };
  const dispatch = dispatcher({ ...shared, sessions: store, introduce, think: thinkHere });
  const ticker = new Ticker({ ...shared, rules: DUE_RULES, wall: clock, acted: () => {} });
  const delivery = new Delivery({ ...shared, chats: [chat, elsewhere], unreachable: async () => {} });
  const mentions = new Map<string, string>();
  const names = new Map<string, string>();

  async function learn(): Promise<void> {
    for (const { personId, externalId } of await store.prisma.account.findMany({ where: { tenantId, platform: PLATFORM } })) mentions.set(personId, externalId);
    await store.read(tenantId, null, async ({ tx }) => {
      for (const person of await tx.people.find({})) names.set(mentions.get(person.id) ?? person.id, person.name);
    });
    names.set(CHANNEL, 'mentoring');
  }

  async function settle(): Promise<void> {
    await ticker.runDue();
    await delivery.drain();
  }

  const programme: Programme = {
    ...{ language, ids, mentions, names, now: clock.now },
    send: (account, what) => {
      const caller = { platform: PLATFORM, externalId: slackId(account), ...what.caller };
      return dispatch({ tenantId, eventId: randomUUID(), input: {}, action: 'home.show', ...what, caller });
    },
    types: (account, line) => programme.send(account, commandIntent(COMMANDS, line)),
    async pass(ms) {
      const until = plus(at, ms);
      for (;;) {
        await settle();
        const next = await store.nextDue();
        if (next === null || next > until) break;
        at = instantOf(Math.max(at, next));
      }
      at = until;
      await settle();
      await learn();
      return told.splice(0);
    },
    change: (work) => store.change(tenantId, work),
    async loses(account) {
      await store.change(tenantId, async (tx) => {
        const [lost] = await tx.accounts.find({ externalId: slackId(account) });
        if (!lost) throw new Error(`no ${account}`);
        tx.accounts.put({ ...lost, reachable: false });
        await reportUnreachable(tx, lost.personId);
      });
    },
    async losesChannel() {
      await store.change(tenantId, async (tx) => {
        for (const cohort of await tx.cohorts.find({})) await reportChannelLost(tx, cohort.id);
      });
    },
    close: () => database.close(),
  };
  await learn();
  return programme;
}

/** The sample's people come in from the playground; here they have accounts in Slack, and one language. */
async function inSlack(tx: Tx, language: Language): Promise<void> {
  for (const organisation of await tx.organisations.find({})) tx.organisations.put({ ...organisation, language });
  for (const person of await tx.people.find({})) tx.people.put({ ...person, language });
  for (const cohort of await tx.cohorts.find({})) tx.cohorts.put({ ...cohort, channel: { platform: PLATFORM, conversation: CHANNEL } });
  for (const account of await tx.accounts.find({})) {
    tx.accounts.put({ ...account, platform: PLATFORM, externalId: slackId(account.externalId), conversation: `D${slackId(account.externalId)}` });
  }
}

function keeping(templateOf: (messageId: string) => Promise<string>): { readonly told: Told[]; readonly chat: Chat } {
  const told: Told[] = [];
  const keep = async ({ messageId, externalId }: Address, message: ShownMessage, anew: boolean) => {
    told.push({ messageId, template: await templateOf(messageId), account: externalId ?? null, message, anew });
    return { outcome: 'sent', ref: messageId } as const;
  };
  const chat: Chat = { platform: PLATFORM, post: (to, message) => keep(to, message, false), update: (to, _ref, message) => keep(to, message, true) };
  return { told, chat };
}
