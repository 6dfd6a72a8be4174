// A house that meets Teams, on a database that a test may look into: to see that a refusal has changed nothing,
// and to seal tokens as the house would have sealed them at another time.

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { sealToken, type Token } from '../../../../src/bot/actions/token.ts';
import type { Environment } from '../../../../src/config.ts';
import { secretsOf } from '../../../../src/runtime/secrets.ts';
import { DAY, instantOf } from '../../../../src/time.ts';
import { databaseOn } from '../../../support/postgres.ts';
import { isRecord, type Json, record, text } from '../../../support/slack/local/json.ts';
import { type House, KEY, openHouse } from '../../../support/teams/house.ts';
import { idOf } from '../../../support/teams/local/inputs.ts';
import { OpenCard } from '../../../support/teams/local/open-card.ts';
import { LOCAL, type LocalTeams, type Opening, startLocalTeams } from '../../../support/teams/local-teams.ts';
import { type Person, until } from '../../../support/teams/person.ts';

export { until } from '../../../support/teams/person.ts';

const secrets = secretsOf([KEY]);
/** What is written down of each event, and by the machinery while nobody does anything. */
const BESIDE = ['Turn', 'Event', 'RateLimit', 'Setting', 'WebPost'];

type Row = Readonly<Record<string, unknown>>;

export interface Scene {
  readonly teams: LocalTeams;
  readonly house: House;
  readonly databaseUrl: string;
  rows(sql: string, ...values: unknown[]): Promise<Row[]>;
  /** Our row of a person in Teams with their account, or `undefined` where they are nobody. */
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

export interface Setting {
  readonly environment?: Environment;
  /** How many instances there are; people reach the first. */
  readonly instances?: number;
}

/** The first of the people adds the app to the team, and so looks after it. */
export async function openScene(opening: Opening, { environment = {}, instances = 1 }: Setting = {}): Promise<Scene & { readonly beside: readonly House[] }> {
  const databaseUrl = await databaseOn(inject('postgresUrl'));
  const teams = await startLocalTeams(opening);
  const house = await openHouse(teams, { databaseUrl, environment });
  const beside: House[] = [];
  for (let more = 1; more < instances; more++) beside.push(await openHouse(teams, { databaseUrl, environment, beside: true }));
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const rows = async (sql: string, ...values: unknown[]) => (await client.query<Row>(sql, values)).rows;
  const tenantId = async () => String((await rows(`SELECT "tenantId" FROM "Door" WHERE "externalId" = $1`, LOCAL.tenant))[0]?.['tenantId']);
  const tables = await rows(`SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`);
  const digests = tables
    .map(({ name }) => String(name))
    .filter((name) => !BESIDE.includes(name))
    .map((name) => `SELECT '${name}' AS "name", count(*) || ':' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS "digest" FROM "${name}" t`);
  async function quiet(): Promise<void> {
    const due = `SELECT 1 FROM "Message" WHERE "state" = 'sending' OR ("state" = 'waiting' AND "notBefore" <= now())`;
    await until(async () => (await rows(due)).length === 0);
  }
  return {
    ...{ teams, house, beside, databaseUrl, rows, tenantId },
    async known({ known: { account } }) {
      const sql = `SELECT p.*, a."reachable", a."conversation" FROM "Person" p JOIN "Account" a USING ("tenantId") WHERE a."personId" = p."id" AND a."platform" = 'teams' AND a."externalId" = $1`;
      return (await rows(sql, account.aadObjectId ?? account.id))[0];
    },
    async stored() {
      // What is on its way is noted when it has arrived.
      await quiet();
      const [row] = await rows(`SELECT json_object_agg("name", "digest") AS "all" FROM (${digests.join(' UNION ALL ')}) tables`);
      return row?.['all'] as Readonly<Record<string, string>>;
    },
    quiet,
    async seal(token, { tenantId: tenant, daysOld = 0 } = {}) {
      const at = instantOf(new Date(Date.now() - daysOld * DAY).toISOString());
      return sealToken(secrets, tenant ?? (await tenantId()), { n: randomUUID(), v: 1, about: {}, form: true, at, ...token });
    },
    async close() {
      await client.end();
      for (const one of [house, ...beside]) await one.stop();
      await teams.close();
    },
  };
}

/** A civil date so many days from now. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

/** The dialog on top; `''` where none is open. */
export function reading(person: Person): string {
  return person.sees().dialog ?? '';
}

/** Writes what leads to a form, and opens it from the card that stands in for it. */
export async function opens(person: Person, line: string): Promise<void> {
  await person.types(line);
  await person.presses(/\[(Open|Öppna|Abrir)\]$/.exec(person.newest)?.[1] ?? 'Open', { in: 'message' });
}

/** A coordinator makes a cohort and opens it for sign-up. */
export async function opensCohort(coordinator: Person, name: string): Promise<void> {
  await createsCohort(coordinator, name);
  await coordinator.types(`/cohort open ${name}`);
}

export async function createsCohort(coordinator: Person, name: string): Promise<void> {
  await opens(coordinator, `/cohort create ${name}`);
  coordinator.fills({ startsOn: inDays(7), endsOn: inDays(240), target: 2 });
  await coordinator.submits();
  coordinator.closes();
}

/** Somebody who reads English signs up for the only cohort that is open, or that they are listed for. */
export async function takesPart(person: Person, role: 'mentee' | 'mentor'): Promise<void> {
  await person.types('/mentor join');
  await person.presses('Begin');
  for (const page of [{ role }, { topics: 'rhetoric' }, { languages: ['English'] }]) {
    person.fills(page);
    await person.submits();
  }
  await person.presses('Send in');
  await until(() => person.newest.includes('is in'));
  person.closes();
}

/** A coordinator puts people on the list of a cohort. */
export async function lists(coordinator: Person, cohort: string, rows: readonly string[]): Promise<void> {
  await opens(coordinator, `/cohort import ${cohort}`);
  coordinator.fills({ csv: ['Namn;E-post;Roll', ...rows].join('\n') });
  await coordinator.submits();
  coordinator.closes();
}

/** What stands in the fields of the dialog on top, by id. */
export function standing({ dialog }: Person): Readonly<Record<string, string>> {
  return Object.fromEntries((dialog?.open.inputs ?? []).map((input) => [idOf(input), dialog?.open.valueOf(idOf(input)) ?? '']));
}

/** What the form on top carries. */
export function carried({ dialog }: Person): Json {
  const sending = (dialog?.open.buttons ?? []).map((button) => record(button['data'])).find(({ verb }) => verb === 'send');
  return record(sending?.['mc']);
}

/** The form on top has been open since some other time, or came from elsewhere: it is sent with something else. */
export function carries(scene: Scene, person: Person, mc: unknown): void {
  const { dialog } = person;
  if (!dialog) throw new Error('no form is open');
  const instead = (key: string, value: unknown) => {
    if (key === 'mc') return mc;
    return isRecord(value) && text(value['type']).startsWith('Input.') ? { ...value, value: dialog.open.valueOf(idOf(value)) } : value;
  };
  const card = JSON.parse(JSON.stringify(dialog.open.card, instead)) as Json;
  person.dialog = { ...dialog, open: new OpenCard(card, scene.teams.people) };
}
