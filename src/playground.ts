// What the playground's browser chat and the program have to do with each other: runtime/playground implements it,
// adapters/web uses it, and neither knows the other.

import type { Command } from './bot/actions/action.ts';
import type { Dispatch } from './bot/actions/dispatch.ts';
import type { Language } from './bot/texts/language.ts';
import type { Instant } from './time.ts';

export type PlaygroundRole = 'coordinator' | 'mentor' | 'mentee' | 'both' | 'none';

/** Somebody whom the visitor can be. */
export interface PlaygroundPerson {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly language: Language;
  readonly role: PlaygroundRole;
  /** IANA; the times of this person's messages are shown in it, or in UTC. */
  readonly timeZone?: string;
  /** A word on the person, such as "has room for two". */
  readonly note?: string;
}

/** A message as this chat shows it: already drawn, in its reader's language. */
export interface Post {
  readonly id: string;
  readonly conversation: string;
  readonly html: string;
  readonly at: Instant;
}

/** The chat's own memory, as Slack and Teams have theirs. */
export interface PostStore {
  add(post: Post): Promise<void>;
  replace(id: string, html: string, at: Instant): Promise<void>;
  /** The newest `limit` posts of a conversation, oldest first. */
  list(conversation: string, limit: number): Promise<readonly Post[]>;
  find(id: string): Promise<Post | null>;
}

export interface PlaygroundClock {
  now(): Instant;
  /** Runs everything that falls due on the way, and delivers it before it resolves. */
  move(byMs: number): Promise<void>;
  /** Moves to the next thing that happens; `null` where nothing is waiting. */
  toNext(): Promise<Instant | null>;
}

export interface Playground {
  readonly tenantId: string;
  readonly dispatch: Dispatch;
  readonly commands: readonly Command[];
  /** Sorted as they are to be offered. */
  people(): Promise<readonly PlaygroundPerson[]>;
  readonly posts: PostStore;
  readonly clock: PlaygroundClock;
  /** A conversation has a new or changed post. Returns how to stop listening. */
  changed(listener: (conversation: string) => void): () => void;
  /** Tells those who listen. */
  notify(conversation: string): void;
  newEventId(): string;
}
