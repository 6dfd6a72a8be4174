// PGlite reads and plans each statement anew, and merges Prisma's readers of values with its own three hundred each time: half of
// all computing. Here each statement is prepared once, for all who ask this database: it has one connection, so that whatever
// changes what a statement means passes here as well.

import { type messages, type PGlite, parse, protocol, type QueryOptions, type Results, type Transaction } from '@electric-sql/pglite';

type Query = (sql: string, values?: unknown[], options?: QueryOptions) => Promise<Results>;
type Exec = (sql: string, options?: QueryOptions) => Promise<Results[]>;
type Readers = PGlite['parsers'];
type Own = NonNullable<QueryOptions['parsers']>;

interface Statement {
  readonly name: string;
  /** Of its parameters. */
  readonly types: readonly number[];
  /** What its rows look like; nothing for one that gives none. */
  readonly rows: readonly messages.BackendMessage[];
}

const { serialize } = protocol;
const DISCARD = [serialize.parse({ text: 'DISCARD PLANS' }), serialize.bind(), serialize.execute({})];
/** What leaves the columns, types and names of others as they are. */
const HARMLESS = new Set('SELECT INSERT UPDATE DELETE MERGE BEGIN COMMIT SAVEPOINT RELEASE LISTEN UNLISTEN NOTIFY LOCK VACUUM ANALYZE EXPLAIN SHOW'.split(' '));

/**
 * From now on. Answers and errors are PGlite's own. Of each statement the database keeps some 60 kB, and a list of another length is
 * another statement: of more than `most` those unused longest go. A plan is made for tables as large as they are, and tables grow:
 * it serves `planned` questions of whatever kind.
 */
export function prepareOnce(pglite: PGlite, { most = 300, planned = 5000 } = {}): void {
  /** By text, the one used last at the end. */
  const known = new Map<string, Statement>();
  /** Names that the database has still to forget. */
  let gone: string[] = [];
  let made = 0;
  let asked = 0;
  /** In this transaction, and perhaps to be taken back with it: what is prepared now may not be right later. */
  let changed = false;
  const merged = new WeakMap<Own, Readers>();

  const send = (part: Uint8Array) => pglite.execProtocolStream(part, { syncToFs: false });

  /** One by one: of what comes after a part that broke the database, none would ever be read. */
  async function ask(...parts: Uint8Array[]): Promise<messages.BackendMessage[]> {
    let told: messages.BackendMessage[] = [];
    try {
      for (const part of parts) told = told.concat(await send(part));
    } finally {
      await send(serialize.sync());
    }
    return told;
  }

  function forget(text: string): void {
    const statement = known.get(text);
    if (statement) gone.push(statement.name);
    known.delete(text);
  }

  function notice(command = ''): void {
    if (HARMLESS.has(command)) return;
    changed = true;
    for (const text of known.keys()) forget(text);
  }

  function readersWith(own: Own): Readers {
    const readers = merged.get(own) ?? { ...pglite.parsers, ...own };
    merged.set(own, readers);
    return readers;
  }

  async function prepare(text: string): Promise<Statement> {
    for (const oldest of known.keys()) if (known.size >= most) forget(oldest);
    const name = `once${made++}`;
    const closed = gone.map((one) => serialize.close({ type: 'S', name: one }));
    gone = [];
    const told = await ask(...closed, serialize.parse({ name, text }), serialize.describe({ type: 'S', name }));
    return { name, types: parse.parseDescribeStatementResults(told), rows: told.filter((one) => one.name === 'rowDescription') };
  }

  async function run(text: string, values: unknown[], { parsers, ...options }: QueryOptions): Promise<Results> {
    asked += 1;
    const statement = known.get(text) ?? (await prepare(text));
    known.delete(text);
    known.set(text, statement);
    const bound = values.map((value, index) => {
      if (value === null || value === undefined) return null;
      return pglite.serializers[statement.types[index] ?? 0]?.(value) ?? `${value as string | number | bigint}`;
    });
    try {
      const told = await ask(serialize.bind({ statement: statement.name, values: bound }), serialize.execute({}));
      const [results] = parse.parseResults([...statement.rows, ...told], parsers ? readersWith(parsers) : pglite.parsers, options);
      notice(results?.command);
      return results as Results;
    } catch (error) {
      // Perhaps a function changed what it asks for.
      forget(text);
      throw error;
    }
  }

  const watched = (exec: Exec): Exec => {
    return async (sql, options) => {
      const results = await exec(sql, options).catch((error: unknown) => {
        notice();
        throw error;
      });
      for (const { command } of results) notice(command);
      return results;
    };
  };

  const transaction = pglite.transaction.bind(pglite);
  pglite.exec = watched(pglite.exec.bind(pglite));
  pglite.query = (async (text, values = [], options = {}) => {
    await pglite._checkReady();
    return pglite._runExclusiveTransaction(async () => {
      changed = false;
      const results = await pglite.runExclusive(async () => {
        // Not amid a transaction, which may have failed already.
        if (asked >= planned) await ask(...DISCARD);
        if (asked >= planned) asked = 0;
        return run(text, values, options);
      });
      await pglite.syncToFs();
      return results;
    });
  }) as Query as PGlite['query'];
  pglite.transaction = (work) =>
    transaction((tx: Transaction) => {
      changed = false;
      const ofTx = tx.query.bind(tx) as Query;
      tx.exec = watched(tx.exec.bind(tx));
      tx.query = (async (text, values = [], options = {}) => {
        if (changed || tx.closed) return ofTx(text, values, options);
        return pglite.runExclusive(() => run(text, values, options));
      }) as Query as Transaction['query'];
      return work(tx);
    });
}
