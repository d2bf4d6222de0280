import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChains } from '#store/verify.ts'
import { eventually } from '#test/support/eventually.ts'
import { pdf } from '#test/support/papers.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { fileOne } from '../features/status/cases.ts'
import { CHROMIUM, look, openBrowser, person } from './browser.ts'
import { Office } from './staff-way.ts'

describe.skipIf(!existsSync(CHROMIUM))('a correction in a browser (needs chromium in /usr/bin)', () => {
  let browser: Browser
  let system: TestSystem
  let office: Office

  beforeAll(async () => {
    browser = await openBrowser()
    system = await startSystem({ now: '2026-10-30' })
    office = new Office(browser, system)
  })
  afterAll(async () => {
    await browser?.close()
    await system?.stop()
  })

  test('30条: the office asks once, the citizen answers on his phone with a PDF, and twenty working days begin anew', async () => {
    const filed = await fileOne(system.services, 'shiju')
    system.clock.set('2026-11-09')
    const desk = await office.act('gongkai', filed.number, 'correction', '发出补正告知书', async (page) => {
      expect(await page.inputValue('[name=respondBy]')).toBe('2026-11-30')
      await page.fill('[name=items]', '1. 写明小区名称或者火灾地址\n2. 写明要调查报告，还是事故认定书')
      await page.fill('[name=guidance]', '火灾事故的文书按起火时间和地址归档。写明小区名称、楼栋，或者起火的日期，就可以查找。')
      await page.fill('[name=respondBy]', '2026年11月27日')
    })
    expect(await desk.locator('main').innerText()).toContain('已发出补正告知书，11月27日（周五）以前补正')
    await eventually(async () => (await system.services.sql`select 1 from letter where title = '补正告知书' and status = 'stored'`).length === 1, { timeoutMs: 60_000 })
    await desk.goto(`${system.url}/desk/cases/${filed.number}`)
    await look(desk, 'correction-case-waiting')

    system.clock.set('2026-11-21')
    const phone = await person(browser, 390)
    await phone.goto(`${system.url}/status?number=${filed.number}`)
    await phone.fill('[name=queryCode]', filed.queryCode)
    await phone.getByRole('button', { name: '看进度' }).click()
    await phone.getByRole('link', { name: '现在补正' }).click()
    await look(phone, 'correction-answer')
    await phone.getByRole('button', { name: '交补正' }).click()
    await phone.waitForLoadState()
    expect(await phone.locator('main').innerText()).toContain('请填写补正的内容')
    await look(phone, 'correction-answer-empty')
    await phone.setInputFiles('[name=papers]', { name: '火灾现场平面图.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) })
    await phone.fill('[name=text]', '滨河小区3号楼，2022年5月1日起火。要火灾事故认定书。')
    await phone.getByRole('button', { name: '交补正' }).click()
    await phone.waitForURL((where) => where.searchParams.get('done') === 'correct')
    const told = await phone.locator('main').innerText()
    for (const text of ['收到您的补正了', '最晚12月18日（周五）答复', '滨河小区3号楼', '火灾现场平面图.pdf', '11月21日（周六）收到您的补正']) expect(told).toContain(text)
    await look(phone, 'correction-answered')

    const after = await office.as('gongkai')
    await after.goto(`${system.url}/desk/cases/${filed.number}`)
    const words = await after.locator('main').innerText()
    for (const text of ['最晚12月18日', '滨河小区3号楼', '火灾现场平面图.pdf', '收到补正，答复期限重新计算']) expect(words).toContain(text)
    expect(words).toContain('补正只能一次性告知')
    await look(after, 'correction-case-answered')
    await after.goto(`${system.url}/desk/notices`)
    expect(await after.locator('main').innerText()).toContain(`${filed.number}的申请人补正了`)
    expect((await verifyChains(system.services.sql)).broken).toEqual([])
  })

  test('a citizen withdraws on a phone, and is told what it means first', async () => {
    system.clock.set('2026-11-02')
    const filed = await fileOne(system.services, 'shiju')
    const phone = await person(browser, 390)
    await phone.goto(`${system.url}/status?number=${filed.number}`)
    await phone.fill('[name=queryCode]', filed.queryCode)
    await phone.getByRole('button', { name: '看进度' }).click()
    await phone.getByRole('link', { name: '撤回申请' }).click()
    expect(await phone.locator('main').innerText()).toContain('撤回不能反悔')
    await look(phone, 'withdraw')
    await phone.getByRole('button', { name: '撤回申请' }).click()
    await phone.waitForURL((where) => where.searchParams.get('done') === 'withdraw')
    expect(await phone.locator('main').innerText()).toContain('您撤回了申请，本局不再办理')
    await phone.goto(`${system.url}/status/${filed.number}/withdraw`)
    expect(await phone.locator('main').innerText()).toContain('申请已经在2026年11月2日撤回了')
    await look(phone, 'withdraw-again')
  })

  test('papers that may help are handed in on the phone', async () => {
    system.clock.set('2026-11-02')
    const filed = await fileOne(system.services, 'shiju')
    const phone = await person(browser, 390)
    await phone.goto(`${system.url}/status?number=${filed.number}`)
    await phone.fill('[name=queryCode]', filed.queryCode)
    await phone.getByRole('button', { name: '看进度' }).click()
    await phone.getByRole('link', { name: '补充材料' }).click()
    await phone.setInputFiles('[name=papers]', { name: '现场照片说明.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) })
    await look(phone, 'papers')
    await phone.getByRole('button', { name: '交材料' }).click()
    await phone.waitForURL((where) => where.searchParams.get('done') === 'papers')
    expect(await phone.locator('main').innerText()).toContain('现场照片说明.pdf')
  })
})
