// A delivery room for tests: the world's storage and clock, a chat that says what it is told to say, and simple messages.

import { randomBytes } from 'node:crypto';
import { message, paragraph } from '../../../src/bot/views/view.ts';
import { quote } from '../../../src/bot/views/text.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import type { Post, Template } from '../../../src/mentoring/store.ts';
import type { Address, Chat, Delivery as Outcome } from '../../../src/ports.ts';
import { Delivery, type Delivering } from '../../../src/runtime/delivery/delivery.ts';
import { secretsOf } from '../../../src/runtime/secrets.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import type { Store } from '../../../src/runtime/store/store.ts';
import { createWorld, silent, viewWords, type World } from '../../support/world.ts';

export interface Said {
  readonly how: 'post' | 'update';
  readonly to: Address;
  readonly ref?: string;
  readonly text: string;
}

export interface Scene {
  readonly world: World;
  readonly delivery: Delivery;
  readonly said: Said[];
  /** What the chat answers next, in order; `sent` when there is nothing left. A function may look and wait. */
  readonly answers: (Outcome | (() => Promise<Outcome>))[];
  readonly unreachable: string[];
  /** Cohorts whose channel was said to be lost. */
  readonly lost: string[];
  /** What is to be looked at later, and after how many milliseconds. */
  readonly later: (readonly [conversation: string, ms: number])[];
  /** What the template `test.word` says now, by its `word`; `null` is no longer worth saying; a fault is thrown. */
  readonly words: Map<string, string | null | Error>;
  /** Happens between the drawing of a message and its sending. */
  drawing: () => Promise<void>;
  /** Another process on the same storage. */
  another(): Delivery;
  post(to: Person | 'channel', word: string, of?: Partial<Post>): Promise<void>;
  states(): Promise<string[]>;
}

/** Says whether a call's turn has come. */
export type TurnOf = (to: Address, call?: 'post' | 'update') => Promise<number>;

export async function createScene(database: Database, turn?: TurnOf): Promise<Scene> {
  const world = await createWorld({ database });
  const said: Said[] = [];
  const answers: Scene['answers'] = [];
  const unreachable: string[] = [];
  const lost: string[] = [];
  const later: Scene['later'] = [];
  const words: Scene['words'] = new Map();

  async function answer(how: Said): Promise<Outcome> {
    said.push(how);
    const next = answers.shift() ?? { outcome: 'sent', ref: `ref-${said.length}` };
    return typeof next === 'function' ? next() : next;
  }
  const chat: Chat = {
    platform: 'web',
    ...(turn ? { turn } : {}),
    post: (to, shown) => answer({ how: 'post', to, text: viewWords(shown) }),
    update: (to, ref, shown) => answer({ how: 'update', to, ref, text: viewWords(shown) }),
  };
  const template: Template = {
    name: 'test.word',
    async build(_, args) {
      const word = words.has(String(args['word'])) ? words.get(String(args['word'])) : String(args['word']);
      if (word instanceof Error) throw word;
      return typeof word === 'string' ? message([paragraph(quote(word))]) : null;
    },
  };
  const { store, clock, ids } = world;
  const drawnFrom: Store = {
    ...store,
    async read(tenantId, personId, work) {
      const result = await store.read(tenantId, personId, work);
      await scene.drawing();
      return result;
    },
  };
  const deps: Delivering = {
    ...{ store: drawnFrom, clock, ids, chats: [chat], log: { ...silent, error() {} }, actions: new Map(), secrets: secretsOf([randomBytes(32)]) },
    templates: new Map([[template.name, template]]),
    unreachable: async (_, personId) => void unreachable.push(personId),
    channelLost: async (_, cohortId) => void lost.push(cohortId),
    later: ({ conversation }, ms) => void later.push([conversation, ms]),
  };

  const scene: Scene = {
    ...{ world, said, answers, unreachable, lost, later, words, drawing: async () => {} },
    delivery: new Delivery(deps),
    another: () => new Delivery(deps),
    post: (to, word, of = {}) =>
      world.tx(async (tx) =>
        tx.post({
          ...{ to: to === 'channel' ? { channel: { cohort: world.cohort.id } } : { person: to.id }, template: 'test.word', args: { word } },
          ...{ kind: 'decision', topic: `word:${word}`, ...of },
        }),
      ),
    async states() {
      const rows = await store.prisma.message.findMany({ where: { tenantId: world.tenantId }, orderBy: { seq: 'asc' } });
      return rows.map((row) => row.state);
    },
  };
  return scene;
}
