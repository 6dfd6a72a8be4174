// Which listener hears what. All of them lead to the one table of actions.

import type { App, Context } from '@slack/bolt';
import type { Tokens } from '../install/tokens.ts';
import type { SlackCalls } from '../send/calls.ts';
import { PLATFORM } from '../settings.ts';
import type { Ack } from './ack.ts';
import { onCommand, onShortcut } from './commands.ts';
import type { Desk } from './desk.ts';
import { botIsRevoked, onHomeOpened, onUserChange } from './events.ts';
import { type Listening, type Origin, visiting } from './listening.ts';
import { onPress } from './presses.ts';
import { onSubmission } from './submissions.ts';

export interface Registering {
  readonly desk: Desk;
  readonly tokens: Tokens;
  readonly calls: (token: string) => SlackCalls;
}

const ANY = /[^]*/;

export function register(app: App, { desk, tokens, calls }: Registering): void {
  function originOf({ teamId, enterpriseId, isEnterpriseInstall, botToken }: Context): Origin {
    return { door: tokens.doorOf({ teamId, enterpriseId, isEnterpriseInstall }), home: { teamId, enterpriseId }, slack: calls(botToken ?? '') };
  }
  const listening = (context: Context, ack: Ack): Listening => ({ desk, ack, visitOf: visiting(desk, originOf(context), PLATFORM) });

  app.command(ANY, async ({ body, ack, context }) => onCommand(listening(context, ack as Ack), body));
  app.shortcut(ANY, async ({ body, ack, context }) => onShortcut(listening(context, ack as Ack), body));
  app.action({ type: 'block_actions' }, async ({ body, ack, context }) => onPress(listening(context, ack as Ack), body));
  app.view(ANY, async ({ body, ack, context }) => onSubmission(listening(context, ack as Ack), body));

  app.event('app_home_opened', async ({ event, context }) => onHomeOpened(desk, originOf(context), event));
  app.event('user_change', async ({ event, context }) => onUserChange(desk, originOf(context), event));
  app.event('app_uninstalled', async ({ context }) => tokens.uninstalled(originOf(context).door));
  app.event('tokens_revoked', async ({ event, context }) => {
    if (botIsRevoked(event)) await tokens.uninstalled(originOf(context).door);
  });

  // The receivers know what to make of a fault: an event that was lost is to come again.
  app.error(async (error) => {
    throw error;
  });
}
