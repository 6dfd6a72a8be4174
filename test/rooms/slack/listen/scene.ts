// A house that meets Slack, on a database that a test may look into: to see that a refusal has changed nothing,
// and to seal tokens as the house would have sealed them at another time.

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { sealToken, type Token } from '../../../../src/bot/actions/token.ts';
import type { Environment } from '../../../../src/config.ts';
import { secretsOf } from '../../../../src/runtime/secrets.ts';
import { DAY, instantOf } from '../../../../src/time.ts';
import { databaseOn } from '../../../support/postgres.ts';
import { type House, openHouse, type Via } from '../../../support/slack/house.ts';
import { firstValues, stateValues } from '../../../support/slack/local/form.ts';
import { LOCAL, type LocalSlack, type Opening, startLocalSlack } from '../../../support/slack/local-slack.ts';
import { type Person, until } from '../../../support/slack/person.ts';

export { until } from '../../../support/slack/person.ts';

/** The key of a house on a server (test/support/slack/house.ts). */
const secrets = secretsOf([Buffer.alloc(32, 7)]);
/** What is written down of each event, and by the machinery while nobody does anything. */
const BESIDE = ['Event', 'RateLimit', 'Setting', 'WebPost'];

type Row = Readonly<Record<string, unknown>>;

export interface Scene {
  readonly slack: LocalSlack;
  readonly house: House;
  rows(sql: string, ...values: unknown[]): Promise<Row[]>;
  /** Our row of a person in Slack with their account, or `undefined` where they are nobody. */
  known(person: Person): Promise<Row | undefined>;
  /** All that the organisations know, table by table, but for the list of events itself. */
  stored(): Promise<Readonly<Record<string, string>>>;
  /** Waits until all that is due has been delivered. */
  quiet(): Promise<void>;
  /** A token as the house makes them; ours and new, unless it says otherwise. */
  seal(token: Partial<Token> & Pick<Token, 'p' | 'action'>, of?: { readonly tenantId?: string; readonly daysOld?: number }): Promise<string>;
  tenantId(): Promise<string>;
  close(): Promise<void>;
}

export async function openScene(opening: Opening, of: { readonly via?: Via; readonly environment?: (slack: LocalSlack) => Environment } = {}): Promise<Scene> {
  const databaseUrl = await databaseOn(inject('postgresUrl'));
  const slack = await startLocalSlack(opening);
  const house = await openHouse(slack, { via: of.via ?? 'http', databaseUrl, environment: of.environment?.(slack) ?? {} });
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const rows = async (sql: string, ...values: unknown[]) => (await client.query<Row>(sql, values)).rows;
  const tenantId = async () => String((await rows(`SELECT "tenantId" FROM "Door" WHERE "externalId" = $1`, LOCAL.teamId))[0]?.['tenantId']);
  const tables = (await rows(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`))
    .map((row) => String(row['tablename']))
    .filter((table) => !BESIDE.includes(table));
  return {
    ...{ slack, house, rows, tenantId },
    async known({ id }) {
      const sql = `SELECT p.*, a."reachable" FROM "Person" p JOIN "Account" a USING ("tenantId") WHERE a."personId" = p."id" AND a."platform" = 'slack' AND a."externalId" = $1`;
      return (await rows(sql, id))[0];
    },
    async stored() {
      const all: Record<string, string> = {};
      for (const table of tables) {
        const [row] = await rows(`SELECT count(*) || ':' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS "all" FROM "${table}" t`);
        all[table] = String(row?.['all']);
      }
      return all;
    },
    async quiet() {
      const due = `SELECT 1 FROM "Message" WHERE "state" = 'sending' OR ("state" = 'waiting' AND "notBefore" <= now())`;
      await until(async () => (await rows(due)).length === 0);
    },
    async seal(token, { tenantId: tenant, daysOld = 0 } = {}) {
      const at = instantOf(new Date(Date.now() - daysOld * DAY).toISOString());
      return sealToken(secrets, tenant ?? (await tenantId()), { n: randomUUID(), v: 1, about: {}, form: true, at, ...token });
    },
    async close() {
      await client.end();
      await house.stop();
      await slack.close();
    },
  };
}

/** A civil date so many days from now. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

/** What only this person sees in a conversation, the newest; `''` where there is nothing. */
export async function shown(person: Person): Promise<string> {
  return (await person.sees()).ephemerals.at(-1) ?? '';
}

/** The window on top; `''` where none is open. */
export async function reading(person: Person): Promise<string> {
  return (await person.sees()).modal ?? '';
}

/** A coordinator who reads Swedish makes a cohort and opens it for sign-up. */
export async function opensCohort(coordinator: Person, name: string): Promise<void> {
  await createsCohort(coordinator, name);
  await coordinator.types(`/cohort open ${name}`);
}

export async function createsCohort(coordinator: Person, name: string): Promise<void> {
  await coordinator.types(`/cohort create ${name}`);
  coordinator.fills({ startsOn: inDays(7), endsOn: inDays(240), target: 2 });
  await coordinator.submits();
  coordinator.desk.clear();
}

/** A coordinator who reads Swedish puts people on the list of a cohort. */
export async function lists(coordinator: Person, cohort: string, rows: readonly string[]): Promise<void> {
  await coordinator.types(`/cohort import ${cohort}`);
  pastes(coordinator, ['Namn;E-post;Roll', ...rows].join('\n'));
  await coordinator.submits();
  await until(async () => (await reading(coordinator)).includes('på listan till'));
  coordinator.desk.clear();
}

/** Somebody who reads English signs up for the only cohort that is open, or that they are listed for. */
export async function takesPart(person: Person, role: 'mentee' | 'mentor'): Promise<void> {
  await person.types('/mentor join');
  await person.presses('Begin');
  await until(() => person.desk.top);
  for (const page of [{ role }, { topics: 'rhetoric' }, { languages: ['English'] }]) {
    person.fills(page);
    await person.submits();
  }
  await person.presses('Send in');
  await until(async () => (await reading(person)).includes('is in'));
  person.desk.clear();
}

/** As somebody pastes a list who fills box after box to its edge. */
export function pastes(coordinator: Person, whole: string): void {
  const parts = whole.match(/[^]{1,3000}/g) ?? [];
  coordinator.fills(Object.fromEntries([1, 2, 3, 4].map((n) => [`Listan (${n} av 4)`, parts[n - 1] ?? null])));
}

type State = ReturnType<typeof stateValues>;

/** What stands in the fields of the window on top, as Slack would send it now. */
export function standing({ desk: { top } }: Person): State {
  return top ? stateValues(top.view['blocks'], top.values) : {};
}

/** What would stand in its fields if it had just been opened: what the bot itself has put there. */
export function drawn({ desk: { top } }: Person): State {
  return top ? stateValues(top.view['blocks'], firstValues(top.view['blocks'])) : {};
}

/** The form on top has been open since some other time, or came from elsewhere. */
export function carries({ desk: { top } }: Person, metadata: string): void {
  if (!top) throw new Error('no form is open');
  top.view = { ...top.view, private_metadata: metadata };
}

/** What the form on top carries. */
export function carried({ desk: { top } }: Person): { readonly action: string; readonly token: string } {
  return JSON.parse(String(top?.view['private_metadata'])) as { readonly action: string; readonly token: string };
}
