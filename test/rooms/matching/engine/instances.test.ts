// Known problems with known answers, and the command that solves them.

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { marketOfGrid } from '../../../../bench/matching/grid.ts';
import { CHEAPEST, type Result, solveInstance } from '../../../../bench/matching/instance.ts';
import { instancePath, orLibrary, peer, residents } from '../../../support/instances.ts';

const PROOF = { violation: 0, over: 'all' };

function run(...options: string[]) {
  return spawnSync(process.execPath, ['bench/matching/main.ts', ...options], { encoding: 'utf8' });
}

describe('known problems', () => {
  it.each([
    ['assign100', 305],
    ['assign500', 991],
  ])('the OR-Library says that %s costs %i', (name, cost) => {
    const grid = orLibrary(name);
    const solved = solveInstance({ name, market: marketOfGrid(grid), aims: CHEAPEST, costs: true });
    expect(solved).toMatchObject({ matched: grid.mentees.length, cost, certificate: PROOF });
  });

  it.each([9, 6, 11, 8, 11].map((ranks, number) => [number, ranks]))('brute force says that hr%i has ranks that sum to %i', (number, ranks) => {
    const { grid, note } = residents(number);
    const solved = solveInstance({ name: 'hr', market: marketOfGrid(grid), aims: CHEAPEST, costs: true, ...(note ? { note } : {}) });
    expect(solved).toMatchObject({ matched: 6, cost: ranks, certificate: PROOF, note: 'all lower quotas are met' });
  });

  it.each([
    ['small', { floor: true }, { matched: 35, sum: 750, floor: 12 }],
    ['large', { floor: false }, { matched: 484, sum: 11_480 }],
    ['large', { floor: true }, { matched: 484, sum: 11_474, floor: 18 }],
  ] as const)('the peer’s %s sample, with %o', (size, asked, found) => {
    const solved = solveInstance({ name: size, market: marketOfGrid(peer(size)), aims: { ...CHEAPEST, ...asked }, costs: false });
    expect(solved).toMatchObject({ ...found, certificate: PROOF });
  });

  it('is one line of JSON from the command', () => {
    const { stdout, status } = run('--instance', instancePath('orlib/assign100.txt.gz'), '--json');
    expect(status).toBe(0);
    const result = JSON.parse(stdout) as Result;
    expect(Object.keys(result)).toEqual(['instance', 'stages', 'matched', 'sum', 'cost', 'floor', 'ms', 'peakMB', 'certificate']);
    expect(result).toMatchObject({ instance: 'assign100', matched: 100, cost: 305, certificate: { violation: 0, pairs: 10_000, over: 'all' } });
  });

  it.each([
    ['no such file', ['--instance', 'nowhere.txt'], 'There is no file nowhere.txt that can be read.\n'],
    ['no problem in it', ['--instance', 'package.json'], 'package.json is neither an assignment problem nor hospitals with residents: "{" is no cost.\n'],
    ['no such kind', ['--generate', 'wild', '--n', '9'], '--generate knows men, uni, sparse, scarce, not "wild".\n'],
  ])('says so in a sentence: %s', (_, options, sentence) => {
    const { stderr, status } = run(...options);
    expect(stderr).toBe(sentence);
    expect(status).toBe(2);
  });
});
