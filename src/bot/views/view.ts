// The neutral tree: what the bot shows, before any platform or language has touched it.

import type { Text } from './text.ts';
import type { Language } from '../texts/language.ts';
import type { TermChoice } from '../texts/terms.ts';

export type View = Message | Form | Home;

/** Where the words come from when the view speaks of a programme with its own terms. */
interface Spoken {
  readonly terms?: TermChoice;
  /** Where it is to be in another language than the reader's own so far. */
  readonly language?: Language;
}

export interface Message extends Spoken {
  readonly type: 'message';
  readonly blocks: readonly Block[];
}

export interface Home extends Spoken {
  readonly type: 'home';
  readonly title: Text;
  readonly blocks: readonly Block[];
}

export interface Form extends Spoken {
  readonly type: 'form';
  readonly title: Text;
  readonly intro?: readonly Block[];
  readonly inputs: readonly Input[];
  readonly submit: Text;
  /** The action that takes the answers, and what it is about. The subject travels sealed, never as a field. */
  readonly action: string;
  readonly about?: Subject;
  /** Further buttons beside submit, such as "Save and continue later": each names its value for the field `next`. */
  readonly also?: readonly { readonly label: Text; readonly next: string }[];
}

/** What an action is about: ids only. */
export type Subject = Readonly<Record<string, string | number>>;

export type Block =
  | { readonly block: 'heading'; readonly text: Text }
  | { readonly block: 'text'; readonly text: Text }
  | { readonly block: 'facts'; readonly facts: readonly Fact[] }
  | { readonly block: 'list'; readonly items: readonly Text[]; readonly ordered?: boolean }
  | { readonly block: 'table'; readonly caption: Text; readonly head: readonly Text[]; readonly rows: readonly (readonly Text[])[] }
  /** The ring of seven: `done` of `of` arcs are filled; the words stand beside it. */
  | { readonly block: 'progress'; readonly done: number; readonly of: number; readonly text: Text }
  /** An SVG drawn by us, never from a user, with the words that say the same. `at`: where chats that take no SVG find it. */
  | { readonly block: 'picture'; readonly svg: string; readonly alt: Text; readonly at?: Place }
  /** Ways out of the chat: a calendar file, a page. Left out where this deployment has no address. */
  | { readonly block: 'links'; readonly links: readonly Link[] }
  | { readonly block: 'divider' }
  | { readonly block: 'actions'; readonly buttons: readonly Button[] }
  /** Small print: who sees the answer, why we ask. */
  | { readonly block: 'note'; readonly text: Text };

/** What an address of ours leads to; `about` travels sealed, or is the code of a pass. */
export interface Place {
  readonly to: 'picture' | 'event' | 'calendar' | 'join';
  readonly about: Subject;
}

export interface Link {
  readonly label: Text;
  readonly at: Place;
}

export interface Fact {
  readonly label: Text;
  readonly value: Text;
}

export interface Button {
  readonly label: Text;
  readonly action: string;
  readonly about?: Subject;
  readonly style?: 'main' | 'danger';
  /** What a screen reader says where the label alone is unclear among many. */
  readonly hint?: Text;
  /** Asked before the action runs. */
  readonly confirm?: Text;
}

interface Field {
  /** The key of the answer in the action's input. */
  readonly name: string;
  readonly label: Text;
  readonly help?: Text;
  readonly required?: boolean;
}

export interface Option {
  readonly value: string;
  readonly label: Text;
}

export type Input =
  | (Field & { readonly input: 'line'; readonly max: number; readonly value?: string })
  | (Field & { readonly input: 'paragraph'; readonly max: number; readonly value?: string })
  | (Field & { readonly input: 'choice'; readonly options: readonly Option[]; readonly value?: string })
  | (Field & { readonly input: 'choices'; readonly options: readonly Option[]; readonly value?: readonly string[] })
  | (Field & { readonly input: 'date'; readonly value?: string })
  | (Field & { readonly input: 'time'; readonly value?: string })
  /** A member of the organisation; the answer is a person id. */
  | (Field & { readonly input: 'person'; readonly value?: string })
  /** A channel of the chat that the person is in; the answer is the platform's own id of it, or its name. */
  | (Field & { readonly input: 'channel'; readonly value?: string })
  | (Field & { readonly input: 'number'; readonly min: number; readonly max: number; readonly value?: number })
  | (Field & { readonly input: 'agree'; readonly value?: boolean });

export function message(blocks: readonly Block[], terms?: TermChoice): Message {
  return { type: 'message', blocks, ...(terms ? { terms } : {}) };
}

export function heading(text: Text): Block {
  return { block: 'heading', text };
}

export function paragraph(text: Text): Block {
  return { block: 'text', text };
}

export function note(text: Text): Block {
  return { block: 'note', text };
}

export function facts(...all: readonly Fact[]): Block {
  return { block: 'facts', facts: all };
}

export function actions(...buttons: readonly Button[]): Block {
  return { block: 'actions', buttons };
}
