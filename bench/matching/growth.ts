// How time and memory grow with the number of people. Each size in a process of its own, so that its memory is its own too.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Kind } from './generate.ts';
import type { Result } from './instance.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

const SIZES: readonly (readonly [Kind, number])[] = [
  ['men', 250],
  ['men', 1000],
  ['men', 2500],
  ['men', 5000],
  ['men', 10_000],
  ['men', 20_000],
  ['scarce', 10_000],
  ['scarce', 30_000],
  ['scarce', 100_000],
  ['sparse', 10_000],
  ['sparse', 100_000],
];

const WHAT = {
  men: 'all pairs, scored as they are looked at',
  uni: 'all pairs, by chance',
  scarce: 'fifty candidates each, not all matchable',
  sparse: 'fifty candidates each, all matchable',
} as const satisfies Record<Kind, string>;

export function growth(): void {
  console.log('| people a side | pairs | matched | ms | peak MB | proof |');
  console.log('| ---: | --- | ---: | ---: | ---: | --- |');
  for (const [kind, n] of SIZES) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, '--generate', kind, '--n', String(n), '--json'], { encoding: 'utf8' });
    if (status !== 0) {
      console.log(`| ${n} | ${WHAT[kind]} | failed: ${stderr.trim().split('\n').at(-1)} | | | |`);
      continue;
    }
    const { matched, ms, peakMB, certificate } = JSON.parse(stdout) as Result;
    const proof = certificate ? `${certificate.violation} over ${certificate.pairs.toLocaleString('en')}` : 'none';
    console.log(
      [``, n.toLocaleString('en'), WHAT[kind], matched.toLocaleString('en'), Math.round(ms).toLocaleString('en'), peakMB, proof, ''].join(' | ').trim(),
    );
  }
}
