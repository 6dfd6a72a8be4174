// The Bot Connector of this computer is as strict as Teams', and our calls are what it takes.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TeamsCalls, teamsCalls } from '../../../../adapters/teams/send/calls.ts';
import { tokenSource } from '../../../../adapters/teams/send/token.ts';
import { type Connector, LOCAL, openConnector } from '../../../support/teams/connector.ts';
import { diary, PROOF, settingsOf, watch } from './support.ts';

const ANNA = { id: '29:anna', name: 'Anna Lind', aadObjectId: 'aad-anna', email: 'anna@example.org', userPrincipalName: 'anna@example.org' };
const GUEST = { id: '29:gil', name: 'Gil', aadObjectId: 'aad-gil', userRole: 'guest' as const };
const CHANNEL = '19:general@thread.tacv2';

describe('a Teams of this computer', () => {
  let teams: Connector;
  let calls: TeamsCalls;
  let token: string;
  beforeEach(async () => {
    teams = await openConnector();
    const [clock, { log }, settings] = [watch(), diary(), settingsOf({ credential: PROOF, loginUrl: teams.loginUrl })];
    const source = tokenSource(settings, { clock, log });
    [calls, token] = [teamsCalls({ settings, token: source, clock, log }), await source.token()];
    for (const person of [ANNA, GUEST]) teams.people.set(person.id, person);
    teams.conversations.set(CHANNEL, { kind: 'channel', tenant: LOCAL.tenant, members: new Set([ANNA.id, GUEST.id]), installed: true });
  });
  afterEach(() => teams.close());

  const there = (conversation = CHANNEL) => ({ serviceUrl: teams.serviceUrl, conversation });
  const ask = async (path: string, method = 'GET') => {
    const answer = await fetch(`${teams.serviceUrl}v3/conversations/${encodeURIComponent(CHANNEL)}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, body: await answer.text() };
  };

  it('tells who is in a conversation, by either name', async () => {
    const anna = { ok: true, data: { ...ANNA, givenName: 'Anna', surname: 'Lind', userRole: 'user', tenantId: LOCAL.tenant } };
    expect(await calls.member(there(), ANNA.id)).toMatchObject(anna);
    expect(await calls.member(there(), ANNA.aadObjectId)).toMatchObject(anna);
    const guest = await calls.member(there(), GUEST.id);
    expect(guest).toMatchObject({ ok: true, data: { userRole: 'guest' } });
    expect(guest.ok && 'email' in guest.data).toBe(false);
    expect(await calls.member(there(), '29:nobody')).toMatchObject({ ok: false, error: 'MemberNotFoundInConversation' });
    expect(await calls.member(there('19:none@thread.tacv2'), ANNA.id)).toMatchObject({ ok: false, error: 'ConversationNotFound' });
  });

  it('tells it a page at a time', async () => {
    const first = JSON.parse((await ask('pagedmembers?pageSize=1')).body) as { members: unknown[]; continuationToken: string };
    expect([first.members, first.continuationToken]).toEqual([[expect.objectContaining({ id: ANNA.id })], '1']);
    const last = JSON.parse((await ask('pagedmembers?pageSize=1&continuationToken=1')).body) as object;
    expect(last).toEqual({ members: [expect.objectContaining({ id: GUEST.id })] });
  });

  it('shows a message to one person alone, who has to be there; and to whom cannot be changed', async () => {
    const toAnna = { type: 'message', text: 'Hej', recipient: { id: ANNA.id } };
    const posted = await calls.post(there(), toAnna, { targeted: true });
    const id = posted.ok ? String(posted.data['id']) : '';
    expect(teams.written).toEqual([{ conversation: CHANNEL, id, activity: toAnna, targeted: true, edited: false }]);
    expect(await calls.update(there(), id, { ...toAnna, text: 'Hej igen' }, { targeted: true })).toMatchObject({ ok: true });
    expect(teams.written).toEqual([{ conversation: CHANNEL, id, activity: { type: 'message', text: 'Hej igen', id }, targeted: true, edited: true }]);
    expect(await calls.update(there(), id, toAnna)).toMatchObject({ ok: false, error: 'ActivityNotFoundInConversation' });
    for (const recipient of [undefined, {}, { id: '29:nobody' }]) {
      expect(await calls.post(there(), { ...toAnna, recipient }, { targeted: true })).toMatchObject({ ok: false, error: 'BadArgument' });
    }
  });

  it('keeps in which thread a message was written, and takes it away again', async () => {
    await calls.post(there(), { type: 'message', text: 'one' }, { replyTo: '17' });
    await calls.post(there(`${CHANNEL};messageid=17`), { type: 'message', text: 'two' });
    expect(teams.written.map(({ conversation, replyTo }) => [conversation, replyTo])).toEqual([
      [CHANNEL, '17'],
      [`${CHANNEL};messageid=17`, undefined],
    ]);
    expect((await ask(`activities/${teams.written[0]?.id}`, 'DELETE')).status).toBe(200);
    expect(teams.written).toHaveLength(1);
  });

  it('opens one conversation with a person, however often it is asked, in their tenant alone', async () => {
    const to = { serviceUrl: teams.serviceUrl, tenant: LOCAL.tenant, user: ANNA.id };
    const first = await calls.create(to);
    expect(first).toMatchObject({ ok: true, data: { id: teams.personal(ANNA.id) } });
    expect(await calls.create({ ...to, user: ANNA.aadObjectId })).toEqual(first);
    expect(await calls.create({ ...to, tenant: 'another' })).toMatchObject({ ok: false });
  });

  it('takes no more of one message than Teams does', async () => {
    expect(await calls.post(there(), { type: 'message', text: 'x'.repeat(110_000) })).toMatchObject({ ok: false, error: 'MessageSizeTooBig' });
  });

  it('fails as it is told, and as often', async () => {
    teams.fail({ status: 412, code: 'PreconditionFailed' }, Number.POSITIVE_INFINITY, 'read');
    for (let times = 0; times < 3; times++) expect(await calls.member(there(), ANNA.id)).toMatchObject({ error: 'PreconditionFailed' });
    expect(await calls.post(there(), { type: 'message' })).toMatchObject({ ok: true });
    teams.heal();
    expect(await calls.member(there(), ANNA.id)).toMatchObject({ ok: true });
    teams.fail('silent');
    expect(await calls.post(there(), { type: 'message' }, { timeoutMs: 100 })).toMatchObject({ ok: false, error: 'timeout' });
    teams.fail({ slowMs: 50 });
    expect(await calls.post(there(), { type: 'message' })).toMatchObject({ ok: true });
    expect(teams.written).toHaveLength(3);
  });
});
