// Who and where, in all payloads that do not say otherwise; and the ids that Slack makes anew for each payload.

export const APP = 'A0MENTOR01';
/** The old verification token: still sent by Slack, and never to be trusted. */
export const VERIFICATION = 'qE1verificationOfSlack01';
export const BOT = { id: 'B0MENTOR01', user: 'U0MENTORBT' } as const;
export const TEAM = { id: 'T0MENTOR01', domain: 'mentor-guild' } as const;
/** A workspace that shares channels with ours. */
export const PARTNER = { id: 'T0PARTNER1', domain: 'partner-guild' } as const;
export const ENTERPRISE = { id: 'E0MENTOR01', name: 'Mentor Guild Group' } as const;
export const DIRECT = { id: 'D0ANNA0001', name: 'directmessage' } as const;
export const CHANNEL = { id: 'C0MENTORS1', name: 'mentoring' } as const;
export const ANNA = 'U0ANNA0001';
/** The same person with the id of an Enterprise Grid. */
export const GRID_ANNA = 'W0ANNA0001';
/** Somebody in the partner's workspace. */
export const PARTNER_PER = 'U0PERPARTN';

export interface Actor {
  id: string;
  username: string;
  name: string;
  team_id: string;
}

export interface Team {
  id: string;
  domain: string;
  enterprise_id?: string;
  enterprise_name?: string;
}

export interface Enterprise {
  id: string;
  name: string;
}

/** The part that all interactions share. */
export interface Origin {
  team: Team | null;
  enterprise: Enterprise | null;
  is_enterprise_install: boolean;
  token: string;
}

export function actor(over: Partial<Actor> = {}): Actor {
  return { id: ANNA, username: 'anna.ek', name: 'anna.ek', team_id: TEAM.id, ...over };
}

export function origin(): Origin {
  return { team: { ...TEAM }, enterprise: null, is_enterprise_install: false, token: VERIFICATION };
}

let made = 0;

/** A number that no other payload of this run has. */
export function serial(): string {
  return String(++made).padStart(6, '0');
}

/** A moment in Slack's writing. */
export function ts(): string {
  return `1795343000.${serial()}`;
}

export function triggerId(): string {
  return `9712345678901.1234567890123.${serial().padStart(32, 'c')}`;
}

export function responseUrl(of: 'actions' | 'commands'): string {
  return `https://hooks.slack.com/${of}/${TEAM.id}/9712345${serial()}/mUCq0hookOfSlack`;
}
