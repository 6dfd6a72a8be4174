// Draws messages anew that have been sent: wherever those of a topic stand, or one that was overtaken on its way.

import type { Chat, Delivery as Outcome } from '../../ports.ts';
import { type Drawn, split } from './draw.ts';
import type { MessageRows, Row } from './message-rows.ts';
import { patiently } from './patience.ts';
import type { Turn, Turns } from './turns.ts';

export interface Redrawn {
  readonly rows: MessageRows;
  readonly chats: ReadonlyMap<string, Chat>;
  readonly turns: Turns;
  /** `standing`: the platform on which the message stands. */
  readonly draw: (row: Row, standing: string) => Promise<Drawn | null>;
  readonly patienceMs: number;
}

/** A message that was sent, as it is to look now. */
interface Standing extends Turn {
  readonly ref: string;
  readonly drawn: Drawn & { readonly drawn: true };
}

export class Redrawing {
  private readonly parts: Redrawn;

  constructor(parts: Redrawn) {
    this.parts = parts;
  }

  /** The turn that the first message of a topic needs; those of the others are asked for on the way. */
  async firstOf(row: Row): Promise<Turn | null> {
    if (![...this.parts.chats.values()].some((chat) => chat.turn)) return null;
    for (const sent of await this.parts.rows.sentOf(row.tenantId, row.topic)) {
      if (!this.parts.chats.get(split(sent.ref ?? '')[0])?.turn) return null;
      const standing = await this.standing(sent);
      if (standing) return standing;
    }
    return null;
  }

  /** All of a topic, until one has to be tried again; `turns` have been had already. */
  async all(row: Row, turns: number): Promise<Outcome | null> {
    const ask = this.asking(turns);
    for (const sent of await this.parts.rows.sentOf(row.tenantId, row.topic)) {
      const outcome = await this.redraw(sent, ask);
      // One that is gone stays gone; for all others, drawing again does no harm.
      if (outcome?.outcome === 'retry' || outcome?.outcome === 'unsure') return outcome;
    }
    return null;
  }

  one(sent: Row): Promise<Outcome | null> {
    return this.redraw(sent, this.asking(0));
  }

  /** With a message in hand, turns are waited for half as long as answers. */
  private asking(had: number): (turn: Turn) => Promise<number> {
    const until = performance.now() + this.parts.patienceMs / 2;
    let left = had;
    return async (turn) => (left-- > 0 ? 0 : this.parts.turns.nextWithin(until - performance.now(), turn));
  }

  private async redraw(sent: Row, ask: (turn: Turn) => Promise<number>): Promise<Outcome | null> {
    const standing = await this.parts.turns.before(
      () => this.standing(sent),
      async (found) => (found ? ask(found) : 0),
    );
    if (typeof standing === 'number') return { outcome: 'retry', afterMs: standing, fault: 'no-turn' };
    return standing && patiently(this.parts.patienceMs, () => standing.chat.update(standing.to, standing.ref, standing.drawn.message));
  }

  private async standing(sent: Row): Promise<Standing | null> {
    const [platform, ref] = split(sent.ref ?? '');
    const chat = this.parts.chats.get(platform);
    const drawn = chat ? await this.parts.draw(sent, platform) : null;
    if (!chat || !drawn?.drawn || drawn.platform !== platform) return null;
    return { chat, to: drawn.to, call: 'update', ref, drawn };
  }
}
