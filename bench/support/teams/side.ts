// Microsoft Teams, for the benchmark.

import { writtenReference } from '../../../adapters/teams/reference.ts';
import { PATHS, PLATFORM } from '../../../adapters/teams/settings.ts';
import { record } from '../../../test/support/slack/local/json.ts';
import { LOCAL } from '../../../test/support/teams/local-teams.ts';
import { openProvider } from '../../../test/support/teams/openid.ts';
import { arrange } from '../../../test/faults/arrange.ts';
import type { Side } from '../side.ts';
import { LightTeams } from './light-teams.ts';
import { type Act, isAct, People } from './people.ts';

const SHARES: Readonly<Record<Act, number>> = {
  ...{ 'types /goal list': 15, 'types /mentor': 13, 'chooses goal new': 12, presses: 40, 'opens a form': 10, 'sends a goal': 10 },
};
const FIRST: readonly Act[] = ['types /mentor', 'types /goal list', 'chooses goal new'];
/** Microsoft gives a token for about an hour, and sends it with each activity until then. */
const TOKEN_MS = 10 * 60_000;

export async function openSide(chance: () => number): Promise<Side> {
  const [teams, provider] = [await LightTeams.open(), await openProvider()];
  const { serviceUrl, loginUrl } = teams.connector;
  const people = new People(teams, chance);
  let lines = 0;
  let token = { text: '', at: -Infinity };
  return {
    ...{ shares: SHARES, first: FIRST, writes: 'sends a goal', calls: teams.calls, path: PATHS.messages },
    // Each line is answered by a message.
    asked: () => (teams.calls.get('post') ?? 0) - lines,
    // A form that is not taken comes back.
    accepted: (body) => !body.includes('"Input.'),
    environment: {
      ...{ SLACK_API_URL: undefined, SLACK_BOT_TOKEN: undefined, SLACK_SIGNING_SECRET: undefined },
      ...{ TEAMS_APP_ID: LOCAL.appId, TEAMS_TENANT_ID: LOCAL.tenant, TEAMS_APP_PASSWORD: LOCAL.secret },
      ...{ TEAMS_OPENID_URL: provider.url, TEAMS_LOGIN_URL: loginUrl, TEAMS_SERVICE_HOSTS: new URL(serviceUrl).hostname },
    },
    empty: {
      name: 'bot on teams-ai',
      program: new URL('empty-bot.ts', import.meta.url),
      args: [LOCAL.appId, LOCAL.tenant, LOCAL.secret, provider.url, loginUrl],
    },
    async arrange({ store, ids, now, pairs: count }) {
      const { tenantId, pairs } = await arrange(store, ids, now, count);
      await store.prisma.door.create({ data: { platform: PLATFORM, externalId: LOCAL.tenant, tenantId } });
      const accounts = await store.prisma.account.findMany({ where: { tenantId }, orderBy: { id: 'asc' } });
      const users = accounts.map((_, index) => `person-${index}`);
      for (const [index, { id }] of accounts.entries()) {
        const { account, direct: conversation } = teams.add(users[index] ?? '');
        const reference = writtenReference({ serviceUrl, tenant: LOCAL.tenant, conversation, user: account.id });
        await store.prisma.account.updateMany({
          where: { tenantId, id },
          data: { platform: PLATFORM, externalId: account.aadObjectId ?? '', conversation: reference },
        });
      }
      // The first two coordinate.
      return { tenantId, pairs, users: users.slice(2) };
    },
    does(user, act) {
      const activity = isAct(act) ? people.does(user, act) : null;
      if (act.startsWith('types ')) lines++;
      return activity && { act, user, type: 'application/json; charset=utf-8', body: JSON.stringify(activity) };
    },
    reads: ({ user, body: sent }, body) => people.reads(user, record(JSON.parse(sent)), body),
    signed() {
      if (performance.now() - token.at > TOKEN_MS) token = { text: provider.token({ appId: LOCAL.appId, serviceUrl }), at: performance.now() };
      return { authorization: `Bearer ${token.text}` };
    },
    remarks() {
      const { breaches } = teams.connector;
      return [`Teams’ published limits broken ${breaches.length} times ${[...new Set(breaches)].slice(0, 3).join(', ')}`];
    },
    async close() {
      await teams.connector.close();
      await provider.close();
    },
  };
}
