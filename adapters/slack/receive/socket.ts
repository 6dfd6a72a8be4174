// Slack through a socket that we open: no public address, one workspace.

import { type App, AuthorizationError, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import { BotError } from '../../../src/fault.ts';
import type { Log } from '../../../src/ports.ts';
import { boltLog } from '../bolt-log.ts';
import { AtHand } from './at-hand.ts';
import type { SocketSettings } from '../settings.ts';

export function socketReceiver({ apiUrl, appToken }: SocketSettings, log: Log): Receiver {
  const atHand = new AtHand(log);
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
    // What is not acknowledged comes again; what nobody may answer need not.
    processEventErrorHandler: async ({ error }) => {
      const foreign = error instanceof AuthorizationError && !(error.original instanceof BotError);
      if (foreign) log.warn('slack.uninstalled');
      else log.error('slack.fault', {}, error);
      return foreign;
    },
  });
  return {
    init: (app) => receiver.init({ processEvent: (event: ReceiverEvent) => atHand.take(() => through(app, event)) } as App),
    /** What comes while the rest is finished is not acknowledged, and comes again. */
    async stop() {
      await atHand.end();
      await receiver.stop();
    },
    async start() {
      try {
        return await receiver.start();
      } catch (error) {
        throw new BotError('config', faultOf(error), error);
      }
    },
  };
}

/** Bolt acknowledges events before it has looked at them, and never what no listener hears: here it is when all is done. */
async function through(app: App, event: ReceiverEvent): Promise<void> {
  const isEvent = event.body['event'] !== undefined;
  await app.processEvent(isEvent ? { ...event, ack: async () => undefined } : event);
  await event.ack();
}

function faultOf(error: unknown): string {
  const said = (error as { readonly data?: { readonly error?: unknown } }).data?.error;
  return typeof said === 'string'
    ? `SLACK_APP_TOKEN is not accepted by Slack (${said}): make an app-level token with the scope connections:write under Basic Information, and copy it`
    : 'Slack cannot be reached through a socket: see that this computer reaches SLACK_API_URL, and try again';
}
