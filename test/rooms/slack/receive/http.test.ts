// What the door lets in, and what it says to the rest: real requests to a real server, with Bolt behind it.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as slack from '../../../support/slack/payloads.ts';
import { asSlackSends, type Kind, signed } from '../../../support/slack/sign.ts';
import { type Door, OLD_SECRET, openDoor, postRaw, SECONDS, SECRET } from './door.ts';
import { FORGED, GENUINE } from './signatures.ts';

let door: Door;
let reached: string[] = [];

beforeAll(async () => {
  door = await openDoor({ signingSecrets: [SECRET, OLD_SECRET] });
  door.app.use(async ({ body, next }) => {
    reached.push('type' in body ? body.type : 'command');
    await next();
  });
});
beforeEach(() => {
  reached = [];
});
afterAll(() => door.close());

describe('a signature', () => {
  it.each(GENUINE)('lets in what is $name (F1)', async ({ headers, type, body }) => {
    expect(await postRaw(door.url, [...headers, ['content-type', type]], Buffer.from(body))).toEqual({ status: 200, text: '' });
    expect(reached).toHaveLength(1);
  });

  it.each(FORGED)('keeps out $name, and says nothing but 401 (F1)', async ({ headers, type, body, verdict }) => {
    const before = door.receiver.refusals.get(verdict as 'forged') ?? 0;
    expect(await postRaw(door.url, [...headers, ['content-type', type]], Buffer.from(body))).toEqual({ status: 401, text: '' });
    expect(reached).toEqual([]);
    expect(door.lines.at(-1)).toEqual({ level: 'warn', event: 'slack.refused', fields: { fault: verdict } });
    expect(door.receiver.refusals.get(verdict as 'forged')).toBe(before + 1);
  });
});

describe('the address', () => {
  it.each(['GET', 'PUT', 'DELETE', 'HEAD'])('takes no %s', async (method) => {
    const response = await fetch(door.url, { method });
    expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([405, 'POST', '']);
  });

  it('answers Slack’s question whether we are there', async () => {
    const response = await door.send('json', slack.urlVerification('are-you-there'));
    expect([response.status, await response.json()]).toEqual([200, { challenge: 'are-you-there' }]);
    expect((await door.send('json', { type: 'url_verification', challenge: { toString: 'x' } })).status).toBe(400);
    expect(reached).toEqual([]);
  });

  it('asks the same of Slack’s question as of everything: a signature', async () => {
    expect(
      (await fetch(door.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"type":"url_verification","challenge":"x"}' })).status,
    ).toBe(401);
  });

  it('lets Slack look at the certificate, signed or not, and does nothing else then', async () => {
    const looks = (body: Record<string, string>, headers = {}) => fetch(door.url, { method: 'POST', headers, body: new URLSearchParams(body) });
    const before = door.lines.length;
    expect((await door.send('form', { ssl_check: '1', token: slack.VERIFICATION })).status).toBe(200);
    expect((await looks({ ssl_check: '1', token: slack.VERIFICATION })).status).toBe(200);
    expect((await looks({ ssl_check: '1', ...slack.command() })).status).toBe(200);
    expect(door.lines).toHaveLength(before);
    expect((await looks({ ssl_check: '1', payload: JSON.stringify(slack.pressedInHome()) })).status).toBe(401);
    expect((await looks({ ssl_check: '1' }, signed('wrong', 'ssl_check=1', SECONDS))).status).toBe(401);
    expect((await looks({ ssl_check: 'true' })).status).toBe(401);
    expect(reached).toEqual([]);
  });
});

describe('a body', () => {
  const LIMIT = 256 * 1024;
  const json = (bytes: number) => `{"type":"none","x":"${'x'.repeat(bytes - '{"type":"none","x":""}'.length)}"}`;

  it('may have 256 kB, and not a byte more', async () => {
    expect((await door.send('json', json(LIMIT))).status).toBe(200);
    const over = await door.send('json', json(LIMIT + 1));
    expect([over.status, await over.text(), over.headers.get('connection')]).toEqual([413, '', 'close']);
    expect(door.lines.at(-1)?.fields).toEqual({ fault: 'oversized' });
  });

  it('is measured also where its length is not told', async () => {
    const body = new Blob([json(LIMIT + 1)]).stream();
    expect((await fetch(door.url, { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } })).status).toBe(413);
  });

  it.each([
    ['application/json', '{'],
    ['application/json', ''],
    ['application/json', '[]'],
    ['application/json', 'null'],
    ['application/json', '"text"'],
    ['application/json', `{"a":${'['.repeat(64)}${']'.repeat(64)}}`],
    ['application/json', 'payload=%7B%7D'],
    ['application/json', '{"type":"event_callback","event":"user_change"}'],
    ['application/json', '{"type":"event_callback","event":{"type":null}}'],
    ['application/x-www-form-urlencoded', 'event=user_change'],
    ['application/x-www-form-urlencoded', 'payload='],
    ['application/x-www-form-urlencoded', 'payload=%7B'],
    ['application/x-www-form-urlencoded', 'payload=%5B%5D'],
    ['text/plain', '{"type":"none"}'],
    ['multipart/form-data; boundary=x', '{"type":"none"}'],
    ['', '{"type":"none"}'],
  ])('that is not what Slack sends is turned away with 400: %s %j', async (type, body) => {
    const headers = Object.entries({ ...signed(SECRET, body, SECONDS), ...(type ? { 'content-type': type } : {}) });
    expect(await postRaw(door.url, headers, Buffer.from(body))).toEqual({ status: 400, text: '' });
    expect(reached).toEqual([]);
  });

  it('that is not UTF-8 is turned away, though signed', async () => {
    const body = Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]);
    const headers = Object.entries({ ...signed(SECRET, body, SECONDS), 'content-type': 'application/json' });
    expect((await postRaw(door.url, headers, body)).status).toBe(400);
  });

  it('may say its alphabet, and write its type in capitals', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON']) {
      expect((await door.send('json', slack.homeOpened(), { headers: { 'content-type': type } })).status).toBe(200);
    }
    expect(reached).toEqual(['event_callback', 'event_callback']);
  });

  it('arrives as it was written, whatever the alphabet', async () => {
    const text = 'träffa Åsa & Ñandú: 50 % + مرحبا 👩‍👩‍👧‍👦 \u0000 <@U1|x>';
    const texts: unknown[] = [];
    const apart = await openDoor();
    apart.app.command('/mentor', async ({ command, ack }) => {
      texts.push(command.text);
      await ack();
    });
    apart.app.action('press:1', async ({ action, ack }) => {
      texts.push('value' in action && action.value);
      await ack();
    });
    await apart.send('form', slack.command({ text }));
    await apart.send('interaction', slack.pressedInHome({ actions: [slack.button({ value: text })] }));
    await apart.close();
    expect(texts).toEqual([text, text]);
  });
});

