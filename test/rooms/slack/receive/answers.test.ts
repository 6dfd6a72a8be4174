// What Slack gets back, and how soon: from the listeners behind the door.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpReceiver } from '../../../../adapters/slack/receive/http.ts';
import { PATHS } from '../../../../adapters/slack/settings.ts';
import { BotError } from '../../../../src/fault.ts';
import type { Log } from '../../../../src/ports.ts';
import * as slack from '../../../support/slack/payloads.ts';
import { asSlackSends, signed } from '../../../support/slack/sign.ts';
import { boltOn, type Door, NOW, type Opening, openDoor, SECONDS, SECRET } from './door.ts';

const opened: Door[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((door) => door.close()));
});

async function open(of: Opening = {}): Promise<Door> {
  const door = await openDoor(of);
  opened.push(door);
  return door;
}

function events(door: Door): string[] {
  return door.lines.map(({ level, event }) => `${level} ${event}`);
}

/** A gate that a listener waits at until the test opens it. */
function gate(): { readonly open: () => void; readonly passed: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, passed: promise };
}

describe('an interaction', () => {
  it.each([
    ['nothing', undefined, '', null],
    ['an empty text', '', '', null],
    ['a text', 'Träff på måndag', 'Träff på måndag', 'text/plain; charset=utf-8'],
    ['a message', { response_type: 'ephemeral', text: 'Hej' }, '{"response_type":"ephemeral","text":"Hej"}', 'application/json'],
  ])('is answered with what its listener acks: %s', async (_, given, text, type) => {
    const door = await open();
    door.app.command('/mentor', ({ ack }) => ack(given as string));
    const response = await door.send('form', slack.command());
    expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([200, text, type]);
    expect(door.lines).toEqual([]);
  });

  it('of a form gets its field errors with the ack', async () => {
    const door = await open();
    door.app.view('form', ({ ack }) => ack({ response_action: 'errors', errors: { goal: 'Saknas' } }));
    expect(await (await door.send('interaction', slack.viewSubmission())).json()).toEqual({ response_action: 'errors', errors: { goal: 'Saknas' } });
  });

  it('has the first ack, whatever is acked after it', async () => {
    const door = await open();
    door.app.command('/mentor', async ({ ack }) => {
      await ack('first');
      await ack('second');
    });
    expect(await (await door.send('form', slack.command())).text()).toBe('first');
    expect(door.lines).toEqual([]);
  });

  it('is answered at the ack, while the work goes on', async () => {
    const door = await open();
    const work = gate();
    door.app.command('/mentor', async ({ ack }) => {
      await ack('soon');
      await work.passed;
    });
    expect(await (await door.send('form', slack.command())).text()).toBe('soon');
    work.open();
    await door.app.stop();
    expect(door.lines).toEqual([]);
  });

  it('is answered in time though its listener is slow, and only once', async () => {
    const door = await open({ answerWithin: 20 });
    const work = gate();
    door.app.command('/mentor', async ({ ack }) => {
      await work.passed;
      await ack('too late');
    });
    const response = await door.send('form', slack.command());
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(door.lines).toEqual([{ level: 'warn', event: 'slack.slow', fields: { type: 'command' } }]);
    work.open();
    await door.app.stop();
    expect(door.lines).toHaveLength(1);
  });

  it('whose listener fails is taken all the same: the person cannot be asked to press again by a status', async () => {
    const door = await open();
    door.app.action('press:1', async () => {
      throw new Error('the database is gone');
    });
    expect((await door.send('interaction', slack.pressedInHome())).status).toBe(200);
    expect(door.lines).toEqual([{ level: 'error', event: 'slack.fault', fields: { type: 'block_actions' } }]);
  });

  it('keeps its answer where the work behind it fails', async () => {
    const door = await open();
    door.app.command('/mentor', async ({ ack }) => {
      await ack('done');
      throw new Error('the Home tab could not be drawn');
    });
    expect(await (await door.send('form', slack.command())).text()).toBe('done');
    await door.app.stop();
    expect(events(door)).toEqual(['error slack.fault']);
  });
});

