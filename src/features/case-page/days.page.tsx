/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Context } from 'hono'
import { casePath, CaseTop, deskPage, momentText, staffCtx, viewCase } from '#features/desk/index.ts'
import { formatDateWithWeekday } from '#law/civil-date.ts'
import { toDataVersion } from '#law/working-days.ts'
import type { WebEnv } from '#store/web-env.ts'
import { Button } from '#ui/button.tsx'
import { DayTable, Ribbon, Working } from '#ui/clock/index.ts'
import { Panel } from '#ui/panel.tsx'

/** 期限计算单: the clock of a case day by day, with articles and calendar version; made to be printed. */
export async function daysPage(c: Context<WebEnv, '/desk/cases/:number/days'>): Promise<Response> {
  const ctx = staffCtx(c)
  const view = await viewCase(ctx, c.req.param('number'))
  const { number } = view.row
  const printed = `日历版本${toDataVersion(ctx.calendar)}　打印时间${formatDateWithWeekday(ctx.today)}${momentText(ctx.now, ctx.today).replace('今天', '')}`
  return deskPage(c, ctx, {
    title: '期限计算单',
    context: <><a href={casePath(number)}>返回{number}</a><Button action="print" icon="print" small>打印</Button></>,
    current: 'cases',
    children: (
      <>
        <CaseTop view={view} today={ctx.today} />
        <Panel title="日格" meta={`共${view.clock.quota}个工作日，已计${view.clock.countedWorkingDays}个`}><Ribbon clock={view.clock} today={ctx.today} /></Panel>
        <Panel title="怎么算的"><Working steps={view.clock.working} citeForm="full" /></Panel>
        <Panel title="逐日列表" foot={printed} flush><DayTable clock={view.clock} today={ctx.today} /></Panel>
      </>
    ),
  })
}
