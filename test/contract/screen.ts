// What the contract asks of every chat platform, in the words of whoever sits before it. Each adapter is driven through
// its own front door; the harness only translates.

import type { ShownMessage } from '../../src/bot/views/shown.ts';
import type { Scene } from './scene.ts';

/** By field name: words, the values of options, the name of a person, or a tick. */
export type Filling = Readonly<Record<string, string | readonly string[] | boolean>>;

export interface SeenForm {
  readonly words: string;
  readonly values: Filling;
  /** What is said at the fields, by name; under the empty name, what is said of the whole. */
  readonly faults: Readonly<Record<string, string>>;
}

export interface Visitor {
  readonly name: string;
  types(line: string): Promise<void>;
  presses(label: string): Promise<void>;
  fills(fields: Filling): void;
  submits(): Promise<void>;
  /** The last thing that was done arrives once more, as the same event. */
  again(): Promise<void>;
  /** It arrives in another event: two quick presses. */
  anew(): Promise<void>;
  /** Presses a button, or sends a form, that stands before somebody else. */
  pressesOf(other: Visitor, label: string): Promise<void>;
  submitsOf(other: Visitor): Promise<void>;
  /** The last answer that is no form. */
  answer(): Promise<string>;
  form(): SeenForm | null;
  messages(): Promise<readonly string[]>;
  home(): Promise<string>;
}

export interface Screen {
  /** A person whom the organisation does not know to be anybody in particular. */
  visitor(who: Who): Promise<Visitor>;
  /** The chat delivers a message; resolves to what it is called there. */
  posts(to: Visitor, message: ShownMessage): Promise<string>;
  updates(to: Visitor, ref: string, message: ShownMessage): Promise<void>;
  /** What went wrong at the platform's end. */
  refusals(): readonly string[];
  close(): Promise<void>;
}

export type Who = 'anna' | 'ben' | 'carmen';

export const PEOPLE: Readonly<Record<Who, { readonly name: string; readonly language: 'en' | 'sv' | 'es' }>> = {
  anna: { name: 'Anna Lind', language: 'sv' },
  ben: { name: 'Ben Hill', language: 'en' },
  carmen: { name: 'Carmen Ruiz', language: 'es' },
};

export interface Adapter {
  readonly platform: string;
  open(scene: Scene): Promise<Screen>;
}
