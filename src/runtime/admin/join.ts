// `npm run admin -- join`: an organisation that came in twice, through a Slack workspace and a Teams tenant, becomes one.

import type { Config } from '../../config.ts';
import { isFault } from '../../fault.ts';
import { conflictFrom } from '../store/faults.ts';
import { type Asking, askingOf } from './asking.ts';

interface Door {
  readonly platform: string;
  readonly externalId: string;
  readonly tenantId: string;
  readonly name: string;
}

/** What an organisation has of itself before anybody does anything. Whatever lies in another table, people have made. */
const OF_ITSELF: readonly string[] = ['Organisation', 'Programme', 'Door', 'Person', 'Account', 'Grant', 'Link', 'Event', 'Message', 'Timer'];
const MADE: Readonly<Record<string, string>> = { Cohort: 'cohorts', Participation: 'sign-ups', Goal: 'goals', BusyPeriod: 'busy periods' };

const EMPTY = 'Nothing is kept yet: start Mentor Cycle, and let both platforms in first.';

/** Leads the second door to the organisation of the first. Resolves to the exit code; where it is not 0, nothing has changed. */
export async function joinDoors(config: Config, [first, second]: readonly [string, string], say: (line: string) => void): Promise<number> {
  const asking = await askingOf(config);
  if (!asking) return no(say, [EMPTY]);
  try {
    const [there] = await asking.query<{ name: string | null }>(`SELECT to_regclass('"Door"')::text AS name`);
    if (!there?.name) return no(say, [EMPTY]);
    await asking.query('BEGIN');
    const outcome = await joined(asking, first, second);
    await asking.query(outcome.done ? 'COMMIT' : 'ROLLBACK');
    if (!outcome.done) return no(say, outcome.said);
    for (const line of outcome.said) say(line);
    return 0;
  } catch (error) {
    await asking.query('ROLLBACK').catch(() => {});
    if (isFault(conflictFrom(error), 'conflict')) return no(say, ['Somebody has just begun something there. Please look again.']);
    throw error;
  } finally {
    await asking.close();
  }
}

function no(say: (line: string) => void, lines: readonly string[]): number {
  for (const line of [...lines, 'Nothing was changed.']) say(line);
  return 1;
}

interface Outcome {
  readonly done: boolean;
  readonly said: readonly string[];
}

async function joined(asking: Asking, first: string, second: string): Promise<Outcome> {
  const doors = await asking.query<Door>(
    `SELECT d."platform", d."externalId", d."tenantId", o."name" FROM "Door" d JOIN "Organisation" o ON o."tenantId" = d."tenantId" AND o."id" = d."tenantId"
      WHERE d."platform" <> 'web' ORDER BY 1, 2 FOR UPDATE OF d`,
  );
  const [to, from] = [first, second].map((wanted) => doors.find((door) => nameOf(door) === wanted));
  if (!to || !from) {
    const unknown = [...(to ? [] : [first]), ...(from ? [] : [second])].map((name) => `${name}: nobody has come in by this door.`);
    return { done: false, said: [...unknown, 'These are the doors:', ...doors.map((door) => `  ${nameOf(door)}  ${door.name}`)] };
  }
  if (to.tenantId === from.tenantId) return { done: true, said: [`Both lead to ${to.name} already.`] };
  // Whoever is about to begin something there waits for this, or is seen.
  await asking.query('SELECT 1 FROM "Programme" WHERE "tenantId" = $1 FOR UPDATE', [from.tenantId]);
  const begun = await begunIn(asking, from.tenantId);
  if (begun.length > 0)
    return { done: false, said: [`${from.name}, behind ${second}, has ${begun.join(', ')}: these cannot be moved, and are not thrown away.`] };
  return { done: true, said: await moved(asking, to, from, doors) };
}

function nameOf({ platform, externalId }: Door): string {
  return `${platform}:${externalId}`;
}

/** What people have made in an organisation, in words. */
async function begunIn(asking: Asking, tenantId: string): Promise<readonly string[]> {
  const begun: string[] = [];
  for (const table of (await tablesOf(asking)).filter((one) => !OF_ITSELF.includes(one))) {
    if ((await countOf(asking, table, tenantId)) > 0) begun.push(MADE[table] ?? `something in ${table}`);
  }
  if ((await countOf(asking, 'Grant', tenantId)) > 1) begun.push('several coordinators');
  const [named] = await asking.query(`SELECT 1 FROM "Programme" WHERE "tenantId" = $1 AND "terms" <> '{}' LIMIT 1`, [tenantId]);
  if (named) begun.push('words of its own');
  return begun;
}

async function moved(asking: Asking, to: Door, from: Door, doors: readonly Door[]): Promise<readonly string[]> {
  const [people, coordinators] = [await countOf(asking, 'Person', from.tenantId), await countOf(asking, 'Grant', from.tenantId)];
  await asking.query('UPDATE "Door" SET "tenantId" = $1 WHERE "tenantId" = $2', [to.tenantId, from.tenantId]);
  // In one statement: rows that hold on to each other go together.
  const gone = (await tablesOf(asking)).filter((table) => table !== 'Door');
  await asking.query(`WITH ${gone.map((table, n) => `g${n} AS (DELETE FROM "${table}" WHERE "tenantId" = $1)`).join(', ')} SELECT 1`, [from.tenantId]);
  return [
    ...doors.filter((door) => door.tenantId === from.tenantId).map((door) => `${nameOf(door)} leads to ${to.name} now.`),
    `${from.name} is gone; nothing had begun there.`,
    ...(people > 0 ? [`Known there and nowhere else so far: ${people}. They are known again when they next write.`] : []),
    ...(coordinators > 0 ? [`Its first coordinator has no role in ${to.name}: a coordinator there gives one with /cohort coordinators.`] : []),
  ];
}

async function tablesOf(asking: Asking): Promise<readonly string[]> {
  const rows = await asking.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = current_schema() AND c.column_name = 'tenantId' AND t.table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return rows.map((row) => row.name);
}

async function countOf(asking: Asking, table: string, tenantId: string): Promise<number> {
  const [row] = await asking.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}" WHERE "tenantId" = $1`, [tenantId]);
  return row?.n ?? 0;
}
