// What asks for an answer at once: pressed cards, dialogs and message extensions; and those that are none of ours.

import { randomUUID } from 'node:crypto';
import { type Activity, activity, messageId, type Origin } from './who.ts';

export function invoke(name: string, value: unknown, of: Partial<Origin> = {}, over: Activity = {}): Activity {
  return activity('invoke', of, { name, value, ...over });
}

/** What a pressed button carries, with whatever stands in the fields beside it. */
export type Pressed = Readonly<Record<string, unknown>>;

/** An Action.Execute. `on`: the message whose card it is. */
export function execute(
  data: Pressed,
  of: Partial<Origin> = {},
  { verb = 'press', on = messageId() }: { readonly verb?: string; readonly on?: string } = {},
): Activity {
  const action = { type: 'Action.Execute', title: 'Yes', verb, data };
  return invoke('adaptiveCard/action', { action, trigger: 'manual' }, of, {
    replyToId: on,
    channelData: { source: { name: 'message' }, legacy: { replyToId: `1:${on}` } },
  });
}

/** An Action.Submit that asks for a dialog. */
export function taskFetch(data: Pressed, of: Partial<Origin> = {}, { on = messageId() }: { readonly on?: string } = {}): Activity {
  return invoke('task/fetch', { data: { msteams: { type: 'task/fetch' }, ...data }, context: { theme: 'default' } }, of, { replyToId: on, ...FROM_MESSAGE });
}

/** A dialog of a card is sent. */
export function taskSubmit(data: Pressed, of: Partial<Origin> = {}): Activity {
  return invoke('task/submit', { data, context: { theme: 'default' } }, of, FROM_MESSAGE);
}

/** An action command of the message extension is chosen. */
export function composeFetch(commandId: string, of: Partial<Origin> = {}): Activity {
  return invoke('composeExtension/fetchTask', composing({ commandId }), of, FROM_COMPOSE);
}

/** A dialog that a message extension opened is sent. */
export function composeSubmit(commandId: string, data: Pressed, of: Partial<Origin> = {}): Activity {
  return invoke('composeExtension/submitAction', composing({ commandId, data }), of, FROM_COMPOSE);
}

function composing(own: Activity): Activity {
  return { ...own, commandContext: 'compose', requestId: randomUUID().replaceAll('-', ''), context: { theme: 'default' } };
}

const FROM_MESSAGE = { channelData: { source: { name: 'message' } } };
const FROM_COMPOSE = { channelData: { source: { name: 'compose' } } };

/** Invokes that this bot never asks for, and one that nobody has heard of. */
export const STRANGE: readonly (readonly [name: string, value: unknown])[] = [
  ['composeExtension/query', { commandId: 'search', parameters: [{ name: 'initialRun', value: 'true' }], queryOptions: { skip: 0, count: 25 } }],
  ['composeExtension/queryLink', { url: 'https://example.org/x' }],
  ['composeExtension/anonymousQueryLink', { url: 'https://example.org/x' }],
  ['composeExtension/selectItem', { id: '1' }],
  ['composeExtension/querySettingUrl', { commandId: 'search' }],
  ['composeExtension/setting', { state: 'saved' }],
  ['composeExtension/onCardButtonClicked', { any: 'thing' }],
  ['fileConsent/invoke', { type: 'fileUpload', action: 'accept', context: {}, uploadInfo: { uniqueId: 'x' } }],
  ['actionableMessage/executeAction', { body: '{}', actionId: 'x' }],
  ['signin/verifyState', { state: '123456' }],
  ['signin/tokenExchange', { id: 'x', connectionName: 'c', token: 't' }],
  ['signin/failure', { code: 'resourcematchfailed' }],
  ['application/search', { kind: 'search', queryText: 'an', queryOptions: { skip: 0, top: 15 }, dataset: 'people' }],
  ['config/fetch', {}],
  ['config/submit', { data: {} }],
  ['tab/fetch', { tabContext: { tabEntityId: 'home' }, context: { theme: 'default' } }],
  ['tab/submit', { data: { type: 'tab/submit' }, context: { theme: 'default' } }],
  ['message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } }],
  ['message/fetchTask', { data: { actionName: 'feedback', actionValue: { reaction: 'like' } } }],
  ['handoff/action', { continuation: 'x' }],
  ['moon/landed', { crew: 3 }],
];
