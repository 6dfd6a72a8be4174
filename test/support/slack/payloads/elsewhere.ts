// The same payloads from an Enterprise Grid, and from a workspace that shares channels with ours.

import { ENTERPRISE, GRID_ANNA, PARTNER, PARTNER_PER, TEAM } from './who.ts';

type Fields = Readonly<Record<string, unknown>>;

const GRID_MEMBER = { enterprise_id: ENTERPRISE.id, enterprise_name: ENTERPRISE.name, is_admin: false, is_owner: false, teams: [TEAM.id] };

/** One workspace of a Grid installed the bot for itself. */
export function onGrid<Payload extends object>(payload: Payload): Payload {
  return from(payload, {
    command: { enterprise_id: ENTERPRISE.id, enterprise_name: ENTERPRISE.name, user_id: GRID_ANNA },
    event: { enterprise_id: ENTERPRISE.id, context_enterprise_id: ENTERPRISE.id },
    authorization: { enterprise_id: ENTERPRISE.id },
    interaction: { team: { ...TEAM, enterprise_id: ENTERPRISE.id, enterprise_name: ENTERPRISE.name }, enterprise: { ...ENTERPRISE } },
    user: { id: GRID_ANNA },
    member: { enterprise_user: { ...GRID_MEMBER, id: GRID_ANNA } },
    view: {},
  });
}

/** The whole organisation installed the bot at once: an interaction then names no team. */
export function orgWide<Payload extends object>(payload: Payload): Payload {
  return from(payload, {
    command: { enterprise_id: ENTERPRISE.id, enterprise_name: ENTERPRISE.name, is_enterprise_install: 'true', user_id: GRID_ANNA },
    event: { enterprise_id: ENTERPRISE.id, context_enterprise_id: ENTERPRISE.id },
    authorization: { enterprise_id: ENTERPRISE.id, team_id: null, is_enterprise_install: true },
    interaction: { team: null, enterprise: { ...ENTERPRISE }, is_enterprise_install: true },
    user: { id: GRID_ANNA },
    member: { enterprise_user: { ...GRID_MEMBER, id: GRID_ANNA } },
    view: { app_installed_team_id: ENTERPRISE.id },
  });
}

/**
 * Somebody of another workspace, in a shared channel. The installation is ours: an event says so in `authorizations`,
 * a view in `app_installed_team_id`; whoever opens a view there, Slack names their own team as the view's.
 */
export function fromPartner<Payload extends object>(payload: Payload): Payload {
  const inView = 'view' in payload && !('event' in payload);
  return from(payload, {
    command: { user_id: PARTNER_PER, user_name: 'per' },
    event: { team_id: PARTNER.id, is_ext_shared_channel: true },
    authorization: {},
    interaction: inView ? { team: { ...PARTNER } } : {},
    user: { id: PARTNER_PER, team_id: PARTNER.id },
    member: { is_stranger: true },
    view: { team_id: PARTNER.id },
  });
}

interface Change {
  readonly command: Fields;
  readonly event: Fields;
  readonly authorization: Fields;
  readonly interaction: Fields;
  readonly user: Fields;
  /** Of a user that is told of in full. */
  readonly member: Fields;
  readonly view: Fields;
}

function from<Payload extends object>(payload: Payload, change: Change): Payload {
  if ('command' in payload) return { ...payload, ...change.command };
  if ('event' in payload) {
    const { event, authorizations } = payload as unknown as { event: Fields; authorizations: readonly Fields[] };
    const authorized = authorizations.map((one) => ({ ...one, ...change.authorization }));
    return { ...payload, ...change.event, event: inEvent(event, change), authorizations: authorized };
  }
  const { user, view } = payload as unknown as { user: Fields; view?: Fields };
  return { ...payload, ...change.interaction, user: { ...user, ...change.user }, ...(view ? { view: { ...view, ...change.view } } : {}) };
}

function inEvent(event: Fields, change: Change): Fields {
  const { user, view } = event;
  return {
    ...event,
    ...(typeof user === 'string' ? { user: change.user['id'] } : {}),
    ...(typeof user === 'object' ? { user: { ...user, ...change.user, ...change.member } } : {}),
    ...(typeof view === 'object' ? { view: { ...view, ...change.view } } : {}),
  };
}
