import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '#case/events.ts'
import { answerCorrection, receiveCorrection, recordLapse, requestCorrection, supplementsOf } from '#features/correction/index.ts'
import { confirmDelivery } from '#features/delivery/index.ts'
import { keepUploads, moveUploads } from '#features/uploads/index.ts'
import { civilDate } from '#law/civil-date.ts'
import { loadCaseById } from '#store/case-store.ts'
import { listNotifications } from '#store/notifications.ts'
import { verifyChains } from '#store/verify.ts'
import { file, pdf } from '#test/support/papers.ts'
import { CITY } from '../portal/harness.ts'
import { assigned, fileOne, happen, replied, storedLetter } from './cases.ts'
import { statusWorld } from './world.ts'

const world = statusWorld()
const { enter, page } = world
const day = civilDate
const at = (date: string) => world.setNow(`${date}T02:00:00.000Z`)
const path = (below: string) => `/status/${world.filed.number}/${below}`
const events = async () => (await loadCaseById(world.services.db, world.filed.caseId)).events.map(({ event }) => event)
const types = async () => (await events()).map(({ type }) => type)
const notices = async (who = 'officer') => (await listNotifications(world.services.db, who, { limit: 1, offset: 0 }))[0]?.text ?? null
const QUESTION = { items: ['写明小区名称', '写明年份'], guidance: '写明小区名称就可以查找', respondBy: day('2026-11-20') }

/** Asked on 11-09 to answer by 11-20. */
async function asked(): Promise<void> {
  at('2026-11-09')
  const outcome = await requestCorrection(world.office(), { number: world.filed.number }, QUESTION)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
}
const key = (html: string) => /name="key" value="([^"]+)"/.exec(html)![1]!
async function issued(): Promise<string> {
  const on = day('2026-11-12')
  at('2026-11-12')
  const letterId = await storedLetter(world.services, { caseId: world.filed.caseId, title: '答复书', documentNumber: null, issuedOn: on })
  await happen(world.services, world.filed.caseId, { type: 'application_accepted', on }, assigned(on), ...replied(letterId, on, 'electronic').slice(0, -1))
  return letterId
}
async function delivered(): Promise<string> {
  const letterId = await issued()
  await happen(world.services, world.filed.caseId, replied(letterId, day('2026-11-12'), 'electronic').at(-1)!)
  return letterId
}

describe('告知补正', () => {
  it('is one event, one numbered letter, one job and one message, all or nothing', async () => {
    await asked()
    const requested = (await events()).find((event): event is Extract<CaseEvent, { type: 'correction_requested' }> => event.type === 'correction_requested')!
    const [letter] = await world.services.sql`select code, title, status, document_number, props from letter where id = ${requested.letterId!}`
    expect(letter).toMatchObject({ code: 'correction-notice', title: '补正告知书', status: 'queued', props: { items: QUESTION.items, respondBy: '2026-11-20', answerDays: 20 } })
    expect(letter!['document_number']).toMatch(/^示例公信公开〔2026〕\d+号$/)
    const jobs = await world.services.sql`select job, payload from outbox where payload ->> 'letterId' = ${requested.letterId!} order by id`
    expect(jobs.map(({ job }) => job)).toEqual(['render-letter', 'tell-applicant'])
  })

  it('twice at once is asked once', async () => {
    at('2026-11-09')
    const both = await Promise.all([1, 2].map(() => requestCorrection(world.office(), { number: world.filed.number }, QUESTION)))
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'correction/already-requested' } })
    expect((await types()).filter((type) => type === 'correction_requested')).toHaveLength(1)
  })
})

