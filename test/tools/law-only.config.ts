import { defineConfig } from 'vitest/config'

/** The tests of the law alone, for mutation tools. */
export default defineConfig({ test: { include: ['test/law/**/*.test.ts'] } })
