// How each table of a transaction lies in the database: its model, its instants, and what is sealed.

import { EMPTY_PROFILE } from '../../mentoring/orientation/index.ts';
import type { Row, Tx } from '../../mentoring/store.ts';
import { Prisma } from './generated/client.ts';

export type TableName = { [K in keyof Tx]: Tx[K] extends { put(row: never): void } ? K : never }[keyof Tx];

export interface TableSpec {
  readonly model: Exclude<Prisma.ModelName, 'Door' | 'Installation' | 'Turn' | 'Timer' | 'Setting' | 'WebPost' | 'Message' | 'Event'>;
  /** Numbers in the rooms, timestamptz in the database. */
  readonly instants: readonly string[];
  /** Objects in the rooms, ciphertext in the database: what people wrote in confidence (E9.6). */
  readonly sealed: readonly string[];
  /** Objects that have grown since the first rows were written: each with what is empty. */
  readonly grown?: Readonly<Record<string, object>>;
}

export const TABLES: Readonly<Record<TableName, TableSpec>> = {
  organisations: { model: 'Organisation', instants: ['createdAt'], sealed: [] },
  people: { model: 'Person', instants: ['createdAt', 'leftAt'], sealed: [] },
  accounts: { model: 'Account', instants: [], sealed: [] },
  links: { model: 'Link', instants: ['createdAt', 'expiresAt'], sealed: [] },
  programmes: { model: 'Programme', instants: ['createdAt'], sealed: [] },
  grants: { model: 'Grant', instants: ['createdAt'], sealed: [] },
  cohorts: { model: 'Cohort', instants: ['createdAt'], sealed: [] },
  participations: { model: 'Participation', instants: ['noticeReadAt', 'createdAt', 'submittedAt'], sealed: ['profile'], grown: { profile: EMPTY_PROFILE } },
  rules: { model: 'MatchRule', instants: ['createdAt'], sealed: [] },
  proposals: { model: 'Proposal', instants: ['askedAt', 'remindAt', 'expiresAt', 'closedAt', 'createdAt'], sealed: [] },
  weighings: { model: 'Weighing', instants: ['createdAt'], sealed: [] },
  runs: { model: 'MatchRun', instants: ['createdAt'], sealed: [] },
  steps: { model: 'MatchStep', instants: ['createdAt', 'undoneAt'], sealed: [] },
  circles: { model: 'Circle', instants: ['expiresAt', 'createdAt'], sealed: [] },
  pairs: { model: 'Pair', instants: ['startedAt', 'endedAt'], sealed: [] },
  goals: { model: 'Goal', instants: ['createdAt', 'doneAt'], sealed: ['text', 'notes'] },
  checkins: { model: 'Checkin', instants: ['dueAt', 'answeredAt'], sealed: [] },
  busy: { model: 'BusyPeriod', instants: ['createdAt'], sealed: [] },
  meetings: { model: 'PairMeeting', instants: ['saidAt'], sealed: [] },
  years: { model: 'Year', instants: ['publishedAt', 'doneUntil'], sealed: ['shifts'] },
  gatherings: { model: 'Gathering', instants: ['startsAt', 'endsAt', 'inviteFrom', 'createdAt'], sealed: [] },
  invitations: { model: 'Invitation', instants: ['invitedAt', 'answeredAt'], sealed: [] },
  passes: { model: 'Pass', instants: ['createdAt'], sealed: [] },
};

/** The columns of a model, as the schema has them. */
export function columnsOf(model: Prisma.ModelName): readonly string[] {
  return Object.values(Prisma[`${model}ScalarFieldEnum`]);
}

export type Stored = Row & Readonly<Record<string, unknown>>;
