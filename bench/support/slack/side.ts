// Slack, for the benchmark.

import { PATHS } from '../../../adapters/slack/settings.ts';
import { LOCAL } from '../../../test/support/slack/local-slack.ts';
import { pairsInSlack } from '../../../test/support/slack/pairs.ts';
import { asSlackSends, signed } from '../../../test/support/slack/sign.ts';
import type { Side } from '../side.ts';
import { LightSlack } from './light-slack.ts';
import { type Act, isAct, People } from './people.ts';

const SHARES: Readonly<Record<Act, number>> = {
  ...{ '/goal list': 18, '/mentor': 12, '/goal new': 10, 'opens home': 24, 'presses in a message': 18, 'presses at home': 8, 'sends a goal': 10 },
};
const FIRST: readonly Act[] = ['opens home', '/goal list', '/goal new'];

export async function openSide(chance: () => number): Promise<Side> {
  const slack = new LightSlack();
  await slack.open();
  const people = new People(slack, chance);
  return {
    ...{ shares: SHARES, first: FIRST, writes: 'sends a goal', calls: slack.calls, path: PATHS.events },
    asked: () => slack.calls.get('chat.postMessage') ?? 0,
    accepted: (body) => body.includes('"response_action":"update"'),
    environment: { SLACK_API_URL: `${slack.origin}/api/`, SLACK_BOT_TOKEN: LOCAL.botToken, SLACK_SIGNING_SECRET: LOCAL.signingSecret },
    empty: { name: 'Bolt', program: new URL('empty-bolt.ts', import.meta.url), args: [] },
    async arrange({ store, ids, now, pairs }) {
      const slackIds = Array.from({ length: 2 + 2 * pairs }, (_, n) => `U0BENCH${String(n).padStart(4, '0')}`);
      const { members, ...world } = await pairsInSlack({ store, ids, now, teamId: LOCAL.teamId, slackIds });
      return { ...world, users: members.flat() };
    },
    does(user, act) {
      const one = isAct(act) ? people.does(user, act) : null;
      return one && { act, user, ...asSlackSends(one.kind, one.payload) };
    },
    reads: ({ act, user }, body) => void (isAct(act) && people.reads({ act, user }, body)),
    signed: (body) => signed(LOCAL.signingSecret, body),
    remarks: () => [],
    close: () => slack.close(),
  };
}
