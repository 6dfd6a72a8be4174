// Walks through the bot as people do, and keeps what they see on the way.

import { commandIntent } from '../../src/bot/actions/commands.ts';
import type { Intent, Reply } from '../../src/bot/actions/dispatch.ts';
import type { ShownButton, ShownForm, ShownMessage } from '../../src/bot/views/shown.ts';
import { COMMANDS } from '../../src/mentoring/table.ts';
import { blocksOf } from '../support/words.ts';
import { ownValues } from '../support/world.ts';
import { answerExhibit, type Exhibit, type Place, refusedExhibit, toldExhibit } from './exhibit.ts';
import { type Programme, slackId, type Told } from './programme.ts';

/** What somebody has before them, and can go on from. */
export interface Seen {
  readonly reply: Reply;
  readonly place: Place;
}

export class Tour {
  readonly exhibits: Exhibit[] = [];
  /** The names of the actions and messages that have been on show. */
  readonly shown = new Set<string>();
  readonly programme: Programme;
  /** By Slack id, or `channel`. */
  private readonly boxes = new Map<string, Told[]>();

  constructor(programme: Programme) {
    this.programme = programme;
  }

  /** The bare `/mentor` is shown as the page that Slack keeps of it. */
  async types(account: string, line: string): Promise<Seen> {
    this.shown.add(commandIntent(COMMANDS, line).action);
    return this.keep(line, account, await this.programme.types(account, line), line === '/mentor' ? 'home' : 'aside');
  }

  /** What no command leads to by itself. */
  async does(account: string, action: string, what: Partial<Intent> = {}, place: Place = 'aside'): Promise<Seen> {
    this.shown.add(action);
    return this.keep(action, account, await this.programme.send(account, { ...what, action }), place);
  }

  /** Presses the first button of an action, or the one that `which` finds. */
  async presses(account: string, on: Seen | Told, action: string, which: (button: ShownButton) => boolean = () => true): Promise<Seen> {
    const button = buttonsOn(on).find((one) => one.action === action && which(one));
    if (!button)
      throw new Error(
        `${account} finds no button for ${action}, but ${buttonsOn(on)
          .map((one) => one.action)
          .join(', ')}`,
      );
    this.shown.add(action);
    const reply = await this.programme.send(account, { action, token: button.token });
    if ('message' in on && reply.drawn) this.exhibits.push(this.drawing(`${on.template} [${button.label}]`, account, reply.drawn.message));
    const place = 'place' in on && on.place !== 'aside' ? 'window' : 'aside';
    return this.keep(`[${button.label}]`, account, reply, place);
  }

  /** Sends a form in as it stands, but for some fields. */
  async submits(account: string, on: Seen, fields: Readonly<Record<string, unknown>> = {}): Promise<Seen> {
    const form = formOn(on);
    this.shown.add(form.action);
    const name = `${form.title} [${form.submit}]`;
    const reply = await this.programme.send(account, { action: form.action, token: form.token, input: { ...ownValues(form), ...fields } });
    if (reply.kind === 'done' || reply.answer) return this.keep(name, account, reply, 'window');
    this.exhibits.push(refusedExhibit({ name, reader: this.nameOf(account) }, form, reply, { mentions: this.programme.mentions, typed: fields }));
    return { reply: { ...reply, answer: form }, place: 'window' };
  }

  /** Time passes. What people are told is kept: all that the `main` ones are told, and of everything else the first. */
  async passes(ms: number, ...main: readonly string[]): Promise<void> {
    const chosen = new Set(main.map(slackId));
    for (const told of await this.programme.pass(ms)) {
      const box = told.account ?? 'channel';
      this.boxes.set(box, [...(this.boxes.get(box) ?? []).filter((earlier) => earlier.messageId !== told.messageId), told]);
      if (!chosen.has(box) && this.shown.has(told.template)) continue;
      this.shown.add(told.template);
      this.exhibits.push(this.drawing(told.anew ? `${told.template}, drawn anew` : told.template, box, told.message));
    }
  }

  /** The newest message of a template in somebody's box, or in the channel. */
  told(account: string, template: string): Told {
    const box = this.boxes.get(account === 'channel' ? account : slackId(account)) ?? [];
    const found = box.findLast((one) => one.template === template);
    if (!found) throw new Error(`${account} was told no ${template}, but ${box.map((one) => one.template).join(', ')}`);
    return found;
  }

  /** Who has a message of a template: as accounts of the sample. */
  toldOf(template: string): readonly string[] {
    return [...this.boxes].flatMap(([box, all]) => (all.some((one) => one.template === template) ? [this.accountOf(box)] : []));
  }

  /** Names what was shown last, or last under some name, as a picture for the guides. */
  pictures(picture: string, name = this.exhibits.at(-1)?.name): void {
    const index = this.exhibits.findLastIndex((exhibit) => exhibit.name === name);
    const found = this.exhibits[index];
    if (found) this.exhibits[index] = { ...found, picture };
  }

  private keep(name: string, account: string, reply: Reply, place: Place): Seen {
    const exhibit = answerExhibit({ name, reader: this.nameOf(account) }, reply, place, this.programme.mentions);
    if (exhibit) this.exhibits.push(exhibit);
    return { reply, place: exhibit?.place ?? place };
  }

  private drawing(name: string, account: string, message: ShownMessage): Exhibit {
    return toldExhibit({ name, reader: this.nameOf(account) }, message, this.programme.mentions);
  }

  private nameOf(account: string): string {
    const { names } = this.programme;
    return names.get(account) ?? names.get(slackId(account)) ?? account;
  }

  private accountOf(box: string): string {
    return box.replace(/^U0/, '').toLowerCase();
  }
}

export function formOn({ reply }: Seen): ShownForm {
  if (reply.answer?.type !== 'form') throw new Error(`no form, but ${JSON.stringify(reply.answer ?? reply.text)}`);
  return reply.answer;
}

function buttonsOn(on: Seen | Told): readonly ShownButton[] {
  const views = 'message' in on ? [on.message] : [on.reply.answer, on.reply.drawn?.message];
  return views.flatMap((view) => (view ? blocksOf(view) : [])).flatMap((block) => (block.block === 'actions' ? block.buttons : []));
}
