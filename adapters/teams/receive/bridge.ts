// The library's adapter, as far as it is ours: an activity that we have let in, through its middleware to a turn, and back.
// Its own `process` asks its own cache of keys, writes each fault to the console, and tells it to whoever asked.

// By its own file: the whole package loads what we never use.
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { BotError } from '../../../src/fault.ts';
import type { TeamsSettings } from '../settings.ts';
import type { Received } from './parse.ts';

export type Turn = (context: TurnContext) => Promise<unknown>;

type Credentials = NonNullable<ConstructorParameters<typeof TeamsAdapter>[1]>;

/** Whom the bot would write to; what it writes goes by our own calls. */
const AUDIENCE = 'https://api.botframework.com';

export class Bridge extends TeamsAdapter {
  private readonly appId: string;

  constructor({ appId, cloud }: TeamsSettings) {
    const config = {
      ...{ ToBotFromChannelOpenIdMetadataUrl: cloud.openIdUrl, ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdUrl },
      ...{ ToBotFromChannelTokenIssuer: AUDIENCE, ToChannelFromBotOAuthScope: AUDIENCE, OAuthUrl: AUDIENCE, ToChannelFromBotLoginUrl: cloud.loginUrl },
    };
    super(config, credentialsOf(appId));
    this.appId = appId;
  }

  /** Only for what has been authenticated. Resolves to the answer of an invoke. */
  async take(activity: Received, turn: Turn): Promise<InvokeResponse | undefined> {
    const claimsIdentity = this.createClaimsIdentity(this.appId);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    const identity = { audience: AUDIENCE, claimsIdentity, connectorFactory };
    return this.processActivity(identity, activity as unknown as Activity, async (context) => void (await turn(context)));
  }
}

/** They open nothing: the library neither writes nor asks for a token. */
function credentialsOf(appId: string): Credentials {
  return {
    isValidAppId: async (asked) => appId !== '' && asked === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async () => {
        throw new BotError('bug', 'the library was asked to write');
      },
    }),
  };
}
