import { defineConfig } from 'vitest/config'

const database = { globalSetup: ['test/support/global-setup.ts'] }
const patient = { testTimeout: 60_000, hookTimeout: 120_000 }

/**
 * Rings: `pure` needs nothing and takes seconds; `int` has a real PostgreSQL, one clone per file; `slow` does cold starts and
 * pictures of PDF files; `journey` drives a real browser. One ring: `npm test -- --project pure`.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', './test/tools/closing-line.ts'],
    projects: [
      { test: { name: 'pure', include: ['test/{law,case,ui,architecture}/**/*.test.{ts,tsx}'], exclude: ['**/*.slow.test.*'] } },
      {
        test: {
          name: 'int',
          include: ['test/{platform,store,features,templates,boot,support,app}/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}'],
          exclude: ['**/*.slow.test.*'],
          ...database,
          ...patient,
        },
      },
      { test: { name: 'slow', include: ['test/**/*.slow.test.{ts,tsx}'], ...database, testTimeout: 180_000, hookTimeout: 180_000 } },
      { test: { name: 'journey', include: ['test/journeys/**/*.journey.{ts,tsx}'], ...database, testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false } },
    ],
  },
})
