// Whatever a person has before them that has buttons: messages, the Home tab, the modal on top; and what Slack sends
// when one is pressed there.

import type { LocalSlack } from '../local-slack.ts';
import * as payloads from '../payloads.ts';
import { type Found, actionId, blockId, buttonsOf, label } from './blocks.ts';
import { type Modal, withState } from './desk.ts';
import { here, TEAM } from './here.ts';
import { type Json, text } from './json.ts';
import { modalWords, viewWords } from './view-words.ts';

export interface Place {
  readonly kind: 'message' | 'ephemeral' | 'home' | 'modal';
  /** By which the newest comes first. */
  readonly ts: string;
  readonly blocks: unknown;
  readonly words: string;
  readonly payload: (action: Action, by: Acting) => object;
}

type Action = ReturnType<typeof payloads.button>;
export type Acting = Pick<payloads.BlockActions, 'team' | 'user' | 'trigger_id'>;

/** Who does it, in every interaction. */
export function acting(slack: LocalSlack, user: string, trigger_id: string): Acting {
  const { name, stranger } = slack.people.get(user);
  return { team: { ...TEAM }, user: { id: user, username: name, name, team_id: stranger ? payloads.PARTNER.id : TEAM.id }, trigger_id };
}

export function buttonsCalled(place: Place, what: string): readonly { readonly place: Place; readonly found: Found }[] {
  return buttonsOf(place.blocks)
    .filter(({ element }) => label(element['text']) === what)
    .map((found) => ({ place, found }));
}

export function pressOf(found: Found): Action {
  const { text: words, value } = found.element;
  return payloads.button({
    ...{ block_id: blockId(found), action_id: actionId(found), text: words as Action['text'] },
    ...(value === undefined ? {} : { value: text(value) }),
  });
}

export function inModal(slack: LocalSlack, modal: Modal): Place {
  const view = payloads.modal(withState(modal));
  return {
    ...{ kind: 'modal', ts: '', blocks: view.blocks, words: modalWords(modal, slack.names) },
    payload: (action, by) => payloads.pressedInModal({ ...by, view, container: { type: 'view', view_id: view.id }, actions: [action] }),
  };
}

export function inHome(slack: LocalSlack, shown: Json): Place {
  const view = payloads.home(shown);
  return {
    ...{ kind: 'home', ts: '', blocks: view.blocks, words: viewWords(shown, slack.names) },
    payload: (action, by) => payloads.pressedInHome({ ...by, view, container: { type: 'view', view_id: view.id }, actions: [action] }),
  };
}

/** The messages of a channel, or of the conversation with the bot. */
export async function inMessages(slack: LocalSlack, user: string, name: string | undefined): Promise<readonly Place[]> {
  const channel = name ? { id: slack.channelId(name), name } : { id: await slack.directId(user), name: 'directmessage' };
  return (await slack.history(channel.id)).map(({ ts, raw, blocks, words }) => {
    const container = { type: 'message', message_ts: ts, channel_id: channel.id, is_ephemeral: false };
    const message = raw as NonNullable<payloads.BlockActions['message']>;
    const payload: Place['payload'] = (action, by) => {
      const response_url = slack.responseUrls.mint('actions', { user, channel: channel.id, message: { ts, ephemeral: false } });
      return payloads.pressedInDirectMessage({ ...by, container, channel, message, response_url, actions: [action] });
    };
    return { kind: 'message', ts, blocks, words, payload };
  });
}

export function inEphemerals(slack: LocalSlack, user: string): readonly Place[] {
  return slack.views.deskOf(user).ephemerals.map((shown) => {
    const { ts, blocks, channel } = shown;
    const container = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: true };
    const payload: Place['payload'] = (action, by) => {
      const response_url = slack.responseUrls.mint('actions', { user, channel, message: { ts, ephemeral: true } });
      return payloads.pressedInEphemeral({ ...by, container, channel: { id: channel, name: slack.names.channel(channel) }, response_url, actions: [action] });
    };
    return { kind: 'ephemeral', ts, blocks, words: slack.posted({ ...shown }).words, payload };
  });
}

/** What people type into a command, as Slack sends it to a bot that wants people and channels as ids. */
export function escaped(slack: LocalSlack, words: string): string {
  const handles = slack.people.handles();
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@([\w.-]+)/g, (whole, handle: string) => (handles.has(handle) ? `<@${handles.get(handle)}|${handle}>` : whole))
    .replace(/#([\w-]+)/g, (whole, name: string) => (slack.hasChannel(name) ? `<#${slack.channelId(name)}|${name}>` : whole));
}

/** The Home tab or the conversation with the bot is opened. */
export function openedTab(tab: 'home' | 'messages', { user, channel, home }: { user: string; channel: string; home: Json | null }): object {
  const { view: _, ...inner } = payloads.homeOpened().event;
  return payloads.event({ ...inner, user, channel, tab, ...(home && tab === 'home' ? { view: payloads.home(home) } : {}) }, here());
}
