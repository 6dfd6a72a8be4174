// The least that a bot on Bolt can do: it checks the signature, finds a listener, and acknowledges.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { LOCAL } from '../../../test/support/slack/local-slack.ts';

const ANY = /[^]*/;
const receiver = new HTTPReceiver({ signingSecret: LOCAL.signingSecret, logLevel: LogLevel.ERROR });
const app = new App({ receiver, authorize: async () => ({ botToken: LOCAL.botToken, botId: 'B0MENTOR01' }), logLevel: LogLevel.ERROR });
app.command(ANY, ({ ack }) => ack());
app.action(ANY, ({ ack }) => ack());
app.view(ANY, ({ ack }) => ack());
app.event('app_home_opened', async () => {});

const server: Server = await receiver.start(0);
process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` });
process.once('disconnect', () => process.exit(0));
