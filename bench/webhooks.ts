// npm run bench:webhooks [-- --platform slack|teams --seconds 60 --rate 50 --profile DIR]: signed events of a platform as 240 people in
// 120 pairs would cause them, sent in an open loop to the whole program on PostgreSQL; then the same to a bot on the platform's own
// library that does nothing.

import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { systemClock } from '../src/runtime/clock.ts';
import { idsOf } from '../src/runtime/ids.ts';
import { secretsOf } from '../src/runtime/secrets.ts';
import { openDatabase } from '../src/runtime/store/database.ts';
import { storeOf } from '../src/runtime/store/store.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { askNow } from '../test/support/slack/pairs.ts';
import { startProgram } from '../test/support/slack/program.ts';
import { errorsIn, figuresOf, inWords, machine, processorOf, quantile } from './support/figures.ts';
import { type Answered, openLoop, type Outgoing } from './support/open-loop.ts';
import type { Done, Side } from './support/side.ts';

const { values: given } = parseArgs({
  options: {
    platform: { type: 'string', default: 'slack' },
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '50' },
    profile: { type: 'string' },
  },
});
const PER_SECOND = Number(given.rate);
const COUNT = Math.round(Number(given.seconds) * PER_SECOND);
const PAIRS = 120;
/** Pairs who are asked whether they have met. */
const ASKED = 30;
/** Milliseconds. */
const LIMITS = { p50: 30, p99: 500, max: 2500 };
/** As `npm start` has them. */
const FLAGS = /node (.*) src\/main\.ts/.exec(readFileSync('package.json', 'utf8'))?.[1]?.split(' ') ?? [];
const SIDES: Readonly<Record<string, () => Promise<{ openSide(chance: () => number): Promise<Side> }>>> = {
  slack: () => import('./support/slack/side.ts'),
  teams: () => import('./support/teams/side.ts'),
};

