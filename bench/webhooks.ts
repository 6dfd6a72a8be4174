// npm run bench:webhooks [-- --seconds 60 --rate 50 --profile DIR]: signed interactions of Slack's as 240 people in 120 pairs would cause
// them, sent in an open loop to the whole program on PostgreSQL; then the same requests to a bot on Bolt that does nothing.

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
import { LOCAL } from '../test/support/slack/local-slack.ts';
import { askNow, pairsInSlack } from '../test/support/slack/pairs.ts';
import { startProgram } from '../test/support/slack/program.ts';
import { errorsIn, figuresOf, inWords, machine, processorOf, quantile } from './support/figures.ts';
import { LightSlack } from './support/light-slack.ts';
import { type Answered, openLoop, type Outgoing } from './support/open-loop.ts';
import { type Act, ACTS, type Done, People } from './support/people.ts';

const { values: given } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, rate: { type: 'string', default: '50' }, profile: { type: 'string' } },
});
const PER_SECOND = Number(given.rate);
const COUNT = Math.round(Number(given.seconds) * PER_SECOND);
const PAIRS = 120;
/** Pairs who are asked whether they have met. */
const ASKED = 30;
/** Milliseconds. */
const LIMITS = { p50: 30, p99: 500, max: 2500 };
/** How often each act comes, of a hundred. */
const SHARES: Readonly<Record<Act, number>> = {
  ...{ '/goal list': 18, '/mentor': 12, '/goal new': 10, 'opens home': 24, 'presses in a message': 18, 'presses at home': 8, 'sends a goal': 10 },
};
/** As `npm start` has them. */
const FLAGS = /node (.*) src\/main\.ts/.exec(readFileSync('package.json', 'utf8'))?.[1]?.split(' ') ?? [];

const profiling = given.profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(given.profile)}`] : [];

const load = loadavg()[0] ?? 0;
const postgres = await startPostgres();
const database = await openDatabase({ url: await postgres.createDatabase(), connections: 2 });
const key = randomBytes(32);
const ids = idsOf(systemClock);
const store = storeOf(database, { secrets: secretsOf([key]), ids, clock: systemClock });
const slackIds = Array.from({ length: 2 + 2 * PAIRS }, (_, n) => `U0BENCH${String(n).padStart(4, '0')}`);
const world = await pairsInSlack({ store, ids, now: systemClock.now(), teamId: LOCAL.teamId, slackIds });
await askNow(
  { store, ids },
  world.tenantId,
  world.pairs.slice(0, ASKED).map(({ id }) => id),
);
await database.prisma.$executeRawUnsafe('ANALYZE');

const slack = new LightSlack();
await slack.open();
const chance = chances(7);
const people = new People(slack, chance);
const members = world.members.flat();
const turns = ACTS.flatMap((act) => Array.from({ length: SHARES[act] }, () => act));

const program = await startProgram({ apiUrl: `${slack.origin}/api/`, databaseUrl: database.url ?? '', key, flags: [...FLAGS, ...profiling] });
const to = { url: program.events, secret: LOCAL.signingSecret, perSecond: PER_SECOND };
/** Until everybody has the home page, a list, a form and the questions before them, and the program is warm. */
const warming: Done[] = [];
const first = (['opens home', '/goal list', '/goal new'] as const).flatMap((act) => members.map((user) => [user, act] as const));
await send(warming, first.length, (index) => {
  const [user = '', act = '/mentor'] = first[index] ?? [];
  return people.does(user, act);
});
while ((slack.calls.get('chat.postMessage') ?? 0) < 2 * ASKED) await pause(100);
slack.calls.clear();

const done: Done[] = [];
const ours = await watched(program.child.pid ?? 0, () => send(done, COUNT, drawn));
await pause(1000);
const saved = await database.prisma.goal.count();
program.child.kill('SIGTERM');
const code = await program.ended;
await slack.close();
await database.close();
await postgres.stop();

const bolt = fork(new URL('support/empty-bolt.ts', import.meta.url), { execArgv: [] });
const [{ url }] = (await once(bolt, 'message')) as [{ url: string }];
const again = (some: readonly Done[]) => openLoop({ ...to, url, count: some.length, next: (index) => outgoing(some[index]) });
await again(warming);
const least = await watched(bolt.pid ?? 0, () => again(done));
bolt.disconnect();
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
      if (one && status === 200) people.reads(one, body);
    },
  });
}

function outgoing(one: Done | undefined): Outgoing {
  if (!one) throw new Error('nobody had anything to do');
  return { kind: one.kind, body: one.payload };
}

/** Somebody does something that can be done with what lies before them. */
function drawn(): Done | null {
  const act = turns[Math.floor(chance() * turns.length)] ?? '/mentor';
  const start = Math.floor(chance() * members.length);
  for (let n = 0; n < members.length; n++) {
    const one = people.does(members[(start + n) % members.length] ?? '', act);
    if (one) return one;
  }
  return people.does(members[start] ?? '', '/goal new');
}

/** The same in each run, from 0 to 1. */
function chances(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 0x7fff_ffff) / 0x7fff_ffff;
}

function report(): void {
  const [product, empty] = [figuresOf(ours.answers), figuresOf(least.answers)];
  const of = (act: Act) => ours.answers.filter((_, index) => done[index]?.act === act);
  const sent = of('sends a goal');
  const accepted = sent.filter(({ body }) => body.includes('"response_action":"update"')).length;
  const faults = program
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const late = [...ours.answers, ...least.answers].map((answer) => answer.late).sort((a, b) => a - b);
  const ratio = (key: 'p50' | 'p99' | 'max') => (product[key] / empty[key]).toFixed(2);
  const limit = (key: 'p50' | 'p99' | 'max') => `${(product[key] / LIMITS[key]).toFixed(2)} × ${LIMITS[key]} ms`;
  const percent = ({ busy }: Watched) => `${Math.round(busy * 100)} %`;
  console.table([
    ...ACTS.map((act) => ({ what: act, ...inWords(figuresOf(of(act))) })),
    { what: 'all', ...inWords(product), 'processor ms': ours.each.toFixed(1) },
    { what: 'the same, empty Bolt', ...inWords(empty), 'processor ms': least.each.toFixed(1) },
  ]);
  console.log(
    `${PER_SECOND} a second for ${given.seconds} s, from ${members.length} people; load average before ${load.toFixed(2)}; processors busy ${percent(ours)}, with Bolt ${percent(least)}`,
  );
  console.log(`ours / empty Bolt: p50 ${ratio('p50')}, p99 ${ratio('p99')}, max ${ratio('max')}, processor ${(ours.each / least.each).toFixed(2)}`);
  console.log(`ours / limit: p50 ${limit('p50')}, p99 ${limit('p99')}, max ${limit('max')}`);
  console.log(`the driver was late by ${quantile(late, 0.99).toFixed(1)} ms (p99), ${(late.at(-1) ?? 0).toFixed(1)} ms (max)`);
  console.log(`calls of Slack: ${[...slack.calls].map(([method, times]) => `${method} ${times}`).join(', ')}`);
  console.log(`goals sent ${sent.length}, accepted ${accepted}, kept ${saved}; warnings and faults in the log ${faults.length}; exit code ${code}`);
  for (const fault of [...errorsIn(ours.answers), ...faults].slice(0, 5)) console.log(fault);
  const missed = product.p50 > LIMITS.p50 || product.p99 > LIMITS.p99 || product.max > LIMITS.max || product.errors > 0;
  if (missed || accepted !== saved || accepted < sent.length || code !== 0) process.exitCode = 1;
}
