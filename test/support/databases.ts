// The two databases that everything stored is proved on.

import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/runtime/store/database.ts';
import { databaseOn } from './postgres.ts';

export const DATABASES: readonly { readonly name: string; readonly open: () => Promise<Database> }[] = [
  { name: 'PGlite', open: () => openDatabase({ memory: true }) },
  { name: 'PostgreSQL', open: async () => openDatabase({ url: await databaseOn(inject('postgresUrl')), connections: 20 }) },
];
