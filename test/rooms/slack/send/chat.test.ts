// Messages and their changes on the way to Slack: where they go, what becomes of them, and what is kept.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackCalls } from '../../../../adapters/slack/send/calls.ts';
import { slackChat, type SlackSending } from '../../../../adapters/slack/send/chat.ts';
import type { ShownMessage } from '../../../../src/bot/views/shown.ts';
import type { Address, Log, LogFields } from '../../../../src/ports.ts';
import { type LimitedSlack, limitedSlack } from '../../../support/slack/limited-slack.ts';

const HOUR = 3_600_000;
const NO_LIMITS = {
  conversation: { calls: 1000, perMs: 1 },
  'chat.postMessage': { calls: 1000, perMs: 1 },
  'chat.update': { calls: 1000, perMs: 1 },
};
const hello: ShownMessage = {
  ...{ type: 'message', language: 'en' },
  blocks: [
    {
      block: 'text',
      text: [
        { text: 'Hello ', from: 'us' },
        { who: 'p1', name: 'Anna Lind' },
      ],
    },
    { block: 'facts', facts: [{ label: [{ text: 'With', from: 'us' }], value: [{ who: 'p2', name: 'Bo Ek' }] }] },
  ],
};
const anna: Address = { tenantId: 't1', conversation: 'D7', externalId: 'U7', messageId: 'm1' };
const stranger: Address = { ...anna, conversation: '' };
const channel: Address = { tenantId: 't1', conversation: 'C1', messageId: 'm1' };

