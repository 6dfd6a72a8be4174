// What the doctor asks of the house itself: is the database there, is it up to date, does the key open what is sealed.

import { readdir } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { type Check, type Finding, well, wrong } from '../../doctor.ts';
import { BotError, isFault } from '../../fault.ts';
import { type Asking, askingOf } from './asking.ts';
import { opens } from './key-check.ts';

const MIGRATIONS = new URL('../../../prisma/migrations/', import.meta.url);

export interface Examination {
  readonly checks: readonly Check[];
  end(): Promise<void>;
}

export function houseChecks(config: Config): Examination {
  let asking: Promise<Asking | null> | undefined;
  const asked = () => (asking ??= askingOf(config));
  /** What needs the database says nothing of its own where that is not to be had. */
  const within = (look: (asking: Asking) => Promise<Finding>) => async () => {
    const there = await asked().then(
      (found) => found ?? well('nothing is kept yet'),
      (error: unknown) => (isFault(error, 'directory-in-use') ? well('not looked at') : wrong('not known before the database answers')),
    );
    return 'query' in there ? look(there) : there;
  };
  return {
    checks: [
      {
        name: 'database',
        run: () =>
          asked().then(
            (found) => answers(config, found),
            (error: unknown) => unreachable(config, error),
          ),
      },
      { name: 'migrations', run: within(migrated) },
      { name: 'key', run: within((there) => opens(config, there)) },
    ],
    end: async () => (await asking?.catch(() => null))?.close(),
  };
}

async function answers(config: Config, asking: Asking | null): Promise<Finding> {
  if (!asking) return well('nothing is kept yet; the first start makes the data directory');
  const [row] = await asking.query<{ server_version: string }>('SHOW server_version');
  return well(config.databaseUrl ? `PostgreSQL ${row?.server_version} answers` : 'the embedded database opens');
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there: start the server, or mend host and port in DATABASE_URL',
  ENOTFOUND: 'no such host: mend the host in DATABASE_URL',
  EAI_AGAIN: 'the host’s name cannot be looked up: mend it in DATABASE_URL, or see to the network',
  '28P01': 'the password is refused: mend user or password in DATABASE_URL',
  '28000': 'this user may not come in: mend the user in DATABASE_URL, or pg_hba.conf',
  '3D000': 'the server has no such database: create it, or mend its name in DATABASE_URL',
  '53300': 'the server has no connection left: raise max_connections, or run fewer processes',
  '57P03': 'the server is starting up or shutting down: try again in a moment',
};

function unreachable(config: Config, error: unknown): Finding {
  if (isFault(error, 'directory-in-use')) return well('in use, by Mentor Cycle itself most likely; to look inside, stop it first');
  if (error instanceof BotError) return wrong(error.message);
  if (!config.databaseUrl) return wrong('the embedded database does not open: put back a copy of DATA_DIR');
  const code = codeOf(error);
  return wrong(REASONS[code] ?? `it does not answer${code === '' ? '' : ` (${code})`}: see that this computer reaches the server of DATABASE_URL`);
}

/** Where several addresses of one host were tried, the first one's. */
function codeOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const { code } = (first ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

async function migrated(asking: Asking): Promise<Finding> {
  const [there] = await asking.query<{ name: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS name`);
  if (!there?.name) return well('none are applied yet; the first start does it');
  const rows = await asking.query<{ name: string; done: boolean }>(
    'SELECT migration_name AS name, bool_or(finished_at IS NOT NULL) AS done FROM _prisma_migrations WHERE rolled_back_at IS NULL GROUP BY 1 ORDER BY 1',
  );
  const ours = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const [broken] = rows.filter((row) => !row.done);
  if (broken) return wrong(`${broken.name} was begun and not finished: put back the copy from before the upgrade, and start again`);
  const [foreign] = rows.filter((row) => !ours.includes(row.name));
  if (foreign) return wrong(`${foreign.name} is not of this version: a newer one has been here, so run that one`);
  const missing = ours.filter((name) => !rows.some((row) => row.name === name));
  return missing.length > 0 ? wrong(`${missing.join(', ')} not applied yet: start Mentor Cycle, which does it`) : well(`all ${ours.length} are applied`);
}
