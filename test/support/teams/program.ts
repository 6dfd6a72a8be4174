// The program itself as an operator starts it: main.ts in a process of its own, on a PostgreSQL, with the settings of Teams.

import { PATHS } from '../../../adapters/teams/settings.ts';
import type { Environment } from '../../../src/config.ts';
import { type Program, startProgram } from '../slack/program.ts';
import type { LocalTeams } from './local-teams.ts';

export interface TeamsProgram extends Program {
  /** Where Teams' requests arrive. */
  readonly messages: string;
}

interface Starting {
  readonly databaseUrl: string;
  readonly key: Buffer;
  readonly environment?: Environment;
}

/** It knows nothing of Slack. */
const NO_SLACK = { SLACK_API_URL: undefined, SLACK_BOT_TOKEN: undefined, SLACK_SIGNING_SECRET: undefined };

/** Resolves when it is ready; throws with its last words where it ends instead. */
export async function startTeamsProgram(teams: LocalTeams, { environment, ...on }: Starting): Promise<TeamsProgram> {
  const program = await startProgram({ ...on, apiUrl: '', environment: { ...NO_SLACK, ...teams.environment, ...environment } });
  return { ...program, messages: `${program.url}${PATHS.messages}` };
}
