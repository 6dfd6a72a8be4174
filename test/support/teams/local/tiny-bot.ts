// A tiny bot of Microsoft's own libraries: what the local Teams is tried with, so that it is not tried with ours alone.
// It asks for keys and tokens, reads activities and writes messages as they do.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import { type Activity, type InvokeResponse, MessageFactory, TeamsInfo, type TurnContext } from 'botbuilder';
import type { Json } from '../../slack/local/json.ts';
import { LOCAL, type LocalTeams } from '../local-teams.ts';

export interface TinyBot {
  /** Writes to whoever has written to it, unasked. */
  writes(who: string, words: string): Promise<void>;
  stop(): Promise<void>;
}

type Credentials = NonNullable<ConstructorParameters<typeof TeamsAdapter>[1]>;

class Adapter extends TeamsAdapter {
  take(authorization: string, activity: Activity, turn: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn);
  }
}

export async function startTinyBot(teams: LocalTeams): Promise<TinyBot> {
  const { loginUrl } = teams.connector;
  const openId = teams.provider.url;
  const urls = { ToBotFromChannelOpenIdMetadataUrl: openId, ToBotFromEmulatorOpenIdMetadataUrl: openId, ToChannelFromBotLoginUrl: loginUrl };
  const names = { ToBotFromChannelTokenIssuer: 'https://api.botframework.com', ToChannelFromBotOAuthScope: 'https://api.botframework.com', OAuthUrl: loginUrl };
  const adapter = new Adapter({ ...urls, ...names, ValidateAuthority: 'true' }, credentialsFrom(loginUrl));
  const met = new Map<string, Parameters<Adapter['continueConversationAsync']>[1]>();
  const app = bot((context) => {
    const { from, serviceUrl, conversation, recipient } = context.activity;
    met.set(from.name, { serviceUrl, conversation, bot: recipient, user: from, channelId: 'msteams' });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const activity = JSON.parse(Buffer.concat(parts).toString()) as Activity;
    try {
      const given = await adapter.take(request.headers.authorization ?? '', activity, async (context) => void (await app.run(context)));
      response.writeHead(given?.status ?? 200, { 'content-type': 'application/json' }).end(given?.body ? JSON.stringify(given.body) : '');
    } catch (error) {
      response.writeHead((error as { statusCode?: number }).statusCode ?? 500).end();
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  teams.overHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return {
    async writes(who, words) {
      const reference = met.get(teams.people.get(who).account.name);
      if (!reference) throw new Error(`${who} has not written yet`);
      await adapter.continueConversationAsync(LOCAL.appId, reference, async (context) => void (await context.sendActivity(words)));
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The bot's own token, as it asks for it. */
function credentialsFrom(loginUrl: string): Credentials {
  const signRequest = async (request: { headers: { set(name: string, value: string): void } }) => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: LOCAL.appId,
      client_secret: LOCAL.secret,
      scope: 'https://api.botframework.com/.default',
    });
    const answer = await fetch(`${loginUrl}/${LOCAL.tenant}/oauth2/v2.0/token`, { method: 'POST', body });
    const { access_token } = (await answer.json()) as { access_token: string };
    request.headers.set('authorization', `Bearer ${access_token}`);
    return request as never;
  };
  return {
    isValidAppId: async (appId) => appId === LOCAL.appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({ signRequest }),
  };
}

const CARD = 'application/vnd.microsoft.card.adaptive';

function card(body: readonly Json[], actions: readonly Json[] = []): Json {
  return { type: 'AdaptiveCard', version: '1.5', body, actions };
}

function says(words: string): Json {
  return { type: 'TextBlock', text: words, wrap: true };
}

const QUESTION = card(
  [says('**Met**, _yes_?')],
  [
    { type: 'Action.Execute', title: 'Yes', verb: 'met', data: { verb: 'met' } },
    { type: 'Action.Submit', title: 'Open', data: { verb: 'goal', msteams: { type: 'task/fetch' } }, associatedInputs: 'none' },
    {
      type: 'Action.ShowCard',
      title: 'Delete',
      card: card([says('Sure?')], [{ type: 'Action.Execute', title: 'Do it', verb: 'gone', data: { verb: 'gone' } }]),
    },
  ],
);

/** `kept`: what somebody has typed, which Teams itself forgets. */
function goal(fault: string | null, kept: Json): Json {
  const red = fault === null ? [] : [{ type: 'TextBlock', text: fault, color: 'attention' }];
  return card(
    [
      ...red,
      { type: 'Input.Text', id: 'f.title', label: 'Title', maxLength: 20, isRequired: true, errorMessage: 'Give it a title', value: kept['f.title'] ?? '' },
      { type: 'Input.ChoiceSet', id: 'f.kind', label: 'Kind', value: 'work', choices: [choice('Work'), choice('Life')] },
      { type: 'Input.ChoiceSet', id: 'f.days', label: 'Days', isMultiSelect: true, choices: [choice('Monday'), choice('Friday')] },
      { type: 'Input.ChoiceSet', id: 'f.with', label: 'With', choices: [], 'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' } },
      { type: 'Input.Date', id: 'f.by', label: 'By', value: '2026-12-01' },
      { type: 'Input.Number', id: 'f.hours', label: 'Hours', min: 1, max: 9, errorMessage: 'One to nine' },
      { type: 'Input.Toggle', id: 'f.sure', label: 'Sure', title: 'I am' },
    ],
    [{ type: 'Action.Submit', title: 'Save', data: { verb: 'send' } }],
  );
}

function choice(title: string): Json {
  return { title, value: title.toLowerCase() };
}

function dialog(content: Json): Json {
  return { task: { type: 'continue', value: { title: 'A goal', height: 'large', width: 'medium', card: { contentType: CARD, content } } } };
}

function bot(meets: (context: TurnContext) => void): Application {
  const app = new Application({ startTypingTimer: false });
  const answers = async (context: TurnContext, body: Json) => void (await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } }));
  const dataOf = ({ activity }: TurnContext) => ((activity.value as Json)['data'] ?? {}) as Json;

  app.activity('message', async (context) => {
    meets(context);
    const { activity } = context;
    const { text, value } = activity;
    if (value) await context.sendActivity(`submitted ${JSON.stringify(value)}`);
    else if (text.startsWith('who')) await context.sendActivity(JSON.stringify(await TeamsInfo.getMember(context, activity.from.id)));
    else if (text.startsWith('ask')) await context.sendActivity(MessageFactory.attachment({ contentType: CARD, content: QUESTION }));
    else if (text.startsWith('wrong')) await context.sendActivity(MessageFactory.attachment({ contentType: CARD, content: card([{ type: 'Nonsense' }]) }));
    else
      await context.sendActivity(
        `heard: ${JSON.stringify([text.trim(), activity.conversation.conversationType, (activity.recipient as { isTargeted?: boolean }).isTargeted === true])}`,
      );
  });
  app.activity('installationUpdate', async (context) => {
    if (context.activity.action === 'add') await context.sendActivity(`installed: ${context.activity.action}`);
  });
  app.activity('invoke', async (context) => {
    const { name, value, replyToId = '' } = context.activity;
    const verb = (value as { action?: { verb?: string } }).action?.verb;
    if (name === 'adaptiveCard/action') {
      if (verb === 'gone') {
        await context.updateActivity({ ...MessageFactory.attachment({ contentType: CARD, content: card([says('Gone')]) }), id: replyToId });
        return answers(context, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Deleted' });
      }
      return answers(context, { statusCode: 200, type: CARD, value: card([says('Thank you')]) });
    }
    if (name === 'task/fetch' || name === 'composeExtension/fetchTask') return answers(context, dialog(goal(null, {})));
    const data = dataOf(context);
    if (data['f.title'] === 'short') return answers(context, dialog(goal('Say more', data)));
    if (data['f.title'] === 'note') return answers(context, { task: { type: 'message', value: 'Noted' } });
    await context.sendActivity(`sent ${name}: ${JSON.stringify(data)}`);
    return answers(context, {});
  });
  return app;
}
