// PGlite reads and plans each statement anew, and merges Prisma's readers of values with its own three hundred each time: more
// than half of all computing in a year. Here nobody else asks this database, so each statement is prepared once.

import { type messages, type PGlite, parse, protocol, type QueryOptions, type Transaction } from '@electric-sql/pglite';

type Query = (sql: string, values?: unknown[], options?: QueryOptions) => Promise<unknown>;
type Answer = messages.BackendMessage;

interface Statement {
  readonly name: string;
  /** Of its parameters. */
  readonly types: readonly number[];
  /** What its rows look like; nothing for one that gives none. */
  readonly rows: readonly Answer[];
}

const { serialize } = protocol;
/** Lists of every length are statements of their own: what is beyond is asked as PGlite asks. */
const MOST = 2000;

export function prepareOnce(pglite: PGlite): void {
  const known = new Map<string, Statement>();
  let readers: QueryOptions['parsers'];

  async function prepare(text: string): Promise<Statement> {
    const name = `s${known.size}`;
    const asked = [serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), serialize.sync()];
    const told = await pglite.execProtocolStream(Buffer.concat(asked), { syncToFs: false });
    const rows = told.filter((one) => one.name === 'rowDescription');
    const statement = { name, types: parse.parseDescribeStatementResults(told), rows };
    known.set(text, statement);
    return statement;
  }

  const asked = (otherwise: Query): Query => {
    return (sql, values = [], { parsers, ...options } = {}) => {
      if (parsers && parsers !== readers) readers = Object.assign(pglite.parsers, parsers) && parsers;
      if (known.size >= MOST && !known.has(sql)) return otherwise(sql, values, options);
      return pglite.runExclusive(async () => {
        const { name: statement, types, rows } = known.get(sql) ?? (await prepare(sql));
        const bound = values.map((value, index) => {
          if (value === null || value === undefined) return null;
          return pglite.serializers[types[index] ?? 0]?.(value) ?? `${value as string | number | bigint}`;
        });
        const parts = [serialize.bind({ statement, values: bound }), serialize.execute({}), serialize.sync()];
        const told = await pglite.execProtocolStream(Buffer.concat(parts), { syncToFs: false });
        return parse.parseResults([...rows, ...told], pglite.parsers, options)[0];
      });
    };
  };

  const [query, transaction] = [pglite.query.bind(pglite) as Query, pglite.transaction.bind(pglite)];
  const alone = asked(query);
  // Nobody asks between the statements of somebody's transaction.
  pglite.query = ((...of: Parameters<Query>) =>
    known.size >= MOST && !known.has(of[0]) ? query(...of) : pglite._runExclusiveTransaction(() => alone(...of))) as PGlite['query'];
  pglite.transaction = (work) =>
    transaction((tx: Transaction) => {
      tx.query = asked(tx.query.bind(tx) as Query) as Transaction['query'];
      return work(tx);
    });
}
