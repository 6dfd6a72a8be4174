// Messages and their changes on the way to Teams: where they go, what becomes of them, and what is kept.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReference, writtenReference } from '../../../../adapters/teams/reference.ts';
import { teamsCalls } from '../../../../adapters/teams/send/calls.ts';
import { teamsChat, type TeamsSending } from '../../../../adapters/teams/send/chat.ts';
import { tokenSource } from '../../../../adapters/teams/send/token.ts';
import type { ShownMessage } from '../../../../src/bot/views/shown.ts';
import type { Address } from '../../../../src/ports.ts';
import { type Connector, LOCAL, openConnector } from '../../../support/teams/connector.ts';
import { type Diary, diary, HOUR, hello, PROOF, settingsOf, watch } from './support.ts';

const ANNA = { id: '29:anna', name: 'Anna Lind', aadObjectId: 'aad-anna', email: 'anna@example.org' };
const CHANNEL = '19:general@thread.tacv2';

describe('Teams as a chat', () => {
  let teams: Connector;
  let doors: readonly string[];
  let book: Diary;
  const kept: [tenantId: string, externalId: string, conversation: string][] = [];
  const turns: [key: string, everyMs: number][] = [];
  const held: [key: string, ms: number][] = [];

  beforeEach(async () => {
    [teams, doors, book] = [await openConnector(), [LOCAL.tenant], diary()];
    teams.people.set(ANNA.id, ANNA);
    teams.conversations.set(CHANNEL, { kind: 'channel', tenant: LOCAL.tenant, members: new Set([ANNA.id]), installed: true });
    for (const list of [kept, turns, held]) list.length = 0;
  });
  afterEach(() => teams.close());

  const chat = (of: Partial<TeamsSending> = {}) => {
    const [clock, { log }, settings] = [watch(), book, settingsOf({ credential: PROOF, loginUrl: teams.loginUrl })];
    return teamsChat({
      calls: teamsCalls({ settings, token: tokenSource(settings, { clock, log }), clock, log }),
      doorsOf: async () => doors,
      remember: async (...what) => void kept.push(what),
      pace: {
        turn: async (key, everyMs) => {
          turns.push([key, everyMs]);
          return 0;
        },
        hold: async (key, ms) => void held.push([key, ms]),
      },
      share: 0.9,
      log,
      serviceOf: () => teams.serviceUrl,
      ...of,
    });
  };
  const at = (conversation?: string, of: { user?: string; serviceUrl?: string } = {}): string =>
    writtenReference({ serviceUrl: teams.serviceUrl, tenant: LOCAL.tenant, ...(conversation ? { conversation } : {}), ...of });
  const anna = (conversation: string): Address => ({ tenantId: 't1', conversation, externalId: 'aad-anna', messageId: 'm1' });
  const stranger = anna('');
  const channel = (): Address => ({ tenantId: 't1', conversation: at(CHANNEL), messageId: 'm1' });
  const calls = () => teams.taken.filter(({ kind }) => kind !== 'token').map(({ kind }) => kind);

  it('goes to the conversation that is known, as a card, with words for the notification', async () => {
    const conversation = teams.personal(ANNA.id);
    const outcome = await chat().post(anna(at(conversation)), hello);
    expect(outcome).toMatchObject({ outcome: 'sent' });
    const [message] = teams.written;
    expect(message).toMatchObject({ conversation, targeted: false, edited: false });
    expect(message?.activity).toMatchObject({ type: 'message', summary: 'Hello Anna Lind' });
    expect(JSON.stringify(message?.activity['attachments'])).toContain('AdaptiveCard');
    expect([calls(), kept]).toEqual([['post'], []]);
  });

  it('goes to a channel', async () => {
    expect(await chat().post(channel(), hello)).toMatchObject({ outcome: 'sent' });
    expect(teams.written[0]).toMatchObject({ conversation: CHANNEL });
  });

  it('changes a message where it stands, by what was kept of it alone', async () => {
    const one = chat();
    const sent = await one.post(channel(), hello);
    const ref = sent.outcome === 'sent' ? sent.ref : '';
    const other: ShownMessage = { ...hello, blocks: [{ block: 'text', text: [{ text: 'Bye', from: 'us' }] }] };
    expect(await one.update({ ...channel(), conversation: '' }, ref, other)).toEqual({ outcome: 'sent', ref });
    expect(teams.written).toHaveLength(1);
    expect(teams.written[0]).toMatchObject({ edited: true, activity: { summary: 'Bye' } });
  });

  describe('a person whose conversation we do not know', () => {
    it('gets one, and the whole of where it is is kept', async () => {
      expect(await chat().post(stranger, hello)).toMatchObject({ outcome: 'sent' });
      expect(teams.taken.find(({ kind }) => kind === 'create')?.body).toEqual({
        ...{ bot: { id: `28:${LOCAL.appId}` }, members: [{ id: 'aad-anna' }], isGroup: false },
        ...{ tenantId: LOCAL.tenant, channelData: { tenant: { id: LOCAL.tenant } } },
      });
      expect(kept).toEqual([['t1', 'aad-anna', at(teams.written[0]?.conversation)]]);
    });

    it('is found in the tenant and at the service where they were met, with the name that the bot has for them', async () => {
      expect(await chat({ serviceOf: () => 'http://127.0.0.1:9/' }).post(anna(at(undefined, { user: '29:anna' })), hello)).toMatchObject({ outcome: 'sent' });
      expect(kept.map(([, , reference]) => readReference(reference))).toEqual([
        { serviceUrl: teams.serviceUrl, tenant: LOCAL.tenant, conversation: teams.written[0]?.conversation, user: '29:anna' },
      ]);
    });

    it('is looked for in each tenant of the organisation', async () => {
      doors = ['another-tenant', LOCAL.tenant];
      expect(await chat().post(stranger, hello)).toMatchObject({ outcome: 'sent' });
      expect(calls()).toEqual(['create', 'create', 'post']);
    });

    it('was sent the message also where that could not be kept', async () => {
      const remember = async () => Promise.reject(new Error('the database is gone'));
      expect(await chat({ remember }).post(stranger, hello)).toMatchObject({ outcome: 'sent' });
    });

    it('never gets it where they do not have the app, or nobody knows them', async () => {
      teams.without.add(ANNA.id);
      expect(await chat().post(stranger, hello)).toEqual({ outcome: 'never', fault: 'ForbiddenOperationException' });
      expect(await chat().post({ ...stranger, externalId: 'aad-nobody' }, hello)).toEqual({ outcome: 'never', fault: 'BadSyntax' });
      expect([teams.written, kept]).toEqual([[], []]);
    });

    it.each([{ status: 503 }, 'garbage', 'reset', 'truncated'] as const)('gets it later where the conversation did not open for sure: %j', async (how) => {
      const one = chat();
      teams.fail(how, 1, 'create');
      expect(await one.post(stranger, hello)).toMatchObject({ outcome: 'retry' });
      expect(await one.post(stranger, hello)).toMatchObject({ outcome: 'sent' });
      expect(teams.written).toHaveLength(1);
    });

    it('gets it later where the app is in no tenant, or our own storage fails', async () => {
      doors = [];
      const one = chat();
      for (let times = 0; times < 3; times++) expect(await one.post(stranger, hello)).toEqual({ outcome: 'retry', afterMs: HOUR, fault: 'not-installed' });
      expect(book.entries).toEqual([['teams.app', { tenantId: 't1', fault: 'not-installed' }]]);
      const broken = chat({ doorsOf: async () => Promise.reject(new Error('the database is gone')) });
      expect(await broken.post(stranger, hello)).toEqual({ outcome: 'retry', fault: 'not-ready' });
      expect(calls()).toEqual([]);
    });
  });

  describe('a person whose conversation is no longer there', () => {
    it.each([
      ['gone', (id: string) => void teams.conversations.delete(id)],
      ['without the bot', (id: string) => void Object.assign(teams.conversations.get(id) ?? {}, { installed: false })],
    ])('gets a new one, as when the app was removed and added again: %s', async (_, lose) => {
      const old = teams.personal(ANNA.id);
      lose(old);
      expect(await chat().post(anna(at(old, { user: '29:anna' })), hello)).toMatchObject({ outcome: 'sent' });
      const conversation = teams.written[0]?.conversation;
      expect([calls(), teams.written.length, conversation === old]).toEqual([['post', 'create', 'post'], 1, false]);
      expect(kept).toEqual([['t1', 'aad-anna', at(conversation, { user: '29:anna' })]]);
    });

    it('is given up where they have blocked the bot, after one try', async () => {
      const conversation = teams.personal(ANNA.id);
      teams.without.add(ANNA.id);
      expect(await chat().post(anna(at(conversation)), hello)).toEqual({ outcome: 'never', fault: 'ForbiddenOperationException' });
      expect(calls()).toEqual(['post', 'create']);
    });

    it('is not asked twice in the same conversation', async () => {
      const conversation = teams.personal(ANNA.id);
      teams.fail({ status: 403, code: 'MessageWritesBlocked' }, 1, 'post');
      expect(await chat().post(anna(at(conversation)), hello)).toEqual({ outcome: 'never', fault: 'MessageWritesBlocked' });
      expect([calls(), teams.written]).toEqual([['post', 'create'], []]);
    });

    it('is not looked for anew where only this message was refused, or nobody knows what became of it', async () => {
      const to = anna(at(teams.personal(ANNA.id)));
      teams.fail({ status: 413, code: 'MessageSizeTooBig' }, 1, 'post');
      expect(await chat().post(to, hello)).toEqual({ outcome: 'never', fault: 'MessageSizeTooBig', of: 'message' });
      teams.fail('reset', 1, 'post');
      expect(await chat().post(to, hello)).toMatchObject({ outcome: 'unsure' });
      expect([calls(), teams.written.length]).toEqual([['post', 'post'], 1]);
    });
  });

  it('gives up a channel at once, and one that was never known', async () => {
    teams.conversations.delete(CHANNEL);
    expect(await chat().post(channel(), hello)).toEqual({ outcome: 'never', fault: 'ConversationNotFound' });
    expect(await chat().post({ ...channel(), conversation: 'C0123' }, hello)).toEqual({ outcome: 'never', fault: 'no-reference' });
    expect(calls()).toEqual(['post']);
  });

  it('sends nothing to a host that is not Microsoft’s, also where it was kept as one', async () => {
    const to = anna(at(teams.personal(ANNA.id), { serviceUrl: 'https://smba.trafficmanager.net.example.org/' }));
    expect(await chat().post(to, hello)).toEqual({ outcome: 'never', fault: 'forbidden-host' });
    expect(teams.taken).toEqual([]);
  });

  it.each(['garbage', 'truncated', 'reset'] as const)('is unsure, and posts nothing again, where the answer is lost: %s', async (how) => {
    teams.fail(how, 1, 'post');
    expect(await chat().post(channel(), hello)).toMatchObject({ outcome: 'unsure' });
    expect([calls(), teams.written.length]).toEqual([['post'], 1]);
  });

  it.each([
    [401, 'BotNotRegistered'],
    [403, 'BotDisabledByAdmin'],
  ])('keeps all for later where Teams says %i %s, and says so once', async (status, code) => {
    const one = chat();
    teams.fail({ status, code }, 3, 'post');
    for (let times = 0; times < 3; times++) expect(await one.post(channel(), hello)).toEqual({ outcome: 'retry', afterMs: HOUR, fault: code });
    expect(book.entries).toEqual([['teams.app', { tenantId: 't1', fault: code }]]);
  });

  it('leaves a message that is gone, and blames nobody', async () => {
    const [one, conversation] = [chat(), teams.personal(ANNA.id)];
    const sent = await one.post(anna(at(conversation)), hello);
    const ref = sent.outcome === 'sent' ? sent.ref : '';
    expect(await one.update(stranger, ref.replace(/"id":"\d+/, '"id":"9'), hello)).toEqual({
      outcome: 'never',
      fault: 'ActivityNotFoundInConversation',
      of: 'message',
    });
    teams.without.add(ANNA.id);
    expect(await one.update(stranger, ref, hello)).toEqual({ outcome: 'never', fault: 'ConversationBlockedByUser', of: 'message' });
    teams.conversations.delete(conversation);
    expect(await one.update(stranger, ref, hello)).toEqual({ outcome: 'never', fault: 'ConversationNotFound', of: 'message' });
    expect(await one.update(stranger, 'what?', hello)).toEqual({ outcome: 'never', fault: 'no-reference', of: 'message' });
  });

  it('blames nobody for a message that cannot be rendered', async () => {
    const strange = { ...hello, blocks: [{ block: 'text', text: null }] } as unknown as ShownMessage;
    expect(await chat().post(channel(), strange)).toEqual({ outcome: 'never', fault: 'cannot-be-rendered', of: 'message' });
    expect(await chat().update(channel(), '{}', strange)).toEqual({ outcome: 'never', fault: 'cannot-be-rendered', of: 'message' });
    expect(teams.taken).toEqual([]);
  });

  it('takes its turn in the conversation, and then in the tenant; a conversation that is to be opened counts', async () => {
    const one = chat();
    for (const to of [anna(at('a:7')), channel(), anna(at(undefined)), stranger]) expect(await one.turn(to, 'post')).toBe(0);
    const conversation = (id: string) => [`teams conversation ${id}`, 2223];
    const tenant = (calls: number) => [`teams tenant ${LOCAL.tenant}`, calls * 38];
    expect(turns).toEqual([
      ...[conversation('a:7'), tenant(1), conversation(CHANNEL), tenant(1)],
      ...[conversation('aad-anna'), tenant(2), conversation('aad-anna'), tenant(2)],
    ]);
  });

  it('holds the conversation as long as Teams says, and the tenant for a while', async () => {
    teams.fail({ status: 429, code: 'Throttled', retryAfter: 30 }, 1, 'post');
    expect(await chat().post(channel(), hello)).toEqual({ outcome: 'retry', afterMs: 30_000, fault: 'Throttled' });
    expect(held).toEqual([
      [`teams conversation ${CHANNEL}`, 30_000],
      [`teams tenant ${LOCAL.tenant}`, 10_000],
    ]);
  });

  it('logs no text, no name, no address and no token', async () => {
    const one = chat();
    teams.fail({ status: 403, body: '{"error":{"code":"BotDisabledByAdmin","message":"not for Anna Lind, anna@example.org"}}' }, 1, 'post');
    teams.fail({ status: 403, body: '{"error":{"code":"Anna Lind wrote","message":"x"}}' }, 1, 'post');
    teams.fail('garbage', 1, 'post');
    teams.fail({ status: 401, code: 'BotNotRegistered' }, 1, 'post');
    for (let times = 0; times < 4; times++) await one.post(anna(at(teams.personal(ANNA.id))), hello);
    await chat({ remember: async () => Promise.reject(new Error('the database is gone')) }).post(stranger, hello);
    expect(book.entries.map(([event]) => event)).toEqual(['teams.app', 'teams.app', 'teams.beside']);
    const tokens = teams.taken.flatMap(({ authorization }) => authorization?.replace('Bearer ', '') ?? []);
    expect(tokens.length).toBeGreaterThan(4);
    for (const canary of ['Anna', 'Hello', 'example.org', 'aad-anna', LOCAL.secret, ...tokens]) expect(book.text()).not.toContain(canary);
  });
});
