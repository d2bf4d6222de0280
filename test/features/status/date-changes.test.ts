import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { APPLICANT } from '#case/actor.ts'
import { changeCalendar, type ChangeRequest } from '#features/calendar/index.ts'
import { givePass } from '#features/portal/index.ts'
import { statusPages } from '#features/status/index.ts'
import { statusView } from '#features/status/status-view.ts'
import { civilDate } from '#law/civil-date.ts'
import { contextFor } from '#store/context.ts'
import type { WebEnv } from '#store/web-env.ts'
import { Hono } from 'hono'
import { ARRANGEMENT_2027 } from '#test/support/invented-2027.ts'
import { calendarWorld, delivered, type CalendarWorld } from '../calendar/world.ts'

const DOOR = new Hono<WebEnv>().get('/let-in/:number/:id', (c) => {
  givePass(c, 'status', { caseId: c.req.param('id'), number: c.req.param('number') })
  return c.text('')
})

/** law.md §12.1.3: where a date was told to the applicant, the applicant is told the new one. */
describe('an applicant whose last day moved with the calendar', { timeout: 60_000 }, () => {
  let world: CalendarWorld
  let filed: { number: string; caseId: string }
  beforeEach(async () => {
    world = await calendarWorld('2026-12-20', { pages: [DOOR, statusPages] })
    filed = await world.file('2026-12-04', { handler: 'chengban' })
  })
  afterEach(() => world.close())

  const change = async (request: ChangeRequest) => {
    await changeCalendar(world.ctx('xitong'), request, null)
    await world.runJobs()
    await world.live.refresh()
  }
  const changes = async () => (await statusView(contextFor(world.services, APPLICANT), filed.caseId)).dateChanges
  const page = async () => {
    const pass = (await world.request(null, `/let-in/${filed.number}/${filed.caseId}`)).headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
    return (await world.request(null, `/status/${filed.number}`, { headers: { cookie: pass } })).text()
  }
  const IMPORT = { kind: 'import', years: ARRANGEMENT_2027 } as unknown as ChangeRequest

  test('reads the new date and why, with the article, on the status page', async () => {
    expect(await page()).not.toContain('最晚答复日改过')
    await change(IMPORT)
    expect(await changes()).toMatchObject([{ on: '2026-12-20', from: '2027-01-04', to: '2027-01-05' }])
    expect((await changes())[0]!.cites).toEqual([{ instrument: '711', article: 33, paragraph: 2 }, { instrument: 'holidays', article: 7 }])
    const html = await page()
    expect(html).toContain('最晚答复日改过，和回执上写的不一样')
    expect(html).toContain('最晚答复日从2027年1月4日（周一）改为2027年1月5日（周二），因为国务院公布2027年放假安排。')
    expect(html).toContain('最晚2027年1月5日（周二）答复')
  })

  test('reads every change, the latest first, and that a date may still move where it may', async () => {
    await change({ kind: 'day_off', date: civilDate('2026-12-28'), name: '暴雪', reason: '通告', authorityId: undefined })
    await change(IMPORT)
    expect((await changes()).map(({ text }) => text)).toEqual([
      '最晚答复日从2027年1月5日（周二）改为2027年1月6日（周三），因为国务院公布2027年放假安排',
      '最晚答复日从2027年1月4日（周一）改为2027年1月5日（周二），因为2026年12月28日（周一）暴雪放假。有的日子还没有公布放假安排，公布后可能还会变',
    ])
  })

  test('is not bothered where the date stayed, nor once the reply is delivered', async () => {
    const stays = await world.file('2026-12-11')
    await change(IMPORT)
    expect((await statusView(contextFor(world.services, APPLICANT), stays.caseId)).dateChanges).toEqual([])
    await world.append(filed.caseId, ...delivered('2026-12-20'))
    expect(await changes()).toEqual([])
  })
})
