import { defineConfig } from 'vitest/config'

/** Tests that measure time or load the machine: they run after the others, one file at a time. */
const alone = [
  'apps/server/test/faults/**/*.test.ts',
  '**/flood.test.ts',
  '**/*.timing.test.ts',
  '**/*.journey.test.ts',
]

export default defineConfig({
  test: {
    globalSetup: 'apps/server/test/global-setup.ts',
    pool: 'forks',
    // On a machine that others use too, a time is measured again before it is believed to be missed.
    retry: process.env.CI ? 2 : 0,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['{apps,packages,scripts,bench}/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...alone],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: alone,
          maxWorkers: 1,
          retry: 2,
          sequence: { groupOrder: 1 },
          // What a person waits for comes later on a machine that others use too.
          expect: { poll: { timeout: 5_000 } },
        },
      },
    ],
  },
})
