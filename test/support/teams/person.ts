// A person in Teams: types, presses, fills in and sends, and sees what Teams shows them.

import { type Json, record, text } from '../slack/local/json.ts';
import { until } from '../slack/person.ts';
import { toDialog, toPress } from './local/answers.ts';
import { Cards } from './local/cards.ts';
import { faultsIn } from './local/faults.ts';
import type { Filling } from './local/inputs.ts';
import type { Known } from './local/people.ts';
import { OpenCard } from './local/open-card.ts';
import { buttonIn, type Dialog, type Place, type Pressing } from './local/places.ts';
import type { Ack, LocalTeams, Posted } from './local-teams.ts';
import * as payloads from './payloads.ts';

export { until } from '../slack/person.ts';

export interface Seen {
  /** What the bot has written in their own chat, the oldest first. */
  readonly messages: readonly string[];
  /** What only they see in the channels of the team. */
  readonly privately: readonly string[];
  readonly dialog: string | null;
  /** What Teams has last said in passing: below a pressed card, or in a box. */
  readonly notice: string | null;
}

export interface Where {
  readonly channel?: string;
  /** The message under which they write. */
  readonly thread?: string;
}

export class Person {
  readonly name: string;
  dialog: Dialog | null = null;
  notice: { readonly words: string; readonly changed: number } | null = null;
  /** How what they do reaches the bot, where a test wants it otherwise. */
  deliver: (activity: object) => Promise<Ack>;
  private readonly teams: LocalTeams;
  private last: object | null = null;
  private readonly cards: Cards;

  constructor(teams: LocalTeams, name: string) {
    this.teams = teams;
    this.name = name;
    this.cards = new Cards(teams.people);
    this.deliver = (activity) => teams.deliver(activity);
  }

  get known(): Known {
    return this.teams.people.get(this.name);
  }

  /** Writes in their own chat with the bot. */
  async types(line: string): Promise<void> {
    await this.sends(payloads.message(line, this.origin()));
  }

  /** Writes in a channel, to the bot by name; `@handles` of people become mentions. */
  async mentions(line: string, where: Where = {}): Promise<void> {
    const { text: words, others } = this.teams.people.mentionedIn(line);
    const id = payloads.messageId();
    // A new post is a thread of its own.
    const origin = this.origin({ ...where, thread: where.thread ?? id }, 'General');
    await this.sends(payloads.mentioning(words, origin, { others, over: { id } }));
  }

  /** Chooses a command from the menu behind the slash, and writes on. */
  async slashes(line: string, where: Where = {}): Promise<void> {
    const { text: words, others } = this.teams.people.mentionedIn(line);
    const entities = others.map((mentioned) => ({ mentioned, text: `<at>${mentioned.name}</at>`, type: 'mention' }));
    await this.sends(payloads.slash(words, this.origin(where, 'General'), { entities }));
  }

  /** Chooses an action command of the message extension, which opens a dialog. */
  async chooses(command: string, where?: Where): Promise<void> {
    const origin = where ? this.origin(where, 'General') : this.origin();
    const { body } = await this.sends(payloads.composeFetch(command, origin));
    this.told(body, { command, spot: origin.spot });
  }

  /** Adds the app for themselves, or for a team where a channel is named. */
  async installs(where?: Where, action: payloads.Installation = 'add'): Promise<void> {
    if (!where) this.teams.reaches(this.known, true);
    const origin = where ? this.origin(where, 'General') : this.origin();
    await this.sends(payloads.installed(action, origin));
    await this.sends(payloads.members('membersAdded', where ? [payloads.BOT] : [this.known.account, payloads.BOT], origin));
  }

  async uninstalls(where?: Where): Promise<void> {
    if (!where) this.teams.reaches(this.known, false);
    const origin = where ? this.origin(where, 'General') : this.origin();
    await this.sends(payloads.installed('remove', origin));
    if (where) await this.sends(payloads.members('membersRemoved', [payloads.BOT], origin));
  }

