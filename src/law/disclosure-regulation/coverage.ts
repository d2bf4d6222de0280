/** What the software does with one article: a rule it computes, a matter of judgement, or another body's business. */
export type Coverage =
  | { readonly kind: 'rule'; readonly where: string }
  | { readonly kind: 'not_computable'; readonly why: string }
  | { readonly kind: 'out_of_scope'; readonly why: string }

const rule = (where: string): Coverage => ({ kind: 'rule', where })
const judgement = (why: string): Coverage => ({ kind: 'not_computable', why })
const outside = (why: string): Coverage => ({ kind: 'out_of_scope', why })

/** Every article of 国务院令第711号. A test holds the list complete and every file named here present. */
export const REGULATION_COVERAGE: Readonly<Record<number, Coverage>> = {
  1: outside('purpose'),
  2: judgement('whether something is government information is step two of the review, answered by a person'),
  3: outside('leadership of the work'),
  4: outside('appoints the disclosure office; the software has the role'),
  5: outside('principle'),
  6: outside('clarifying false information is not part of answering applications'),
  7: outside('principle'),
  8: outside('platform building'),
  9: outside('right to criticise'),
  10: judgement('who is responsible is step three of the review; the article is cited by not_responsible'),
  11: judgement('coordination between agencies'),
  12: outside('guide and catalogue: kept by the catalogue, nothing computed'),
  13: judgement('the rule of openness behind the review'),
  14: rule('disclosure-regulation/decision-kinds.data.ts'),
  15: rule('disclosure-regulation/decision-kinds.data.ts'),
  16: rule('disclosure-regulation/decision-kinds.data.ts'),
  17: judgement('review mechanism of the agency'),
  18: judgement('periodical re-assessment of what was withheld'),
  19: judgement('standard of active disclosure'),
  20: outside('active disclosure: catalogue'),
  21: outside('active disclosure: catalogue'),
  22: outside('active disclosure: catalogue'),
  23: outside('ways of publication'),
  24: outside('platform'),
  25: outside('reading rooms'),
  26: outside('twenty working days for active disclosure run from the making of the information, not from an application'),
  27: judgement('who may be asked'),
  28: outside('channels: provided, nothing computed'),
  29: judgement('content of an application: checked by the form, not by the law library'),
  30: rule('disclosure-regulation/art30-correction.ts'),
  31: rule('disclosure-regulation/art31-receipt.ts'),
  32: rule('disclosure-regulation/art32-consultation.ts'),
  33: rule('disclosure-regulation/art33-time-limit.ts'),
  34: rule('disclosure-regulation/art32-consultation.ts'),
  35: rule('disclosure-regulation/art35-deferral.ts'),
  36: rule('disclosure-regulation/decision-kinds.data.ts'),
  37: rule('disclosure-regulation/decision-kinds.data.ts'),
  38: rule('disclosure-regulation/decision-kinds.data.ts'),
  39: rule('disclosure-regulation/decision-kinds.data.ts'),
  40: judgement('form of providing: chosen by the handler from what was asked'),
  41: judgement('correcting records: no time limit in the text'),
  42: rule('processing-fee-measures/fee.ts'),
  43: outside('help for applicants with difficulties: pointed out on the pages'),
  44: judgement('turning answers into active disclosure'),
  45: outside('registers and archives: the case itself'),
  46: outside('assessment of agencies'),
  47: outside('supervision by the competent department'),
  48: outside('training'),
  49: rule('annual-report/report-dates.ts'),
  50: rule('annual-report/reconciliation.ts'),
  51: rule('remedies/remedy.ts'),
  52: outside('disciplinary liability'),
  53: outside('disciplinary liability'),
  54: outside('organisations authorised by law: the same rules apply'),
  55: outside('public enterprises follow other rules'),
  56: rule('disclosure-regulation/version.ts'),
}
