// The addresses that come with commands and presses: five messages within half an hour, without a token.

import { randomBytes } from 'node:crypto';
import { withIds } from './blocks.ts';
import { messageFaults } from './checks.ts';
import type { Desk } from './desk.ts';
import { WORKSPACE, type Emulated } from './emulated.ts';
import { type Json, text } from './json.ts';

const USES = 5;
const LIFE_MS = 30 * 60_000;

/** Where somebody acted. */
export interface Spot {
  readonly user: string;
  readonly channel: string;
  /** The message that was pressed. */
  readonly message?: { readonly ts: string; readonly ephemeral: boolean };
}

interface Ticket extends Spot {
  uses: number;
  until: number;
}

export interface Used {
  readonly status: number;
  readonly body: string;
}

export class ResponseUrls {
  private readonly tickets = new Map<string, Ticket>();
  private readonly emulated: Emulated;
  private readonly deskOf: (user: string) => Desk;
  private readonly origin: () => string;
  private shown = 0;

  constructor(emulated: Emulated, deskOf: (user: string) => Desk, origin: () => string) {
    this.emulated = emulated;
    this.deskOf = deskOf;
    this.origin = origin;
  }

  mint(kind: 'commands' | 'actions', spot: Spot): string {
    const path = `/${kind}/${WORKSPACE.id}/${Date.now()}/${randomBytes(12).toString('hex')}`;
    this.tickets.set(path, { ...spot, uses: 0, until: performance.now() + LIFE_MS });
    return `${this.origin()}${path}`;
  }

  /** Half an hour passes. */
  expire(): void {
    for (const ticket of this.tickets.values()) ticket.until = performance.now();
  }

  async use(path: string, body: Json): Promise<Used> {
    const ticket = this.tickets.get(path);
    if (!ticket) return { status: 404, body: 'no_such_url' };
    if (performance.now() >= ticket.until) return { status: 404, body: '{"ok":false,"error":"expired_url"}' };
    if (ticket.uses >= USES) return { status: 404, body: '{"ok":false,"error":"used_url"}' };
    ticket.uses += 1;
    const faults = body['delete_original'] === true ? [] : messageFaults(body);
    if (faults.length > 0) return { status: 400, body: JSON.stringify({ ok: false, error: 'invalid_blocks', messages: faults }) };
    await this.say(ticket, body);
    return { status: 200, body: 'ok' };
  }

  /** What the body of an answer to a command, or to its address, does. */
  async say(spot: Spot, body: Json): Promise<void> {
    const { message, channel } = spot;
    const desk = this.deskOf(spot.user);
    const words = { text: text(body['text']), blocks: withIds(body['blocks']) };
    if (body['delete_original'] === true) {
      if (message?.ephemeral) desk.remove(message.ts);
      else if (message) await this.emulated.inside('chat.delete', { channel, ts: message.ts });
      return;
    }
    if (body['replace_original'] === true && message && !message.ephemeral) {
      await this.emulated.inside('chat.update', { channel, ts: message.ts, ...words });
    } else if (body['response_type'] === 'in_channel') {
      await this.emulated.inside('chat.postMessage', { channel, ...words });
    } else {
      const over = body['replace_original'] === true && message ? message.ts : undefined;
      desk.show({ ts: over ?? this.ephemeralTs(), channel, ...words }, over);
    }
  }

  ephemeralTs(): string {
    return `${Math.floor(Date.now() / 1000)}.9${String(++this.shown).padStart(5, '0')}`;
  }
}
