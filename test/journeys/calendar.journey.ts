import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#src/boot/demo/people.ts'
import { eventually } from '#test/support/eventually.ts'
import { INVENTED_2027 } from '#test/support/invented-2027.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { look, openBrowser, person, signIn } from './browser.ts'

let system: TestSystem
let browser: Browser
beforeAll(async () => {
  system = await startSystem({ now: '2026-12-21', seed: 'cases' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await system.stop()
})

const done = () => eventually(async () => (await system.services.sql`select 1 from calendar_change where done_at is null`).length === 0, { timeoutMs: 60_000 })

test('an administrator types the arrangement of 2027 from the notice, looks, confirms; the handler finds it among his notices', async () => {
  const admin = await person(browser)
  await signIn(admin, system.url, 'xitong', DEMO_PASSWORD)
  await admin.getByRole('link', { name: '日历', exact: true }).click()
  await look(admin, 'calendar')
  await admin.getByRole('link', { name: '导入放假安排' }).click()
  await admin.fill('[name=off]', '1月1日至4日\n2月5日（除夕、周五）至2月30日')
  await admin.getByRole('button', { name: '预览' }).last().click()
  await admin.getByRole('link', { name: /第2行/ }).waitFor()
  await look(admin, 'calendar-import-wrong')
  await admin.fill('[name=off]', INVENTED_2027.off.join('\n'))
  await admin.fill('[name=work]', INVENTED_2027.work.join('\n'))
  await admin.getByRole('button', { name: '预览' }).last().click()
  await admin.getByRole('heading', { name: '要重新计算的在办案件' }).waitFor()
  await look(admin, 'calendar-preview')
  await admin.getByRole('button', { name: '导入并重新计算' }).click()
  await admin.waitForURL((where) => where.pathname === '/desk/calendar')
  await done()
  await admin.goto(`${system.url}/desk/calendar/day-off`)
  await admin.fill('[name=date]', '2026-12-28')
  await admin.fill('[name=name]', '暴雪')
  await admin.fill('[name=reason]', '示例市应急指挥部通告〔2026〕3号')
  await look(admin, 'calendar-day-off')
  await admin.getByRole('button', { name: '预览' }).click()
  await admin.getByRole('button', { name: '登记并重新计算' }).click()
  await admin.waitForURL((where) => where.pathname === '/desk/calendar')
  await done()
  await admin.reload()
  expect(await admin.getByRole('status').first().innerText()).toContain('在办案件已经重新计算')
  await look(admin, 'calendar-done')

  const handler = await person(browser, 390)
  await signIn(handler, system.url, 'chengban', DEMO_PASSWORD)
  await handler.getByRole('link', { name: '提醒' }).click()
  await look(handler, 'notices')
  await handler.getByRole('button', { name: '全部知道了' }).click()
  await handler.getByText('都看过了').waitFor()
  await handler.goto(`${system.url}/desk/calendar?year=2027`)
  await look(handler, 'calendar')
})
