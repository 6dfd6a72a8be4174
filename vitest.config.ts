import { defineConfig } from 'vitest/config';

/** Facts that need no database: the first to fail, in seconds. */
const QUICK = [
  'test/rooms/house/imports.test.ts',
  'test/rooms/texts/**/*.test.ts',
  'test/rooms/calendar/**/*.test.ts',
  'test/rooms/bot/{commands,fields,format,ring}.test.ts',
];

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
      { extends: true, test: { name: 'quick', include: QUICK } },
      {
        extends: true,
        test: {
          ...{ name: 'whole', include: ['test/**/*.test.ts'], exclude: QUICK },
          globalSetup: 'test/support/postgres.ts',
          setupFiles: ['test/support/copied-pglite.ts'],
        },
      },
    ],
  },
});