describe('the applicant answers a correction on the page', () => {
  it('once, however often he presses: the clock begins anew on that day and the office is told', async () => {
    await asked()
    at('2026-11-16')
    await enter()
    const form = await world.browser.get(path('correct'))
    expect(form.html).toContain('<li>写明小区名称</li>')
    const answer = { key: key(form.html), text: '滨河小区，2022年', send: 'yes' }
    const first = await world.browser.post(path('correct'), answer)
    const second = await world.browser.post(path('correct'), answer)
    expect([first.location, second.location]).toEqual([`/status/${world.filed.number}?done=correct`, `/status/${world.filed.number}?done=correct`])
    const html = (await world.browser.get(first.location!)).html
    for (const text of ['收到您的补正了', '最晚12月14日（周一）答复', '滨河小区，2022年']) expect(html).toContain(text)
    expect((await types()).filter((type) => type === 'correction_received')).toHaveLength(1)
    expect(await notices()).toBe(`${world.filed.number}的申请人补正了，答复期限重新计算`)
  })

  it('a second answer of another page is told that the first has come (30条: 一次性)', async () => {
    await asked()
    await enter()
    const [one, other] = [key((await world.browser.get(path('correct'))).html), key((await world.browser.get(path('correct'))).html)]
    await world.browser.post(path('correct'), { key: one, text: '滨河小区' })
    const late = await world.browser.post(path('correct'), { key: other, text: '别的小区' })
    expect(late.status).toBe(409)
    for (const text of ['已经收到补正，补正只有一次', '第三十条']) expect(late.html).toContain(text)
  })

  it('two at once: one counts, the other is told so', async () => {
    await asked()
    const { caseId } = world.filed
    const both = await Promise.all(['甲', '乙'].map((text) => answerCorrection(world.applicant(), caseId, { text: `${text}小区`, lateReason: undefined }, text)))
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await supplementsOf(world.services.db, world.services, await loadCaseById(world.services.db, caseId))).toHaveLength(1)
  })

  it('keeps what was typed when something is missing, and asks for the reason when the last day passed meanwhile', async () => {
    await asked()
    await enter()
    const form = await world.browser.get(path('correct'))
    const empty = await world.browser.post(path('correct'), { key: key(form.html), text: '' })
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('href="#f-text"')
    at('2026-11-21')
    await enter()
    const late = await world.browser.post(path('correct'), { key: key(form.html), text: '滨河小区' })
    expect(late.status).toBe(422)
    for (const text of ['href="#f-lateReason"', '已经过了，请写明逾期的理由', '滨河小区</textarea>', '答复期限不会马上恢复']) expect(late.html).toContain(text)
    expect(await types()).not.toContain('late_correction_offered')
  })

  it('late with a reason does not restart the clock; the office accepts it and the day on which it came counts', async () => {
    await asked()
    at('2026-11-23')
    await enter()
    const form = await world.browser.get(path('correct'))
    const sent = await world.browser.post(path('correct'), { key: key(form.html), text: '滨河小区', lateReason: '住院' })
    const told = (await world.browser.get(sent.location!)).html
    expect(told).toContain('答复期限没有自己恢复，要等本局看您的理由是不是正当')
    expect(await notices()).toContain('的申请人逾期补正，说明了理由')
    expect(await recordLapse(world.office(), { number: world.filed.number })).toMatchObject({ refusal: { code: 'correction/late-waiting' } })
    at('2026-11-25')
    expect(await receiveCorrection(world.office(), { number: world.filed.number }, { on: undefined, text: undefined, goodCause: undefined })).toMatchObject({ refusal: { code: 'correction/needs-cause' } })
    expect(await receiveCorrection(world.office(), { number: world.filed.number }, { on: undefined, text: undefined, goodCause: '有住院证明' })).toMatchObject({ ok: true })
    expect((await events()).at(-1)).toMatchObject({ type: 'correction_received', on: '2026-11-23', goodCause: '有住院证明' })
    await enter()
    expect(await page()).toContain('最晚12月21日（周一）答复')
  })

  it('seals the words: nothing of them stands in the database in clear, and the event holds a keyed digest only', async () => {
    await asked()
    await answerCorrection(world.applicant(), world.filed.caseId, { text: '我住滨河小区3号楼', lateReason: undefined }, null)
    const [row] = await world.services.sql`select content, key_id from supplement where case_id = ${world.filed.caseId}`
    expect(Buffer.from(row!['content'] as Uint8Array).includes('滨河')).toBe(false)
    const event = (await events()).at(-1)!
    expect(JSON.stringify(event)).not.toContain('滨河')
    expect(event).toMatchObject({ type: 'correction_received', digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await supplementsOf(world.services.db, world.services, await loadCaseById(world.services.db, world.filed.caseId))).toMatchObject([{ content: { text: '我住滨河小区3号楼', lateReason: null } }])
    await world.services.sql`update supplement set content = null, key_id = null where case_id = ${world.filed.caseId}`
    await enter()
    expect(await page()).toContain('内容已经按规定清除')
    expect((await verifyChains(world.services.sql)).broken).toEqual([])
  })

  it('hands its papers into the file with it, and leaves them where they are when it is refused', async () => {
    await asked()
    const { caseId, number } = world.filed
    const handed = await keepUploads(world.applicant(), { authorityId: CITY, owner: { kind: 'draft', id: `correction-${caseId}` }, purpose: 'supplement', field: 'papers', files: [file(pdf(), '平面图.pdf')] })
    expect(handed.errors).toEqual([])
    at('2026-11-21')
    expect(await answerCorrection(world.applicant(), caseId, { text: '滨河小区', lateReason: undefined }, null)).toMatchObject({ refusal: { code: 'correction/needs-cause' } })
    expect(await types()).not.toContain('paper_added')
    at('2026-11-20')
    expect(await answerCorrection(world.applicant(), caseId, { text: '滨河小区', lateReason: undefined }, null)).toMatchObject({ ok: true })
    expect((await types()).slice(-2)).toEqual(['paper_added', 'correction_received'])
    await enter()
    expect(await page()).toContain('平面图.pdf')
    // His own paper is named here but served by the office's doors only.
    expect((await world.browser.get(`/status/${number}/files/${handed.kept[0]!.id}`)).status).toBe(404)
  })
})

