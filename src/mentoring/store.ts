// What the rooms may ask of the storage: tables of one organisation, in one transaction.
// The tenant is not an argument: a transaction belongs to one organisation and cannot see another.

import type { Action, Command, Context as BotContext, DueRule as BotDueRule, Template as BotTemplate } from '../bot/actions/action.ts';
import { definer } from '../bot/actions/action.ts';
import type { Instant } from '../time.ts';
import type { Gathering, Invitation } from './gatherings/gathering.ts';
import type { Goal } from './goals/goal.ts';
import type { Circle } from './circles/circle.ts';
import type { MatchRule, Proposal } from './matching/proposal.ts';
import type { MatchRun } from './matching/run.ts';
import type { Weighing } from './matching/settings/settings.ts';
import type { MatchStep } from './matching/settings/step.ts';
import type { BusyPeriod, Checkin } from './meetings/checkin.ts';
import type { PairMeeting } from './meetings/window/window.ts';
import type { Pair } from './cycle/pair.ts';
import type { Participation } from './orientation/participation.ts';
import type { Pass } from './passes/pass.ts';
import type { Actor } from './people/actor.ts';
import type { Link } from './people/link.ts';
import type { Account, Person } from './people/person.ts';
import type { Cohort, Grant, Organisation, Programme } from './programme/programme.ts';
import type { Year } from './year/year.ts';

export interface Row {
  readonly id: string;
}

export interface Span<V> {
  readonly gte?: V;
  readonly lte?: V;
  readonly gt?: V;
  readonly lt?: V;
}

/** Equality, one of several, or a span; fields that are sealed or JSON cannot be asked for. */
export type Where<T> = { readonly [K in keyof T]?: T[K] | readonly T[K][] | (NonNullable<T[K]> extends number | string ? Span<NonNullable<T[K]>> : never) };

/**
 * Reads see what this transaction has put. Puts are gathered and written in one statement at the end.
 * A row that was not read in this transaction is a new one.
 * A row that was read and is put again must still be the one that was read: if somebody else changed it meanwhile,
 * the whole transaction is run again from its start. So putting an unchanged row guards what was decided upon it.
 */
export interface Table<T extends Row> {
  get(id: string): Promise<T | null>;
  /** Many by id, in one query; those that are not there are left out. */
  all(ids: readonly string[]): Promise<T[]>;
  /** Sorted by id unless `by` is given: ids sort by time of making. */
  find(where: Where<T>, options?: { readonly by?: keyof T & string; readonly descending?: boolean; readonly limit?: number }): Promise<T[]>;
  count(where: Where<T>): Promise<number>;
  put(row: T): void;
  remove(id: string): void;
}

/** A message to send once this transaction has happened. */
export interface Post {
  /** A person, wherever they are; a person in this one account of theirs; or the channel of a cohort. */
  readonly to: { readonly person: string } | { readonly account: string } | { readonly channel: { readonly cohort: string } };
  readonly template: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** A decision is posted at least once; a nudge at most once, on working days from 8 to 18 in the reader's place. */
  readonly kind: 'decision' | 'nudge';
  /** What the message is about, such as `proposal:ID`: `refresh` finds it again by this. */
  readonly topic: string;
  /** Not before this instant. */
  readonly at?: Instant;
}

export interface Tx {
  readonly tenantId: string;
  readonly organisations: Table<Organisation>;
  readonly people: Table<Person>;
  readonly accounts: Table<Account>;
  readonly links: Table<Link>;
  readonly programmes: Table<Programme>;
  readonly grants: Table<Grant>;
  readonly cohorts: Table<Cohort>;
  readonly participations: Table<Participation>;
  readonly rules: Table<MatchRule>;
  readonly proposals: Table<Proposal>;
  readonly weighings: Table<Weighing>;
  readonly runs: Table<MatchRun>;
  readonly steps: Table<MatchStep>;
  readonly circles: Table<Circle>;
  readonly pairs: Table<Pair>;
  readonly goals: Table<Goal>;
  readonly checkins: Table<Checkin>;
  readonly busy: Table<BusyPeriod>;
  readonly meetings: Table<PairMeeting>;
  readonly years: Table<Year>;
  readonly gatherings: Table<Gathering>;
  readonly invitations: Table<Invitation>;
  readonly passes: Table<Pass>;
  post(message: Post): void;
  /** Draws all earlier messages of this topic anew, wherever they stand. */
  refresh(topic: string): void;
  /** Runs the due rule for the subject at that instant; a second call moves it. */
  remind(rule: string, subject: string, at: Instant): void;
  forget(rule: string, subject: string): void;
  /** What waits for the one person, or names them in a message, is the other's from now on. Rows are the caller's to move. */
  readdress(fromPerson: string, toPerson: string): void;
}

export type Context = BotContext<Tx, Actor>;
export type AnyAction = Action<Tx, Actor, unknown, unknown>;
export type Template = BotTemplate<Tx, Actor>;
export type DueRule = BotDueRule<Tx>;

export const define = definer<Tx, Actor>();

/** What a room brings to the table. */
export interface Room {
  readonly actions: readonly AnyAction[];
  readonly templates: readonly Template[];
  readonly due: readonly DueRule[];
  readonly commands: readonly Command[];
}
