// Messages are delivered in order, once where they must not come twice, and at least once where they must come.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, instantOf, MINUTE } from '../../../src/time.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import type { Delivery as Outcome } from '../../../src/ports.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { DATABASES } from '../../support/databases.ts';
import { createScene, type Scene } from './scene.ts';

describe.each(DATABASES)('delivery on $name', ({ open }) => {
  let database: Database;
  let scene: Scene;
  let anna: Person;
  let bo: Person;

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    scene = await createScene(database);
    anna = await scene.world.person('Anna Lind');
    bo = await scene.world.person('Bo Ek');
  });

  const drain = () => scene.delivery.drain();
  const texts = () => scene.said.map((one) => one.text);
  const pass = (ms: number) => scene.world.clock.set(instantOf(scene.world.clock.now() + ms));
  const conversation = (person: Person) => ({ tenantId: scene.world.tenantId, conversation: `person:${person.id}` });

  it('says what waits, in the order of its making, where the person is', async () => {
    for (const word of ['one', 'two', 'three']) await scene.post(anna, word);
    await drain();
    expect(texts()).toEqual(['one', 'two', 'three']);
    expect(scene.said[0]?.to).toMatchObject({ tenantId: scene.world.tenantId, conversation: `dm:${anna.id}`, externalId: anna.id });
    expect(await scene.states()).toEqual(['sent', 'sent', 'sent']);
    expect(await drain()).toBe(0);
  });

  it('speaks in the channel of a cohort, once it has one', async () => {
    const { world } = scene;
    const { cohort } = world;
    await world.tx(async (tx) => {
      const now = await tx.cohorts.get(cohort.id);
      if (now) tx.cohorts.put({ ...now, channel: { platform: 'web', conversation: 'general' } });
    });
    await scene.post('channel', 'welcome');
    await drain();
    expect(scene.said[0]?.to).toMatchObject({ conversation: 'general' });
  });

  it('says nothing that is no longer worth saying', async () => {
    scene.words.set('late', null);
    await scene.post(anna, 'late');
    await drain();
    expect([scene.said, await scene.states()]).toEqual([[], ['dropped']]);
  });

  it('says nothing to somebody who has left', async () => {
    await scene.world.tx(async (tx) => {
      const person = await tx.people.get(anna.id);
      if (person) tx.people.put({ ...person, leftAt: scene.world.clock.now() });
    });
    await scene.post(anna, 'hello');
    await drain();
    expect([scene.said, await scene.states()]).toEqual([[], ['dropped']]);
  });

  it('waits until a message may be said', async () => {
    await scene.post(anna, 'tomorrow', { at: instantOf(scene.world.clock.now() + 5 * HOUR) });
    expect(await drain()).toBe(0);
    pass(5 * HOUR);
    expect(await drain()).toBe(1);
  });

  it('tries again after what the platform asked for, and lets nothing overtake', async () => {
    scene.answers.push({ outcome: 'retry', afterMs: 30_000, fault: 'rate_limited' });
    await scene.post(anna, 'one');
    await scene.post(anna, 'two');
    await scene.post(bo, 'else');
    await drain();
    expect(texts()).toEqual(['one', 'else']);
    pass(30_000);
    await drain();
    expect(texts()).toEqual(['one', 'else', 'one', 'two']);
    expect(await scene.states()).toEqual(['sent', 'sent', 'sent']);
  });

  it('gives a person up whom no message will ever reach, and says so once', async () => {
    scene.answers.push({ outcome: 'never', fault: 'account_inactive' });
    await scene.post(anna, 'one');
    await scene.post(anna, 'two');
    await drain();
    expect([texts(), await scene.states(), scene.unreachable]).toEqual([['one'], ['dead', 'dead'], [anna.id]]);
    expect(await scene.world.tx((tx) => tx.accounts.find({ personId: anna.id }))).toMatchObject([{ reachable: false }]);
  });

  it('leaves a nudge unsure, and says a decision again', async () => {
    scene.answers.push({ outcome: 'unsure', fault: 'reset' }, { outcome: 'unsure', fault: 'reset' });
    await scene.post(anna, 'nudge', { kind: 'nudge' });
    await scene.post(bo, 'decision');
    await drain();
    expect(await scene.states()).toEqual(['unsure', 'waiting']);
    pass(HOUR);
    await drain();
    expect([texts(), await scene.states()]).toEqual([
      ['nudge', 'decision', 'decision'],
      ['unsure', 'sent'],
    ]);
  });

  it('takes an adapter that fails for unsure: it may have spoken before it fell', async () => {
    scene.answers.push(() => Promise.reject(new Error('boom')));
    await scene.post(anna, 'nudge', { kind: 'nudge' });
    await drain();
    expect(await scene.states()).toEqual(['unsure']);
  });

  it('does not let a message that cannot be drawn hold up those behind it for long', async () => {
    scene.words.set('broken', new Error('a mistake of ours'));
    await scene.post(anna, 'broken');
    await scene.post(anna, 'two');
    for (let tries = 0; tries < 5; tries++) {
      await drain();
      pass(5 * MINUTE);
    }
    expect([texts(), await scene.states()]).toEqual([['two'], ['dead', 'sent']]);
  });

  it('nudges from 8 to 18 on working days; decisions come at any hour (S4.55)', async () => {
    pass(11 * HOUR); // Tuesday 21:00 in Stockholm
    await scene.post(anna, 'nudge', { kind: 'nudge' });
    await scene.post(anna, 'decision');
    await drain();
    expect(texts()).toEqual(['decision']);
    pass(10 * HOUR); // Wednesday 7:00
    await drain();
    pass(HOUR);
    await drain();
    expect(texts()).toEqual(['decision', 'nudge']);
  });

  it('says at most one nudge an hour to a person, however many wait after a time of silence', async () => {
    for (const word of ['one', 'two', 'three']) await scene.post(anna, word, { kind: 'nudge' });
    await scene.post(bo, 'other', { kind: 'nudge' });
    await drain();
    expect(texts()).toEqual(['one', 'other']);
    pass(30 * MINUTE);
    await drain();
    expect(texts()).toEqual(['one', 'other']);
    pass(30 * MINUTE);
    await drain();
    expect(texts()).toEqual(['one', 'other', 'two']);
  });

  it('does not wait for a nudge of the future after the clock was put back', async () => {
    await scene.post(anna, 'one', { kind: 'nudge' });
    await drain();
    pass(-24 * HOUR);
    await scene.post(anna, 'two', { kind: 'nudge' });
    await drain();
    expect(texts()).toEqual(['one', 'two']);
  });

  it('draws all earlier messages of a topic anew, and leaves those alone that have nothing new to say', async () => {
    scene.words.set('asked', 'asked');
    for (const person of [anna, bo]) await scene.post(person, 'asked', { topic: 'proposal:1' });
    await scene.post(bo, 'other', { topic: 'proposal:2' });
    await drain();
    scene.said.length = 0;
    scene.words.set('asked', 'answered');
    await scene.world.tx(async (tx) => tx.refresh('proposal:1'));
    await drain();
    expect(scene.said.map(({ how, ref, text }) => [how, ref, text])).toEqual([
      ['update', 'ref-1', 'answered'],
      ['update', 'ref-2', 'answered'],
    ]);
    await scene.world.tx(async (tx) => tx.refresh('nothing:9'));
    await drain();
    expect(scene.said).toHaveLength(2);
  });

  it('does not give a person up because an old message is gone', async () => {
    await scene.post(anna, 'asked', { topic: 'proposal:1' });
    await drain();
    scene.answers.push({ outcome: 'never', fault: 'message_not_found' });
    await scene.world.tx(async (tx) => tx.refresh('proposal:1'));
    await drain();
    expect([await scene.states(), scene.unreachable]).toEqual([['sent', 'sent'], []]);
  });

  it('draws anew also what was on its way when things changed', async () => {
    const { promise: held, resolve: go } = Promise.withResolvers<Outcome>();
    const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
    scene.answers.push(() => {
      enter();
      return held;
    });
    scene.words.set('asked', 'asked');
    await scene.post(anna, 'asked', { topic: 'proposal:1' });
    const sending = scene.delivery.deliver(conversation(anna));
    await entered;
    scene.words.set('asked', 'answered');
    await scene.world.tx(async (tx) => tx.refresh('proposal:1'));
    await scene.another().drain();
    go({ outcome: 'sent', ref: 'late' });
    await sending;
    pass(MINUTE);
    await drain();
    expect(scene.said.map(({ how, text }) => [how, text])).toEqual([
      ['post', 'asked'],
      ['update', 'answered'],
    ]);
  });

  it('draws anew also what was being drawn when things changed', async () => {
    scene.words.set('asked', 'asked');
    await scene.post(anna, 'asked', { topic: 'proposal:1' });
    scene.drawing = async () => {
      scene.drawing = async () => {};
      scene.words.set('asked', 'answered');
      await scene.world.tx(async (tx) => tx.refresh('proposal:1'));
      await scene.another().deliver({ tenantId: scene.world.tenantId, conversation: 'topic:proposal:1' });
    };
    await drain();
    expect(scene.said.map(({ how, ref, text }) => [how, ref, text])).toEqual([
      ['post', undefined, 'asked'],
      ['update', 'ref-1', 'answered'],
    ]);
  });

  it('is done by one of many processes, in order', async () => {
    const many = Array.from({ length: 5 }, () => scene.another());
    for (let word = 1; word <= 20; word++) for (const person of [anna, bo]) await scene.post(person, `${person.name} ${word}`);
    await Promise.all(many.flatMap((one) => [one.deliver(conversation(anna)), one.deliver(conversation(bo)), one.drain()]));
    for (const { name } of [anna, bo]) {
      expect(texts().filter((text) => text.startsWith(name))).toEqual(Array.from({ length: 20 }, (_, index) => `${name} ${index + 1}`));
    }
  });

  it('finds what a process left behind that is gone: unsure, the decision said again, the nudge not', async () => {
    const { promise: never, resolve: end } = Promise.withResolvers<Outcome>();
    scene.answers.push(
      () => never,
      () => never,
    );
    await scene.post(anna, 'decision');
    await scene.post(bo, 'nudge', { kind: 'nudge' });
    const gone = scene.another();
    const left = [gone.drain(), gone.deliver(conversation(bo))];
    await expect.poll(() => scene.states()).toEqual(['sending', 'sending']);
    await scene.delivery.recover(MINUTE);
    expect(await scene.states()).toEqual(['sending', 'sending']);
    await scene.delivery.recover(0);
    expect(await scene.states()).toEqual(['waiting', 'unsure']);
    await drain();
    expect([await scene.states(), texts().filter((text) => text === 'nudge')]).toEqual([['sent', 'unsure'], ['nudge']]);
    const rows = await scene.world.store.prisma.message.findMany({ where: { tenantId: scene.world.tenantId }, orderBy: { seq: 'asc' } });
    expect(rows.map((row) => row.fault)).toEqual(['unsure:process-gone', 'unsure:process-gone']);
    // Here the process is not gone: nothing of it may outlast the storage.
    end({ outcome: 'sent', ref: 'late' });
    await Promise.all(left);
  });

  it('takes a process that slept for alive', async () => {
    const { promise: held, resolve: go } = Promise.withResolvers<Outcome>();
    scene.answers.push(() => held);
    await scene.post(anna, 'nudge', { kind: 'nudge' });
    const sending = drain();
    await expect.poll(() => scene.states()).toEqual(['sending']);
    await scene.delivery.recover(0);
    expect(await scene.states()).toEqual(['sending']);
    go({ outcome: 'sent', ref: '1' });
    await sending;
    expect(await scene.states()).toEqual(['sent']);
  });

  it('believes a process that was thought gone and comes back with the answer', async () => {
    const { promise: held, resolve: go } = Promise.withResolvers<Outcome>();
    scene.answers.push(() => held);
    await scene.post(anna, 'nudge', { kind: 'nudge' });
    const sending = scene.another().drain();
    await expect.poll(() => scene.states()).toEqual(['sending']);
    await scene.delivery.recover(0);
    expect(await scene.states()).toEqual(['unsure']);
    go({ outcome: 'sent', ref: '1' });
    await sending;
    expect(await scene.states()).toEqual(['sent']);
  });

  it('finishes the message in hand when asked to stop, and begins no more', async () => {
    const { promise: held, resolve: go } = Promise.withResolvers<Outcome>();
    const { promise: entered, resolve: enter } = Promise.withResolvers<void>();
    scene.answers.push(() => {
      enter();
      return held;
    });
    await scene.post(anna, 'one');
    await scene.post(anna, 'two');
    const sending = drain();
    await entered;
    const stopped = scene.delivery.stop();
    go({ outcome: 'sent', ref: '1' });
    await Promise.all([stopped, sending]);
    expect([texts(), await scene.states()]).toEqual([['one'], ['sent', 'waiting']]);
  });
});
