// The least that a bot on teams-ai can do, by the library's usual way: it checks the token, finds a listener, and answers.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import type { Response as Answer } from 'botbuilder';

const [, , MicrosoftAppId = '', MicrosoftAppTenantId = '', MicrosoftAppPassword = '', openId = '', login = ''] = process.argv;
const ISSUER = 'https://api.botframework.com';

const adapter = new TeamsAdapter({
  ...{ MicrosoftAppId, MicrosoftAppTenantId, MicrosoftAppPassword, MicrosoftAppType: 'SingleTenant', ValidateAuthority: 'true' },
  ...{ ToBotFromChannelOpenIdMetadataUrl: openId, ToBotFromEmulatorOpenIdMetadataUrl: openId, ToBotFromChannelTokenIssuer: ISSUER },
  ...{ ToChannelFromBotLoginUrl: login, ToChannelFromBotOAuthScope: ISSUER, OAuthUrl: ISSUER },
});
const app = new Application({ adapter, botAppId: MicrosoftAppId, startTypingTimer: false });
app.activity(/.*/, async (context) => {
  if (context.activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: {} } });
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>;
  await adapter.process({ body, headers: request.headers, method: 'POST' }, answerOn(response), async (context) => void (await app.run(context)));
}

function answerOn(response: ServerResponse): Answer {
  return {
    socket: response.socket,
    header: (name, value) => response.setHeader(name, String(value)),
    status: (code) => (response.statusCode = code),
    send: (body) => response.setHeader('content-type', 'application/json').write(JSON.stringify(body)),
    end: () => response.end(),
  };
}

const server = createServer((request, response) => void serve(request, response));
server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
process.once('disconnect', () => process.exit(0));