describe('Slack as a chat', () => {
  let slack: LimitedSlack;
  let installed: string | null;
  const logged: [event: string, fields: LogFields | undefined][] = [];
  const kept: string[][] = [];
  const asked: (readonly string[])[] = [];
  const held: [key: string, ms: number][] = [];
  const note = (event: string, fields?: LogFields) => void logged.push([event, fields]);
  const log: Log = { info: note, warn: note, error: note };

  beforeEach(async () => {
    slack = await limitedSlack({ limits: NO_LIMITS });
    installed = 'xoxb-1';
    for (const list of [logged, kept, asked, held]) list.length = 0;
  });
  afterEach(() => slack.close());

  const chat = (of: Partial<SlackSending> = {}) =>
    slackChat({
      calls: slackCalls({ apiUrl: slack.apiUrl }),
      tokenOf: async () => installed,
      mentions: async (_, people) => {
        asked.push(people);
        return new Map([['p1', 'U1']]);
      },
      remember: async (...what) => void kept.push(what),
      pace: { turn: async () => 0, hold: async (key, ms) => void held.push([key, ms]) },
      share: 0.9,
      log,
      ...of,
    });
  const no = (error: string, status = 200) => ({ status, body: { ok: false, error } });

  it('goes to the conversation that is known, with its words for those who see no blocks, and without previews', async () => {
    expect(await chat().post(anna, hello)).toEqual({ outcome: 'sent', ref: 'D7/1.000100' });
    expect(slack.taken[0]).toMatchObject({ method: 'chat.postMessage', token: 'xoxb-1', channel: 'D7' });
    expect(slack.taken[0]?.args).toMatchObject({ text: expect.stringContaining('Anna Lind'), unfurl_links: 'false', unfurl_media: 'false' });
    expect(kept).toEqual([]);
  });

  it('mentions whom Slack knows, and asks for all of them at once', async () => {
    await chat().post(anna, hello);
    expect(asked).toEqual([['p1', 'p2']]);
    const blocks = slack.taken[0]?.args['blocks'] ?? '';
    expect(blocks).toContain('{"type":"user","user_id":"U1"}');
    expect(blocks).toContain('Bo Ek');
    await chat().post(anna, { ...hello, blocks: [{ block: 'divider' }] });
    expect(asked).toHaveLength(1);
  });

  it('opens a conversation with a person, and keeps where it is', async () => {
    expect(await chat().post(stranger, hello)).toEqual({ outcome: 'sent', ref: 'D7/1.000100' });
    expect([slack.taken[0]?.args['channel'], kept]).toEqual(['U7', [['t1', 'U7', 'D7']]]);
  });

  it('was sent also where that could not be kept', async () => {
    const broken = async () => Promise.reject(new Error('the database is gone'));
    const careless = chat({ remember: broken, pace: { turn: async () => 0, hold: broken } });
    expect(await careless.post(stranger, hello)).toEqual({ outcome: 'sent', ref: 'D7/1.000100' });
  });

  it('finds a person again whose conversation is no longer there, as when the bot was made anew', async () => {
    slack.instead.push(no('channel_not_found'));
    expect(await chat().post({ ...anna, conversation: 'D_OLD' }, hello)).toMatchObject({ outcome: 'sent', ref: 'D7/1.000100' });
    expect(kept).toEqual([['t1', 'U7', 'D7']]);
  });

  it('gives up whom Slack does not know either way, and a channel at once', async () => {
    slack.instead.push(no('channel_not_found'), no('channel_not_found'), no('channel_not_found'));
    expect(await chat().post(anna, hello)).toEqual({ outcome: 'never', fault: 'channel_not_found' });
    expect(await chat().post(channel, hello)).toEqual({ outcome: 'never', fault: 'channel_not_found' });
    expect(slack.instead).toEqual([]);
  });

  it('blames nobody for a message that Slack does not take', async () => {
    slack.instead.push(no('invalid_blocks'));
    expect(await chat().post(anna, hello)).toEqual({ outcome: 'never', fault: 'invalid_blocks', of: 'message' });
  });

  it('blames nobody for a message that cannot be rendered', async () => {
    const strange = { ...hello, blocks: [{ block: 'text', text: null }] } as unknown as ShownMessage;
    expect(await chat().post(anna, strange)).toEqual({ outcome: 'never', fault: 'cannot-be-rendered', of: 'message' });
    expect(slack.taken).toEqual([]);
  });

  it.each(['invalid_auth', 'account_inactive', 'token_revoked', 'missing_scope'])(
    'keeps all for later where the workspace says %s, and says so once',
    async (error) => {
      const one = chat();
      for (let times = 0; times < 3; times++) {
        slack.instead.push(no(error));
        expect(await one.post(anna, hello)).toEqual({ outcome: 'retry', afterMs: HOUR, fault: error });
      }
      expect(logged).toEqual([['slack.workspace', { tenantId: 't1', fault: error }]]);
    },
  );

  it('keeps all for later where the bot is not installed, and asks nobody', async () => {
    installed = null;
    const one = chat();
    for (let times = 0; times < 3; times++) expect(await one.post(anna, hello)).toEqual({ outcome: 'retry', afterMs: HOUR, fault: 'not-installed' });
    expect(await one.update(anna, 'D7/1.2', hello)).toMatchObject({ outcome: 'retry' });
    expect([slack.taken, logged]).toEqual([[], [['slack.workspace', { tenantId: 't1', fault: 'not-installed' }]]]);
  });

  it('has said nothing where our own storage fails', async () => {
    const fail = async () => Promise.reject(new Error('the database is gone'));
    for (const broken of [chat({ tokenOf: fail }), chat({ mentions: fail })]) {
      expect(await broken.post(anna, hello)).toEqual({ outcome: 'retry', fault: 'not-ready' });
      expect(await broken.update(anna, 'D7/1.2', hello)).toEqual({ outcome: 'retry', fault: 'not-ready' });
    }
    expect(slack.taken).toEqual([]);
  });

  it('holds the method in the workspace where Slack says that it is too much', async () => {
    slack.instead.push({ ...no('ratelimited', 429), headers: { 'retry-after': '30' } }, { ...no('ratelimited', 429), headers: { 'retry-after': '7' } });
    expect(await chat().post(anna, hello)).toEqual({ outcome: 'retry', afterMs: 30_000, fault: 'ratelimited' });
    expect(await chat().update(anna, 'D7/1.2', hello)).toEqual({ outcome: 'retry', afterMs: 7000, fault: 'ratelimited' });
    expect(held).toEqual([
      ['slack chat.postMessage t1', 30_000],
      ['slack chat.update t1', 7000],
    ]);
  });

  it('is unsure of a yes that says not where', async () => {
    slack.instead.push({ body: { ok: true } });
    expect(await chat().post(anna, hello)).toEqual({ outcome: 'unsure', fault: 'no-reference' });
  });

  it('changes a message where it stands', async () => {
    expect(await chat().update(anna, 'D7/1700000000.000100', hello)).toEqual({ outcome: 'sent', ref: 'D7/1700000000.000100' });
    expect(slack.taken[0]).toMatchObject({ method: 'chat.update', channel: 'D7', ts: '1700000000.000100' });
  });

  it.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])('leaves a message that it may not change: %s', async (error) => {
    slack.instead.push(no(error));
    expect(await chat().update(anna, 'D7/1.2', hello)).toEqual({ outcome: 'never', fault: error, of: 'message' });
  });

  it('logs no text, no name and no token', async () => {
    slack.instead.push(no('invalid_auth'), no('Anna wrote a letter'), no('internal_error', 500), { ...no('ratelimited', 429) });
    for (let times = 0; times < 4; times++) await chat().post(anna, hello);
    expect(JSON.stringify(logged)).not.toMatch(/xoxb|Anna|Hello/);
  });
});
