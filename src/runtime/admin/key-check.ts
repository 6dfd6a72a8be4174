// Whether the key opens what is sealed in the database.

import type { Config } from '../../config.ts';
import { type Finding, well, wrong } from '../../doctor.ts';
import { BotError } from '../../fault.ts';
import type { Secrets } from '../../ports.ts';
import { keysFrom } from '../keys.ts';
import { purpose } from '../reception/installations.ts';
import { secretsOf } from '../secrets.ts';
import { TABLES } from '../store/tables.ts';
import { replyPurpose } from '../store/unit.ts';
import type { Asking } from './asking.ts';

/** One text of each key that was ever used, from every place where texts are sealed. */
export async function opens(config: Config, asking: Asking): Promise<Finding> {
  const secrets = secretsFor(config, asking);
  if ('said' in secrets) return secrets;
  let opened = 0;
  for (const { place, sql, purposeOf } of PLACES) {
    // A database from before a migration lacks a table of today.
    const [there] = await asking.query<{ name: string | null }>('SELECT to_regclass($1)::text AS name', [`"${place}"`]);
    for (const row of there?.name ? await asking.query<Sealed>(sql) : []) {
      if (!canOpen(secrets, row.sealed, purposeOf(row)))
        return wrong(`${place} holds what this key does not open: put the key back with which it was sealed, as SECRET_KEY or SECRET_KEY_PREVIOUS`);
      opened++;
    }
  }
  return well(opened === 0 ? 'nothing is sealed yet' : 'it opens what is sealed');
}

interface Sealed {
  readonly scope: string;
  readonly external: string;
  readonly sealed: string;
}

interface Place {
  readonly place: string;
  readonly sql: string;
  readonly purposeOf: (row: Sealed) => string;
}

const PLACES: readonly Place[] = [
  { place: 'Installation', sql: oneOfEachKey('Installation', 'data', '"platform"', '"externalId"'), purposeOf: (row) => purpose(row.scope, row.external) },
  { place: 'Event', sql: oneOfEachKey('Event', 'reply', '"tenantId"', `''`), purposeOf: (row) => replyPurpose(row.scope) },
  ...Object.values(TABLES).flatMap(({ model, sealed }) =>
    sealed.map((column) => ({
      place: model,
      sql: oneOfEachKey(model, column, '"tenantId"', `''`),
      purposeOf: (row: Sealed) => `${row.scope}:${model}.${column}`,
    })),
  ),
];

/** A sealed text begins with the name of its key. */
function oneOfEachKey(table: string, column: string, scope: string, external: string): string {
  return `SELECT DISTINCT ON (split_part("${column}", '.', 1)) ${scope} AS scope, ${external} AS external, "${column}" AS sealed
            FROM "${table}" WHERE "${column}" IS NOT NULL`;
}

function secretsFor(config: Config, { directory }: Asking): Secrets | Finding {
  try {
    return secretsOf(keysFrom(config.keys, directory));
  } catch (error) {
    if (error instanceof BotError) return wrong(error.message);
    throw error;
  }
}

function canOpen(secrets: Secrets, sealed: string, of: string): boolean {
  try {
    secrets.open(sealed, of);
    return true;
  } catch {
    return false;
  }
}
