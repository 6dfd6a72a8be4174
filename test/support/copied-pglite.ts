// Before each test file: whoever creates a PGlite in memory gets one as it is after all migrations. Setting one up takes two
// seconds of computing, and a copy a third of one. A PGlite with a directory is set up as always.

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { DAY } from '../../src/time.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What a new database depends on: another one of these, and the copy is made anew. */
const MAKERS = ['prisma/migrations/*/migration.sql', 'src/runtime/store/{database,migrate}.ts', 'node_modules/@electric-sql/pglite/package.json'];

const create = PGlite.create.bind(PGlite) as (options: PGliteOptions) => Promise<PGlite>;

async function copied(options: PGliteOptions = {}): Promise<PGlite> {
  // While it sets one up, PGlite creates another, which is not to be set up itself.
  if (options.dataDir !== undefined || options.noInitDb) return create(options);
  const path = pathFor(options);
  if (!existsSync(path)) await leave(await create(options), path);
  // Read at once: another worker may put its own in this place meanwhile.
  return create({ ...options, loadDataDir: new Blob([readFileSync(path)]) });
}

function pathFor(options: PGliteOptions): string {
  const hash = createHash('sha256').update(JSON.stringify(options));
  for (const maker of globSync(MAKERS, { cwd: ROOT }).sort()) hash.update(`\n${maker}\n`).update(readFileSync(join(ROOT, maker)));
  return join(ROOT, 'node_modules/.cache/pglite', `${hash.digest('hex')}.tar`);
}

/** Migrates a new one, and leaves its files for all others: for those of this run and of the next ones. */
async function leave(pglite: PGlite, path: string): Promise<void> {
  const [{ PrismaPGlite }, { migrate }] = await Promise.all([import('pglite-prisma-adapter'), import('../../src/runtime/store/migrate.ts')]);
  await migrate(new PrismaPGlite(pglite));
  const data = await pglite.dumpDataDir('none');
  await pglite.close();
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  // Two workers may do this at once: whoever reads sees the whole of one of them.
  const own = `${path}.${process.pid}`;
  writeFileSync(own, Buffer.from(await data.arrayBuffer()));
  renameSync(own, path);
  // Not those of today, which another run may be about to read.
  for (const name of globSync('*.tar', { cwd: folder })) if (Date.now() - statSync(join(folder, name)).mtimeMs > DAY) rmSync(join(folder, name));
}

// Files that share a process share it too.
if (PGlite.create.name !== copied.name) PGlite.create = copied as typeof PGlite.create;