describe('an event', () => {
  it('is answered when it is dealt with', async () => {
    const door = await open();
    const work = gate();
    let dealtWith = false;
    door.app.event('app_home_opened', async () => {
      await work.passed;
      dealtWith = true;
    });
    const sent = door.send('json', slack.homeOpened());
    work.open();
    expect((await sent).status).toBe(200);
    expect(dealtWith).toBe(true);
  });

  it('that failed is sent again, and then dealt with, even in the very same words', async () => {
    const door = await open();
    let tries = 0;
    door.app.event('user_change', async () => {
      if (++tries === 1) throw new Error('the database is gone');
    });
    const event = slack.userChange();
    expect((await door.send('json', event)).status).toBe(500);
    expect((await door.send('json', event)).status).toBe(200);
    expect((await door.send('json', event)).status).toBe(200);
    expect(tries).toBe(2);
    expect(door.lines).toEqual([{ level: 'error', event: 'slack.fault', fields: { type: 'user_change' } }]);
  });

  it('says which try it is', async () => {
    const door = await open();
    const tries: unknown[] = [];
    door.app.event('user_change', async ({ context }) => void tries.push([context.retryNum, context.retryReason]));
    await door.send('json', slack.userChange());
    await door.send('json', slack.userChange(), { retry: { num: 2, reason: 'http_timeout' } });
    await door.send('json', slack.userChange(), { headers: { 'x-slack-retry-num': '1e3' } });
    expect(tries).toEqual([
      [undefined, undefined],
      [2, 'http_timeout'],
      [undefined, undefined],
    ]);
  });

  it('that takes too long is taken, and its late fault is told in the log alone', async () => {
    const door = await open({ answerWithin: 20 });
    const work = gate();
    door.app.event('user_change', async () => {
      await work.passed;
      throw new Error('after all');
    });
    expect((await door.send('json', slack.userChange())).status).toBe(200);
    work.open();
    await door.app.stop();
    expect(events(door)).toEqual(['warn slack.slow', 'error slack.fault']);
  });
});

describe('the time to answer', () => {
  const lines: string[] = [];
  const log: Log = { info: (event) => void lines.push(event), warn: (event) => void lines.push(event), error: (event) => void lines.push(event) };

  function request(payload: object): RequestInit {
    const { type, body } = asSlackSends('form', payload);
    return { method: 'POST', headers: { 'content-type': type, ...signed(SECRET, body, SECONDS) }, body };
  }

  beforeEach(() => {
    lines.length = 0;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => vi.useRealTimers());

  it('is two and a half seconds at the very most', async () => {
    const receiver = new HttpReceiver({ signingSecrets: [SECRET], clock: { now: () => NOW }, log });
    const begun = gate();
    boltOn(receiver).command('/mentor', () => {
      begun.open();
      return new Promise<void>(() => {});
    });
    const response = receiver.site.request(PATHS.events, request(slack.command()));
    await begun.passed;
    vi.advanceTimersByTime(2499);
    expect(lines).toEqual([]);
    vi.advanceTimersByTime(1);
    expect([(await response).status, lines]).toEqual([200, ['slack.slow']]);
  });

  it('is over with the answer, however long the work goes on', async () => {
    const receiver = new HttpReceiver({ signingSecrets: [SECRET], clock: { now: () => NOW }, log });
    boltOn(receiver).command('/mentor', async ({ ack }) => {
      await ack('quick');
      await new Promise<void>(() => {});
    });
    expect(await (await receiver.site.request(PATHS.events, request(slack.command()))).text()).toBe('quick');
    expect(vi.getTimerCount()).toBe(0);
    expect(lines).toEqual([]);
  });
});

describe('where nobody has installed the bot', () => {
  const nobody: Opening = { authorize: () => Promise.reject(new Error('no installation')) };

  it.each([
    ['form', slack.command(), 'command'],
    ['interaction', slack.viewSubmission(), 'view_submission'],
    ['json', slack.homeOpened(), 'app_home_opened'],
  ] as const)('a %s is taken and told in the log', async (kind, payload, type) => {
    const door = await open(nobody);
    expect((await door.send(kind, payload)).status).toBe(200);
    expect(door.lines).toEqual([{ level: 'warn', event: 'slack.uninstalled', fields: { type } }]);
  });

  it('is not what a fault of our own storage means: an event is then sent again', async () => {
    const door = await open({ authorize: () => Promise.reject(new BotError('database', 'no connection')) });
    expect((await door.send('json', slack.homeOpened())).status).toBe(500);
    expect((await door.send('form', slack.command())).status).toBe(200);
    expect(events(door)).toEqual(['error slack.fault', 'error slack.fault']);
  });
});
