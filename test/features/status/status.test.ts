import { describe, expect, it } from 'vitest'
import { civilDate } from '#law/civil-date.ts'
import { DISTRICT } from '../portal/harness.ts'
import { visitor } from '../portal/visitor.ts'
import { assigned, fileOne, happen, replied, storedLetter } from './cases.ts'
import { statusWorld } from './world.ts'

const world = statusWorld()
const { enter, page } = world

describe('the door', () => {
  it('opens for number and query code, however they are typed', async () => {
    const code = `${world.filed.queryCode.slice(0, 4).toLowerCase()} ${world.filed.queryCode.slice(4)}`
    const answer = await world.browser.post('/status', { number: ` ${world.filed.number.replace('-', '－')}`, queryCode: code })
    expect(answer.location).toBe(`/status/${world.filed.number}`)
    expect((await world.browser.get(answer.location!)).status).toBe(200)
  })

  it('sends everybody else to the form, with the number filled in', async () => {
    const answer = await visitor(world.app).get(`/status/${world.filed.number}`)
    expect(answer.location).toBe(`/status?number=${world.filed.number}`)
    expect((await world.browser.get(answer.location!)).html).toContain(`value="${world.filed.number}"`)
  })

  it('closes after two hours, and at once for those who leave', async () => {
    await enter()
    world.setNow('2026-11-02T15:14:00.000Z')
    expect((await world.browser.get(`/status/${world.filed.number}`)).location).toContain('/status?number=')
    world.setNow('2026-11-02T13:15:00.000Z')
    expect((await world.browser.get(`/status/${world.filed.number}`)).status).toBe(200)
    expect((await world.browser.post('/status/leave', {})).location).toBe('/apply/left')
    expect((await world.browser.get(`/status/${world.filed.number}`)).location).toContain('/status?number=')
  })

  it('answers a missing number and a wrong code with the same page', async () => {
    const normal = (html: string) => html.replaceAll(/value="[^"]*"/g, 'value=""')
    const wrongCode = await world.browser.post('/status', { number: world.filed.number, queryCode: 'AAAA2222' })
    const noNumber = await world.browser.post('/status', { number: '2026-9999', queryCode: 'AAAA2222' })
    expect(wrongCode.status).toBe(422)
    expect(noNumber.status).toBe(wrongCode.status)
    expect(normal(noNumber.html)).toBe(normal(wrongCode.html))
    expect(wrongCode.html).toContain(`value="${world.filed.number}"`)
    expect(wrongCode.html).toContain('value="AAAA2222"')
  })

  it('tells apart two cases of one number in two authorities by their codes', async () => {
    const [row] = await world.services.sql<{ last: number }[]>`select last from number_series where authority_id = 'city' and series = 'case' and year = 2026`
    await world.services.sql`insert into number_series values (${DISTRICT}, 'case', 2026, ${row!.last - 1}) on conflict (authority_id, series, year) do update set last = excluded.last`
    const other = await fileOne(world.services, DISTRICT)
    expect(other.number).toBe(world.filed.number)
    await enter(other)
    expect(await page()).toContain('示例市公安局东城分局')
    await enter(world.filed)
    expect(await page()).not.toContain('示例市公安局东城分局')
  })

  it.each([
    ['', 'AAAA2222', 'number'],
    ['第187号', 'AAAA2222', 'number'],
    ['2026-0187', '', 'queryCode'],
    ['2026-0187', 'K7M4', 'queryCode'],
    ['2026-0187\u0000', 'AAAA2222', 'number'],
    ['2026-0187', 'AAAA\u202E2222', 'queryCode'],
  ])('names the field for %j and %j', async (number, queryCode, field) => {
    const answer = await world.browser.post('/status', { number, queryCode })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(`href="#f-${field}"`)
  })

  it('shows what was typed as text', async () => {
    const { html } = await world.browser.post('/status', { number: '"><script>alert(1)</script>', queryCode: 'AAAA2222' })
    expect(html).not.toContain('<script>alert')
  })
})

