import { describe, expect, it } from 'vitest'
import { requestCorrection } from '#features/correction/index.ts'
import { StatusAnswer } from '#features/status/status.schema.ts'
import { civilDate } from '#law/civil-date.ts'
import { loadCaseById } from '#store/case-store.ts'
import { encryptedPdf, file, pdf } from '#test/support/papers.ts'
import { assigned, happen, replied, storedLetter } from './cases.ts'
import { statusWorld } from './world.ts'

const world = statusWorld()
const day = civilDate
const at = (date: string) => world.setNow(`${date}T02:00:00.000Z`)
const right = () => ({ number: world.filed.number, queryCode: world.filed.queryCode })
const types = async () => (await loadCaseById(world.services.db, world.filed.caseId)).events.map(({ event }) => event.type)
async function asked(): Promise<void> {
  at('2026-11-09')
  const outcome = await requestCorrection(world.office(), { number: world.filed.number }, { items: ['写明小区名称'], guidance: '写明小区名称就可以查找', respondBy: day('2026-11-20') })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
}
async function sendPapers(files: readonly File[], fields: Record<string, string> = right()) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const one of files) form.append('papers', one)
  const response = await world.app.request('/api/v1/status/papers', { method: 'POST', body: form })
  return { status: response.status, body: (await response.json()) as Record<string, any> }
}

describe('POST /api/v1/status', () => {
  it('tells what has to be corrected, until when, and what can be done now with the reason of what cannot', async () => {
    await asked()
    const { body } = await world.api('/status', right())
    expect(StatusAnswer.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      clock: { status: 'awaiting_correction', dueOn: null, ifResumedTodayDueOn: '2026-12-07' },
      correction: { items: ['写明小区名称'], respondBy: '2026-11-20', receivedOn: null, remainingWorkingDays: 9, late: null },
      letters: [{ title: '政府信息公开申请登记回执' }, { title: '补正告知书' }],
    })
    expect(body['actions']).toEqual([
      { action: 'correction', allowed: true, code: null, reason: null },
      { action: 'withdrawal', allowed: true, code: null, reason: null },
      { action: 'papers', allowed: false, code: 'status/correct-first', reason: '正在等您补正，材料请和补正一起交' },
      { action: 'delivery-confirmation', allowed: false, code: 'delivery/not-delivered', reason: '答复还没有送达，收到以后再确认' },
    ])
  })
})

describe('POST /api/v1/status/correction', () => {
  it('answers with the case as it then is; the same key again changes nothing', async () => {
    await asked()
    const headers = { 'Idempotency-Key': 'one-and-the-same' }
    const first = await world.api('/status/correction', { ...right(), text: '滨河小区' }, headers)
    expect(first.status).toBe(200)
    expect(StatusAnswer.parse(first.body)).toEqual(first.body)
    expect(first.body).toMatchObject({ clock: { status: 'running', dueOn: '2026-12-07' }, correction: { receivedOn: '2026-11-09' }, supplements: [{ text: '滨河小区' }] })
    expect((await world.api('/status/correction', { ...right(), text: '滨河小区' }, headers)).status).toBe(200)
    expect((await types()).filter((type) => type === 'correction_received')).toHaveLength(1)
    expect(await world.api('/status/correction', { ...right(), text: '滨河小区' })).toMatchObject({ status: 409, body: { code: 'correction/already-received', cite: { instrument: '711', article: 30 } } })
  })

  it('late without a reason is refused, with one it waits for the office', async () => {
    await asked()
    at('2026-11-21')
    expect(await world.api('/status/correction', { ...right(), text: '滨河小区' })).toMatchObject({ status: 409, body: { code: 'correction/needs-cause' } })
    const sent = await world.api('/status/correction', { ...right(), text: '滨河小区', lateReason: '住院' })
    expect(StatusAnswer.parse(sent.body)).toEqual(sent.body)
    expect(sent).toMatchObject({ status: 200, body: { clock: { status: 'lapsed' }, correction: { late: { on: '2026-11-21', refused: null } } } })
  })

  it('takes the papers that were sent for it before', async () => {
    await asked()
    const sent = await sendPapers([file(pdf(), '平面图.pdf')])
    expect(sent).toMatchObject({ status: 200, body: { handedIn: false, papers: [{ name: '平面图.pdf', pages: 1 }] } })
    expect(await types()).not.toContain('paper_added')
    await world.api('/status/correction', { ...right(), text: '滨河小区' })
    expect((await types()).slice(-2)).toEqual(['paper_added', 'correction_received'])
  })
})

