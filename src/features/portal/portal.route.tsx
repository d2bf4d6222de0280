/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Hono } from 'hono'
import { today as todayOf } from '#platform/clock.ts'
import { listAuthorities, mainAuthority } from '#store/authority.ts'
import type { WebEnv } from '#store/web-env.ts'
import { AccessibilityPage } from './accessibility.page.tsx'
import { AnnualReportsPage } from './annual-reports.page.tsx'
import { answerPage } from './answer-page.tsx'
import { GuidePage } from './guide.page.tsx'
import { HomePage } from './home.page.tsx'
import { PrivacyPage } from './privacy.page.tsx'

/** The public pages that need no application: `/`, `/guide`, `/privacy`, `/accessibility`, `/annual-reports`. */
export const portalPages = new Hono<WebEnv>()
  .get('/', async (c) => {
    const { db, clock, calendar } = c.get('services')
    const authorities = await listAuthorities(db)
    return answerPage(c, { title: '首页', current: 'home', children: <HomePage today={todayOf(clock)} calendar={calendar} authorities={authorities} /> })
  })
  .get('/guide', async (c) => {
    const { db, clock } = c.get('services')
    return answerPage(c, { title: '公开指南', current: 'guide', children: <GuidePage today={todayOf(clock)} authorities={await listAuthorities(db)} /> })
  })
  .get('/privacy', async (c) => {
    const main = await mainAuthority(c.get('services').db)
    return answerPage(c, { title: '隐私说明', authority: main, narrow: true, children: <PrivacyPage main={main} /> })
  })
  .get('/accessibility', async (c) => {
    const main = await mainAuthority(c.get('services').db)
    return answerPage(c, { title: '无障碍声明', authority: main, narrow: true, children: <AccessibilityPage main={main} /> })
  })
  .get('/annual-reports', async (c) =>
    answerPage(c, { title: '年度报告', narrow: true, children: <AnnualReportsPage today={todayOf(c.get('services').clock)} /> }))
