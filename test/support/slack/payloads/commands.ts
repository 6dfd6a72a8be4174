// A slash command: the only payload of Slack that is a plain form.

import { ANNA, APP, DIRECT, responseUrl, TEAM, triggerId, VERIFICATION } from './who.ts';

export interface Command {
  token: string;
  team_id: string;
  team_domain: string;
  enterprise_id?: string;
  enterprise_name?: string;
  channel_id: string;
  channel_name: string;
  user_id: string;
  user_name: string;
  command: string;
  text: string;
  api_app_id: string;
  /** A word, for a form has no booleans. */
  is_enterprise_install: 'true' | 'false';
  response_url: string;
  trigger_id: string;
}

export function command(over: Partial<Command> = {}): Command {
  return {
    token: VERIFICATION,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: DIRECT.id,
    channel_name: DIRECT.name,
    user_id: ANNA,
    user_name: 'anna.ek',
    command: '/mentor',
    text: '',
    api_app_id: APP,
    is_enterprise_install: 'false',
    response_url: responseUrl('commands'),
    trigger_id: triggerId(),
    ...over,
  };
}
