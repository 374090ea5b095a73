import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: 'apps/server/test/global-setup.ts',
    include: ['apps/**/*.test.ts', 'packages/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
