/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { art } from '#law/citation.ts'
import { dateOf, formatDate, yearOf, type CivilDate } from '#law/civil-date.ts'
import { Button } from '#ui/button.tsx'
import { Cite } from '#ui/cite.tsx'
import { EmptyState } from '#ui/empty-state.tsx'

/** 年度报告: nothing is published here yet, and when the next one is due (条例第四十九条). */
export function AnnualReportsPage({ today }: { today: CivilDate }) {
  const thisYear = dateOf(yearOf(today), 1, 31)
  const due = today <= thisYear ? thisYear : dateOf(yearOf(today) + 1, 1, 31)
  return (
    <>
      <h1>年度报告</h1>
      <p class="zx-lede">每年收到多少申请、怎么答复的、有多少复议和诉讼，都写在年度报告里。</p>
      <EmptyState title="这里还没有年度报告" next={<>{yearOf(due) - 1}年度的报告，{formatDate(due)}前公布。 <Cite of={art('711', 49, 1)} form="full" /></>}>
        <Button href="/guide#office">问公开机构要</Button>
        <Button href="/">回首页</Button>
      </EmptyState>
    </>
  )
}
