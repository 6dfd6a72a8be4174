// Why each scope is asked for, as an operator reads it; docs/slack.md says the same.

import { SCOPES } from '../settings.ts';

const REASONS: Readonly<Record<(typeof SCOPES)[number], string>> = {
  'chat:write': 'to write direct messages, and announcements in a channel that the bot was invited to',
  commands: 'for /mentor, /goal, /cohort and /match, and for shortcuts',
  'im:write': 'to open a direct message with a person who takes part',
  'users:read': 'to know names, languages, time zones, and who is an admin',
  'users:read.email': 'to recognise people whom a coordinator put on the list by e-mail address',
};

/** "im:write (to open a direct message …)", one for each that is missing. */
export function missingScopes(granted: readonly string[]): readonly string[] {
  return SCOPES.filter((scope) => !granted.includes(scope)).map((scope) => `${scope} (${REASONS[scope]})`);
}

export function needlessScopes(granted: readonly string[]): readonly string[] {
  const asked: readonly string[] = SCOPES;
  return granted.filter((scope) => scope !== '' && !asked.includes(scope));
}
