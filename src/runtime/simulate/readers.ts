// Prisma's adapter brings its readers of values with each query, and PGlite merges them with its own three hundred each time:
// a seventh of all computing. Here nobody else asks this database, so they are put in once.

import type { PGlite, QueryOptions, Transaction } from '@electric-sql/pglite';

type Query = (sql: string, values?: unknown[], options?: QueryOptions) => Promise<unknown>;

export function readOnce(pglite: PGlite): void {
  let known: QueryOptions['parsers'];
  const asked = (query: Query): Query => {
    return (sql, values, options) => {
      const { parsers, ...others } = options ?? {};
      if (parsers && parsers !== known) known = Object.assign(pglite.parsers, parsers) && parsers;
      return query(sql, values, others);
    };
  };
  const transaction = pglite.transaction.bind(pglite);
  pglite.query = asked(pglite.query.bind(pglite) as Query) as PGlite['query'];
  pglite.transaction = (work) =>
    transaction((tx: Transaction) => {
      tx.query = asked(tx.query.bind(tx) as Query) as Transaction['query'];
      return work(tx);
    });
}
