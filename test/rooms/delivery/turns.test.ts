// A platform's limits are asked before a message is taken in hand; and what a platform will never take is not passed over in silence.

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/person.ts';
import type { Delivery as Outcome } from '../../../src/ports.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { instantOf } from '../../../src/time.ts';
import { DATABASES } from '../../support/databases.ts';
import { createScene, type Scene, type TurnOf } from './scene.ts';

describe.each(DATABASES)('a delivery within limits, on $name', ({ open }) => {
  let database: Database;
  let scene: Scene;
  let anna: Person;
  let bo: Person;
  let turn: TurnOf;
  const asked: string[] = [];

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    asked.length = 0;
    turn = async () => 0;
    await database.prisma.message.deleteMany({});
    scene = await createScene(database, (to, call) => {
      asked.push(`${call} ${to.conversation.split(':')[0]}`);
      return turn(to, call);
    });
    anna = await scene.world.person('Anna Lind');
    bo = await scene.world.person('Bo Ek');
  });

  const texts = () => scene.said.map(({ how, text }) => `${how} ${text}`);
  const pass = (ms: number) => scene.world.clock.set(instantOf(scene.world.clock.now() + ms));
  const rows = () => scene.world.store.prisma.message.findMany({ where: { tenantId: scene.world.tenantId }, orderBy: { seq: 'asc' } });

  async function sentTo(...people: readonly Person[]): Promise<void> {
    for (const person of people) await scene.post(person, 'asked', { topic: 'proposal:1' });
    await scene.delivery.drain();
    scene.said.length = 0;
    asked.length = 0;
    scene.words.set('asked', 'answered');
    await scene.world.tx(async (tx) => tx.refresh('proposal:1'));
  }

  async function inChannel(word: string): Promise<void> {
    const { cohort } = scene.world;
    await scene.world.tx(async (tx) => {
      const now = await tx.cohorts.get(cohort.id);
      if (now) tx.cohorts.put({ ...now, channel: { platform: 'web', conversation: 'general' } });
    });
    await scene.post('channel', word);
    await scene.delivery.drain();
  }

  it('asks once for each message, just before it', async () => {
    for (const word of ['one', 'two']) await scene.post(anna, word);
    await scene.delivery.drain();
    expect([texts(), asked]).toEqual([
      ['post one', 'post two'],
      ['post dm', 'post dm'],
    ]);
  });

  it('leaves a message where it is until its turn has come, and lets others go before', async () => {
    turn = async (to) => (to.externalId === anna.id ? 7000 : 0);
    await scene.post(anna, 'one');
    await scene.post(bo, 'two');
    await scene.delivery.drain();
    expect([texts(), scene.later[0]]).toEqual([['post two'], [`person:${anna.id}`, 7000]]);
    expect((await rows()).map(({ state, attempts, fault }) => [state, attempts, fault])).toEqual([
      ['waiting', 0, null],
      ['sent', 1, null],
    ]);
    turn = async () => 0;
    await scene.delivery.drain();
    expect(texts()).toEqual(['post two', 'post one']);
  });

  it('draws anew what was drawn before a long wait', async () => {
    scene.words.set('word', 'old');
    turn = async () => {
      scene.words.set('word', 'new');
      return pause(600, 0);
    };
    await scene.post(anna, 'word');
    await scene.delivery.drain();
    expect(texts()).toEqual(['post new']);
  });

  it('says nothing that is no longer worth saying after a long wait', async () => {
    turn = async () => {
      scene.words.set('word', null);
      return pause(600, 0);
    };
    await scene.post(anna, 'word');
    await scene.delivery.drain();
    expect([texts(), await scene.states()]).toEqual([[], ['dropped']]);
  });

  it('takes a limit that cannot be asked for a turn that has not come', async () => {
    turn = () => Promise.reject(new Error('the database is gone'));
    await scene.post(anna, 'one');
    await scene.delivery.drain();
    expect([texts(), await scene.states(), scene.later.length]).toEqual([[], ['waiting'], 1]);
  });

  it('does not wait for a turn when it is to stop', async () => {
    const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
    turn = () => {
      enter();
      return new Promise(() => {});
    };
    await scene.post(anna, 'one');
    const working = scene.delivery.drain();
    await entered;
    await scene.delivery.stop();
    await working;
    expect([texts(), await scene.states()]).toEqual([[], ['waiting']]);
  });

  it('asks for each message that is drawn anew, and for the first of them before it takes them in hand', async () => {
    await sentTo(anna, bo);
    turn = async () => 7000;
    await scene.delivery.drain();
    expect([texts(), asked]).toEqual([[], ['update dm']]);
    expect((await rows()).at(-1)).toMatchObject({ mode: 'refresh', state: 'waiting', attempts: 0 });
    turn = async () => 0;
    await scene.delivery.drain();
    expect([texts(), asked.length]).toEqual([['update answered', 'update answered'], 3]);
  });

  it('waits a while for the other turns of a topic, and comes back where that does not suffice', async () => {
    await sentTo(anna, bo);
    const waits = [0, 200, 0];
    turn = async () => waits.shift() ?? 0;
    await scene.delivery.drain();
    expect(texts()).toEqual(['update answered', 'update answered']);

    await scene.world.tx(async (tx) => tx.refresh('proposal:1'));
    turn = async (to) => (to.externalId === bo.id ? 60_000 : 0);
    await scene.delivery.drain();
    expect((await rows()).at(-1)).toMatchObject({ mode: 'refresh', state: 'waiting', attempts: 1, fault: 'no-turn' });
    turn = async () => 0;
    pass(60_000);
    await scene.delivery.drain();
    expect((await rows()).at(-1)).toMatchObject({ state: 'sent' });
  });

  it('draws what was on its way when things changed, if not at once then later', async () => {
    scene.words.set('asked', 'asked');
    turn = async (_, call) => (call === 'update' ? 60_000 : 0);
    scene.answers.push(async (): Promise<Outcome> => {
      scene.words.set('asked', 'answered');
      await scene.world.tx(async (tx) => tx.refresh('proposal:1'));
      await scene.another().deliver({ tenantId: scene.world.tenantId, conversation: 'topic:proposal:1' });
      return { outcome: 'sent', ref: 'late' };
    });
    await scene.post(anna, 'asked', { topic: 'proposal:1' });
    await scene.delivery.drain();
    expect(texts()).toEqual(['post asked']);
    turn = async () => 0;
    await scene.delivery.drain();
    expect(texts()).toEqual(['post asked', 'update answered']);
  });

  it('tells that a channel is lost, each time', async () => {
    scene.answers.push({ outcome: 'never', fault: 'is_archived' }, { outcome: 'never', fault: 'channel_not_found' });
    await inChannel('one');
    await inChannel('two');
    expect([scene.lost, await scene.states()]).toEqual([
      [scene.world.cohort.id, scene.world.cohort.id],
      ['dead', 'dead'],
    ]);
  });

  it('blames neither a person nor a channel for a fault of a message', async () => {
    const fault: Outcome = { outcome: 'never', fault: 'invalid_blocks', of: 'message' };
    scene.answers.push(fault, fault);
    await inChannel('one');
    await scene.post(anna, 'two');
    await scene.delivery.drain();
    expect([scene.lost, scene.unreachable, await scene.states()]).toEqual([[], [], ['dead', 'dead']]);
    expect(await scene.world.tx((tx) => tx.accounts.find({ personId: anna.id }))).toMatchObject([{ reachable: true }]);
  });
});
