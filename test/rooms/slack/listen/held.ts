// A house whose answers can be held back, person by person, for as long as a test needs: all parts are real, only the
// time between an act and its answer is the test's.

import { tmpdir } from 'node:os';
import { inject } from 'vitest';
import { slackWing } from '../../../../adapters/slack/app.ts';
import { PATHS } from '../../../../adapters/slack/settings.ts';
import { readConfig } from '../../../../src/config.ts';
import { start } from '../../../../src/runtime/start.ts';
import { databaseOn } from '../../../support/postgres.ts';
import { LOCAL, type LocalSlack } from '../../../support/slack/local-slack.ts';
import type { Person } from '../../../support/slack/person.ts';
import { silent } from '../../../support/world.ts';

export interface HeldHouse {
  /** From now on this person gets no answer; resolves what was asked meanwhile, once it is called. */
  hold(person: Person): () => void;
  stop(): Promise<void>;
}

export async function openHeldHouse(slack: LocalSlack, via: 'http' | 'socket'): Promise<HeldHouse> {
  const { botToken, appToken, signingSecret } = LOCAL;
  const way = via === 'socket' ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret };
  const config = readConfig({
    ...{ ...way, SLACK_BOT_TOKEN: botToken, SLACK_API_URL: slack.apiUrl, RATE_SHARE: '1', PORT: '0', PLAYGROUND: 'off', DATA_DIR: tmpdir() },
    ...{ DATABASE_URL: await databaseOn(inject('postgresUrl')), SECRET_KEY: Buffer.alloc(32, 7).toString('base64') },
  });
  const held = new Map<string, Promise<void>>();
  const { stop, url } = await start({
    ...{ config, version: '0.0.0', log: silent, broken: (fault) => console.error(fault) },
    async wings({ reception }) {
      if (!config.slack || config.slack.mode === 'install') throw new Error('this house is to meet one workspace');
      const dispatch: typeof reception.dispatch = async (intent) => {
        await held.get(intent.caller.externalId);
        return reception.dispatch(intent);
      };
      const { chat, site, begin, end } = await slackWing(config.slack, { ...reception, dispatch });
      return { chats: [chat], begin, end, ...(site ? { site } : {}) };
    },
  });
  if (via === 'socket') slack.overSocket();
  else slack.overHttp(`${url}${PATHS.events}`);
  return {
    hold({ id }) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(id, promise);
      return () => {
        held.delete(id);
        resolve();
      };
    },
    stop,
  };
}