describe('the page of one case', () => {
  it('says first that nothing is to be done, then where it stands, then the last day and why', async () => {
    await enter()
    const html = await page()
    expect(html.indexOf('现在不用您做什么')).toBeGreaterThan(0)
    expect(html.indexOf('现在不用您做什么')).toBeLessThan(html.indexOf('办到哪一步了'))
    for (const text of ['11月2日（周一）网上提交', '11月11日（周三）前通知您', '最晚11月30日（周一）答复', '条例第三十三条第二款', '申请人甲']) expect(html).toContain(text)
  })

  it('shows accepted and handled stages with their dates and the days that are left', async () => {
    world.setNow('2026-11-03T03:00:00.000Z')
    await happen(world.services, world.filed.caseId, { type: 'application_accepted', on: civilDate('2026-11-03') })
    world.setNow('2026-11-04T03:00:00.000Z')
    await happen(world.services, world.filed.caseId, assigned(civilDate('2026-11-04')))
    await enter()
    const html = await page()
    expect(html).toContain('11月3日（周二）内容清楚，不用补正')
    expect(html).toContain('交通管理支队正在查找、核对。11月4日（周三）开始')
    expect(html).toContain('已过<b>2</b>个工作日，还剩<b>18</b>个')
  })

  it('says honestly that the answer is late, and what can be done (47条第二款、51条)', async () => {
    world.setNow('2026-12-02T03:00:00.000Z')
    await enter()
    const html = await page()
    for (const text of ['本局没有按时答复，已经超过2个工作日', '000-0000 1209', '示例市人民政府', '第四十七条第二款', '第五十一条', '最晚应在11月30日（周一）答复']) expect(html).toContain(text)
    expect(html).not.toContain('现在不用您做什么')
    // 复议法23条1款3项: reconsideration is advised first, a suit not beside it.
    expect(html).toContain('可以先向示例市人民政府申请行政复议')
    expect(html).toContain('行政复议法第二十三条')
    expect(html).not.toContain('申请行政复议，或者提起行政诉讼')
  })

  it('on the weekend right behind the last day no working day has passed yet', async () => {
    world.setNow('2026-11-06T03:00:00.000Z')
    await world.fileAgain()
    world.setNow('2026-12-05T03:00:00.000Z')
    await enter()
    const html = await page()
    for (const text of ['本局没有按时答复，已经过了最晚答复日', '最晚应在12月4日（周五）答复']) expect(html).toContain(text)
    expect(html).not.toContain('超过1个工作日')
  })

  it('still says that today is the last day on the last day', async () => {
    world.setNow('2026-11-30T15:59:59.000Z')
    await enter()
    expect(await page()).toContain('今天是最后一天')
  })

  it('shows the reply with its letter and the last day for reconsideration (行政复议法20条)', async () => {
    const on = civilDate('2026-11-12')
    world.setNow('2026-11-12T03:00:00.000Z')
    const letterId = await storedLetter(world.services, { caseId: world.filed.caseId, title: '政府信息公开申请答复书', documentNumber: '示例公信公开〔2026〕12号', issuedOn: on, bytes: '%PDF reply' })
    await happen(world.services, world.filed.caseId, { type: 'application_accepted', on }, assigned(on))
    const [decided, ...rest] = replied(letterId, on, 'electronic', 'refused_internal_affairs')
    await happen(world.services, world.filed.caseId, decided!, ...rest.slice(0, -1))
    await enter()
    expect(await page()).toContain('答复已经作出，正在送达给您')
    expect(await page()).not.toContain(letterId)
    expect((await world.browser.get(`/status/${world.filed.number}/letters/${letterId}.pdf`)).status).toBe(404)

    await happen(world.services, world.filed.caseId, rest.at(-1)!)
    const html = await page()
    for (const text of ['答复好了，请看答复书', '示例公信公开〔2026〕12号', '11月12日（周四）电子送达（邮件编号1）', '没有超过最晚答复日11月30日（周一）', '先向示例市人民政府申请行政复议', '2027年1月11日（周一）']) expect(html).toContain(text)
    const file = await world.browser.get(`/status/${world.filed.number}/letters/${letterId}.pdf?download=1`)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('cache-control')).toContain('no-store')
    expect(file.html).toBe('%PDF reply')
  })

  it('不服怎么办 is told in the words of the stored letter, whatever the names have become since', async () => {
    const on = civilDate('2026-11-12')
    world.setNow('2026-11-12T03:00:00.000Z')
    const remedyClause = '如不服本答复，应当先向示例区人民政府申请行政复议。通过互联网申请行政复议的，可以登录 https://fuyi.example.cn 提交。'
    const letterId = await storedLetter(world.services, { caseId: world.filed.caseId, title: '答复书', documentNumber: null, issuedOn: on, props: { remedyClause } })
    await happen(world.services, world.filed.caseId, { type: 'application_accepted', on }, assigned(on), ...replied(letterId, on, 'direct', 'refused_internal_affairs'))
    await enter()
    const html = await page()
    expect(html).toContain(remedyClause)
    expect(html).toContain('2027年1月11日（周一）')
    expect(html).toContain('11月12日（周四）当面送达')
  })

  it('names no last day for a posted reply: the time runs from the day it reached the applicant', async () => {
    const on = civilDate('2026-11-12')
    world.setNow('2026-11-12T03:00:00.000Z')
    const letterId = await storedLetter(world.services, { caseId: world.filed.caseId, title: '答复书', documentNumber: null, issuedOn: on })
    await happen(world.services, world.filed.caseId, { type: 'application_accepted', on }, assigned(on), ...replied(letterId, on, 'post'))
    await enter()
    const html = await page()
    expect(html).toContain('从您收到的第二天起数')
    expect(html).not.toContain('2027年1月11日')
  })

  it('hides letters of the case that are not for the applicant, and letters of other cases', async () => {
    const own = await storedLetter(world.services, { caseId: world.filed.caseId, title: '征求第三方意见书', documentNumber: null, issuedOn: civilDate('2026-11-02') })
    const other = await fileOne(world.services)
    const foreign = await storedLetter(world.services, { caseId: other.caseId, title: '答复书', documentNumber: null, issuedOn: civilDate('2026-11-02') })
    await enter()
    expect(await page()).not.toContain('征求第三方意见书')
    for (const id of [own, foreign]) expect((await world.browser.get(`/status/${world.filed.number}/letters/${id}.pdf`)).status).toBe(404)
    expect((await visitor(world.app).get(`/status/${world.filed.number}/letters/${own}.pdf`)).location).toContain('/status?number=')
  })

  it('is kept by no cache', async () => {
    await enter()
    expect((await world.browser.get(`/status/${world.filed.number}`)).headers.get('cache-control')).toBe('no-store')
    expect((await world.browser.get('/status')).headers.get('cache-control')).toBe('no-store')
  })
})
