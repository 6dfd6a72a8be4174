// What one person has before them in Slack and nobody else sees: modals one upon another, the Home tab,
// and messages that only they can see.

import { firstValues, stateValues, valuesAfter } from './form.ts';
import type { Json } from './json.ts';

export interface Ephemeral {
  readonly ts: string;
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly Json[];
}

export interface Modal {
  view: Json;
  values: Map<string, unknown>;
  /** What the bot or Slack's client has said at the fields, by `block_id`. */
  errors: Readonly<Record<string, string>>;
}

export class Desk {
  /** The last one is on top. */
  modals: readonly Modal[] = [];
  home: Json | null = null;
  ephemerals: readonly Ephemeral[] = [];

  get top(): Modal | undefined {
    return this.modals.at(-1);
  }

  modalOf(viewId: string): Modal | undefined {
    return this.modals.find(({ view }) => view['id'] === viewId);
  }

  /** A new modal takes the place of all that were open. */
  open(view: Json): void {
    this.modals = [fresh(view)];
  }

  push(view: Json): void {
    this.modals = [...this.modals, fresh(view)];
  }

  change(modal: Modal, view: Json): void {
    modal.view = view;
    modal.values = valuesAfter(view['blocks'], modal.values);
    modal.errors = {};
  }

  close(): void {
    this.modals = this.modals.slice(0, -1);
  }

  clear(): void {
    this.modals = [];
  }

  /** Shows a message to this person alone, in the place of another one where `over` names it. */
  show(message: Ephemeral, over?: string): void {
    const others = this.ephemerals.filter(({ ts }) => ts !== over);
    this.ephemerals = others.length < this.ephemerals.length ? this.ephemerals.map((one) => (one.ts === over ? message : one)) : [...others, message];
  }

  remove(ts: string): void {
    this.ephemerals = this.ephemerals.filter((one) => one.ts !== ts);
  }
}

function fresh(view: Json): Modal {
  return { view, values: firstValues(view['blocks']), errors: {} };
}

/** A view as Slack sends it along: with all that stands in its fields. */
export function withState({ view, values }: Modal): Json {
  return { ...view, state: { values: stateValues(view['blocks'], values) } };
}
