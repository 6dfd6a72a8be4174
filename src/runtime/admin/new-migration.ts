// `npm run migration -- NAME`: writes what schema.prisma asks for and the migrations lack.

import { mkdir, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { missingMigration } from '../store/migrate.ts';

const name = process.argv[2] ?? 'change';
const scratch = await PGlite.create();
const sql = await missingMigration(new PrismaPGlite(scratch));
await scratch.close();
if (sql === '') {
  console.log('Nothing is missing: the migrations and the schema agree.');
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = new URL(`../../../prisma/migrations/${stamp}_${name.replace(/\W+/g, '_')}/`, import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('migration.sql', folder), sql);
  console.log(`Written: ${folder.pathname}migration.sql`);
}
