// The four kinds of text. A plain string is none of them, so user text can never pass for ours.

import type { Civil, Instant } from '../../time.ts';
import type { ArgNames, TextKey } from '../texts/catalogue.ts';

export type Text = Said | Quoted | Named | Placed;

/** A sentence of the catalogue, with its arguments. */
export interface Said {
  readonly say: TextKey;
  readonly args: Readonly<Record<string, Arg>>;
}

/** What a person wrote: always escaped, always bounded. */
export interface Quoted {
  readonly quote: string;
}

/** A person: a mention where the platform can, a bare name elsewhere. */
export interface Named {
  readonly who: string;
}

/** A channel of a platform: a link where the reader's platform knows it, its bare id or name elsewhere. */
export interface Placed {
  readonly channel: string;
  readonly platform: string;
}

/** A date: weekday first, in the reader's language. Swedish readers get the week too where `week` is set. */
export interface OnDay {
  readonly day: Civil;
  readonly style?: 'long' | 'short' | 'week';
}

/** An instant, shown in the reader's own time zone: day and hour, or the hour alone. */
export interface AtTime {
  readonly at: Instant;
  readonly style?: 'hour';
}

/** Several texts joined as the reader's language joins them: "a, b and c". */
export interface Listed {
  readonly all: readonly Text[];
}

export type Arg = Text | number | OnDay | AtTime | Listed;

type ArgsOf<K extends TextKey> = [ArgNames<K>] extends [never] ? readonly [] : readonly [args: Readonly<Record<ArgNames<K>, Arg>>];

export function say<K extends TextKey>(key: K, ...args: ArgsOf<K>): Said {
  return { say: key, args: args[0] ?? {} };
}

export function quote(userText: string): Quoted {
  return { quote: userText };
}

export function who(personId: string): Named {
  return { who: personId };
}

export function inChannel(of: { readonly platform: string; readonly conversation: string }): Placed {
  return { channel: of.conversation, platform: of.platform };
}

export function onDay(day: Civil, style: 'long' | 'short' | 'week' = 'long'): OnDay {
  return { day, style };
}

export function atTime(at: Instant): AtTime {
  return { at };
}

export function atHour(at: Instant): AtTime {
  return { at, style: 'hour' };
}

export function listed(all: readonly Text[]): Listed {
  return { all };
}
