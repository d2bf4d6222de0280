import { defineConfig } from 'vitest/config'

/** Rings by file name: `*.test` pure or with a database, `*.slow.test` pictures and cold starts, `journeys/` a real browser. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ['default'],
  },
})
