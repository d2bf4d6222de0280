/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Refusal } from '#law/refusal.ts'
import type { FieldError } from '#platform/errors.ts'
import { ArticleText } from '#ui/article-text.tsx'
import { ErrorSummary, fieldId } from '#ui/form/index.ts'

const TABS = [
  { key: 'deadline', label: '答复期限', href: '/calculators' },
  { key: 'fee', label: '信息处理费', href: '/calculators/fee' },
  { key: 'remedy', label: '复议诉讼期限', href: '/calculators/remedy' },
] as const

export type CalculatorKey = (typeof TABS)[number]['key']

/** A refusal of the law, and the field of the form that it concerns. */
export interface FieldRefusal {
  readonly field: string
  readonly refusal: Refusal
}

interface FrameProps {
  readonly current: CalculatorKey
  readonly errors: readonly FieldError[]
  readonly refusal: FieldRefusal | null
  readonly children: Child
}

/** 期限与费用: the three calculators as tabs, each with its own address. */
export function CalculatorFrame({ current, errors, refusal, children }: FrameProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      {refusal && <RefusalSummary {...refusal} />}
      <h1>期限与费用</h1>
      <p class="zx-lede no-print">和办案用的是同一套算法，每一步都写明依据。填的内容不会保存。</p>
      <nav class="zx-tabs no-print" aria-label="算什么">
        {TABS.map(({ key, label, href }) => <a href={href} aria-current={key === current ? 'page' : undefined}>{label}</a>)}
      </nav>
      {children}
    </>
  )
}

function RefusalSummary({ field, refusal }: FieldRefusal) {
  return (
    <div class="zx-error-summary" role="alert" tabindex={-1} aria-labelledby="zx-refusal-title" data-focus>
      <h2 id="zx-refusal-title">按规定不能这样算</h2>
      <div><a href={`#${fieldId(field)}`}>{refusal.message}</a> <ArticleText of={refusal.cite} form="full" /></div>
    </div>
  )
}

/** The sentence of a field: its own fault, or the refusal that it caused. */
export function saidOf(errors: readonly FieldError[], refusal: FieldRefusal | null, field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message ?? (refusal?.field === field ? refusal.refusal.message : undefined)
}
