import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assign } from '#features/assignment/index.ts'
import { returnDraft, saveDraft, submitDraft } from '#features/reply/index.ts'
import { loadCase } from '#store/case-store.ts'
import { openDesk, type Desk } from '#test/support/desk.ts'

let desk: Desk
beforeAll(async () => void (desk = await openDesk('2026-11-20')))
afterAll(() => desk.close())

const parts = { requestText: '申请公开清单。', facts: '经检索，本机关保存该清单。', decisionText: '公开上述清单（见附件）。', attachments: '清单' }
const file = (more: Parameters<Desk['file']>[0] = {}) => desk.file({ receivedOn: '2026-11-02', stage: 'section_review', decision: 'granted', ...more })
const path = (number: string) => `/desk/cases/${number}/signoff`
const load = (number: string) => loadCase(desk.services.db, desk.who('gongkai'), number)
const text = async (username: Parameters<Desk['get']>[0], number: string) => (await desk.get(username, path(number))).text()

describe('the page of the reviewer', () => {
  test('tells decision, ground, remedy and deadline, and who issues it after him', async () => {
    const number = await file()
    const html = await text('keshi', number)
    for (const fact of ['予以公开', '36条第二项', '60日内向示例市人民政府申请行政复议', '11月2日（周一）收到', '承办人甲，11月9日10时00分送审第1稿', '第一次送审，没有可以对照的稿']) expect(html).toContain(fact)
    expect(html).toContain('同意后交给：签发人甲（办公室）签发、编号')
  })

  test('where letters cannot be set, it says so in place of the preview', async () => {
    expect(await text('keshi', await file())).toContain('这里不能预览PDF')
  })

  test('shows what changed since the draft that he saw before', async () => {
    const number = await file()
    await returnDraft(desk.ctx('keshi'), { number }, { reason: '请写明检索范围' })
    await saveDraft(desk.ctx('chengban'), { number }, { requestText: `申请公开清单。`, facts: '经检索2020年以来的档案，本机关保存该清单。', decisionText: '向你公开上述信息，以电子文件形式通过你所选的途径提供（见附件）。', attachments: '清单' })
    await submitDraft(desk.ctx('chengban'), { number }, async () => ({ blocks: [] }))
    const html = await text('keshi', number)
    expect(html).toContain('和送审过的第1稿比')
    expect(html).toMatch(/<ins>.*2020年以来的档案.*<\/ins>/)
  })

  test('who drafted sees the button and why he must not press it', async () => {
    const number = await file({ stage: 'drafting', handler: 'chengban2' })
    await assign(desk.ctx('gongkai'), { number }, { handlerId: 'keshi2' })
    await saveDraft(desk.ctx('keshi2'), { number }, parts)
    await desk.services.sql`update staff set roles = array_append(roles, 'section_reviewer'), unit_id = 'shiju-jiaoguan' where user_id = 'jiandu'`
    await submitDraft(desk.ctx('keshi2'), { number }, async () => ({ blocks: [] }))
    const html = await text('keshi2', number)
    expect(html).toMatch(/disabled=""[^>]*>\s*<span>审核同意/)
    expect(html).toContain('本案的决定或者稿子是您定过、拟过的，不能由您审核或者签发')
    const answer = await desk.submit('keshi2', path(number), { do: 'approve' })
    expect(answer.status).toBe(403)
    expect((await load(number)).state.status).toBe('section_review')
  })

  test('where nothing is to be signed off it says so', async () => {
    const number = await file({ stage: 'drafting' })
    expect(await text('keshi', number)).toContain('现在没有要审签的')
    expect(await text('keshi', await file({ stage: 'issued' }))).toContain('本案已签发')
  })
})

describe('审核同意 and 退回修改', () => {
  test('with a comment or without', async () => {
    const number = await file()
    const answer = await desk.submit('keshi', path(number), { do: 'approve', comment: '' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/desk/cases/${number}?done=approve_draft`])
    expect((await load(number)).events.at(-1)!.event).toMatchObject({ type: 'draft_approved', revision: 1, comment: null })
    const other = await file()
    await desk.submit('keshi', path(other), { do: 'approve', comment: '同意，请尽快' })
    expect((await load(other)).events.at(-1)!.event).toMatchObject({ comment: '同意，请尽快' })
  })

  test('a return needs its reason; what was typed stays on the page', async () => {
    const number = await file()
    const short = await desk.submit('keshi', path(number), { do: 'return', reason: '改' })
    expect(short.status).toBe(422)
    const html = await short.text()
    expect(html).toContain('退回理由至少4个字，现在1个字')
    expect(html).toMatch(/name="reason"[^>]*>改<\/textarea>/)
    expect((await desk.submit('keshi', path(number), { do: 'return', reason: '请写明检索范围' })).headers.get('location')).toBe(`/desk/cases/${number}?done=return_draft`)
    expect((await load(number)).state.status).toBe('drafting')
  })

  test('the issuer returns as well', async () => {
    const number = await file({ stage: 'awaiting_issue' })
    expect((await desk.submit('qianfa', path(number), { do: 'return', reason: '第二段请写清楚' })).status).toBe(303)
    expect((await load(number)).state).toMatchObject({ status: 'drafting', approvedBy: null })
  })

  test('the draft changed hands meanwhile: the reason that was typed is kept', async () => {
    const number = await file()
    const { version } = (await load(number)).row
    await returnDraft(desk.ctx('keshi'), { number }, { reason: '请写明检索范围' })
    await saveDraft(desk.ctx('chengban'), { number }, parts)
    const answer = await desk.submit('keshi', path(number), { do: 'return', reason: '这是我写的理由' }, { version })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('这是我写的理由')
  })

  test('an unknown button changes nothing', async () => {
    const number = await file()
    expect((await desk.submit('keshi', path(number), { do: 'drop' })).status).toBe(422)
    expect((await load(number)).state.status).toBe('section_review')
  })
})

describe('签发', () => {
  test('says which series the number comes from, gives it at signing, once even when pressed twice', async () => {
    const number = await file({ stage: 'awaiting_issue' })
    expect(await text('qianfa', number)).toContain('排在“示例公信公开〔2026〕”这一年的下一号')
    const { version } = (await load(number)).row
    const press = () => desk.submit('qianfa', path(number), { do: 'issue' }, { version })
    for (const answer of [await press(), await press()]) expect([answer.status, answer.headers.get('location')]).toEqual([303, `/desk/cases/${number}?done=issue`])
    expect((await load(number)).events.filter(({ event }) => event.type === 'reply_issued')).toHaveLength(1)
    expect((await load(number)).state.reply!.documentNumber).toMatch(/^示例公信公开〔2026〕\d+号$/)
  })

  test('the reviewer sees the button of the issuer with the reason', async () => {
    const number = await file({ stage: 'awaiting_issue' })
    expect(await text('keshi', number)).toContain('您的角色不能签发')
    expect((await desk.submit('keshi', path(number), { do: 'issue' })).status).toBe(403)
  })
})
