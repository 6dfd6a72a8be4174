// Stopping: whoever is being served gets their answer, and what was begun is ended.

import { expect, it } from 'vitest';
import { activity, answers, invoke, openDoor } from './door.ts';

async function textsOf(sent: readonly Promise<Response>[]): Promise<string[]> {
  const texts = await Promise.all(sent.map(async (one) => `${(await one).status} ${await (await one).text()}`));
  return [...new Set(texts)];
}

/** A door whose turns wait until the work is done. */
async function busyDoor(of: Parameters<typeof openDoor>[0] = {}) {
  const work = Promise.withResolvers<void>();
  const count = { begun: 0, ended: 0 };
  const door = await openDoor({
    ...of,
    async turn(context) {
      count.begun++;
      await work.promise;
      if (context.activity.type === 'invoke') await answers(context, { late: true });
      count.ended++;
    },
  });
  return { door, count, done: () => work.resolve() };
}

it('gives all at hand their answers, and takes nobody in any more', async () => {
  const { door, count, done } = await busyDoor();
  const messages = Array.from({ length: 30 }, () => door.send(activity()));
  const presses = Array.from({ length: 30 }, () => door.send(invoke('adaptiveCard/action')));
  await expect.poll(() => count.begun).toBe(60);

  let stopped = false;
  const stopping = door.receiver.stop().then(() => (stopped = true));
  const late = await door.send(activity());
  expect([late.status, late.headers.get('retry-after'), await late.text()]).toEqual([503, '5', '']);
  expect((await door.send(activity(), { token: null })).status).toBe(401);
  expect([stopped, count]).toEqual([false, { begun: 60, ended: 0 }]);

  done();
  await stopping;
  expect(count).toEqual({ begun: 60, ended: 60 });
  expect(await textsOf(messages)).toEqual(['200 ']);
  expect(await textsOf(presses)).toEqual(['200 {"late":true}']);
  expect(door.lines.filter(({ event }) => event !== 'teams.refused')).toEqual([]);
  await door.close();
});

it('waits for the work behind answers given', async () => {
  const { door, count, done } = await busyDoor({ answerWithin: 10 });
  expect(await textsOf([door.send(activity()), door.send(activity())])).toEqual(['200 ']);
  const stopping = door.receiver.stop();
  done();
  await stopping;
  expect(count).toEqual({ begun: 2, ended: 2 });
  await door.close();
});

it('takes in nobody who was still being looked at', async () => {
  const { door, count, done } = await busyDoor();
  door.provider.hang(true);
  const sent = Array.from({ length: 10 }, () => door.send(activity()));
  await expect.poll(() => door.provider.asked).toHaveLength(1);
  const stopping = door.receiver.stop();
  door.provider.hang(false);
  await stopping;
  expect(await textsOf(sent)).toEqual(['503 ']);
  expect(count.begun).toBe(0);
  done();
  await door.close();
});

it('answers those at hand also where the server stops at the same time', async () => {
  const { door, count, done } = await busyDoor();
  const sent = Array.from({ length: 50 }, () => door.send(invoke('task/submit')));
  await expect.poll(() => count.begun).toBe(50);
  const stopping = Promise.all([door.close(), door.receiver.stop()]);
  done();
  expect(await textsOf(sent)).toEqual(['200 {"late":true}']);
  await stopping;
});

it('does not wait for ever', async () => {
  const { door, done } = await busyDoor({ stopWithin: 20, answerWithin: 10 });
  expect(await textsOf([door.send(activity())])).toEqual(['200 ']);
  await door.receiver.stop();
  expect(door.lines.at(-1)).toEqual({ level: 'warn', event: 'teams.abandoned', fields: { count: 1 } });
  done();
  await door.close();
});

it('has nothing to wait for where nothing is at hand', async () => {
  const { door } = await busyDoor();
  await door.receiver.stop();
  await door.receiver.stop();
  await door.close();
});
