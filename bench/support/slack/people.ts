// People who use the bot as it lies before them: each act is a payload of Slack's, made of what the bot has shown.

import { buttonsOf } from '../../../test/support/slack/local/blocks.ts';
import { firstValues, fieldCalled, fieldKey, stateValues } from '../../../test/support/slack/local/form.ts';
import { here, TEAM } from '../../../test/support/slack/local/here.ts';
import { isRecord, type Json, text } from '../../../test/support/slack/local/json.ts';
import { pressOf } from '../../../test/support/slack/local/places.ts';
import * as payloads from '../../../test/support/slack/payloads.ts';
import type { Kind } from '../../../test/support/slack/sign.ts';
import type { LightSlack, Shown } from './light-slack.ts';

const ACTS = ['/goal list', '/mentor', '/goal new', 'opens home', 'presses in a message', 'presses at home', 'sends a goal'] as const;
export type Act = (typeof ACTS)[number];

export function isAct(word: string): word is Act {
  return (ACTS as readonly string[]).includes(word);
}

interface Done {
  readonly kind: Kind;
  readonly payload: object;
}

const LINES: Partial<Record<Act, readonly [command: string, text: string]>> = {
  '/goal list': ['/goal', 'list'],
  '/mentor': ['/mentor', ''],
  '/goal new': ['/goal', 'new'],
};

export class People {
  private readonly slack: LightSlack;
  private readonly chance: () => number;
  private goals = 0;

  /** `chance`: from 0 to 1. */
  constructor(slack: LightSlack, chance: () => number) {
    this.slack = slack;
    this.chance = chance;
  }

  /** `null` where nothing lies before the person that it could be done with. */
  does(user: string, act: Act): Done | null {
    const kind: Kind = LINES[act] ? 'form' : act === 'opens home' ? 'json' : 'interaction';
    const payload = this.payload(user, act);
    return payload && { kind, payload };
  }

  /** The bot's answer comes to lie before the person, as Slack would show it. */
  reads({ user, act }: { readonly user: string; readonly act: Act }, body: string): void {
    const answer: unknown = body === '' ? null : JSON.parse(body);
    if (!isRecord(answer)) return;
    const { response_action: what, view } = answer;
    if (LINES[act]) this.slack.say(user, answer);
    else if (what === 'update' && isRecord(view)) this.slack.lay(user, view);
  }

  private payload(user: string, act: Act): object | null {
    const line = LINES[act];
    if (line) return this.command(user, line);
    if (act === 'opens home') return this.homeOpened(user);
    if (act === 'sends a goal') return this.submission(user);
    return act === 'presses at home' ? this.pressAtHome(user) : this.pressInMessage(user);
  }

  private command(user: string, [command, words]: readonly [string, string]): object {
    const by = { user_id: user, user_name: user.toLowerCase(), team_id: TEAM.id, team_domain: TEAM.domain, channel_id: `D${user}` };
    return payloads.command({ ...by, command, text: words, trigger_id: this.slack.trigger(user), response_url: this.slack.responseUrl('commands', user) });
  }

  private homeOpened(user: string): object {
    const { home } = this.slack.deskOf(user);
    const { view: _, ...inner } = payloads.homeOpened().event;
    return payloads.event({ ...inner, user, channel: `D${user}`, ...(home ? { view: payloads.home(home) } : {}) }, here());
  }

  private pressInMessage(user: string): object | null {
    const message = this.oneOf(this.slack.deskOf(user).messages.filter(({ blocks }) => buttonsOf(blocks).length > 0));
    const button = message && this.oneOf(buttonsOf(message.blocks));
    if (!message || !button) return null;
    const place = { ...this.by(user), actions: [pressOf(button)], response_url: this.slack.responseUrl('actions', user), ...placeOf(message) };
    return message.ephemeral ? payloads.pressedInEphemeral(place) : payloads.pressedInDirectMessage(place);
  }

  private pressAtHome(user: string): object | null {
    const { home } = this.slack.deskOf(user);
    const button = this.oneOf(buttonsOf(home?.['blocks']));
    if (!home || !button) return null;
    const view = payloads.home(home);
    return payloads.pressedInHome({ ...this.by(user), view, container: { type: 'view', view_id: view.id }, actions: [pressOf(button)] });
  }

  /** A form is sent once. */
  private submission(user: string): object | null {
    const desk = this.slack.deskOf(user);
    const { modal } = desk;
    if (!modal || !text(modal['private_metadata']).includes('"goals.save"')) return null;
    desk.modal = null;
    const values = firstValues(modal['blocks']);
    values.set(fieldKey(fieldCalled(modal['blocks'], 'title')), `Hold a talk, number ${++this.goals}`);
    values.set(fieldKey(fieldCalled(modal['blocks'], 'specific')), 'Twenty minutes on what a year in the ward has taught me, for thirty colleagues');
    return payloads.viewSubmission({ ...this.by(user), view: payloads.modal({ ...modal, state: { values: stateValues(modal['blocks'], values) as never } }) });
  }

  private by(user: string) {
    const name = user.toLowerCase();
    return { team: { ...TEAM }, user: { id: user, username: name, name, team_id: TEAM.id }, trigger_id: this.slack.trigger(user) };
  }

  private oneOf<T>(some: readonly T[]): T | undefined {
    return some[Math.floor(this.chance() * some.length)];
  }
}

function placeOf({ ts, channel, ephemeral, blocks }: Shown): Json {
  const container = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: ephemeral };
  const message = { type: 'message', user: payloads.BOT.user, bot_id: payloads.BOT.id, app_id: payloads.APP, team: TEAM.id, ts, text: '', blocks };
  return { container, channel: { id: channel, name: 'directmessage' }, ...(ephemeral ? {} : { message }) };
}
