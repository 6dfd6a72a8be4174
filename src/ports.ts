// What the product needs from the world. The rooms of runtime/ and adapters/ implement these.

import type { ShownMessage } from './bot/views/shown.ts';
import type { Instant } from './time.ts';

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A random id of 128 bits that sorts by time of making, URL-safe. */
  next(): string;
}

/** Encryption at rest and opaque tokens. `purpose` keeps one use from being passed off as another. */
export interface Secrets {
  seal(plain: string, purpose: string): string;
  /** Throws `BotError('sealed-unreadable')` where the text was altered, is of another purpose or another key. */
  open(sealed: string, purpose: string): string;
}

/** What became of one post. `unsure` is the honest word for "sent, but nobody said whether it arrived". */
export type Delivery =
  | { outcome: 'sent'; ref: string }
  | { outcome: 'retry'; afterMs?: number; fault: string }
  /** `of: 'message'`: a fault of this one message, which says nothing of the person or channel that it was for. */
  | { outcome: 'never'; fault: string; of?: 'message' }
  | { outcome: 'unsure'; fault: string };

/** Where people reach this deployment from outside, such as `https://mentor.example.org`; `null` where they cannot. */
export type Site = () => string | null;

/**
 * Long reckoning, by the name of a task, with plain data in and out. Where it takes a while it is done in a thread of its
 * own, so that nobody waits in a conversation while a thousand people are matched: then there is a promise of when to ask again.
 */
export type Think = (task: string, input: unknown) => { readonly answer: unknown } | { readonly soon: Promise<void> };

export interface Address {
  tenantId: string;
  /** The conversation on the platform: a direct message's or a channel's own id. */
  conversation: string;
  /** The account of the person, where this is a direct message. */
  externalId?: string;
  /** Our own id of the message, for platforms that can keep it. */
  messageId: string;
}

/** A chat platform, seen from the delivery room. */
export interface Chat {
  readonly platform: string;
  /**
   * Waits, for a few seconds at most, until the platform's limits allow one more call. Resolves to 0 when the turn has
   * come, or to the milliseconds after which to ask again. Asked before a message is taken in hand.
   */
  turn?(to: Address, call: 'post' | 'update'): Promise<number>;
  post(to: Address, message: ShownMessage): Promise<Delivery>;
  /** Replaces a message that was sent before. */
  update(to: Address, ref: string, message: ShownMessage): Promise<Delivery>;
}

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Static messages and ids only: no name, no text, no address. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields, cause?: unknown): void;
}
