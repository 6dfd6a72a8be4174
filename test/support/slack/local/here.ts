// What all payloads of the local workspace say of where they come from.

import { BOT } from '../payloads.ts';
import { WORKSPACE } from './emulated.ts';

export const TEAM = { id: WORKSPACE.id, domain: WORKSPACE.domain } as const;

/** The envelope of an event of this workspace. */
export function here() {
  const authorizations = [{ enterprise_id: null, team_id: WORKSPACE.id, user_id: BOT.user, is_bot: true, is_enterprise_install: false }];
  return { team_id: WORKSPACE.id, context_team_id: WORKSPACE.id, authorizations };
}
