// Stopping: whoever is being served gets their answer, and what was begun is ended.

import { expect, it } from 'vitest';
import * as slack from '../../../support/slack/payloads.ts';
import { openDoor } from './door.ts';

it('gives all at hand their answers, and waits for the work behind answers given', async () => {
  const door = await openDoor();
  const work = Promise.withResolvers<void>();
  let begun = 0;
  let ended = 0;
  door.app.command('/mentor', async ({ ack, command }) => {
    begun++;
    if (command.text === 'ack first') await ack('early');
    await work.promise;
    await ack('late');
    ended++;
  });
  door.app.event('app_home_opened', async () => {
    begun++;
    await work.promise;
    ended++;
  });
  const early = Array.from({ length: 20 }, () => door.send('form', slack.command({ text: 'ack first' })));
  const late = Array.from({ length: 20 }, () => door.send('form', slack.command()));
  const events = Array.from({ length: 20 }, () => door.send('json', slack.homeOpened()));
  await expect.poll(() => begun).toBe(60);
  expect(await textsOf(early)).toEqual(['early']);

  let stopped = false;
  const stopping = door.app.stop().then(() => (stopped = true));
  expect((await door.send('json', slack.homeOpened())).status).toBe(503);
  expect([stopped, ended]).toEqual([false, 0]);

  work.resolve();
  await stopping;
  expect(ended).toBe(60);
  expect(await textsOf(late)).toEqual(['late']);
  expect(await textsOf(events)).toEqual(['']);
  expect(door.lines).toEqual([]);
  await door.close();
});

it('answers those at hand also where the server stops at the same time', async () => {
  const door = await openDoor();
  const work = Promise.withResolvers<void>();
  let begun = 0;
  door.app.command('/mentor', async ({ ack }) => {
    begun++;
    await work.promise;
    await ack('there');
  });
  const sent = Array.from({ length: 50 }, () => door.send('form', slack.command()));
  await expect.poll(() => begun).toBe(50);
  const stopping = Promise.all([door.close(), door.app.stop()]);
  work.resolve();
  expect(await textsOf(sent)).toEqual(['there']);
  await stopping;
});

it('does not wait for ever', async () => {
  const door = await openDoor({ stopWithin: 20 });
  const never = Promise.withResolvers<void>();
  door.app.command('/mentor', async ({ ack }) => {
    await ack('here');
    await never.promise;
  });
  expect(await (await door.send('form', slack.command())).text()).toBe('here');
  await door.app.stop();
  expect(door.lines).toEqual([{ level: 'warn', event: 'slack.abandoned', fields: { count: 1 } }]);
  never.resolve();
  await door.close();
});

it('has nothing to wait for where nothing is at hand, and opens again', async () => {
  const door = await openDoor();
  await door.app.stop();
  await door.app.stop();
  await door.app.start();
  expect((await door.send('json', slack.homeOpened())).status).toBe(200);
  await door.close();
});

async function textsOf(sent: readonly Promise<Response>[]): Promise<string[]> {
  const texts = await Promise.all(sent.map(async (one) => (await one).text()));
  return [...new Set(texts)];
}
