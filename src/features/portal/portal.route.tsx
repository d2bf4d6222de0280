/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { today as todayOf } from '#platform/clock.ts'
import { calendarFor } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { AccessibilityPage } from './accessibility.page.tsx'
import { AnnualReportsPage } from './annual-reports.page.tsx'
import { answerPage } from './answer-page.tsx'
import { authoritiesFor } from './chosen-authority.ts'
import { GuidePage } from './guide.page.tsx'
import { HomePage } from './home.page.tsx'
import { PrivacyPage } from './privacy.page.tsx'

/** The public pages that need no application, each in the name of the authority that the visitor has chosen. */
export const portalPages = new Hono<WebEnv>()
  .get('/', async (c) => {
    const authorities = await authoritiesFor(c)
    const { clock } = c.get('services')
    const page = <HomePage today={todayOf(clock)} calendar={calendarFor(c.get('services'), authorities.chosen.id)} authorities={authorities} />
    return answerPage(c, { title: '首页', current: 'home', authority: authorities.chosen, children: page })
  })
  .get('/guide', async (c) => {
    const authorities = await authoritiesFor(c)
    const page = <GuidePage today={todayOf(c.get('services').clock)} authorities={authorities} />
    return answerPage(c, { title: '公开指南', current: 'guide', authority: authorities.chosen, children: page })
  })
  .get('/privacy', async (c) => {
    const { chosen } = await authoritiesFor(c)
    return answerPage(c, { title: '隐私说明', authority: chosen, narrow: true, children: <PrivacyPage main={chosen} /> })
  })
  .get('/accessibility', async (c) => {
    const { chosen } = await authoritiesFor(c)
    return answerPage(c, { title: '无障碍声明', authority: chosen, narrow: true, children: <AccessibilityPage main={chosen} /> })
  })
  .get('/annual-reports', async (c) =>
    answerPage(c, { title: '年度报告', narrow: true, children: <AnnualReportsPage today={todayOf(c.get('services').clock)} /> }))
