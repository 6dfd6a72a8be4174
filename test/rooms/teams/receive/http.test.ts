// What the door takes, and what it says to the rest: real requests to a real server.

import type { TurnContext } from 'botbuilder';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activity, answers, type Door, invoke, openDoor, postRaw, TENANT } from './door.ts';

let door: Door;
let reached: TurnContext['activity'][] = [];

beforeAll(async () => {
  door = await openDoor({
    async turn(context) {
      reached.push(context.activity);
      if (context.activity.type === 'invoke') await answers(context);
    },
  });
});
beforeEach(() => {
  reached = [];
});
afterAll(() => door.close());

describe('the address', () => {
  it.each(['GET', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('takes no %s', async (method) => {
    const response = await fetch(door.url, { method });
    expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([405, 'POST', '']);
  });

  it('is the only one', async () => {
    expect((await fetch(`${door.url}/x`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(door.url.replace('/teams/messages', '/api/messages'), { method: 'POST' })).status).toBe(404);
  });
});

describe('a body', () => {
  const LIMIT = 256 * 1024;
  const long = (bytes: number) => {
    const empty = JSON.stringify(activity({ text: '' }));
    return empty.replace('"text":""', `"text":"${'x'.repeat(bytes - empty.length)}"`);
  };

  it('may have 256 kB, and not a byte more', async () => {
    expect((await door.send(long(LIMIT))).status).toBe(200);
    const over = await door.send(long(LIMIT + 1));
    expect([over.status, await over.text(), over.headers.get('connection')]).toEqual([413, '', 'close']);
    expect([reached.length, door.lines.at(-1)?.fields]).toEqual([1, { fault: 'oversized' }]);
  });

  it('is measured also where its length is not told, and whoever sends it', async () => {
    const stream = (body: string) => ({ method: 'POST', body: new Blob([body]).stream(), duplex: 'half' }) as const;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${door.token()}` };
    expect((await fetch(door.url, { ...stream(long(LIMIT)), headers })).status).toBe(200);
    expect((await fetch(door.url, { ...stream(long(LIMIT + 1)), headers })).status).toBe(413);
    expect((await fetch(door.url, stream(long(LIMIT + 1)))).status).toBe(413);
    expect(reached).toHaveLength(1);
  });

  const without = (...names: readonly string[]) => JSON.stringify(activity(Object.fromEntries(names.map((name) => [name, undefined]))));
  const with_ = (of: object) => JSON.stringify(activity(of));
  const nested = (levels: number) => JSON.stringify(activity()).replace(/}$/, `,"value":${'{"a":['.repeat(levels)}${']}'.repeat(levels)}}`);
  const BAD: readonly (readonly [string, string, string?])[] = [
    ['nothing', ''],
    ['half of it', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"text"'],
    ['a number', '1e999'],
    ['an empty object', '{}'],
    ['two of them', `${with_({})}${with_({})}`],
    ['an array around it', `[${with_({})}]`],
    ['a mark before it that is none of its own', `\u0000${with_({})}`],
    ['what is nested deep', nested(32)],
    ['what is nested very deep', nested(10_000)],
    ['another nature', with_({}).replace('"id"', '"__proto__":{"type":"invoke"},"id"')],
    ['another nature further down', with_({ value: { a: [{}] } }).replace('[{}]', '[{"__proto__":{"polluted":true}}]')],
    ...['type', 'channelId', 'serviceUrl', 'from', 'recipient', 'conversation'].map((name) => [`no ${name}`, without(name)] as const),
    ...[null, 5, '', [], {}, { id: 5 }, { id: '' }].flatMap((value) =>
      ['from', 'recipient', 'conversation'].map((name) => [`${name} ${JSON.stringify(value)}`, with_({ [name]: value })] as const),
    ),
    ...[{ type: 5 }, { type: '' }, { type: null }, { channelId: {} }, { serviceUrl: ['x'] }].map((of) => [JSON.stringify(of), with_(of as object)] as const),
    ['text', with_({}), 'text/plain'],
    ['a form', with_({}), 'application/x-www-form-urlencoded'],
    ['parts', with_({}), 'multipart/form-data; boundary=x'],
    ['nothing by name', with_({}), ''],
    ['JSON of another kind', with_({}), 'application/json-patch+json'],
  ];

  it.each(BAD.map(([name, body, type = 'application/json']) => ({ name, body, type })))(
    'that is not what Teams sends is turned away with 400: $name',
    async ({ body, type }) => {
      const headers = [['authorization', `Bearer ${door.token()}`] as const, ...(type ? [['content-type', type] as const] : [])];
      expect(await postRaw(door.url, headers, Buffer.from(body))).toEqual({ status: 400, text: '' });
      expect(reached).toEqual([]);
      expect(await postRaw(door.url, headers.slice(1), Buffer.from(body))).toEqual({ status: 401, text: '' });
    },
  );

  it('that is not UTF-8 is turned away', async () => {
    const body = Buffer.from(with_({ text: '#' }));
    body[body.indexOf('#')] = 0xff;
    const headers = { authorization: `Bearer ${door.token()}`, 'content-type': 'application/json' };
    expect((await postRaw(door.url, Object.entries(headers), body)).status).toBe(400);
  });

  it('may say its alphabet, write its type in capitals, and name what we do not know', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/json ;x=y']) {
      expect((await door.send(activity({ somethingNew: { of: [2031] } }), { type })).status).toBe(200);
    }
    expect(reached).toHaveLength(3);
  });

  it('may leave out what is not needed, or say that there is nothing', async () => {
    const bare = { text: null, entities: null, membersAdded: null, name: null, id: undefined, locale: undefined, timestamp: undefined };
    expect((await door.send(activity(bare))).status).toBe(200);
    expect((await door.send(activity({ channelData: null, type: 'installationUpdate', action: 'add' }))).status).toBe(200);
  });

  const broken = [null, {}, { type: 'mention' }, { type: 'Mention', mentioned: null }, { type: 'mention', mentioned: { id: 'x' }, text: {} }];
  it.each<[object, object]>([
    [{ text: 5 }, {}],
    [{ text: ['x'] }, {}],
    [{ name: {} }, {}],
    [{ id: {} }, {}],
    [{ entities: {} }, {}],
    [{ entities: [...broken, { type: 'x' }] }, { entities: [{ type: 'x' }] }],
    [{ membersAdded: 'x' }, {}],
    [{ membersRemoved: [null, 5, {}, { id: 5 }, { id: 'x' }] }, { membersRemoved: [{ id: 'x' }] }],
    [{ channelData: 'x' }, {}],
    [{ channelData: { tenant: 'x', team: 5 } }, { channelData: { team: 5 } }],
    [{ from: { id: '29:1', aadObjectId: {} } }, { from: { id: '29:1' } }],
  ])('loses what is strange in it, and no more: %j', async (strange, left) => {
    expect((await door.send(activity(strange))).status).toBe(200);
    const name = Object.keys(strange)[0] as 'text';
    expect({ [name]: reached[0]?.[name] }).toEqual(left);
    expect(reached[0]?.conversation.id).toBe('a:1-anna');
  });

  it('keeps what is new in it', async () => {
    const entities = [
      { type: 'ProductInfo', id: 'copilot' },
      { type: 'https://schema.org/Message', '@id': '' },
      { type: 'mention', mentioned: { id: 'x', new: 1 }, text: 'x' },
    ];
    const of = { entities, membersAdded: [{ id: 'x', new: {} }], channelData: { tenant: { id: TENANT, new: [] }, feedbackLoop: { type: 'default' } } };
    expect((await door.send(activity(of))).status).toBe(200);
    expect(reached[0]).toMatchObject(of);
  });

  it('arrives as it was written, whatever the alphabet', async () => {
    const texts = ['träffa Åsa & Ñandú: 50 % + مرحبا 👩‍👩‍👧‍👦', 'a\u0000b', '\ud800 lone', '<at>x</at>', '__proto__'];
    for (const text of texts) expect((await door.send(activity({ text, value: { 'f.goal': text } }))).status).toBe(200);
    expect(reached.map(({ text, value }) => [text, (value as Record<string, string>)['f.goal']])).toEqual(texts.map((text) => [text, text]));
  });
});

describe('every kind of activity', () => {
  const KINDS = [
    activity(),
    activity({ type: 'messageUpdate' }),
    activity({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }),
    activity({ type: 'conversationUpdate', membersAdded: [{ id: '29:1' }, { id: '28:bot', aadObjectId: null }] }),
    activity({ type: 'installationUpdate', action: 'remove' }),
    activity({ type: 'event', name: 'application/vnd.microsoft.readReceipt' }),
    activity({ type: 'typing' }),
    activity({ type: 'something of 2031' }),
    ...['adaptiveCard/action', 'task/fetch', 'task/submit', 'composeExtension/fetchTask', 'composeExtension/submitAction', 'of 2031'].map((name) =>
      invoke(name),
    ),
  ];

  it.each(KINDS.map((of) => of as { type: string; name?: string }))('reaches the turn: $type $name', async (of) => {
    expect((await door.send(of)).status).toBe(200);
    expect(reached.map(({ type, name }) => ({ type, name }))).toEqual([{ type: of.type, name: of.name }]);
  });
});
