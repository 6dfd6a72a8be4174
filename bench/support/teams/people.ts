// People who use the bot as it lies before them: each act is an activity of Teams', made of what the bot has shown.

import { type Json, record, text } from '../../../test/support/slack/local/json.ts';
import { clientOf } from '../../../test/support/teams/local/people.ts';
import { LOCAL } from '../../../test/support/teams/local-teams.ts';
import * as payloads from '../../../test/support/teams/payloads.ts';
import { cardIn, type Desk, dialogIn, type LightTeams, type Shown } from './light-teams.ts';

const ACTS = ['types /goal list', 'types /mentor', 'chooses goal new', 'presses', 'opens a form', 'sends a goal'] as const;
export type Act = (typeof ACTS)[number];

export function isAct(word: string): word is Act {
  return (ACTS as readonly string[]).includes(word);
}

export class People {
  private readonly teams: LightTeams;
  private readonly chance: () => number;
  private goals = 0;

  /** `chance`: from 0 to 1. */
  constructor(teams: LightTeams, chance: () => number) {
    this.teams = teams;
    this.chance = chance;
  }

  /** `null` where nothing lies before the person that it could be done with. */
  does(user: string, act: Act): object | null {
    const desk = this.teams.deskOf(user);
    switch (act) {
      case 'types /goal list':
        return payloads.message('/goal list', this.origin(desk));
      case 'types /mentor':
        return payloads.message('/mentor', this.origin(desk));
      case 'chooses goal new':
        return payloads.composeFetch('goal-new', this.origin(desk));
      case 'presses':
        return this.press(desk);
      case 'opens a form':
        return this.opening(desk);
      case 'sends a goal':
        return this.submission(desk);
    }
  }

  /** The bot's answer comes to lie before the person, as Teams would show it. `sent`: what they did. */
  reads(user: string, sent: Json, body: string): void {
    const desk = this.teams.deskOf(user);
    const answer: unknown = body === '' ? null : JSON.parse(body);
    const [dialog, card] = [dialogIn(answer), cardIn(answer)];
    const command = text(record(sent['value'])['commandId']) || null;
    if (dialog) desk.dialog = { open: this.teams.cardOf(dialog), command };
    if (card) this.teams.replace(desk, text(sent['replyToId']), card);
  }

  private press(desk: Desk): object | null {
    const found = this.button(desk, (button) => button['type'] === 'Action.Execute');
    const data = found?.message.open.press(found.button);
    return found && data ? payloads.execute(data, this.origin(desk), { verb: text(found.button['verb']), on: found.message.id }) : null;
  }

  private opening(desk: Desk): object | null {
    const found = this.button(desk, (button) => record(record(button['data'])['msteams'])['type'] === 'task/fetch');
    return found ? payloads.taskFetch(record(found.button['data']), this.origin(desk), { on: found.message.id }) : null;
  }

  /** A form is sent once. */
  private submission(desk: Desk): object | null {
    const { dialog } = desk;
    const button = dialog?.open.buttons.find((one) => record(record(one['data'])['mc'])['a'] === 'goals.save');
    if (!dialog || !button) return null;
    desk.dialog = null;
    dialog.open.fill('title', `Hold a talk, number ${++this.goals}`);
    dialog.open.fill('specific', 'Twenty minutes on what a year in the ward has taught me, for thirty colleagues');
    const data = dialog.open.press(button);
    if (!data) throw new Error(`the goal cannot be sent: ${JSON.stringify(dialog.open.errors)}`);
    const origin = this.origin(desk);
    return dialog.command === null ? payloads.taskSubmit(data, origin) : payloads.composeSubmit(dialog.command, data, origin);
  }

  private button({ messages }: Desk, fits: (button: Json) => boolean): { readonly message: Shown; readonly button: Json } | undefined {
    return this.oneOf(messages.flatMap((message) => message.open.buttons.filter(fits).map((button) => ({ message, button }))));
  }

  private origin({ known }: Desk): payloads.Origin {
    const { account, direct } = known;
    const spot = { conversation: { conversationType: 'personal', id: direct }, channelData: {} };
    return { by: account, spot, tenant: LOCAL.tenant, serviceUrl: this.teams.connector.serviceUrl, client: clientOf(known) };
  }

  private oneOf<T>(some: readonly T[]): T | undefined {
    return some[Math.floor(this.chance() * some.length)];
  }
}
