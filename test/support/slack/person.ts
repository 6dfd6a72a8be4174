// A person in Slack: types, presses, fills in and sends, and sees what Slack shows them.

import { setTimeout as pause } from 'node:timers/promises';
import { blockId, inputsOf, label } from './local/blocks.ts';
import { messageFaults } from './local/checks.ts';
import { type Desk, type Modal, withState } from './local/desk.ts';
import { clientErrors, fieldCalled, fieldKey, filled, type Filling } from './local/form.ts';
import { TEAM } from './local/here.ts';
import { isRecord } from './local/json.ts';
import { acting, buttonsCalled, escaped, inEphemerals, inHome, inMessages, inModal, openedTab, type Place, pressOf } from './local/places.ts';
import type { Ack } from './local/transport.ts';
import { modalWords, viewWords } from './local/view-words.ts';
import type { LocalSlack } from './local-slack.ts';
import * as payloads from './payloads.ts';
import type { Kind } from './sign.ts';

export interface Seen {
  /** The direct messages of the bot, the oldest first. */
  readonly messages: readonly string[];
  readonly ephemerals: readonly string[];
  /** What lies on top. */
  readonly modal: string | null;
  readonly home: string | null;
}

export interface Pressing {
  readonly in?: Place['kind'];
  /** A channel, where the message stands in one. */
  readonly channel?: string;
  /** Words that stand in the same message or view. */
  readonly beside?: string;
  /** Which of several buttons of the same label; the first is 0. */
  readonly nth?: number;
}

const NO_ERRORS: Readonly<Record<string, string>> = {};

export class Person {
  readonly id: string;
  private readonly slack: LocalSlack;
  private last: { readonly kind: Kind; readonly payload: object } | null = null;

  constructor(slack: LocalSlack, id: string) {
    this.slack = slack;
    this.id = id;
  }

  get name(): string {
    return this.slack.people.called(this.id);
  }

  /** Types a command, in the conversation with the bot unless a channel is named. */
  async types(line: string, { channel }: { channel?: string } = {}): Promise<void> {
    const [, command = '', rest = ''] = /^(\/\S+)\s*(.*)$/s.exec(line) ?? [];
    const spot = { user: this.id, channel: channel ? this.slack.channelId(channel) : await this.slack.directId(this.id) };
    const payload = payloads.command({
      ...{ team_id: TEAM.id, team_domain: TEAM.domain, channel_id: spot.channel, channel_name: channel ?? 'directmessage' },
      ...{ user_id: this.id, user_name: this.slack.people.get(this.id).name, command, text: escaped(this.slack, rest) },
      ...{ response_url: this.slack.responseUrls.mint('commands', spot), trigger_id: await this.slack.views.trigger(this.id) },
    });
    const { body } = await this.sends('form', payload);
    const said = typeof body === 'string' ? { text: body } : body;
    const faults = messageFaults(said);
    if (faults.length > 0) throw new Error(`Slack cannot show the answer to a command: ${faults.join('; ')}`);
    if (body !== '') await this.slack.responseUrls.say(spot, said);
  }

  /** Presses the button of this label in the newest message or view that has one; in a modal, where one lies open. */
  async presses(what: string, pressing: Pressing = {}): Promise<void> {
    await this.pressesAmong(await this.places(pressing), what, pressing);
  }

  /** Presses a button that somebody else has before them. Slack shows it to nobody else; whoever forges one gets so far. */
  async pressesOf(other: Person, what: string): Promise<void> {
    await this.pressesAmong(await other.places({}), what);
  }

  private async pressesAmong(places: readonly Place[], what: string, pressing: Pressing = {}): Promise<void> {
    const matching = places.filter(({ words }) => words.includes(pressing.beside ?? '')).flatMap((place) => buttonsCalled(place, what));
    const { place, found } = matching[pressing.nth ?? 0] ?? {};
    if (!place || !found) throw new Error(`${this.name} sees no button ${what} in: ${places.map(({ words }) => words).join('\n---\n') || 'nothing'}`);
    await this.sends('interaction', place.payload(pressOf(found), await this.acting()));
  }

  /** Puts something into fields of the modal on top, by label or by name. */
  fills(fields: Readonly<Record<string, Filling>>): void {
    const modal = this.modal();
    const { people } = this.slack;
    const lookup = { person: (who: string) => people.idOf(who), channel: (name: string) => this.slack.channelId(name) };
    for (const [name, filling] of Object.entries(fields)) {
      const found = fieldCalled(modal.view['blocks'], name);
      modal.values.set(fieldKey(found), filled(found, filling, lookup));
    }
  }

  /** Sends the modal on top; resolves to the errors at its fields, by label. */
  async submits(): Promise<Readonly<Record<string, string>>> {
    const modal = this.modal();
    if (!isRecord(modal.view['submit'])) throw new Error('this modal has nothing to submit');
    modal.errors = clientErrors(modal.view['blocks'], modal.values);
    if (Object.keys(modal.errors).length > 0) return this.errors;
    const { body } = await this.sends('interaction', payloads.viewSubmission({ ...(await this.acting()), view: payloads.modal(withState(modal)) }));
    if (typeof body === 'string' && body !== '') throw new Error(`Slack cannot read the answer to a submission: ${body}`);
    const open = this.desk.modals.includes(modal);
    await this.slack.views.answered(this.id, modal, typeof body === 'string' ? {} : body);
    return open && this.desk.modals.includes(modal) ? byLabel(modal) : NO_ERRORS;
  }

