import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APPLICANT } from '#case/actor.ts'
import type { CaseEvent } from '#case/events.ts'
import { receiveCorrection, refuseCorrection, requestCorrection } from '#features/correction/index.ts'
import { answerCorrection } from '#features/correction/index.ts'
import { listStaff } from '#features/accounts/index.ts'
import { confirmDelivery } from '#features/delivery/index.ts'
import type { Filed } from '#features/intake/index.ts'
import { withdraw } from '#features/withdrawal/index.ts'
import { civilDate } from '#law/civil-date.ts'
import { contextFor } from '#store/context.ts'
import { eventually } from '#test/support/eventually.ts'
import { startSystem, type TestSystem } from '#test/support/system.ts'
import { assigned, fileOne, happen, replied, storedLetter } from '../features/status/cases.ts'
import { CHROMIUM, look, openBrowser, person } from './browser.ts'

const day = civilDate

/** Every state in which an applicant can find his case, as he reads it on a telephone and on a desk. */
describe.skipIf(!existsSync(CHROMIUM))('the status page in every state (needs chromium in /usr/bin)', () => {
  let browser: Browser
  let system: TestSystem
  let phone: Page
  let desk: Page

  beforeAll(async () => {
    browser = await openBrowser()
    system = await startSystem({ now: '2026-10-30' })
    phone = await person(browser, 390)
    desk = await person(browser, 1280)
  })
  afterAll(async () => {
    await browser?.close()
    await system?.stop()
  })

  const at = (date: string) => system.clock.set(date)
  const file = async (date = '2026-10-30') => {
    at(date)
    return fileOne(system.services, 'shiju')
  }
  const add = (of: Filed, ...events: CaseEvent[]) => happen(system.services, of.caseId, ...events)
  const office = async () => contextFor(system.services, (await listStaff(system.services.db, 'shiju', { role: 'disclosure_officer' }))[0]!)
  const applicant = () => contextFor(system.services, APPLICANT)
  const handled = async (): Promise<CaseEvent> => {
    const [handler] = await listStaff(system.services.db, 'shiju', { role: 'handler' })
    return { ...assigned(day('2026-11-04')), unitId: handler!.unitId, unitName: handler!.unitName, handlerId: handler!.id, handlerName: handler!.name } as CaseEvent
  }
  const ask = async (of: Filed, date = '2026-11-09', respondBy = '2026-11-27') => {
    at(date)
    const outcome = await requestCorrection(await office(), { number: of.number }, {
      items: ['写明小区名称或者火灾地址', '写明要调查报告，还是事故认定书'],
      guidance: '火灾事故的文书按起火时间和地址归档。写明小区名称、楼栋，或者起火的日期，就可以查找。',
      respondBy: day(respondBy),
    })
    if (!outcome.ok) throw new Error(outcome.refusal.message)
    await eventually(async () => (await system.services.sql`select 1 from letter where id = ${outcome.letterId} and status = 'stored'`).length === 1, { timeoutMs: 60_000 })
    return outcome.letterId
  }

  async function seen(of: Filed, name: string, ...texts: string[]): Promise<void> {
    for (const page of [phone, desk]) {
      await page.goto(`${system.url}/status?number=${of.number}`)
      await page.fill('[name=queryCode]', of.queryCode)
      await page.getByRole('button', { name: '看进度' }).click()
      await page.waitForURL((where) => where.pathname === `/status/${of.number}`)
      const words = await page.locator('main').innerText()
      for (const text of texts) expect(words).toContain(text)
      await look(page, `status-${name}`)
    }
  }

  test('running', async () => {
    const of = await file('2026-11-02')
    await add(of, { type: 'application_accepted', on: day('2026-11-03') }, await handled())
    at('2026-11-21')
    await seen(of, 'running', '现在不用您做什么', '最晚11月30日（周一）答复')
  })

  test('provisional: the date is said to be reckoned', async () => {
    const of = await file('2026-12-21')
    await seen(of, 'provisional', '推算', '放假安排公布后会重新计算')
  })

  test('awaiting a correction, corrected, and corrected late', async () => {
    const of = await file()
    await ask(of)
    at('2026-11-21')
    await seen(of, 'awaiting-correction', '需要您补正', '11月27日（周五）前补正', '写明小区名称或者火灾地址', '还剩5个工作日', '今天补正，最晚12月18日（周五）答复')
    at('2026-11-30')
    await seen(of, 'late-correction', '补正期限11月27日（周五）已经过了', '写明理由并补正')
    const offered = await answerCorrection(applicant(), of.caseId, { text: '某小区3号楼，2022年5月1日，要调查报告。', lateReason: '住院，没有看到通知' }, null)
    expect(offered).toMatchObject({ ok: true, late: true })
    await seen(of, 'late-waiting', '收到您逾期的补正了', '答复期限现在不走')
    const other = await file()
    await ask(other)
    at('2026-11-30')
    await answerCorrection(applicant(), other.caseId, { text: '某小区3号楼。', lateReason: '忘了' }, null)
    expect(await refuseCorrection(await office(), { number: other.number }, { reason: '忘记不是客观上不能补正的原因' })).toMatchObject({ ok: true })
    await seen(other, 'late-refused', '逾期的理由没有被认可', '忘记不是客观上不能补正的原因')
    expect(await receiveCorrection(await office(), { number: of.number }, { on: undefined, text: undefined, goodCause: '住院有病历' })).toMatchObject({ ok: true })
    await seen(of, 'late-accepted', '11月30日（周一）收到您的补正', '最晚12月28日（周一）答复')
  })

  test('lapsed', async () => {
    const of = await file()
    await ask(of)
    at('2026-12-01')
    await add(of, { type: 'application_lapsed', on: day('2026-12-01'), what: 'correction' })
    await seen(of, 'lapsed', '本局不再处理这件申请')
  })

  test('extended, overdue', async () => {
    const of = await file('2026-11-02')
    await add(of, { type: 'application_accepted', on: day('2026-11-03') }, await handled())
    at('2026-11-26')
    const letterId = await storedLetter(system.services, { caseId: of.caseId, title: '延长答复期限告知书', documentNumber: '示例公信公开〔2026〕90号', issuedOn: day('2026-11-26'), authorityId: 'shiju' })
    await add(of, { type: 'deadline_extended', on: day('2026-11-26'), days: 10, reason: '需要检索的档案较多', consentedBy: '公开办负责人甲', letterId, propsDigest: '0' })
    await seen(of, 'extended', '延长了10个工作日', '延长答复期限告知书')
    at('2026-12-21')
    await seen(of, 'overdue', '本局没有按时答复')
  })

  test('awaiting payment, before and after the notice was received', async () => {
    const of = await file('2026-11-02')
    await add(of, { type: 'application_accepted', on: day('2026-11-03') }, await handled())
    at('2026-11-12')
    const letterId = await storedLetter(system.services, { caseId: of.caseId, title: '收费通知书', documentNumber: '示例公信公开〔2026〕91号', issuedOn: day('2026-11-12'), authorityId: 'shiju' })
    await add(of, { type: 'fee_notice_issued', on: day('2026-11-12'), letterId, propsDigest: '0', basis: 'per_page', amountFen: 5_470_000 })
    await seen(of, 'awaiting-payment', '缴信息处理费54,700元', '答复期限现在不走')
    await add(of, { type: 'fee_notice_received', on: day('2026-11-12'), evidence: '网上查看' })
    at('2026-11-16')
    await seen(of, 'awaiting-payment-received', '12月10日（周四）前缴54,700元')
  })

  test('replied, confirmed', async () => {
    const of = await file('2026-11-02')
    const on = day('2026-11-20')
    await add(of, { type: 'application_accepted', on: day('2026-11-03') }, await handled())
    at('2026-11-20')
    const letterId = await storedLetter(system.services, { caseId: of.caseId, title: '政府信息公开告知书', documentNumber: '示例公信公开〔2026〕92号', issuedOn: on, authorityId: 'shiju' })
    await add(of, ...replied(letterId, on, 'post'))
    await seen(of, 'replied', '答复好了，请看答复书', '确认收到答复')
    at('2026-11-24')
    expect(await confirmDelivery(applicant(), of.caseId)).toMatchObject({ ok: true })
    await seen(of, 'confirmed', '您在11月24日（周二）确认收到了答复', '申请复议')
  })

  test('withdrawn, joined', async () => {
    const of = await file('2026-11-02')
    at('2026-11-05')
    expect(await withdraw(applicant(), of.caseId, { reason: undefined })).toMatchObject({ ok: true })
    await seen(of, 'withdrawn', '您撤回了申请，本局不再办理')
    const joined = await file('2026-11-02')
    at('2026-11-05')
    await add(joined, { type: 'joined_back', on: day('2026-11-05'), into: of.number })
    await seen(joined, 'joined', `这一件并进${of.number}一起办`)
  })
})
