// Which listener hears what. All of them lead to the one table of actions.

import { Application } from '@microsoft/teams-ai/lib/Application.js';
import type { TurnContext } from 'botbuilder';
import type { Log } from '../../../src/ports.ts';
import { incomingIn } from '../translate/activity.ts';
import { onOpen, onSubmit } from './dialogs.ts';
import type { Visit } from './desk.ts';
import { onInstallation } from './installs.ts';
import type { Listener, Listening } from './listening.ts';
import { onMessage } from './messages.ts';
import { onPress } from './presses.ts';

const ACTIVITIES: Readonly<Record<string, Listener>> = { message: onMessage, installationUpdate: onInstallation };

const INVOKES: Readonly<Record<string, Listener>> = {
  'adaptiveCard/action': onPress,
  'task/fetch': onOpen,
  'task/submit': onSubmit,
  'composeExtension/fetchTask': onOpen,
  'composeExtension/submitAction': onSubmit,
};

export interface Registering extends Listening {
  /** `null` where the activity comes from no organisation of ours. */
  readonly visitOf: (incoming: NonNullable<ReturnType<typeof incomingIn>>) => Promise<Visit | null>;
  readonly log: Log;
}

/** What Teams tells, one activity at a time. What nobody listens to is answered politely, so that it does not come again. */
export function register({ visitOf, log, ...listening }: Registering): (context: TurnContext) => Promise<void> {
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });

  async function heard(context: TurnContext, listener: Listener | undefined): Promise<void> {
    const incoming = listener ? incomingIn(structuredClone(context.activity)) : null;
    const visit = incoming && (await visitOf(incoming));
    const body = listener && visit ? await listener(listening, visit) : undefined;
    if (context.activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: body ?? {} } });
  }

  for (const [type, listener] of Object.entries(ACTIVITIES)) app.activity(type, (context) => heard(context, listener));
  for (const [name, listener] of Object.entries(INVOKES)) app.addRoute(invoking(name), (context) => heard(context, listener), true);
  app.activity('invoke', (context) => heard(context, undefined));

  return async (context) => {
    const known = await app.run(context);
    if (!known) log.info('teams.unheard');
  };
}

function invoking(name: string) {
  return async ({ activity }: TurnContext) => activity.type === 'invoke' && activity.name === name;
}