  /** Sends the modal that somebody else has before them, as it stands there. */
  async submitsOf(other: Person): Promise<void> {
    await this.sends('interaction', payloads.viewSubmission({ ...(await this.acting()), view: payloads.modal(withState(other.modal())) }));
  }

  /** Closes the modal on top. */
  async closes(): Promise<void> {
    const modal = this.modal();
    this.desk.close();
    if (modal.view['notify_on_close'] !== true) return;
    const { trigger_id: _, ...by } = acting(this.slack, this.id, '');
    await this.sends('interaction', payloads.viewClosed({ ...by, view: payloads.modal(withState(modal)) }));
  }

  async opensHome(): Promise<void> {
    await this.opens('home');
  }

  /** Turns to the conversation with the bot. */
  async opensMessages(): Promise<void> {
    await this.opens('messages');
  }

  async shortcut(callbackId: string): Promise<void> {
    const { user, ...by } = await this.acting();
    const { name: _, ...actor } = user;
    await this.sends('interaction', payloads.globalShortcut({ ...by, user: actor, callback_id: callbackId }));
  }

  /** The same thing arrives once more, as Slack and proxies send it again when they are not sure. */
  again(): Promise<Ack> {
    const { kind, payload } = this.lastSent();
    return this.slack.deliver(kind, payload, kind === 'json' ? { num: 1, reason: 'http_timeout' } : undefined);
  }

  /** The same form, or the same press, arrives in another event: two quick presses, which Slack takes for two. */
  async anew(): Promise<Ack> {
    const { kind, payload } = this.lastSent();
    return this.slack.deliver(kind, { ...payload, trigger_id: await this.slack.views.trigger(this.id) });
  }

  async sees(): Promise<Seen> {
    const { top, home, ephemerals } = this.desk;
    const { names } = this.slack;
    return {
      messages: (await this.messages()).map(({ words }) => words),
      ephemerals: ephemerals.map((one) => this.slack.posted({ ...one }).words),
      modal: top ? modalWords(top, names) : null,
      home: home ? viewWords(home, names) : null,
    };
  }

  /** Waits for a direct message with these words; resolves to the newest one as it then stands. */
  async hears(words: string): Promise<string> {
    const look = async () => (await this.messages()).map((message) => message.words);
    const found = await until(async () => (await look()).findLast((message) => message.includes(words))).catch(() => null);
    if (found === null) throw new Error(`${this.name} was not told “${words}”, but:\n${(await look()).join('\n---\n')}`);
    return found;
  }

  /** What stands at the fields of the modal on top, by label. */
  get errors(): Readonly<Record<string, string>> {
    const { top } = this.desk;
    return top ? byLabel(top) : NO_ERRORS;
  }

  get desk(): Desk {
    return this.slack.views.deskOf(this.id);
  }

  private async messages() {
    return this.slack.history(await this.slack.directId(this.id));
  }

  private modal(): Modal {
    const { top } = this.desk;
    if (!top) throw new Error(`${this.name} has no form open`);
    return top;
  }

  private async sends(kind: Kind, payload: object): Promise<Ack> {
    this.last = { kind, payload };
    const ack = await this.slack.deliver(kind, payload);
    if (!ack.ok) throw new Error(`the bot answered ${ack.status}: ${JSON.stringify(ack.body)}`);
    return ack;
  }

  private lastSent() {
    if (!this.last) throw new Error(`${this.name} has done nothing yet`);
    return this.last;
  }

  private async acting() {
    return acting(this.slack, this.id, await this.slack.views.trigger(this.id));
  }

  private async opens(tab: 'home' | 'messages'): Promise<void> {
    await this.sends('json', openedTab(tab, { user: this.id, channel: await this.slack.directId(this.id), home: this.desk.home }));
  }

  /** Whatever has buttons, the newest first. */
  private async places({ in: kind, channel }: Pressing): Promise<readonly Place[]> {
    const { top, home } = this.desk;
    if (top && (kind ?? 'modal') === 'modal') return [inModal(this.slack, top)];
    const posts = [...(await inMessages(this.slack, this.id, channel)), ...inEphemerals(this.slack, this.id)];
    const all = [...posts.toSorted((a, b) => (a.ts < b.ts ? 1 : -1)), ...(home ? [inHome(this.slack, home)] : [])];
    return all.filter((place) => kind === undefined || place.kind === kind);
  }
}

/** Asks again and again until something is there, for as long as a busy machine may need. */
export async function until<T>(look: () => T | Promise<T>, { within = 20_000 }: { within?: number } = {}): Promise<NonNullable<T>> {
  for (const end = performance.now() + within; ; await pause(25)) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`it did not come: ${String(look)}`);
  }
}

function byLabel({ view, errors }: Modal): Readonly<Record<string, string>> {
  const fields = inputsOf(view['blocks']).filter((found) => errors[blockId(found)] !== undefined);
  return Object.fromEntries(fields.map((found) => [label(found.block['label']), errors[blockId(found)] ?? '']));
}
