// What people press, wherever the button stands, and the other interactions, the retired ones too.

import type {
  BlockAction,
  BlockElementAction,
  ButtonAction,
  DialogSubmitAction,
  GlobalShortcut,
  InteractiveMessage,
  MessageShortcut,
  ViewOutput,
} from '@slack/bolt';
import { APP, actor, type Actor, BOT, CHANNEL, DIRECT, type Origin, origin, responseUrl, serial, TEAM, triggerId, ts } from './who.ts';
import { home, modal } from './views.ts';

/** As BlockAction, with what Slack leaves out: buttons in a view have no response_url, ephemeral messages no message. */
export type BlockActions = Omit<BlockAction, keyof Origin | 'user' | 'response_url'> & Origin & { user: Actor; response_url?: string };
type Retired = Omit<InteractiveMessage, keyof Origin | 'user'> & Origin & { user: Actor };
type Shortcut = Omit<GlobalShortcut, keyof Origin | 'user'> & Origin & { user: Omit<Actor, 'name'> };
type OnMessage = Omit<MessageShortcut, keyof Origin | 'user'> & Origin & { user: Omit<Actor, 'username'> };
type Dialog = Omit<DialogSubmitAction, keyof Origin | 'user'> & Origin & { user: Actor };

interface Suggestion extends Origin {
  type: 'block_suggestion';
  user: Actor;
  container: Record<string, unknown>;
  api_app_id: string;
  action_id: string;
  block_id: string;
  value: string;
  view?: ViewOutput;
}

export function button(over: Partial<ButtonAction> = {}): ButtonAction {
  return {
    type: 'button',
    block_id: 'b1',
    action_id: 'press:1',
    text: { type: 'plain_text', text: 'Open', emoji: false },
    value: 'home.show sealed',
    action_ts: ts(),
    ...over,
  };
}

/** A message of the bot as Slack tells of it. */
function sent(at: string, actions: readonly BlockElementAction[]): NonNullable<BlockAction['message']> {
  const elements = actions.map((action) => ({ ...action, action_ts: undefined, block_id: undefined }));
  const blocks = [{ type: 'actions', block_id: 'b1', elements }];
  return { type: 'message', user: BOT.user, bot_id: BOT.id, app_id: APP, team: TEAM.id, ts: at, text: 'How was it?', blocks };
}

function pressed(over: Partial<BlockActions>): BlockActions {
  const common = { type: 'block_actions', ...origin(), user: actor(), api_app_id: APP, trigger_id: triggerId() } as const;
  return { ...common, container: {}, actions: [button()], ...over };
}

function pressedInMessage(channel: { id: string; name: string }, over: Partial<BlockActions>): BlockActions {
  const at = ts();
  return pressed({
    container: { type: 'message', message_ts: at, channel_id: channel.id, is_ephemeral: false },
    channel: { ...channel },
    message: sent(at, over.actions ?? [button()]),
    state: { values: {} },
    response_url: responseUrl('actions'),
    ...over,
  });
}

export function pressedInDirectMessage(over: Partial<BlockActions> = {}): BlockActions {
  return pressedInMessage(DIRECT, over);
}

export function pressedInChannel(over: Partial<BlockActions> = {}): BlockActions {
  return pressedInMessage(CHANNEL, over);
}

/** Slack keeps no ephemeral message, so none comes along. */
export function pressedInEphemeral(over: Partial<BlockActions> = {}): BlockActions {
  return pressed({
    container: { type: 'message', message_ts: ts(), channel_id: CHANNEL.id, is_ephemeral: true },
    channel: { ...CHANNEL },
    state: { values: {} },
    response_url: responseUrl('actions'),
    ...over,
  });
}

function pressedInView(view: ViewOutput, over: Partial<BlockActions>): BlockActions {
  const shown = over.view ?? view;
  return pressed({ container: { type: 'view', view_id: shown.id }, view: shown, ...over });
}

export function pressedInHome(over: Partial<BlockActions> = {}): BlockActions {
  return pressedInView(home(), over);
}

export function pressedInModal(over: Partial<BlockActions> = {}): BlockActions {
  return pressedInView(modal({}, { goal: { goal: { type: 'plain_text_input', value: 'Half a thought' } } }), over);
}

export function globalShortcut(over: Partial<Shortcut> = {}): Shortcut {
  const { name: _, ...user } = actor();
  return { type: 'shortcut', ...origin(), action_ts: ts(), user, callback_id: 'open-home', trigger_id: triggerId(), ...over };
}

export function messageShortcut(over: Partial<OnMessage> = {}): OnMessage {
  const at = ts();
  const { username: _, ...user } = actor();
  return {
    type: 'message_action',
    ...origin(),
    action_ts: ts(),
    user,
    channel: { ...CHANNEL },
    callback_id: 'keep-note',
    trigger_id: triggerId(),
    message_ts: at,
    message: { type: 'message', user: 'U0BENEK001', ts: at, text: 'See you on Monday', team: TEAM.id, client_msg_id: `c-${serial()}` },
    response_url: responseUrl('actions'),
    ...over,
  };
}

export function blockSuggestion(over: Partial<Suggestion> = {}): Suggestion {
  const view = over.view ?? modal();
  return {
    type: 'block_suggestion',
    ...origin(),
    user: actor(),
    container: { type: 'view', view_id: view.id },
    api_app_id: APP,
    action_id: 'person',
    block_id: 'person',
    value: 'ann',
    view,
    ...over,
  };
}

/** A button of an attachment: the kind that was there before Block Kit. */
export function interactiveMessage(over: Partial<Retired> = {}): Retired {
  return {
    type: 'interactive_message',
    ...origin(),
    actions: [{ name: 'yes', type: 'button', value: 'yes' }],
    callback_id: 'question',
    channel: { ...CHANNEL },
    user: actor(),
    action_ts: ts(),
    message_ts: ts(),
    attachment_id: '1',
    is_app_unfurl: false,
    original_message: { type: 'message', subtype: 'bot_message', text: 'Yes?', ts: ts(), bot_id: BOT.id },
    response_url: responseUrl('actions'),
    trigger_id: triggerId(),
    ...over,
  };
}

/** The form that was there before modals. */
export function dialogSubmission(over: Partial<Dialog> = {}): Dialog {
  return {
    type: 'dialog_submission',
    ...origin(),
    submission: { goal: 'Learn to lead' },
    callback_id: 'goal',
    state: '',
    user: actor(),
    channel: { ...CHANNEL },
    action_ts: ts(),
    response_url: responseUrl('actions'),
    ...over,
  };
}
