// One organisation in three chats: what people type and press in each, and what stands there, by the product's own delivery.

import { randomUUID } from 'node:crypto';
import { commandIntent } from '../../../src/bot/actions/commands.ts';
import type { Intent, Profile, Reply } from '../../../src/bot/actions/dispatch.ts';
import type { ShownMessage } from '../../../src/bot/views/shown.ts';
import type { Account, Person } from '../../../src/mentoring/people/index.ts';
import { reportUnreachable } from '../../../src/mentoring/programme/index.ts';
import { ACTIONS, COMMANDS, TEMPLATES } from '../../../src/mentoring/table.ts';
import type { Address, Chat, Delivery as Outcome } from '../../../src/ports.ts';
import { Delivery } from '../../../src/runtime/delivery/delivery.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { buttonsOf, createWorld, silent, viewWords, type World } from '../../support/world.ts';

export type Platform = 'slack' | 'teams' | 'web';

/** A message as it stands in an account. */
export interface Standing {
  readonly messageId: string;
  readonly ref: string;
  text: string;
  message: ShownMessage;
  /** How often it has been drawn anew. */
  drawn: number;
}

/** Somebody with an account in one chat. */
export interface Visitor {
  readonly platform: Platform;
  readonly externalId: string;
  send(what: Pick<Intent, 'action'> & Partial<Intent>): Promise<Reply>;
  type(line: string): Promise<Reply>;
  press(on: Reply | Standing | undefined, action: string, label?: RegExp): Promise<Reply>;
  /** What stands in this chat for this account, the oldest first. */
  readonly box: readonly Standing[];
  words(reply: Reply): string;
  account(): Promise<Account | undefined>;
  person(): Promise<Person>;
}

export interface Crossing {
  readonly world: World;
  visitor(platform: Platform, externalId: string, profile?: Partial<Profile>): Visitor;
  /** What each chat answers next; `sent` where nothing is left. */
  readonly answers: Record<Platform, Outcome[]>;
  deliver(): Promise<void>;
  /** The states of all messages, in the order of their making. */
  states(): Promise<readonly string[]>;
}

export async function createCrossing(database: Database): Promise<Crossing> {
  const world = await createWorld({ database });
  const boxes = new Map<string, Standing[]>();
  const answers: Crossing['answers'] = { slack: [], teams: [], web: [] };
  const boxOf = (platform: string, externalId: string): Standing[] => {
    const key = `${platform}/${externalId}`;
    const box = boxes.get(key) ?? [];
    boxes.set(key, box);
    return box;
  };
  let refs = 0;

  function chat(platform: Platform): Chat {
    const next = (ref: string) => answers[platform].shift() ?? { outcome: 'sent' as const, ref };
    return {
      platform,
      async post({ externalId = '', messageId }: Address, message) {
        const outcome = next(`r${++refs}`);
        if (outcome.outcome === 'sent') boxOf(platform, externalId).push({ messageId, ref: outcome.ref, message, text: viewWords(message), drawn: 0 });
        return outcome;
      },
      async update({ externalId = '' }, ref, message) {
        const standing = boxOf(platform, externalId).find((one) => one.ref === ref);
        if (!standing) return { outcome: 'never', fault: 'message_not_found' };
        Object.assign(standing, { message, text: viewWords(message), drawn: standing.drawn + 1 });
        return { outcome: 'sent', ref };
      },
    };
  }

  const { store, clock, ids, secrets } = world;
  const delivery = new Delivery({
    ...{ store, clock, ids, secrets, log: silent, actions: ACTIONS, templates: TEMPLATES },
    chats: (['slack', 'teams', 'web'] as const).map(chat),
    unreachable: (tenantId, personId) => store.change(tenantId, (tx) => reportUnreachable(tx, personId)),
  });

  return {
    ...{ world, answers },
    visitor(platform, externalId, profile = {}) {
      const known: Profile = { name: externalId, email: null, ...profile };
      const find = () => world.tx((tx) => tx.accounts.find({ platform, externalId }));
      const visitor: Visitor = {
        ...{ platform, externalId },
        async send(what) {
          const caller = { platform, externalId, profile: known };
          const reply = await world.dispatch({ tenantId: world.tenantId, caller, eventId: randomUUID(), input: {}, ...what });
          const pressed = reply.drawn && visitor.box.find((one) => one.messageId === reply.drawn?.messageId);
          if (pressed && reply.drawn) Object.assign(pressed, { message: reply.drawn.message, text: viewWords(reply.drawn.message) });
          return reply;
        },
        type: (line) => visitor.send(commandIntent(COMMANDS, line)),
        async press(on, action, label = /./) {
          const button =
            on && buttonsOf('message' in on ? { kind: 'done', answer: on.message } : on).find((one) => one.action === action && label.test(one.label));
          if (!button) throw new Error(`no button ${action} in: ${on ? ('message' in on ? on.text : world.words(on)) : 'nothing'}`);
          return visitor.send({ action, token: button.token });
        },
        box: boxOf(platform, externalId),
        words: world.words,
        account: async () => (await find())[0],
        async person() {
          const [account] = await find();
          const person = account && (await world.tx((tx) => tx.people.get(account.personId)));
          if (!person) throw new Error(`${externalId} is nobody yet`);
          return person;
        },
      };
      return visitor;
    },
    // This organisation's messages alone: others share the database.
    async deliver() {
      for (let dealt = 1; dealt > 0; ) {
        dealt = 0;
        for (const conversation of await delivery.rows.waiting(clock.now(), world.tenantId)) dealt += await delivery.deliver(conversation);
      }
    },
    async states() {
      const rows = await store.prisma.message.findMany({ where: { tenantId: world.tenantId, mode: 'post' }, orderBy: { seq: 'asc' } });
      return rows.map((row) => row.state);
    },
  };
}

/** The code that a reply shows. */
export function codeOn(reply: Reply): string {
  const code = /\/mentor link (\S+)/.exec(reply.answer ? viewWords(reply.answer) : '')?.[1];
  if (!code) throw new Error('no code');
  return code;
}

/** From a code to one person: made by the first, typed by the second, confirmed by both. */
export async function linked(crossing: Crossing, maker: Visitor, claimer: Visitor): Promise<void> {
  const asked = await claimed(crossing, maker, claimer);
  await maker.press(asked, 'people.confirm');
  await crossing.deliver();
}

/** Up to the question where the code was made. */
export async function claimed(crossing: Crossing, maker: Visitor, claimer: Visitor): Promise<Standing> {
  const code = codeOn(await maker.type('/mentor link'));
  await claimer.press(await claimer.type(`/mentor link ${code}`), 'people.claim');
  await crossing.deliver();
  const asked = maker.box.at(-1);
  if (!asked) throw new Error('nobody has been asked');
  return asked;
}
