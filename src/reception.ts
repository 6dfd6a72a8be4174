// What the house offers to the adapter of a chat platform: runtime/reception implements it, adapters use it,
// and neither knows the other. A "door" is what a platform calls an organisation: a workspace, an enterprise, a tenant.

import type { Command } from './bot/actions/action.ts';
import type { Caller, Dispatch, Profile } from './bot/actions/dispatch.ts';
import type { Clock, Log } from './ports.ts';

export interface Reception {
  readonly dispatch: Dispatch;
  readonly commands: readonly Command[];
  readonly doors: Doors;
  readonly accounts: Accounts;
  readonly installations: Installations;
  readonly pace: Pace;
  /** The world's clock, whatever time it is in the programme: platforms sign by it. */
  readonly clock: Clock;
  readonly log: Log;
}

export interface Doors {
  /** The organisation behind a door, or `null` where nobody has ever installed the bot. */
  tenantOf(platform: string, door: string): Promise<string | null>;
  /** The doors of an organisation, the oldest first. */
  doorsOf(tenantId: string, platform: string): Promise<readonly string[]>;
  /** Makes an organisation with one programme behind a new door, or finds the one that is there. Resolves to its tenant. */
  open(platform: string, door: string, of: { readonly name: string }): Promise<string>;
}

export interface Accounts {
  /** The platform's ids of people, by person id: for mentions. People without an account there are left out. */
  mentions(tenantId: string, platform: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The person of an account; a stranger becomes known where the profile suffices, as when they come in themselves. */
  personOf(tenantId: string, caller: Caller): Promise<{ readonly id: string; readonly name: string } | null>;
  /** Keeps where direct messages to an account go. */
  remember(tenantId: string, platform: string, externalId: string, conversation: string): Promise<void>;
  /**
   * Takes in what the platform says of an account that we know: language and time zone, unless the person chose
   * their own here; whether it can be reached at all. Accounts that we do not know are left alone.
   */
  changed(tenantId: string, of: { readonly platform: string; readonly externalId: string; readonly profile: Profile | null }): Promise<void>;
  /** Whether the organisation still waits for its first coordinator. */
  needsCoordinator(tenantId: string): Promise<boolean>;
  /** Makes somebody the first coordinator, unless there is one; `true` where it was done now. */
  appoint(tenantId: string, caller: Caller): Promise<boolean>;
}

/** What a platform gave at the installation: tokens above all. Sealed at rest, keyed by door. */
export interface Installations {
  save(platform: string, door: string, data: unknown): Promise<void>;
  find(platform: string, door: string): Promise<unknown>;
  /** Removing what is not there is no fault. */
  remove(platform: string, door: string): Promise<void>;
  /** Runs `work` alone: no other process or caller is at the same door meanwhile. */
  alone<T>(platform: string, door: string, work: () => Promise<T>): Promise<T>;
}

/** The platforms' rate limits, kept by all processes together. */
export interface Pace {
  /**
   * Takes the next turn under a key that allows one every `everyMs`. Waits for it up to `patienceMs` and resolves to 0,
   * or takes none and resolves to the milliseconds after which to ask again. Who comes first is served first.
   */
  turn(key: string, everyMs: number, patienceMs: number): Promise<number>;
  /** Nobody's turn under the key comes before `ms` have passed: the platform said so. */
  hold(key: string, ms: number): Promise<void>;
}
