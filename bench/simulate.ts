// npm run bench:simulate [-- --most 250]: a September year with 50, 250 and 1,000 pairs on PostgreSQL: what it costs, and how
// the cost grows. The exponent is that of the straight line through the logarithms; it should be about 1, and is at most 1.1.

import { parseArgs } from 'node:util';
import { play } from '../src/runtime/simulate/play.ts';
import { programmesOf } from '../src/runtime/simulate/programmes.ts';
import { startPostgres } from '../test/support/postgres.ts';

const SIZES = [50, 250, 1000];
const MOST_EXPONENT = 1.1;

const { values } = parseArgs({ options: { most: { type: 'string', default: '1000' } } });
const sizes = SIZES.filter((pairs) => pairs <= Number(values.most));

interface Run {
  readonly pairs: number;
  readonly seconds: number;
  /** Of this process; the server's own come on top. */
  readonly processor: number;
}

async function run(url: string, pairs: number): Promise<Run> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const out = await play({ programmes: programmesOf(['september'], 2026), pairs, languages: ['sv', 'es', 'en'], seed: 'bench', url });
  const [seconds, { user, system }] = [(performance.now() - begun) / 1000, process.cpuUsage(before)];
  const [messages, actions] = [out.stage.posts.length, out.stage.hands.acted.length];
  await out.house.close();
  const each = ((seconds * 1000) / (messages + actions)).toFixed(1);
  console.log(`${pairs} pairs: ${messages} messages, ${actions} actions in ${seconds.toFixed(1)} s, ${each} ms each; faults: ${out.house.faults.length}`);
  if (out.house.faults.length > 0) process.exitCode = 1;
  return { pairs, seconds, processor: (user + system) / 1e6 };
}

/** By least squares. */
function exponentOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (of: 0 | 1) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

const postgres = await startPostgres();
const runs: Run[] = [];
for (const pairs of sizes) runs.push(await run(await postgres.createDatabase(), pairs));
await postgres.stop();

console.table(runs.map(({ pairs, seconds, processor }) => ({ pairs, seconds: seconds.toFixed(1), 'of them ours, computing': processor.toFixed(1) })));
if (runs.length > 1) {
  const exponent = exponentOf(runs.map(({ pairs, seconds }) => [pairs, seconds]));
  console.log(`Cost grows with pairs to the power of ${exponent.toFixed(2)}; at most ${MOST_EXPONENT} is meant.`);
  if (exponent > MOST_EXPONENT) process.exitCode = 1;
}