describe('POST /api/v1/status/papers', () => {
  it('puts papers into the file at once while no correction is awaited', async () => {
    expect(await sendPapers([file(pdf(2), '照片.pdf')])).toMatchObject({ status: 200, body: { handedIn: true, papers: [{ pages: 2 }] } })
    expect((await types()).at(-1)).toBe('paper_added')
  })

  it.each([
    ['no file', () => [], 'papers'],
    ['an encrypted PDF', () => [file(encryptedPdf(), '密.pdf')], 'papers'],
  ] as const)('names the field for %s and hands nothing in', async (_, files, field) => {
    const answer = await sendPapers(files())
    expect([answer.status, answer.body['errors'][0].field]).toEqual([422, field])
    expect(await types()).not.toContain('paper_added')
  })

  it('not after the case is over', async () => {
    await world.api('/status/withdrawal', right())
    expect(await sendPapers([file(pdf())])).toMatchObject({ status: 409, body: { code: 'status/answered' } })
  })
})

describe('POST /api/v1/status/withdrawal', () => {
  it('withdraws once and says so again', async () => {
    const first = await world.api('/status/withdrawal', { ...right(), reason: '不需要了' })
    expect(first).toMatchObject({ status: 200, body: { withdrawnOn: '2026-11-02', clock: { status: 'ended' } } })
    expect((await world.api('/status/withdrawal', right())).status).toBe(200)
    expect((await types()).filter((type) => type === 'application_withdrawn')).toHaveLength(1)
  })
})

describe('POST /api/v1/status/delivery-confirmation', () => {
  it('is evidence beside the day of the reply, which it leaves as it is', async () => {
    const on = day('2026-11-12')
    at('2026-11-12')
    const letterId = await storedLetter(world.services, { caseId: world.filed.caseId, title: '答复书', documentNumber: null, issuedOn: on })
    expect(await world.api('/status/delivery-confirmation', right())).toMatchObject({ status: 409, body: { code: 'delivery/not-delivered' } })
    await happen(world.services, world.filed.caseId, { type: 'application_accepted', on }, assigned(on), ...replied(letterId, on, 'post'))
    expect((await world.api('/status', right())).body['reply']).toMatchObject({ confirmedOn: null, reconsiderationBy: null })
    at('2026-11-16')
    const { body } = await world.api('/status/delivery-confirmation', right())
    // 行政复议法20条: sixty days from the day on which it reached him.
    expect(body['reply']).toMatchObject({ deliveredOn: '2026-11-12', confirmedOn: '2026-11-16', reconsiderationBy: '2027-01-15' })
  })
})

describe('a wrong code', () => {
  it.each(['correction', 'withdrawal', 'delivery-confirmation', 'papers'])('%s answers as for a number that does not exist, and does nothing', async (action) => {
    const more = action === 'correction' ? { text: '滨河小区' } : {}
    const send = (query: { number: string; queryCode: string }) => (action === 'papers' ? sendPapers([file(pdf())], query) : world.api(`/status/${action}`, { ...query, ...more }))
    const wrong = await send({ number: world.filed.number, queryCode: 'AAAA2222' })
    const missing = await send({ number: '2026-9999', queryCode: 'AAAA2222' })
    expect(wrong.status).toBe(404)
    expect({ ...missing.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' })
    expect(await types()).toEqual(['application_received', 'receipt_issued'])
  })
})
