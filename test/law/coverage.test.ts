import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { REGULATION_COVERAGE, type Coverage } from '#law/disclosure-regulation/coverage.ts'
import { FEE_MEASURES_COVERAGE } from '#law/processing-fee-measures/coverage.ts'

describe.each([
  ['国务院令第711号', REGULATION_COVERAGE, 56],
  ['国办函〔2020〕109号', FEE_MEASURES_COVERAGE, 12],
] as const)('coverage of %s', (_name, coverage: Readonly<Record<number, Coverage>>, articles) => {
  it('lists every article once', () => {
    expect(Object.keys(coverage).map(Number)).toEqual(Array.from({ length: articles }, (_, index) => index + 1))
  })

  it('names a file that exists, or says why there is none', () => {
    for (const entry of Object.values(coverage)) {
      if (entry.kind === 'rule') expect([entry.where, existsSync(`src/law/${entry.where}`)]).toEqual([entry.where, true])
      else expect(entry.why.length).toBeGreaterThan(5)
    }
  })
})
