// npm run bench:dispatch: what one action costs on PGlite and on PostgreSQL, in time and in queries, beside the least a
// transaction can cost there (one read and one write of one row through the same client), as a ratio.

import { type Database, openDatabase } from '../src/runtime/store/database.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { createWorld, type World } from '../test/support/world.ts';

const RUNS = 150;
const SIZES = [24, 240];

interface Measured {
  readonly action: string;
  readonly ms: number[];
  readonly queries: number;
}

/** Queries of our own: the transaction's BEGIN and COMMIT are the database's. */
let queries = 0;
const count = (sql: string) => void (queries += /^(BEGIN|COMMIT|ROLLBACK|SET TRANSACTION)/i.test(sql) ? 0 : 1);

async function measure(action: string, work: (run: number) => Promise<{ kind: string }>): Promise<Measured> {
  const ms: number[] = [];
  let most = 0;
  for (let run = 0; run < RUNS + 10; run++) {
    queries = 0;
    const start = performance.now();
    const reply = await work(run);
    const took = performance.now() - start;
    if (reply.kind !== 'done') throw new Error(`${action}: refused`);
    if (run >= 10) ms.push(took);
    most = Math.max(most, queries);
  }
  return { action, ms, queries: most };
}

async function scenarios(world: World, size: number): Promise<Measured[]> {
  const anna = await world.person('Anna Lind', { language: 'sv' });
  await world.grant(anna, 'programme');
  const mentees = [];
  for (let n = 0; n < size; n++) {
    const [mentee, mentor] = [await world.person(`Mentee ${n}`), await world.person(`Mentor ${n}`)];
    const [asMentee, asMentor] = [await world.join(mentee, 'mentee'), await world.join(mentor, 'mentor')];
    const pair = await world.pair(asMentee, asMentor);
    mentees.push({ mentee, mentor, pair });
  }
  const [first] = mentees;
  if (!first) throw new Error('nobody');
  const { mentee } = first;
  const values = {
    title: 'Speak at the May conference',
    specific: 'A talk of 20 minutes',
    measurable: '1 talk',
    achievable: '',
    relevant: '',
    dueOn: '2027-05-01',
    visibility: 'private',
  };
  return [
    await measure('goals.save', () => world.act(mentee, 'goals.save', values)),
    await measure('home.show', () => world.act(mentee, 'home.show')),
    await measure('programme.list', () => world.act(anna, 'programme.list')),
  ];
}

async function floor(database: Database): Promise<number> {
  const ms: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await database.prisma.$transaction(async (tx) => {
      await tx.setting.findUnique({ where: { key: 'bench' } });
      await tx.setting.upsert({ where: { key: 'bench' }, create: { key: 'bench', value: run }, update: { value: run } });
    });
    ms.push(performance.now() - start);
  }
  return quantile(ms, 0.5);
}

function quantile(ms: readonly number[], share: number): number {
  const sorted = [...ms].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const postgres = await startPostgres();
const rows: object[] = [];
for (const kind of ['PGlite', 'PostgreSQL']) {
  for (const size of SIZES) {
    const database = kind === 'PGlite' ? await openDatabase({ memory: true }, count) : await openDatabase({ url: await postgres.createDatabase() }, count);
    const world = await createWorld({ database });
    const least = await floor(database);
    for (const { action, ms, queries } of await scenarios(world, size)) {
      const p50 = quantile(ms, 0.5);
      rows.push({
        database: kind,
        pairs: size,
        action,
        'p50 ms': p50.toFixed(1),
        'p99 ms': quantile(ms, 0.99).toFixed(1),
        queries,
        'p50 / least transaction': (p50 / least).toFixed(2),
      });
    }
    await world.close();
  }
}
console.table(rows);
await postgres.stop();
