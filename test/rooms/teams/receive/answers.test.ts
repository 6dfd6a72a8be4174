// What Teams gets back, and how soon: from the turn behind the door.

import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpReceiver } from '../../../../adapters/teams/receive/http.ts';
import { PATHS } from '../../../../adapters/teams/settings.ts';
import { BotError } from '../../../../src/fault.ts';
import { activity, answers, type Door, invoke, NOW, type Opening, openDoor, settingsFor } from './door.ts';

const opened: Door[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((door) => door.close()));
});

async function open(of: Opening = {}): Promise<Door> {
  const door = await openDoor(of);
  opened.push(door);
  return door;
}

/** A gate that a turn waits at until the test opens it. */
function gate(): { readonly open: () => void; readonly passed: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, passed: promise };
}

function events(door: Door): string[] {
  return door.lines.map(({ level, event }) => `${level} ${event}`);
}

describe('an invoke', () => {
  it.each([
    ['nothing', undefined, 200, '', null],
    ['an object', { statusCode: 200, value: 'Hej Åsa' }, 200, '{"statusCode":200,"value":"Hej Åsa"}', 'application/json'],
    ['a status of its own', { code: 'BadRequest' }, 400, '{"code":"BadRequest"}', 'application/json'],
  ])('is answered with what the turn says: %s', async (_, body, status, text, type) => {
    const door = await open({ turn: (context) => answers(context, body, status) });
    const response = await door.send(invoke('task/fetch'));
    expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([status, text, type]);
    expect(door.lines).toEqual([]);
  });

  it('that nobody answers is told so', async () => {
    const door = await open();
    expect((await door.send(invoke('task/fetch'))).status).toBe(501);
    expect(door.lines).toEqual([{ level: 'info', event: 'teams.unhandled', fields: { type: 'task/fetch' } }]);
  });

  it('of a form is answered with the form again, through the library’s own routes', async () => {
    const app = new Application({ startTypingTimer: false });
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', body: [] } };
    app.taskModules.submit('send', async (_context, _state, data: { mc?: object }) => ({ title: JSON.stringify(data.mc), card }));
    const door = await open({ turn: (context) => app.run(context) });
    const response = await door.send(invoke('task/submit', { data: { verb: 'send', mc: { a: 'x' } } }));
    expect(await response.json()).toEqual({ task: { type: 'continue', value: { title: '{"a":"x"}', card } } });
  });

  it('that fails says so, so that the person may press again', async () => {
    const door = await open({ turn: () => Promise.reject(new BotError('database', 'no connection')) });
    const response = await door.send(invoke('adaptiveCard/action'));
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(door.lines).toEqual([{ level: 'error', event: 'teams.fault', fields: { type: 'adaptiveCard/action' } }]);
  });

  it('is answered in time though the turn is slow, and only once', async () => {
    const work = gate();
    const door = await open({ answerWithin: 20, turn: (context) => work.passed.then(() => answers(context, { late: true })) });
    const response = await door.send(invoke('task/submit'));
    expect([response.status, await response.text()]).toEqual([504, '']);
    work.open();
    await door.receiver.stop();
    expect(door.lines).toEqual([{ level: 'warn', event: 'teams.slow', fields: { type: 'task/submit' } }]);
  });
});

describe('a message', () => {
  it('is answered when it is dealt with', async () => {
    const work = gate();
    let dealtWith = false;
    const door = await open({ turn: () => work.passed.then(() => (dealtWith = true)) });
    const sent = door.send(activity());
    work.open();
    const response = await sent;
    expect([response.status, await response.text(), dealtWith]).toEqual([200, '', true]);
  });

  it('that failed is sent again, and then dealt with', async () => {
    let tries = 0;
    const door = await open({
      turn: async () => {
        if (++tries === 1) throw new BotError('database', 'the database is gone');
      },
    });
    expect([(await door.send(activity())).status, (await door.send(activity())).status]).toEqual([500, 200]);
    expect(door.lines).toEqual([{ level: 'error', event: 'teams.fault', fields: { type: 'message' } }]);
  });

  it('that takes too long is taken, and its late fault is told in the log alone', async () => {
    const work = gate();
    const door = await open({ answerWithin: 20, turn: () => work.passed.then(() => Promise.reject(new Error('after all'))) });
    expect((await door.send(activity())).status).toBe(200);
    work.open();
    await door.receiver.stop();
    expect(events(door)).toEqual(['warn teams.slow', 'error teams.fault']);
  });

  it('of a kind that might be somebody’s is not named in the log', async () => {
    const door = await open({ turn: () => Promise.reject(new Error('x')) });
    await door.send(activity({ type: 'written by <Anna>' }));
    await door.send(invoke('anna@example.org'));
    expect(door.lines.map(({ fields }) => fields)).toEqual([{ type: 'unknown' }, { type: 'unknown' }]);
  });
});

describe('the library', () => {
  it('knows for whom the bot stands', async () => {
    const known: unknown[] = [];
    const door = await open({ turn: async ({ activity: of, adapter, turnState }) => void known.push(of.callerId, turnState.get(adapter.BotIdentityKey)) });
    await door.send(activity());
    expect(known).toEqual([undefined, expect.objectContaining({ claims: expect.arrayContaining([{ type: 'aud', value: settingsFor('').appId }]) })]);
  });

  it.each<[string, (context: TurnContext) => Promise<unknown>]>([
    ['a message', (context) => context.sendActivity('hello')],
    ['an answer', (context) => context.sendActivity({ type: 'message', text: 'hello', replyToId: '1' })],
    ['a change', (context) => context.updateActivity({ id: '1', type: 'message', text: 'hello' })],
  ])('writes nothing, and asks nobody for a token: %s', async (_, write) => {
    const faults: unknown[] = [];
    const door = await open({ turn: (context) => write(context).catch((error: unknown) => faults.push(error)) });
    expect((await door.send(activity())).status).toBe(200);
    expect(faults).toEqual([expect.objectContaining({ code: 'bug', message: 'the library was asked to write' })]);
  });
});

describe('the time to answer', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  const lines: string[] = [];
  const log = {
    info: (event: string) => void lines.push(event),
    warn: (event: string) => void lines.push(event),
    error: (event: string) => void lines.push(event),
  };
  const settings = { ...settingsFor(''), appId: '', credential: { kind: 'none' }, tenants: [] } as const;
  const request = (of: object) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(of) });

  it('is nine seconds at the very most', async () => {
    const begun = gate();
    const turn = () => {
      begun.open();
      return new Promise<void>(() => {});
    };
    const { site } = new HttpReceiver({ settings, clock: { now: () => NOW }, log, turn });
    const response = site.request(PATHS.messages, request(activity()));
    await begun.passed;
    vi.advanceTimersByTime(8999);
    expect(lines).toEqual([]);
    vi.advanceTimersByTime(1);
    expect([(await response).status, lines]).toEqual([200, ['teams.slow']]);
  });

  it('is over with the answer', async () => {
    const { site } = new HttpReceiver({ settings, clock: { now: () => NOW }, log, turn: async () => {} });
    expect((await site.request(PATHS.messages, request(activity()))).status).toBe(200);
    expect(vi.getTimerCount()).toBe(0);
  });
});
