// What the benchmark needs of a platform: pairs who use it, what they do there, and a bot on its library that does nothing.

import type { Environment } from '../../src/config.ts';
import type { Ids } from '../../src/ports.ts';
import type { Store } from '../../src/runtime/store/store.ts';
import type { Instant } from '../../src/time.ts';

/** Something that somebody did, as it is sent; it can be signed and sent again. */
export interface Done {
  readonly act: string;
  readonly user: string;
  readonly type: string;
  readonly body: string;
}

export interface Arranged {
  readonly tenantId: string;
  readonly pairs: readonly { readonly id: string }[];
  /** Of all pairs. */
  readonly users: readonly string[];
}

export interface Side {
  /** How often each act comes, of a hundred. */
  readonly shares: Readonly<Record<string, number>>;
  /** What everybody does before the measuring, so that each has something before them. */
  readonly first: readonly string[];
  /** Which act writes a goal, and whether an answer to it says that it was taken. */
  readonly writes: string;
  accepted(body: string): boolean;
  /** How often the bot called what. */
  readonly calls: Map<string, number>;
  /** How many questions have reached somebody. */
  asked(): number;
  /** Where events arrive, and what the program has to know of this platform. */
  readonly path: string;
  readonly environment: Environment;
  /** A bot that does nothing: a program that tells its parent where it listens. */
  readonly empty: { readonly name: string; readonly program: URL; readonly args: readonly string[] };
  arrange(on: { readonly store: Store; readonly ids: Ids; readonly now: Instant; readonly pairs: number }): Promise<Arranged>;
  /** `null` where nothing lies before the person that it could be done with. */
  does(user: string, act: string): Done | null;
  /** The bot's answer comes to lie before the person. */
  reads(done: Done, body: string): void;
  signed(body: string): Readonly<Record<string, string>>;
  /** What else is worth telling. */
  remarks(): readonly string[];
  close(): Promise<void>;
}
