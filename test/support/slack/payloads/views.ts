// Views as Slack sends them back: a modal, the Home tab, and what is submitted or closed.

import type { ViewClosedAction, ViewOutput, ViewStateValue, ViewSubmitAction } from '@slack/bolt';
import { APP, actor, type Actor, BOT, type Origin, origin, serial, TEAM, triggerId } from './who.ts';

/** What is filled in, by block and action. */
export type Filled = Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>;

export type ViewSubmission = Omit<ViewSubmitAction, keyof Origin | 'user'> & Origin & { user: Actor };
export type ViewClosed = Omit<ViewClosedAction, keyof Origin | 'user'> & Origin & { user: Actor };

function plain(text: string): ViewOutput['title'] {
  return { type: 'plain_text', text, emoji: false };
}

export function modal(over: Partial<ViewOutput> = {}, filled: Filled = {}): ViewOutput {
  const id = over.id ?? `V0MODAL${serial()}`;
  return {
    id,
    team_id: TEAM.id,
    type: 'modal',
    blocks: [
      {
        type: 'input',
        block_id: 'goal',
        label: { type: 'plain_text', text: 'Goal', emoji: false },
        optional: false,
        dispatch_action: false,
        element: { type: 'plain_text_input', action_id: 'goal', dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } },
      },
    ],
    private_metadata: '',
    callback_id: 'form',
    state: { values: structuredClone(filled) },
    hash: `1795343000.${serial()}`,
    title: plain('A goal'),
    clear_on_close: false,
    notify_on_close: false,
    close: plain('Cancel'),
    submit: plain('Save'),
    previous_view_id: null,
    root_view_id: id,
    app_id: APP,
    external_id: '',
    app_installed_team_id: TEAM.id,
    bot_id: BOT.id,
    ...over,
  };
}

export function home(over: Partial<ViewOutput> = {}): ViewOutput {
  return modal({
    id: `V0HOME${serial()}`,
    type: 'home',
    blocks: [{ type: 'section', block_id: 's1', text: { type: 'plain_text', text: 'Home', emoji: false } }],
    callback_id: '',
    title: plain('View Title'),
    close: null,
    submit: null,
    ...over,
  });
}

export function viewSubmission(over: Partial<ViewSubmission> = {}): ViewSubmission {
  return {
    type: 'view_submission',
    ...origin(),
    user: actor(),
    api_app_id: APP,
    trigger_id: triggerId(),
    view: modal({}, { goal: { goal: { type: 'plain_text_input', value: 'Learn to lead' } } }),
    response_urls: [],
    ...over,
  };
}

export function viewClosed(over: Partial<ViewClosed> = {}): ViewClosed {
  return { type: 'view_closed', ...origin(), user: actor(), api_app_id: APP, view: modal({ notify_on_close: true }), is_cleared: false, ...over };
}
