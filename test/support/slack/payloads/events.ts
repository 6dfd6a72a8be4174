// What Slack tells without anybody pressing: events in their envelope, and the two that come without one.

import type { ViewOutput } from '@slack/bolt';
import type { AppHomeOpenedEvent, UserChangeEvent } from '@slack/types';
import { ANNA, APP, BOT, DIRECT, serial, TEAM, ts, VERIFICATION } from './who.ts';
import { home } from './views.ts';

interface Authorization {
  enterprise_id: string | null;
  team_id: string | null;
  user_id: string;
  is_bot: boolean;
  is_enterprise_install: boolean;
}

export interface Envelope<Event = { type: string }> {
  token: string;
  team_id: string;
  enterprise_id?: string;
  context_team_id: string | null;
  context_enterprise_id: string | null;
  api_app_id: string;
  event: Event;
  type: 'event_callback';
  event_id: string;
  event_time: number;
  /** Whose installation this is for. */
  authorizations: Authorization[];
  is_ext_shared_channel: boolean;
  event_context: string;
}

export type Member = UserChangeEvent['user'];
type Opened = Omit<AppHomeOpenedEvent, 'view'> & { view?: ViewOutput };
type Over = Partial<Omit<Envelope, 'event'>>;

/** Any event, known to us or not. */
export function event<Event extends { type: string }>(inner: Event, over: Over = {}): Envelope<Event> {
  return {
    token: VERIFICATION,
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    context_enterprise_id: null,
    api_app_id: APP,
    event: inner,
    type: 'event_callback',
    event_id: `Ev0MENTOR${serial()}`,
    event_time: 1_795_343_000,
    authorizations: [{ enterprise_id: null, team_id: TEAM.id, user_id: BOT.user, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
    event_context: `4-eyJldCI6Im1lbnRvciJ9${serial()}`,
    ...over,
  };
}

/** The Home tab, with the view that stands there; it has none until the first one is published. */
export function homeOpened(inner: Partial<Opened> = {}, over: Over = {}): Envelope<Opened> {
  return event({ type: 'app_home_opened', user: ANNA, channel: DIRECT.id, tab: 'home', view: home(), event_ts: ts(), ...inner }, over);
}

export function messagesOpened(inner: Partial<Opened> = {}, over: Over = {}): Envelope<Opened> {
  return event({ type: 'app_home_opened', user: ANNA, channel: DIRECT.id, tab: 'messages', event_ts: ts(), ...inner }, over);
}

export function member(over: Partial<Omit<Member, 'profile'>> = {}, profile: Partial<Member['profile']> = {}): Member {
  return {
    id: ANNA,
    team_id: TEAM.id,
    name: 'anna.ek',
    deleted: false,
    color: '9f69e7',
    real_name: 'Anna Ek',
    tz: 'Europe/Stockholm',
    tz_label: 'Central European Time',
    tz_offset: 3600,
    profile: {
      title: '',
      phone: '',
      skype: '',
      real_name: 'Anna Ek',
      real_name_normalized: 'Anna Ek',
      display_name: 'Anna',
      display_name_normalized: 'Anna',
      fields: null,
      status_text: '',
      status_text_canonical: '',
      status_emoji: '',
      status_emoji_display_info: [],
      status_expiration: 0,
      avatar_hash: 'g0123456789a',
      email: 'anna.ek@example.org',
      first_name: 'Anna',
      last_name: 'Ek',
      image_24: 'https://secure.gravatar.com/avatar/24.png',
      image_32: 'https://secure.gravatar.com/avatar/32.png',
      image_48: 'https://secure.gravatar.com/avatar/48.png',
      image_72: 'https://secure.gravatar.com/avatar/72.png',
      image_192: 'https://secure.gravatar.com/avatar/192.png',
      image_512: 'https://secure.gravatar.com/avatar/512.png',
      team: TEAM.id,
      ...profile,
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: false,
    is_app_user: false,
    is_email_confirmed: true,
    updated: 1_795_342_999,
    locale: 'sv-SE',
    who_can_share_contact_card: 'EVERYONE',
    ...over,
  };
}

/** Of somebody who has left, Slack tells no time zone, language or role. */
export function leaver(id: string = ANNA): Partial<Member> {
  const { id: _, team_id, name, color, profile, updated } = member();
  return { id, team_id, name, deleted: true, color, profile, is_bot: false, is_app_user: false, updated, who_can_share_contact_card: 'EVERYONE' };
}

interface MemberEvent<Type extends string> {
  type: Type;
  user: Partial<Member>;
  cache_ts: number;
  event_ts: string;
}

export function userChange(user: Partial<Member> = member(), over: Over = {}): Envelope<MemberEvent<'user_change'>> {
  return event({ type: 'user_change', user, cache_ts: 1_795_343_000, event_ts: ts() }, over);
}

export function teamJoin(user: Partial<Member> = member(), over: Over = {}): Envelope<MemberEvent<'team_join'>> {
  return event({ type: 'team_join', user, cache_ts: 1_795_343_000, event_ts: ts() }, over);
}

export function appUninstalled(over: Over = {}): Envelope {
  return event({ type: 'app_uninstalled', event_ts: ts() }, over);
}

interface Revoked {
  type: 'tokens_revoked';
  tokens: { oauth?: string[]; bot?: string[] };
  event_ts: string;
}

/** The ids are of users: people's own tokens (`oauth`) and bots'. */
export function tokensRevoked(tokens: Revoked['tokens'] = { oauth: [], bot: [BOT.user] }, over: Over = {}): Envelope<Revoked> {
  return event({ type: 'tokens_revoked', tokens, event_ts: ts() }, over);
}

export function urlVerification(challenge = '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P') {
  return { token: VERIFICATION, challenge, type: 'url_verification' };
}

export function appRateLimited() {
  return { token: VERIFICATION, type: 'app_rate_limited', team_id: TEAM.id, minute_rate_limited: 1_795_342_980, api_app_id: APP };
}
