import { defineConfig } from 'vitest/config';

/** Facts that need no database: the first to fail, in seconds. */
const QUICK = [
  'test/rooms/house/imports.test.ts',
  'test/rooms/texts/**/*.test.ts',
  'test/rooms/calendar/**/*.test.ts',
  'test/rooms/bot/{commands,fields,format,ring}.test.ts',
];

/** Start programs, change their own process, or look at what it has loaded: each in a process of its own. */
const ALONE = ['test/{browser,faults}/**/*.test.ts', 'test/rooms/{admin,config,server}/**/*.test.ts', 'test/rooms/{slack,teams}/{receive,send}/**/*.test.ts'];

/** With databases: embedded ones are copied, the server is one for all. */
const DATABASES = { globalSetup: 'test/support/postgres.ts', setupFiles: ['test/support/copied-pglite.ts'] };

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two at a time also where vitest would leave one of two cores idle; a busy machine is slow, not wrong.
    maxWorkers: 2,
    // Most test files end before it would pay to compile a database of WebAssembly well: ten times the default.
    execArgv: ['--wasm-tiering-budget=130000000'],
    // Of tests in one file that say so: they wait for limits of so many calls a second, and compute little.
    maxConcurrency: 20,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      { extends: true, test: { name: 'quick', include: QUICK, isolate: false } },
      // What is loaded, compiled and found hot by one file serves the next: a third of all computing.
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [...QUICK, ...ALONE], isolate: false, ...DATABASES } },
      { extends: true, test: { name: 'alone', include: ALONE, ...DATABASES } },
    ],
  },
});
