// npm run bench:start: from the command to ready on an existing data directory, against the promises of 5 s, and of 7 s with
// Teams; and the memory of the program at rest with the embedded database, against the promise of 400 MB.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const RUNS = 4;
const REST_MB = 400;
const PORT = 3977;
/** As `npm start` has them. */
const FLAGS = /node (.*) src\/main\.ts/.exec(readFileSync('package.json', 'utf8'))?.[1]?.split(' ') ?? [];

/** Nobody is asked anything at the start with these settings. */
const SLACK = { SLACK_SIGNING_SECRET: '0'.repeat(32), SLACK_CLIENT_ID: '1.1', SLACK_CLIENT_SECRET: '0'.repeat(32), PUBLIC_URL: 'https://example.org' };
const GUID = '00000000-0000-4000-8000-000000000001';
const TEAMS = { TEAMS_APP_ID: GUID, TEAMS_TENANT_ID: GUID, TEAMS_APP_PASSWORD: 'a-secret-of-nobody' };
const KINDS = [
  { kind: 'playground', environment: {}, readyS: 5 },
  { kind: 'Slack', environment: SLACK, readyS: 5 },
  { kind: 'Teams', environment: TEAMS, readyS: 7 },
  { kind: 'Slack and Teams', environment: { ...SLACK, ...TEAMS }, readyS: 7 },
] as const;

const rows = [];
for (const { kind, environment, readyS } of KINDS) {
  const { seconds, megabytes } = await started(environment);
  rows.push({ what: `${kind}: start to ready, seconds`, ...spread(seconds), limit: readyS, 'median / limit': (median(seconds) / readyS).toFixed(2) });
  rows.push({ what: `${kind}: memory at rest, MB`, ...spread(megabytes), limit: REST_MB, 'median / limit': (median(megabytes) / REST_MB).toFixed(2) });
  if (median(seconds) > readyS || median(megabytes) > REST_MB) process.exitCode = 1;
}
console.table(rows);

async function started(environment: Readonly<Record<string, string>>) {
  const data = mkdtempSync(join(tmpdir(), 'mentor-cycle-bench-'));
  const seconds: number[] = [];
  const megabytes: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const start = performance.now();
    const program = spawn(process.execPath, [...FLAGS, 'src/main.ts'], {
      env: { ...process.env, PORT: String(PORT), DATA_DIR: data, LOG_LEVEL: 'error', ...environment },
      stdio: 'ignore',
    });
    while (!(await isReady())) await pause(20);
    const took = (performance.now() - start) / 1000;
    await pause(10_000);
    // The first run makes the database; the promise is about every later one.
    if (run > 0) {
      seconds.push(took);
      megabytes.push(residentOf(program.pid ?? 0));
    }
    program.kill('SIGTERM');
    await new Promise((resolve) => program.once('exit', resolve));
  }
  rmSync(data, { recursive: true, force: true });
  return { seconds, megabytes };
}

async function isReady(): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${PORT}/readyz`)).ok;
  } catch {
    return false;
  }
}

function residentOf(pid: number): number {
  if (process.platform === 'linux') return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function spread(values: readonly number[]) {
  return { min: Math.min(...values).toFixed(1), median: median(values).toFixed(1), max: Math.max(...values).toFixed(1) };
}