describe('a payload that nobody here knows', () => {
  const KINDS: readonly (readonly [string, Kind, object])[] = [
    ['command', 'form', slack.command({ command: '/other' })],
    ['block_actions', 'interaction', slack.pressedInDirectMessage()],
    ['block_actions', 'interaction', slack.pressedInChannel()],
    ['block_actions', 'interaction', slack.pressedInEphemeral()],
    ['block_actions', 'interaction', slack.pressedInHome()],
    ['block_actions', 'interaction', slack.pressedInModal()],
    ['view_submission', 'interaction', slack.viewSubmission()],
    ['view_closed', 'interaction', slack.viewClosed()],
    ['shortcut', 'interaction', slack.globalShortcut()],
    ['message_action', 'interaction', slack.messageShortcut()],
    ['block_suggestion', 'interaction', slack.blockSuggestion()],
    ['interactive_message', 'interaction', slack.interactiveMessage()],
    ['dialog_submission', 'interaction', slack.dialogSubmission()],
    ['app_rate_limited', 'json', slack.appRateLimited()],
    ['unknown', 'interaction', { type: 'Written by <@U1>', user: { id: 'U1' } }],
    ['workflow_step_edit', 'interaction', { type: 'workflow_step_edit', callback_id: 'old' }],
  ];
  const places: readonly (readonly [string, (payload: object) => object])[] = [
    ['our workspace', (payload) => payload],
    ['a Grid', slack.onGrid],
    ['an organisation-wide installation', slack.orgWide],
    ['a partner’s workspace', slack.fromPartner],
  ];
  const all = places.flatMap(([place, from]) => KINDS.map(([type, kind, payload]) => ({ place, type, kind, payload: from(structuredClone(payload)) })));

  it.each(all)('is taken politely: $type from $place', async ({ type, kind, payload }) => {
    const response = await door.send(kind, payload);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(door.lines.at(-1)).toEqual({ level: 'info', event: 'slack.unhandled', fields: { type } });
  });

  it.each([
    slack.homeOpened(),
    slack.messagesOpened(),
    slack.userChange(),
    slack.userChange(slack.leaver()),
    slack.teamJoin(slack.member({ is_restricted: true }, { display_name: '' })),
    slack.appUninstalled(),
    slack.tokensRevoked(),
    slack.event({ type: 'something_new_in_2031' }),
  ])('is taken politely: the event $event.type', async (payload) => {
    for (const [, from] of places) {
      const response = await door.send('json', from(payload));
      expect([response.status, await response.text()]).toEqual([200, '']);
    }
    expect(reached).toEqual(places.map(() => 'event_callback'));
  });
});

it('speaks of what Slack sends as Slack encodes it', () => {
  expect(asSlackSends('form', slack.command({ text: 'a b&c' })).body).toContain('text=a+b%26c&');
});
