// A tiny bot of Bolt's own making: what the local Slack is tried with, so that it is not tried with ours alone.

import type { Server } from 'node:http';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { isRecord } from './json.ts';
import { LOCAL, type LocalSlack } from '../local-slack.ts';

export interface TinyBot {
  readonly app: App;
  stop(): Promise<unknown>;
}

/** Breaking its connections is what this bot is for: it does not complain. */
const logger: Logger = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => LogLevel.ERROR, setName() {} };

export type Via = 'http' | 'socket';

export async function startTinyBot(slack: LocalSlack, via: Via): Promise<TinyBot> {
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver =
    via === 'socket'
      ? new SocketModeReceiver({ appToken: LOCAL.appToken, logger, installerOptions: { clientOptions }, clientPingTimeout: 500 })
      : new HTTPReceiver({ signingSecret: LOCAL.signingSecret, logger });
  const app = new App({ receiver, token: LOCAL.botToken, clientOptions, logger });
  listen(app);
  const started: unknown = await app.start(0);
  if (via === 'socket') slack.overSocket();
  else slack.overHttp(`http://127.0.0.1:${portOf(started as Server)}/slack/events`);
  return {
    app,
    stop: async () => {
      if (via === 'http') (started as Server).closeAllConnections();
      await app.stop();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return isRecord(address) ? Number(address['port']) : 0;
}

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;

export function goalModal(step: number): ModalView {
  return {
    ...{ type: 'modal', callback_id: `goal-${step}`, title: plain(`Goal ${step}`), submit: plain('Save'), close: plain('Cancel'), notify_on_close: true },
    blocks: [
      { type: 'input', block_id: 'f.title', label: plain('Title'), element: { type: 'plain_text_input', action_id: 'answer', max_length: 60 } },
      {
        ...{ type: 'input', block_id: `f.kind${step}`, label: plain('Kind'), optional: true },
        element: { type: 'static_select', action_id: 'answer', initial_option: option('Work'), options: [option('Work'), option('Life')] },
      },
      {
        ...{ type: 'input', block_id: `f.days${step}`, label: plain('Days'), optional: true },
        element: { type: 'checkboxes', action_id: 'answer', options: [option('Monday'), option('Friday')] },
      },
      {
        type: 'input',
        block_id: `f.by${step}`,
        label: plain('By'),
        optional: true,
        element: { type: 'datepicker', action_id: 'answer', initial_date: '2026-12-01' },
      },
      { type: 'input', block_id: `f.with${step}`, label: plain('With'), optional: true, element: { type: 'users_select', action_id: 'answer' } },
      { type: 'actions', block_id: 'also', elements: [{ type: 'button', action_id: 'more', text: plain('More'), value: String(step + 1) }] },
    ],
  };
}

function option(word: string) {
  return { text: plain(word), value: word.toLowerCase() };
}

function rich(words: string): KnownBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: words }] }] };
}

function question(words: string): { text: string; blocks: KnownBlock[] } {
  const button = { type: 'button', action_id: 'met', text: plain('Yes'), value: 'yes' } as const;
  return {
    text: words,
    blocks: [rich(words), { type: 'actions', elements: [button] }],
  };
}

function listen(app: App): void {
  app.command('/goal', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: goalModal(1) });
  });
  app.command('/echo', async ({ ack, command }) => ack({ response_type: 'ephemeral', ...question(command.text) }));
  app.command('/ask', async ({ ack, client, command }) => {
    await ack();
    const { channel } = await client.conversations.open({ users: command.user_id });
    await client.apiCall('chat.postMessage', { channel: channel?.id ?? '', ...question(`Met, <@${command.user_id}>?`) });
  });
  app.command('/say', async ({ ack, respond, command }) => {
    await ack();
    await respond({ text: command.text });
  });
  app.command('/wrong', async ({ ack, client, body }) => {
    await ack();
    const view = { ...goalModal(1), title: plain('A title of more than twenty-four characters') };
    await client.views.open({ trigger_id: body.trigger_id, view }).catch(() => undefined);
    await client.apiCall('chat.postMessage', { channel: body.user_id, text: 'x', blocks: [{ type: 'nonsense' }] }).catch(() => undefined);
  });
  app.action('met', async ({ ack, body, client, respond }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    if (body.container['is_ephemeral'] === true) await respond({ replace_original: true, text: 'Thank you' });
    else await client.chat.update({ channel: body.channel?.id ?? '', ts: body.message?.ts ?? '', text: 'Thank you', blocks: [] });
  });
  app.action('more', async ({ ack, body, client, payload }) => {
    await ack();
    if (body.type !== 'block_actions' || payload.type !== 'button') return;
    await client.views.push({ trigger_id: body.trigger_id, view: goalModal(Number(payload.value)) });
  });
  app.view('goal-1', async ({ ack, view }) => {
    const title = view.state.values['f.title']?.['answer']?.value ?? '';
    if (title === 'short') return ack({ response_action: 'errors', errors: { 'f.title': 'Say more' } });
    if (title === 'next') return ack({ response_action: 'update', view: goalModal(2) });
    if (title === 'push') return ack({ response_action: 'push', view: goalModal(3) });
    return ack();
  });
  app.view('goal-2', ({ ack }) => ack({ response_action: 'clear' }));
  app.view('goal-3', ({ ack }) => ack());
  app.view({ callback_id: /^goal-/, type: 'view_closed' }, ({ ack }) => ack());
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'header', text: plain('Welcome home') }] } });
  });
  app.shortcut('new-goal', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: goalModal(1) });
  });
}
