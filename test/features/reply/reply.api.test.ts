import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCase } from '#store/case-store.ts'
import { openDesk, type Desk, type Username } from '#test/support/desk.ts'

let desk: Desk
beforeAll(async () => void (desk = await openDesk('2026-11-20')))
afterAll(() => desk.close())

const parts = { requestText: '申请公开清单。', facts: '经检索，本机关保存该清单。', decisionText: '公开上述清单（见附件）。', attachments: '清单' }
const file = (more: Parameters<Desk['file']>[0] = {}) => desk.file({ receivedOn: '2026-11-02', stage: 'drafting', decision: 'granted', ...more })
const api = (number: string, below: string) => `/api/v1/cases/${number}/${below}`
const json = async (answer: Response) => (await answer.json()) as Record<string, unknown>
const put = (username: Username, number: string, body: object) => desk.put(username, api(number, 'draft'), body)

test('the draft is told with its locked parts and what is open', async () => {
  const number = await file()
  const draft = await json(await desk.get('chengban', api(number, 'draft')))
  expect(draft).toMatchObject({
    number, letter: { code: 'granted', title: '政府信息公开告知书' }, saved: { revision: 1, savedBy: 'chengban' },
    locked: { numberSeries: '示例公信公开〔2026〕' }, gate: { complete: false, blocks: [] },
  })
})

test('the whole way: save, submit, approve, issue', async () => {
  const number = await file()
  const saved = await json(await put('chengban', number, parts))
  expect(saved).toMatchObject({ parts, saved: { revision: 2 }, gate: { blocks: [] } })
  const unlisted = await json(await put('chengban', number, { ...parts, attachments: undefined }))
  expect(unlisted).toMatchObject({ parts: { attachments: '' }, gate: { blocks: [{ field: 'attachments' }] } })
  Object.assign(saved, await json(await put('chengban', number, parts)))
  expect(await json(await desk.post('chengban', api(number, 'draft/submit'), { version: saved['version'] }))).toMatchObject({ status: 'section_review' })
  expect(await json(await desk.post('keshi', api(number, 'review'), { action: 'approve' }))).toMatchObject({ status: 'awaiting_issue' })
  const issued = await json(await desk.post('qianfa', api(number, 'issue'), ''))
  expect(issued).toMatchObject({ documentNumber: expect.stringMatching(/^示例公信公开〔2026〕\d+号$/), letterId: expect.any(String), case: { status: 'issued' } })
})

test('what is open is refused as a problem that names it', async () => {
  const number = await file()
  await put('chengban', number, { ...parts, facts: '' })
  const answer = await desk.post('chengban', api(number, 'draft/submit'), {})
  expect(answer.status).toBe(409)
  expect(await json(answer)).toMatchObject({ code: 'reply/incomplete', detail: '还有1项须改：没有写事实和理由' })
})

test('a return comes with its reason, an unknown action with the choices', async () => {
  const number = await file({ stage: 'section_review' })
  expect(await json(await desk.post('keshi', api(number, 'review'), { action: 'return' }))).toMatchObject({ status: 422, errors: [{ field: 'reason' }] })
  expect(await json(await desk.post('keshi', api(number, 'review'), { action: 'reject' }))).toMatchObject({ status: 422, errors: [{ field: 'action', message: expect.stringContaining('approve') }] })
  expect(await json(await desk.post('keshi', api(number, 'review'), { action: 'return', reason: '请写明检索范围' }))).toMatchObject({ status: 'drafting' })
})

describe('who may not', () => {
  test('a stale version is a conflict', async () => {
    const number = await file()
    expect((await put('chengban', number, { ...parts, version: 1 })).status).toBe(409)
  })

  test('a role that cannot is 403, another authority 404, nobody 401', async () => {
    const number = await file({ stage: 'awaiting_issue' })
    expect((await desk.post('chengban', api(number, 'issue'), {})).status).toBe(403)
    expect((await desk.post('binhe', api(number, 'issue'), {})).status).toBe(404)
    expect((await desk.get('nobody' as Username, api(number, 'draft'))).status).toBe(401)
    const { state } = await loadCase(desk.services.db, desk.who('gongkai'), number)
    expect(state.status).toBe('awaiting_issue')
  })

  test('missing and unknown fields are named', async () => {
    const number = await file()
    expect(await json(await put('chengban', number, { facts: '甲', more: 1 }))).toMatchObject({
      status: 422, errors: expect.arrayContaining([{ field: 'requestText', message: '请填写申请内容' }, { field: 'more', message: '没有这一项' }]),
    })
  })
})