  /**
   * Presses the button of this label in the newest message that has one; in the dialog, where one is open. Where it unfolds
   * a question with a button of the same label, that one is pressed as well.
   */
  async presses(label: string, pressing: Pressing = {}): Promise<void> {
    const { place, button: first } = this.button(label, this.places(pressing), pressing);
    if (first['type'] === 'Action.ShowCard') place.open.unfold(first);
    const button = first['type'] === 'Action.ShowCard' ? place.open.questionOf(first) : first;
    if (!button) return;
    const data = place.open.press(button);
    if (data) await this.pressed(place, button, data);
  }

  /** Presses a button that somebody else has before them. Teams shows it to nobody else; whoever forges one gets so far. */
  async pressesOf(other: Person, label: string): Promise<Ack> {
    const { place, button } = this.button(label, other.places({}));
    const data = place.open.press(button) ?? {};
    if (place.kind === 'dialog') return this.sends(payloads.taskSubmit(data, this.origin()));
    return this.sends(payloads.execute(data, this.origin(), { verb: text(button['verb']), on: place.id }));
  }

  /** Puts something into fields: of the dialog, or of the newest message that has them. */
  fills(fields: Readonly<Record<string, Filling>>): void {
    const { open } = this.dialog ?? this.places({}).find((place) => place.open.inputs.length > 0) ?? this.noForm();
    for (const [name, filling] of Object.entries(fields)) open.fill(name, filling);
  }

  /** Sends the dialog; resolves to what is then said at its fields, by name. */
  async submits(): Promise<Readonly<Record<string, string>>> {
    const place = this.inDialog();
    const button = place.open.buttons.find((one) => one['type'] === 'Action.Submit' && record(one['data'])['verb'] === 'send');
    if (!button) throw new Error('this dialog has nothing to send');
    const data = place.open.press(button);
    if (data) await this.pressed(place, button, data);
    return this.faults;
  }

  /** Sends the dialog that somebody else has before them, as it stands there. */
  async submitsOf(other: Person): Promise<Ack> {
    const { open } = other.inDialog();
    const button = open.buttons.find((one) => record(one['data'])['verb'] === 'send') ?? {};
    return this.sends(payloads.taskSubmit(open.press(button) ?? {}, this.origin()));
  }

  closes(): void {
    this.dialog = null;
  }

  /** The same thing arrives once more, as Teams sends it again when it is not sure. */
  again(): Promise<Ack> {
    return this.teams.deliver(this.lastSent());
  }

  /** The same thing arrives as another activity: two quick presses, or one that Teams sends again under a new id. */
  anew(): Promise<Ack> {
    return this.teams.deliver({ ...this.lastSent(), id: payloads.eventId() });
  }

  sees(): Seen {
    const { dialog } = this;
    return {
      messages: this.own().map((posted) => this.wordsOf(posted)),
      privately: this.privateOnes().map((posted) => this.wordsOf(posted)),
      dialog: dialog && [dialog.title, dialog.open.words].join('\n'),
      notice: this.notice?.words ?? null,
    };
  }

  /** The newest thing before their eyes, but for a form. */
  get newest(): string {
    const seen = [...this.own(), ...this.privateOnes()].map((posted) => ({ words: this.wordsOf(posted), changed: this.cards.since(posted) }));
    const { dialog, notice } = this;
    if (dialog && dialog.open.inputs.length === 0) seen.push({ words: [dialog.title, dialog.open.words].join('\n'), changed: dialog.changed });
    if (notice) seen.push(notice);
    return seen.toSorted((a, b) => a.changed - b.changed).at(-1)?.words ?? '';
  }

  /** Waits for a message in their own chat with these words; resolves to the newest one as it then stands. */
  async hears(words: string): Promise<string> {
    const found = await until(() => this.sees().messages.findLast((message) => message.includes(words))).catch(() => null);
    if (found === null) throw new Error(`${this.name} was not told “${words}”, but:\n${this.sees().messages.join('\n---\n')}`);
    return found;
  }

  /** What is said at the fields of the dialog, by name; under the empty name, what is said of the whole. */
  get faults(): Readonly<Record<string, string>> {
    return this.dialog ? faultsIn(this.dialog.open) : {};
  }

  /** The messages in their own chat. */
  own(): readonly Posted[] {
    return this.teams.history(this.known.direct);
  }

