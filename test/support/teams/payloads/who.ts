// Who and where, in all activities that do not say otherwise; and the ids that Teams makes anew for each.

import { createHash, randomUUID } from 'node:crypto';

export type Activity = Readonly<Record<string, unknown>>;

export const APP_ID = '7c0e8f0a-2b1d-4e55-9f10-3a5b6c7d8e90';
export const BOT = { id: `28:${APP_ID}`, name: 'Mentor Cycle' } as const;
export const TENANT = '5f2b6a1c-93d4-4c7e-8a0b-1d2e3f405162';
/** A tenant whose people are met in shared channels and federated chats, and where nobody has added the bot. */
export const PARTNER = '0aa3c1d9-6b7f-4f21-b6d5-92e8c7a41b33';
export const SERVICE = 'https://smba.trafficmanager.net/emea/';

export interface Account {
  /** The bot's own name for a person. */
  readonly id: string;
  readonly name?: string;
  /** In Microsoft Entra; the same in all bots of a tenant. */
  readonly aadObjectId?: string;
}

export const ANNA: Account = { id: botsIdOf('anna'), name: 'Anna Ek', aadObjectId: objectIdOf('anna') };

export interface Team {
  /** Of its first channel too. */
  readonly id: string;
  readonly aadGroupId: string;
  readonly name: string;
}

export const TEAM: Team = { id: `19:${hash('team').slice(0, 44)}@thread.tacv2`, aadGroupId: objectIdOf('team'), name: 'Mentorer' };
export const CHANNEL = channelIdOf('mentoring');

/** What the app of a person tells of itself with all that they do there. */
export interface Client {
  readonly locale: string;
  readonly country: string;
  readonly platform: string;
  readonly timezone: string;
}

export const SWEDISH: Client = { locale: 'sv-SE', country: 'SE', platform: 'Web', timezone: 'Europe/Stockholm' };

/** A conversation, as activities tell of it. */
export interface Spot {
  readonly conversation: Activity;
  readonly channelData: Activity;
}

/** Where an activity comes from. */
export interface Origin {
  readonly by: Account;
  readonly spot: Spot;
  readonly tenant: string;
  readonly serviceUrl: string;
  /** `null` where the app does not say. */
  readonly client: Client | null;
}

export function personal(who = 'anna'): Spot {
  return { conversation: { conversationType: 'personal', id: directIdOf(who) }, channelData: {} };
}

/** `thread`: the message under which somebody writes. */
export function inChannel({
  team = TEAM,
  channel = CHANNEL,
  thread,
}: {
  readonly team?: Team;
  readonly channel?: string;
  readonly thread?: string;
} = {}): Spot {
  return {
    conversation: { isGroup: true, conversationType: 'channel', id: thread ? `${channel};messageid=${thread}` : channel },
    channelData: { teamsChannelId: channel, teamsTeamId: team.id, channel: { id: channel }, team: { id: team.id } },
  };
}

export function groupChat(id = `19:${hash('chat').slice(0, 32)}@thread.v2`): Spot {
  return { conversation: { isGroup: true, conversationType: 'groupChat', id }, channelData: {} };
}

export function origin(of: Partial<Origin> = {}): Origin {
  return { by: ANNA, spot: personal(), tenant: TENANT, serviceUrl: SERVICE, client: SWEDISH, ...of };
}

export function directIdOf(who: string): string {
  return `a:1${hash(`chat with ${who}`)}`;
}

export function botsIdOf(who: string): string {
  return `29:1${hash(`bot’s ${who}`)}`;
}

export function objectIdOf(who: string): string {
  const hex = createHash('sha256').update(who).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function channelIdOf(name: string): string {
  return `19:${createHash('sha256').update(name).digest('hex').slice(0, 32)}@thread.tacv2`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

let made = 0;

/** Of a message: a number that no other of this run has, shaped like the time in milliseconds. */
export function messageId(): string {
  return `1795${String(343_000_000 + ++made).padStart(9, '0')}`;
}

/** Of all other activities. */
export function eventId(): string {
  return `f:${randomUUID()}`;
}

/** An activity with all that stands in every one. */
export function activity(type: string, of: Partial<Origin>, own: Activity): Activity {
  const { by, spot, tenant, serviceUrl, client } = origin(of);
  const { channelData = {}, entities = [], ...rest } = own;
  return {
    type,
    timestamp: '2026-11-22T09:30:00.1234567Z',
    localTimestamp: '2026-11-22T10:30:00.1234567+01:00',
    id: eventId(),
    channelId: 'msteams',
    serviceUrl,
    from: { ...by },
    conversation: { ...spot.conversation, tenantId: tenant },
    recipient: { ...BOT },
    entities: [...(entities as readonly object[]), ...(client ? [{ ...client, type: 'clientInfo' }] : [])],
    channelData: { ...spot.channelData, tenant: { id: tenant }, ...(channelData as object) },
    ...(client ? { locale: client.locale, localTimezone: client.timezone } : {}),
    ...rest,
  };
}
