import type { Coverage } from '../disclosure-regulation/coverage.ts'

/** Every article of 国办函〔2020〕109号. Articles 8–11 were read only in sources that quote them (LEGAL(question): numbering). */
export const FEE_MEASURES_COVERAGE: Readonly<Record<number, Coverage>> = {
  1: { kind: 'out_of_scope', why: 'purpose' },
  2: { kind: 'not_computable', why: 'whether to charge at all is for the agency to decide (可以收取)' },
  3: { kind: 'rule', where: 'processing-fee-measures/fee.ts' },
  4: { kind: 'rule', where: 'processing-fee-measures/fee-tiers.ts' },
  5: { kind: 'rule', where: 'processing-fee-measures/fee-tiers.ts' },
  6: { kind: 'rule', where: 'processing-fee-measures/art6-payment.ts' },
  7: { kind: 'rule', where: 'remedies/remedy-clause.ts' },
  8: { kind: 'out_of_scope', why: 'paid into the treasury: the finance system' },
  9: { kind: 'out_of_scope', why: 'fiscal receipts: the finance system' },
  10: { kind: 'out_of_scope', why: 'supervision and liability' },
  11: { kind: 'not_computable', why: 'fees are told in part six of the annual report, as free text' },
  12: { kind: 'rule', where: 'processing-fee-measures/art6-payment.ts' },
}