describe('the applicant withdraws', () => {
  it('after a page that says what it means; pressed twice it is done once', async () => {
    await enter()
    const form = await world.browser.get(path('withdraw'))
    for (const text of ['不会再有答复', '撤回不能反悔', '最晚11月30日（周一）']) expect(form.html).toContain(text)
    const answers = [await world.browser.post(path('withdraw'), { reason: '' }), await world.browser.post(path('withdraw'), { reason: '' })]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await types()).filter((type) => type === 'application_withdrawn')).toHaveLength(1)
    const html = await page()
    for (const text of ['您撤回了申请，本局不再办理', '11月2日（周一）您撤回了申请']) expect(html).toContain(text)
    expect(html).not.toContain('现在不用您做什么')
    expect(await notices()).toBe(`${world.filed.number}的申请人撤回了申请，不再办理`)
    expect((await world.browser.get(path('withdraw'))).html).toContain('申请已经在2026年11月2日撤回了')
  })

  it('not once the answer has been given, and says why with the article', async () => {
    await issued()
    await enter()
    const late = await world.browser.post(path('withdraw'), { reason: '' })
    expect(late.status).toBe(409)
    for (const text of ['答复已经在2026年11月12日作出，不能再撤回', '第三十六条']) expect(late.html).toContain(text)
  })
})

describe('the applicant confirms that he has the reply', () => {
  it('once; the day of the reply stays, the confirmation stands beside it', async () => {
    await delivered()
    at('2026-11-16')
    await enter()
    expect(await page()).toContain('确认收到答复')
    const answers = [await world.browser.post(path('confirm'), {}), await world.browser.post(path('confirm'), {})]
    expect(answers.map(({ location }) => location)).toEqual(Array(2).fill(`/status/${world.filed.number}?done=confirm`))
    expect((await types()).filter((type) => type === 'delivery_confirmed')).toHaveLength(1)
    const html = await page()
    for (const text of ['您在11月16日（周一）确认收到了答复', '11月12日（周四）答复']) expect(html).toContain(text)
    expect(html).not.toContain('>确认收到答复<')
    expect(await notices('handler')).toBe(`${world.filed.number}的申请人确认收到答复`)
  })

  it('two at once are one', async () => {
    await delivered()
    const both = await Promise.all([1, 2].map(() => confirmDelivery(world.applicant(), world.filed.caseId)))
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect((await types()).filter((type) => type === 'delivery_confirmed')).toHaveLength(1)
  })

  it('not before it was delivered', async () => {
    await issued()
    await enter()
    const early = await world.browser.post(path('confirm'), {})
    expect(early.status).toBe(409)
    expect(early.html).toContain('答复还没有送达')
  })
})

describe('files that were released with the reply', () => {
  it('are served only after delivery, byte for byte, and to nobody else', async () => {
    const bytes = pdf(2)
    const { kept } = await keepUploads(world.office(), { authorityId: CITY, owner: { kind: 'draft', id: 'release' }, purpose: 'release', field: 'papers', files: [file(bytes, '验收报告.pdf')] })
    await world.services.db.transaction((tx) => moveUploads(tx, { kind: 'draft', id: 'release' }, { kind: 'case', id: world.filed.caseId, authorityId: CITY }))
    const address = `/status/${world.filed.number}/files/${kept[0]!.id}`
    const letterId = await issued()
    await enter()
    expect(await page()).not.toContain('验收报告.pdf')
    expect((await world.browser.get(address)).status).toBe(404)
    await happen(world.services, world.filed.caseId, replied(letterId, day('2026-11-12'), 'electronic').at(-1)!)
    expect(await page()).toContain('验收报告.pdf')
    const served = await world.browser.get(address)
    expect([served.status, served.headers.get('content-type'), served.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'no-store'])
    expect(served.headers.get('content-disposition')).toContain(encodeURIComponent('验收报告.pdf'))
    const other = await fileOne(world.services)
    await enter(other)
    expect((await world.browser.get(`/status/${other.number}/files/${kept[0]!.id}`)).status).toBe(404)
    expect((await world.browser.get(address)).location).toContain('/status?number=')
  })
})

describe('without the pass', () => {
  it.each(['correct', 'withdraw', 'papers'])('%s leads to the form, for looking and for sending', async (below) => {
    expect((await world.browser.get(path(below))).location).toBe(`/status?number=${world.filed.number}`)
    expect((await world.browser.post(path(below), { text: '滨河小区', reason: '' })).location).toBe(`/status?number=${world.filed.number}`)
    expect(await types()).toEqual(['application_received', 'receipt_issued'])
  })
})