const profiling = given.profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(given.profile)}`] : [];
const opening = SIDES[given.platform];
if (!opening) throw new Error(`there is no platform ${given.platform}; there are: ${Object.keys(SIDES).join(', ')}`);

const load = loadavg()[0] ?? 0;
const chance = chances(7);
const side = await (await opening()).openSide(chance);
const turns = Object.entries(side.shares).flatMap(([act, share]) => Array.from({ length: share }, () => act));
const postgres = await startPostgres();
const database = await openDatabase({ url: await postgres.createDatabase(), connections: 2 });
const key = randomBytes(32);
const ids = idsOf(systemClock);
const store = storeOf(database, { secrets: secretsOf([key]), ids, clock: systemClock });
const world = await side.arrange({ store, ids, now: systemClock.now(), pairs: PAIRS });
await askNow(
  { store, ids },
  world.tenantId,
  world.pairs.slice(0, ASKED).map(({ id }) => id),
);
await database.prisma.$executeRawUnsafe('ANALYZE');

const program = await startProgram({ apiUrl: '', databaseUrl: database.url ?? '', key, environment: side.environment, flags: [...FLAGS, ...profiling] });
const to = { url: program.url + side.path, perSecond: PER_SECOND };
/** Until everybody has something before them, and the program is warm. */
const warming: Done[] = [];
const first = side.first.flatMap((act) => world.users.map((user) => [user, act] as const));
await send(warming, first.length, (index) => {
  const [user = '', act = ''] = first[index] ?? [];
  return side.does(user, act);
});
while (side.asked() < 2 * ASKED) await pause(100);
side.calls.clear();

const done: Done[] = [];
const ours = await watched(program.child.pid ?? 0, () => send(done, COUNT, drawn));
await pause(1000);
const saved = await database.prisma.goal.count();
program.child.kill('SIGTERM');
const code = await program.ended;
await database.close();
await postgres.stop();

const empty = fork(side.empty.program, side.empty.args, { execArgv: [] });
const [{ url }] = (await once(empty, 'message')) as [{ url: string }];
const again = (some: readonly Done[]) => openLoop({ ...to, url, count: some.length, next: (index) => outgoing(some[index]) });
await again(warming);
const least = await watched(empty.pid ?? 0, () => again(done));
empty.disconnect();
await side.close();
report();

interface Watched {
  readonly answers: readonly Answered[];
  /** Milliseconds of a processor for each request. */
  readonly each: number;
  /** How busy the machine was, with whatever. */
  readonly busy: number;
}

async function watched(pid: number, work: () => Promise<readonly Answered[]>): Promise<Watched> {
  const [processor, around] = [processorOf(pid), machine()];
  const answers = await work();
  const [processorAfter, after] = [processorOf(pid), machine()];
  return { answers, each: (processorAfter - processor) / answers.length, busy: (after.busy - around.busy) / (after.all - around.all) };
}

/** Sends what people do, and lays the answers before them; keeps in `kept` what was done. */
function send(kept: Done[], count: number, next: (index: number) => Done | null) {
  return openLoop({
    ...{ ...to, count },
    next(index) {
      const one = next(index);
      if (one) kept.push(one);
      return outgoing(one ?? undefined);
    },
    answered(index, { status, body }) {
      const one = kept[index];
      if (one && status === 200) side.reads(one, body);
    },
  });
}

function outgoing(one: Done | undefined): Outgoing {
  if (!one) throw new Error('nobody had anything to do');
  return { headers: { 'content-type': one.type, ...side.signed(one.body) }, body: one.body };
}

/** Somebody does something that can be done with what lies before them. */
function drawn(): Done | null {
  const act = turns[Math.floor(chance() * turns.length)] ?? '';
  const start = Math.floor(chance() * world.users.length);
  for (let n = 0; n < world.users.length; n++) {
    const one = side.does(world.users[(start + n) % world.users.length] ?? '', act);
    if (one) return one;
  }
  return side.does(world.users[start] ?? '', side.first.at(-1) ?? '');
}

/** The same in each run, from 0 to 1. */
function chances(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 0x7fff_ffff) / 0x7fff_ffff;
}

function report(): void {
  const [product, nothing] = [figuresOf(ours.answers), figuresOf(least.answers)];
  const of = (act: string) => ours.answers.filter((_, index) => done[index]?.act === act);
  const sent = of(side.writes);
  const accepted = sent.filter(({ body }) => side.accepted(body)).length;
  const faults = program
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const late = [...ours.answers, ...least.answers].map((answer) => answer.late).sort((a, b) => a - b);
  const ratio = (key: 'p50' | 'p99' | 'max') => (product[key] / nothing[key]).toFixed(2);
  const limit = (key: 'p50' | 'p99' | 'max') => `${(product[key] / LIMITS[key]).toFixed(2)} × ${LIMITS[key]} ms`;
  const percent = ({ busy }: Watched) => `${Math.round(busy * 100)} %`;
  console.table([
    ...Object.keys(side.shares).map((act) => ({ what: act, ...inWords(figuresOf(of(act))) })),
    { what: 'all', ...inWords(product), 'processor ms': ours.each.toFixed(1) },
    { what: `the same, empty ${side.empty.name}`, ...inWords(nothing), 'processor ms': least.each.toFixed(1) },
  ]);
  console.log(
    `${PER_SECOND} a second for ${given.seconds} s, from ${world.users.length} people; load average before ${load.toFixed(2)}; processors busy ${percent(ours)}, with the empty one ${percent(least)}`,
  );
  console.log(
    `ours / empty ${side.empty.name}: p50 ${ratio('p50')}, p99 ${ratio('p99')}, max ${ratio('max')}, processor ${(ours.each / least.each).toFixed(2)}`,
  );
  console.log(`ours / limit: p50 ${limit('p50')}, p99 ${limit('p99')}, max ${limit('max')}`);
  console.log(`the driver was late by ${quantile(late, 0.99).toFixed(1)} ms (p99), ${(late.at(-1) ?? 0).toFixed(1)} ms (max)`);
  console.log(`calls of the platform: ${[...side.calls].map(([method, times]) => `${method} ${times}`).join(', ')}`);
  console.log(`goals sent ${sent.length}, accepted ${accepted}, kept ${saved}; warnings and faults in the log ${faults.length}; exit code ${code}`);
  for (const remark of side.remarks()) console.log(remark);
  for (const fault of [...errorsIn(ours.answers), ...faults].slice(0, 5)) console.log(fault);
  const missed = product.p50 > LIMITS.p50 || product.p99 > LIMITS.p99 || product.max > LIMITS.max || product.errors > 0;
  if (missed || accepted !== saved || accepted < sent.length || code !== 0) process.exitCode = 1;
}