  wordsOf(posted: Posted): string {
    const open = this.cards.open(posted);
    const said = text(posted.activity['text']);
    return [said, open?.words ?? ''].filter((words) => words !== '').join('\n');
  }

  private async pressed(place: Place, button: Json, data: Json): Promise<void> {
    const { teams } = this;
    const origin = teams.originOf(this.name, place.spot);
    const on = place.id;
    if (place.kind === 'dialog') {
      const command = this.dialog?.command ?? null;
      const { body } = await this.sends(command === null ? payloads.taskSubmit(data, origin) : payloads.composeSubmit(command, data, origin));
      return this.told(body, { command, ...(place.spot ? { spot: place.spot } : {}) });
    }
    if (button['type'] === 'Action.Execute') {
      const { body } = await this.sends(payloads.execute(data, origin, { verb: text(button['verb']), on }));
      return this.replaced(place, body);
    }
    if (record(data['msteams'])['type'] !== 'task/fetch') return void (await this.sends(payloads.submitted(data, origin, { replyToId: on })));
    const { body } = await this.sends(payloads.taskFetch(data, origin, { on }));
    this.told(body, { command: null, ...(place.spot ? { spot: place.spot } : {}) });
  }

  private told(body: unknown, how: Pick<Dialog, 'command' | 'spot'>): void {
    const { card, title = '', words, faults } = toDialog(body);
    this.teams.refusals.push(...faults);
    this.dialog = card ? { title, open: new OpenCard(card, this.teams.people), changed: this.teams.next(), ...how } : null;
    if (words !== undefined) this.notice = { words, changed: this.teams.next() };
  }

  private replaced({ id }: Place, body: unknown): void {
    const { card, words, faults } = toPress(body);
    this.teams.refusals.push(...faults);
    if (card) this.cards.replace(id, card, this.teams.next());
    if (words !== undefined) this.notice = { words, changed: this.teams.next() };
  }

  private places({ in: kind, channel }: Pressing): readonly Place[] {
    if (this.dialog && (kind ?? 'dialog') === 'dialog') return [this.inDialog()];
    const all = channel
      ? this.placesOf('channel', this.teams.inChannel(channel))
      : [...this.placesOf('message', this.own()), ...this.placesOf('private', this.privateOnes())];
    return all.filter((place) => kind === undefined || place.kind === kind).toSorted((a, b) => b.changed - a.changed);
  }

  private placesOf(kind: Place['kind'], posts: readonly Posted[]): readonly Place[] {
    return posts.flatMap((posted) => {
      const open = this.cards.open(posted);
      const spot = kind === 'message' ? {} : { spot: this.teams.spotIn(posted.conversation) };
      return open ? [{ kind, open, id: posted.id, changed: this.cards.since(posted), words: open.words, ...spot }] : [];
    });
  }

  private inDialog(): Place {
    const { open, changed, spot } = this.dialog ?? this.noForm();
    return { kind: 'dialog', open, id: '', changed, words: open.words, ...(spot ? { spot } : {}) };
  }

  private noForm(): never {
    throw new Error(`${this.name} has no form open`);
  }

  private button(label: string, places: readonly Place[], pressing: Pressing = {}): NonNullable<ReturnType<typeof buttonIn>> {
    const found = buttonIn(places, label, pressing);
    if (found) return found;
    throw new Error(`${this.name} sees no button ${label} in: ${places.map(({ words }) => words).join('\n---\n') || 'nothing'}`);
  }

  private privateOnes(): readonly Posted[] {
    const { id } = this.known.account;
    return this.teams.everywhere().filter(({ to }) => to === id);
  }

  private origin(where?: Where, first?: string): payloads.Origin {
    const spot = where ? this.teams.spotOf(where.channel ?? first ?? '', where.thread) : undefined;
    return this.teams.originOf(this.name, spot);
  }

  private async sends(activity: object): Promise<Ack> {
    this.last = activity;
    const ack = await this.deliver(activity);
    if (!ack.ok) throw new Error(`the bot answered ${ack.status}: ${JSON.stringify(ack.body)}`);
    return ack;
  }

  private lastSent(): object {
    if (!this.last) throw new Error(`${this.name} has done nothing yet`);
    return this.last;
  }
}
