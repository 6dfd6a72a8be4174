// What we read of an activity, and what we make of a person: from outside, so without trust.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberIn } from '../../../../adapters/teams/people.ts';
import { readReference, writtenReference } from '../../../../adapters/teams/reference.ts';
import { type Incoming, incomingIn } from '../../../../adapters/teams/translate/activity.ts';
import { lineOf } from '../../../../adapters/teams/translate/line.ts';

const BOT = { id: '28:bot', name: 'Mentor Cycle' };
const TYPED = {
  type: 'message',
  id: '1700',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  channelId: 'msteams',
  from: { id: '29:anna', name: 'Anna Lind', aadObjectId: 'aad-anna' },
  recipient: BOT,
  conversation: { id: 'a:personal', conversationType: 'personal', tenantId: 'tenant-1' },
  channelData: { tenant: { id: 'tenant-1' }, legacy: { odd: true } },
  text: 'goal new',
  locale: 'sv-SE',
  localTimezone: 'Europe/Stockholm',
  entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'SE', platform: 'Web', timezone: 'Europe/Berlin' }],
};

function read(more: object): Incoming {
  const found = incomingIn({ ...TYPED, ...more });
  if (!found) throw new Error('not read');
  return found;
}

describe('an activity', () => {
  it('tells who, where, and how their app is set', () => {
    expect(read({})).toMatchObject({
      ...{ kind: 'message', tenant: 'tenant-1', userId: 'aad-anna', user: '29:anna', scope: 'personal', targeted: false, text: 'goal new' },
      ...{ locale: 'sv-SE', timeZone: 'Europe/Stockholm', conversation: 'a:personal' },
    });
  });

  it('does without all that Teams may leave out', () => {
    const bare = { locale: undefined, localTimezone: undefined, channelData: undefined, from: { id: '29:anna' }, text: undefined };
    expect(read(bare)).toMatchObject({ userId: '29:anna', locale: 'en-GB', timeZone: 'Europe/Berlin', text: '' });
    expect(read({ ...bare, entities: 'none' })).not.toHaveProperty('locale');
  });

  it.each([
    ['a channel', { id: '19:x@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: 't' }, 'shared'],
    ['a group chat', { id: '19:x@thread.v2', conversationType: 'groupChat', tenantId: 't' }, 'shared'],
    ['a kind that we do not know', { id: 'a:x', conversationType: 'meeting', tenantId: 't' }, 'shared'],
    ['a thread without a kind', { id: '19:x@thread.tacv2', tenantId: 't' }, 'shared'],
    ['a chat without a kind', { id: 'a:x', tenantId: 't' }, 'personal'],
  ])('of %s is %s to all who may listen', (_name, conversation, scope) => {
    expect(read({ conversation }).scope).toBe(scope);
  });

  it('is the same when it is delivered again, and another in another conversation', () => {
    const once = read({}).eventId;
    expect(read({ text: 'something else' }).eventId).toBe(once);
    expect(read({ conversation: { ...TYPED.conversation, id: 'a:other' } }).eventId).not.toBe(once);
    expect(read({ id: undefined }).eventId).not.toBe(read({ id: undefined, text: 'more' }).eventId);
  });

  it('from nobody, nowhere or no organisation is none', () => {
    expect(incomingIn({ ...TYPED, from: {} })).toBeNull();
    expect(incomingIn({ ...TYPED, conversation: undefined })).toBeNull();
    expect(incomingIn({ ...TYPED, channelData: {}, conversation: { id: 'a:x' } })).toBeNull();
  });

  it('whatever its shape makes no fault (F3)', () => {
    const part = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary', maxLength: 40 }));
    const mangled = fc.record({ ...Object.fromEntries(Object.keys(TYPED).map((key) => [key, part])) }, { requiredKeys: [] });
    fc.assert(
      fc.property(mangled, (parts) => {
        const found = incomingIn({ ...TYPED, ...parts });
        if (found) lineOf(found.text, found.mentions, new Map());
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a typed line', () => {
  const mention = (text: string, id: string, name: string) => ({ type: 'mention', text, mentioned: { id, name, aadObjectId: `aad-${id}` } });

  it('is free of the bot’s own name, wherever it stands', () => {
    const own = mention('<at>Mentor Cycle</at>', BOT.id, BOT.name);
    expect(read({ text: '<at>Mentor Cycle</at>&nbsp;match preview', entities: [own] }).text).toBe('&nbsp;match preview');
    const { text, mentions } = read({ text: '<at>Mentor Cycle</at>&nbsp;match preview', entities: [own] });
    expect(lineOf(text, mentions, new Map())).toBe('match preview');
  });

  it('names people as we know them, and as Teams does where we do not', () => {
    const entities = [mention('<at>Bo</at>', '29:bo', 'Bo'), mention('<at>Eva E</at>', '29:eva', 'Eva E')];
    const { text, mentions } = read({ text: 'match lock <at>Bo</at>, <at>Eva E</at> &amp; <at>who</at>', entities });
    expect(lineOf(text, mentions, new Map([['aad-29:bo', 'Bo <at>x</at> Ek']]))).toBe('match lock @Bo <at>x</at> Ek, @Eva E & @who');
  });
});

describe('a member of a tenant', () => {
  const ANNA = { name: 'Anna Lind', email: 'Anna@Example.org', userPrincipalName: 'anna@example.org', tenantId: 't', userRole: 'user' };

  it('is known by the e-mail address, or by the sign-in name', () => {
    expect(memberIn(ANNA, 't')).toEqual({
      profile: { name: 'Anna Lind', email: 'Anna@Example.org' },
      addresses: ['anna@example.org', 'anna@example.org'],
      domain: 'example.org',
    });
    expect(memberIn({ ...ANNA, email: undefined }, 't')?.profile?.email).toBe('anna@example.org');
    expect(memberIn({ name: 'Anna' }, 't')?.profile).toEqual({ name: 'Anna', email: null });
  });

  it('may be a guest, by role or by sign-in name, whose sign-in name is no address', () => {
    const guest = { ...ANNA, email: undefined, userPrincipalName: 'anna_example.org#EXT#@host.onmicrosoft.com' };
    expect(memberIn(guest, 't')?.profile).toEqual({ name: 'Anna Lind', email: null, guest: true });
    expect(memberIn({ ...ANNA, userRole: 'guest' }, 't')?.profile?.guest).toBe(true);
  });

  it('of another tenant is nobody’s profile', () => {
    expect(memberIn(ANNA, 'another')?.profile).toBeNull();
    expect(memberIn({ code: 'MemberNotFound' }, 't')).toBeNull();
  });
});

describe('a reference', () => {
  it('comes back as it was written, and nothing else does', () => {
    const reference = { serviceUrl: 'https://smba.trafficmanager.net/emea/', tenant: 't', conversation: 'a:x', user: '29:anna' };
    expect(readReference(writtenReference(reference))).toEqual(reference);
    for (const odd of ['', 'C0123', '{}', '[]', 'null', '{"serviceUrl":1}']) expect(readReference(odd)).toBeNull();
  });
});
