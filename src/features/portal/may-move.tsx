/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CivilDate } from '#law/civil-date.ts'
import { correctionArticle } from '#law/disclosure-regulation/art30-correction.ts'
import { exclusionArticle, EXTENSION_LIMIT } from '#law/disclosure-regulation/art33-time-limit.ts'
import { entryAt } from '#law/parameter.ts'
import { Cite } from '#ui/cite.tsx'

/** Why a last day may still change, by the law of the receipt date. */
export function DueMayMove({ lawAsOf }: { lawAsOf: CivilDate }) {
  const extension = entryAt(EXTENSION_LIMIT, lawAsOf)
  return (
    <>
      <p>
        内容不清楚请您补正的，从收到补正那天起重新数。征求第三方或者其他机关意见的时间不计算。
        {extension && `需要延长的，最多再加${extension.value}个工作日，会提前告诉您。`}这几种情形都会有文书通知您。
      </p>
      <p><Cite of={[correctionArticle(lawAsOf), exclusionArticle(lawAsOf), ...(extension ? [extension.cite] : [])]} form="full" /></p>
    </>
  )
}
