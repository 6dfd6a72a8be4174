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
    expect: { poll: { timeout: 20_000 } },
    projects: [
      { extends: true, test: { name: 'quick', include: QUICK } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: QUICK, globalSetup: 'test/support/postgres.ts' } },
    ],
  },
});
