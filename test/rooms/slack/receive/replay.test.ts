// The same signed request again: one answer, one deed (F4).

import { assert, asyncProperty, constantFrom, integer, property, record } from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Replays } from '../../../../adapters/slack/receive/replay.ts';
import { verifierOf } from '../../../../adapters/slack/receive/verify.ts';
import { type Instant, instantOf, plus } from '../../../../src/time.ts';
import * as slack from '../../../support/slack/payloads.ts';
import { type Kind, signed } from '../../../support/slack/sign.ts';
import { type Door, NOW, openDoor, SECRET } from './door.ts';

describe('what is remembered', () => {
  function memory(most?: number) {
    let at: Instant = NOW;
    let done = 0;
    const replays = new Replays<number>({ now: () => at }, most);
    const once = (signature: string) => replays.once(signature, async () => ++done);
    return { once, forward: (ms: number) => void (at = plus(at, ms)), done: () => done };
  }

  it('is the first answer, for ten minutes', async () => {
    const { once, forward } = memory();
    expect([await once('a'), await once('b'), await once('a')]).toEqual([1, 2, 1]);
    forward(600_999);
    expect([await once('a'), await once('b')]).toEqual([1, 2]);
    forward(2);
    expect([await once('a'), await once('b')]).toEqual([3, 4]);
  });

  it('is the answer that is still on its way', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const replays = new Replays<string>({ now: () => NOW });
    const both = [replays.once('a', () => promise), replays.once('a', async () => 'another')];
    resolve('the first');
    expect(await Promise.all(both)).toEqual(['the first', 'the first']);
  });

  it('is no failure: it may be tried again', async () => {
    const replays = new Replays<string>({ now: () => NOW });
    await expect(replays.once('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await replays.once('a', async () => 'there')).toBe('there');
  });

  it('has its bounds: the oldest goes first', async () => {
    const { once, done } = memory(3);
    for (const signature of ['a', 'b', 'c', 'd']) await once(signature);
    expect([await once('b'), await once('c'), await once('d')]).toEqual([2, 3, 4]);
    expect(done()).toBe(4);
    expect(await once('a')).toBe(5);
  });

  it('is as long as the signature is good for, wherever in its window it came', () => {
    const verify = verifierOf([SECRET]);
    const rawBody = Buffer.from('a=b');
    assert(
      property(integer({ min: -301, max: 301 }), integer({ min: 0, max: 605_000 }), integer({ min: 0, max: 999 }), (skew, later, ms) => {
        let at = instantOf(NOW + ms);
        const headers = signed(SECRET, rawBody, NOW / 1000 + skew);
        const request = { rawBody, timestamp: headers['x-slack-request-timestamp'], signature: headers['x-slack-signature'] };
        if (verify(request, at) !== 'ok') return;
        const replays = new Replays<string>({ now: () => at });
        void replays.once('a', async () => 'first');
        at = plus(at, later);
        if (verify(request, at) !== 'ok') return;
        let again = false;
        void replays.once('a', async () => {
          again = true;
          return 'second';
        });
        expect(again).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('at the door', () => {
  let door: Door;
  let deeds = 0;

  beforeAll(async () => {
    door = await openDoor();
    door.app.command('/mentor', ({ ack }) => ack(`deed ${++deeds}`));
    door.app.action('press:1', async ({ ack }) => {
      deeds++;
      await ack();
    });
    door.app.view('form', ({ ack }) => ack({ response_action: 'errors', errors: { goal: `deed ${++deeds}` } }));
    door.app.event('app_home_opened', async () => void deeds++);
  });
  beforeEach(() => {
    deeds = 0;
  });
  afterAll(() => door.close());

  const KINDS: readonly { readonly kind: Kind; readonly make: () => object }[] = [
    { kind: 'form', make: slack.command },
    { kind: 'interaction', make: slack.pressedInDirectMessage },
    { kind: 'interaction', make: slack.viewSubmission },
    { kind: 'json', make: slack.homeOpened },
  ];

  it('the same request, two to ten times at once and then once more, is one deed with one answer (F4)', async () => {
    await assert(
      asyncProperty(record({ of: constantFrom(...KINDS), times: integer({ min: 2, max: 10 }) }), async ({ of, times }) => {
        deeds = 0;
        const payload = of.make();
        const send = async () => {
          const response = await door.send(of.kind, payload);
          return [response.status, await response.text()].join(' ');
        };
        const answers = [...(await Promise.all(Array.from({ length: times }, send))), await send()];
        expect(new Set(answers).size).toBe(1);
        expect(deeds).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it('two requests that only look alike are two deeds', async () => {
    await door.send('form', slack.command({ text: 'goals' }));
    await door.send('form', slack.command({ text: 'goals' }));
    expect(deeds).toBe(2);
  });

  it('the same words signed a second later go to Bolt again: the inbox knows them', async () => {
    const payload = slack.command();
    await door.send('form', payload, { at: NOW / 1000 });
    await door.send('form', payload, { at: NOW / 1000 + 1 });
    expect(deeds).toBe(2);
  });
});
