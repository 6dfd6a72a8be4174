// The shape of a row in the table of actions. Rooms write rows; the dispatcher alone runs them.

import type { z } from 'zod';
import type { Ids } from '../../ports.ts';
import type { Instant } from '../../time.ts';
import type { TextKey } from '../texts/catalogue.ts';
import type { Language } from '../texts/language.ts';
import type { TermChoice } from '../texts/terms.ts';
import type { Message, Place } from '../views/view.ts';
import type { Outcome } from './outcome.ts';

/** The least that the dispatcher must know of whoever acts. The rooms know more. */
export interface Someone {
  readonly tenantId: string;
  readonly personId: string;
  /** Other ids by which this person was known: what was sealed for them is for this person. */
  readonly formerly?: readonly string[];
  readonly language: Language;
  readonly timeZone: string;
  readonly terms: TermChoice;
}

export interface Context<Tx, Actor> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Instant;
  readonly ids: Ids;
  /** Where the actor is: `web`, `slack`, `teams`. */
  readonly platform: string;
  /** What a link to it would lead to; `null` where this deployment has no address, and links are left out. */
  readonly addressOf: (place: Place) => string | null;
  /** Long reckoning; the action is begun anew, in a transaction of its own, once there is an answer. */
  readonly think: (task: string, input: unknown) => Promise<unknown>;
}

/**
 * One row: who may do what with which input. `subject` finds what the action is about; where it finds nothing,
 * or `may` says no, the answer is the same, so that nobody learns what exists.
 */
export interface Action<Tx, Actor, Input, Subject> {
  readonly name: string;
  /** Old messages keep old buttons: raise it when the meaning of the input changes. */
  readonly version: number;
  readonly input: z.ZodType<Input>;
  readonly subject: (context: Context<Tx, Actor>, input: Input) => Promise<Subject | null>;
  readonly may: (actor: Actor, subject: Subject) => boolean;
  readonly run: (context: Context<Tx, Actor>, input: Input, subject: Subject) => Promise<Outcome>;
  /** A look changes nothing: it is not written into the event log and may be repeated freely. */
  readonly look?: true;
  /** What it answers with where all is well: platforms that must know before they ask open a window for it. */
  readonly opens?: 'form';
}

/** A row of the table, with its types forgotten. `define` makes one. */
export type AnyAction<Tx, Actor> = Action<Tx, Actor, unknown, unknown>;

/** Makes a room's `define`: it checks a row's parts against each other and then forgets their types. */
export function definer<Tx, Actor>() {
  return function define<Input, Subject>(action: Action<Tx, Actor, Input, Subject>): AnyAction<Tx, Actor> {
    return action as unknown as AnyAction<Tx, Actor>;
  };
}

/**
 * A kind of message: built from ids when it is delivered, and again whenever it is drawn anew.
 * `null` means that it is no longer worth saying; then nothing is sent. `again` is true where the message stands already:
 * then `null` leaves it as it stands.
 */
export interface Template<Tx, Reader> {
  readonly name: string;
  readonly build: (
    context: { readonly tx: Tx; readonly reader: Reader; readonly now: Instant; readonly again: boolean },
    args: Readonly<Record<string, string | number>>,
  ) => Promise<Message | null>;
}

/**
 * What time alone brings. One run decides for many subjects of one organisation, in one transaction.
 * A rule must be safe to run late: it looks at `now`, not at what it hoped for.
 */
export interface DueRule<Tx> {
  readonly name: string;
  readonly run: (
    context: { readonly tx: Tx; readonly now: Instant; readonly ids: Ids },
    due: readonly { readonly subject: string; readonly dueAt: Instant }[],
  ) => Promise<void>;
}

/** A typed command, such as `/goal new`. It leads to an action; platforms only carry it. */
export interface Command {
  /** With the slash: `/goal`. */
  readonly command: string;
  /** The word after it; empty for the bare command. */
  readonly word: string;
  /** The same word in the three languages, and forgiven spellings. Beside the bare command: other names of it. */
  readonly also: readonly string[];
  /** As it is written in Swedish and Spanish, without the slash: `mål nytt`. Missing where it is the same as in English. */
  readonly titles?: Readonly<Record<Exclude<Language, 'en'>, string>>;
  readonly action: string;
  /** The rest of the line, made into the action's input. */
  readonly input?: (rest: string) => Readonly<Record<string, unknown>>;
  /** What it does, for help and completion. */
  readonly help: TextKey;
  /** How to write what follows, such as `NAME`; shown in help. */
  readonly usage?: string;
}
