/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art, type Citation } from '#law/citation.ts'
import type { CivilDate } from '#law/civil-date.ts'
import { CORRECTION_NOTICE_LIMIT } from '#law/disclosure-regulation/art30-correction.ts'
import { ANSWER_LIMIT, EXTENSION_LIMIT } from '#law/disclosure-regulation/art33-time-limit.ts'
import { entryAt, valueAt } from '#law/parameter.ts'
import { LITIGATION_LIMIT, RECONSIDERATION_LIMIT } from '#law/remedies/remedy-parameters.ts'
import { Cite } from '#ui/cite.tsx'
import { Path } from '#ui/portal-parts.tsx'

interface Milestone {
  readonly figure: string
  readonly unit?: string
  readonly title: string
  readonly text: string
  readonly cite: Citation
}

function milestones(today: CivilDate): readonly Milestone[] {
  const answer = valueAt(ANSWER_LIMIT, today)
  const extension = valueAt(EXTENSION_LIMIT, today)
  const months = valueAt(LITIGATION_LIMIT, today)
  // The 2007 Regulation had no such limit.
  const correction = entryAt(CORRECTION_NOTICE_LIMIT, today)
  return [
    { figure: '当天', title: '提交申请', text: '网上提交，系统自动出回执，提交当天就是收到日。', cite: art('711', 31) },
    ...(correction === null
      ? []
      : [
          {
            figure: String(correction.value),
            unit: '个工作日内',
            title: '内容不清楚，请您补正',
            text: '只通知一次，一次说清要补什么。收到补正那天起，重新计算答复期限。',
            cite: art('711', 30),
          },
        ]),
    {
      figure: String(answer),
      unit: '个工作日内',
      title: '答复您',
      text: `需要延长的，最多再加${extension}个工作日，会提前告诉您。征求别人意见的时间不计算在内。`,
      cite: art('711', 33),
    },
    {
      figure: String(valueAt(RECONSIDERATION_LIMIT, today)),
      unit: '日内',
      title: '不服，可以申请复议',
      text: `答复书会写明怎么复议、怎么起诉。多数答复也可以在${months}个月内直接起诉。`,
      cite: art('reconsideration', 20),
    },
  ]
}

/** 怎么办，多久办好: the four limits that an applicant meets, from the law in force today. */
export function HowLong({ today }: { today: CivilDate }) {
  return <Path steps={milestones(today).map(({ cite, ...step }) => ({ ...step, article: <Cite of={cite} form="full" block /> }))} />
}
