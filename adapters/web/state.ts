// What the page shows lives in its address, so that it can be reloaded, shared and gone back to.

import { isLanguage, type Language } from '../../src/bot/texts/language.ts';
import type { PlaygroundPerson } from '../../src/playground.ts';
import { preferredLanguage } from './words.ts';

export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];

export const PANE_VIEWS = ['messages', 'channel', 'home'] as const;
export type PaneView = (typeof PANE_VIEWS)[number];

export interface PaneState {
  readonly person: PlaygroundPerson;
  readonly view: PaneView;
  /** How many messages are shown; "earlier messages" asks for more. */
  readonly many: number;
}

export interface PageState {
  readonly language: Language;
  readonly left: PaneState;
  readonly right: PaneState;
}

export const MANY = 50;

export const CHANNEL = 'general';

export function directMessages(person: PlaygroundPerson): string {
  return `dm:${person.externalId}`;
}

export function conversationOf(pane: PaneState): string {
  return pane.view === 'channel' ? CHANNEL : directMessages(pane.person);
}

export function isSide(value: unknown): value is Side {
  return (SIDES as readonly unknown[]).includes(value);
}

/** Reads an address. Where a name comes twice, the later one is a change to the earlier. */
export function stateOf(query: URLSearchParams, people: readonly PlaygroundPerson[], acceptLanguage?: string): PageState | null {
  const last = (name: string) => query.getAll(name).at(-1);
  const first = people.find((person) => person.role === 'coordinator') ?? people[0];
  if (!first) return null;
  const second = people.find((person) => person.role === 'mentee') ?? people.at(-1) ?? first;
  const pane = (side: Side, otherwise: PlaygroundPerson): PaneState => {
    const many = Number(last(`${side}Many`));
    return {
      person: people.find((person) => person.externalId === last(side)) ?? otherwise,
      view: PANE_VIEWS.find((view) => view === last(`${side}View`)) ?? 'messages',
      many: Number.isInteger(many) && many > MANY ? Math.min(many, 5000) : MANY,
    };
  };
  const language = last('lang');
  return { language: isLanguage(language) ? language : preferredLanguage(acceptLanguage), left: pane('left', first), right: pane('right', second) };
}

export function addressOf(state: PageState): string {
  const query = new URLSearchParams();
  for (const side of SIDES) {
    const pane = state[side];
    query.set(side, pane.person.externalId);
    if (pane.view !== 'messages') query.set(`${side}View`, pane.view);
    if (pane.many !== MANY) query.set(`${side}Many`, String(pane.many));
  }
  query.set('lang', state.language);
  return `/?${query.toString()}`;
}

export function withPane(state: PageState, side: Side, change: Partial<PaneState>): PageState {
  return { ...state, [side]: { ...state[side], ...change } };
}
