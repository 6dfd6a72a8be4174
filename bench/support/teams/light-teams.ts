// A Teams that costs little: the local connector, and what lies before each person.

import { type Json, isRecord, list, record, text } from '../../../test/support/slack/local/json.ts';
import { type Connector, openConnector, type Written } from '../../../test/support/teams/connector.ts';
import { OpenCard } from '../../../test/support/teams/local/open-card.ts';
import { described, type Known, People } from '../../../test/support/teams/local/people.ts';
import { LOCAL } from '../../../test/support/teams/local-teams.ts';

export interface Shown {
  readonly id: string;
  open: OpenCard;
}

/** What one person sees. */
export interface Desk {
  readonly known: Known;
  /** `command`: of the message extension that opened it. */
  dialog: { readonly open: OpenCard; readonly command: string | null } | null;
  /** The newest one is last. */
  messages: readonly Shown[];
}

const KEPT = 4;

export class LightTeams {
  readonly people = new People();
  readonly connector: Connector;
  /** How often the bot called what. */
  readonly calls = new Map<string, number>();
  private readonly desks = new Map<string, Desk>();
  private readonly byConversation = new Map<string, Desk>();

  static async open(): Promise<LightTeams> {
    const at: { teams?: LightTeams } = {};
    const connector = await openConnector({ ...LOCAL, heard: (written) => at.teams?.hear(written) });
    return (at.teams = new LightTeams(connector));
  }

  private constructor(connector: Connector) {
    this.connector = connector;
  }

  add(name: string): Known {
    const known = this.people.add({ name, locale: 'sv-SE' });
    const desk: Desk = { known, dialog: null, messages: [] };
    this.connector.people.set(known.account.id, described(known));
    this.connector.conversations.set(known.direct, { kind: 'personal', tenant: LOCAL.tenant, members: new Set([known.account.id]), installed: true });
    this.desks.set(name, desk);
    this.byConversation.set(known.direct, desk);
    return known;
  }

  deskOf(name: string): Desk {
    const desk = this.desks.get(name);
    if (!desk) throw new Error(`nobody is called ${name}`);
    return desk;
  }

  /** A card takes the place of another for whoever pressed it. */
  replace(desk: Desk, id: string, card: Json): void {
    const message = desk.messages.find((one) => one.id === id);
    if (message) message.open = this.cardOf(card);
  }

  cardOf(card: Json): OpenCard {
    return new OpenCard(card, this.people);
  }

  private hear({ conversation, id, activity, edited }: Written): void {
    const call = edited ? 'update' : 'post';
    this.calls.set(call, (this.calls.get(call) ?? 0) + 1);
    const desk = this.byConversation.get(conversation);
    const card = list(activity['attachments']).map(({ content }) => content)[0];
    if (!desk || !isRecord(card)) return;
    if (edited) this.replace(desk, id, card);
    else desk.messages = [...desk.messages, { id, open: this.cardOf(card) }].slice(-KEPT);
  }
}

/** The card of a dialog that an answer opens, if it does. */
export function dialogIn(answer: unknown): Json | null {
  const task = record(record(answer)['task']);
  const content = record(record(task['value'])['card'])['content'];
  return task['type'] === 'continue' && isRecord(content) ? content : null;
}

/** The card that takes the place of a pressed one, if an answer says so. */
export function cardIn(answer: unknown): Json | null {
  const { type, value } = record(answer);
  return text(type).endsWith('.adaptive') && isRecord(value) ? value : null;
}
