import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPersonalData } from '#features/personal-data/open.ts'
import { draftView } from '#features/reply/draft-view.ts'
import { readDraft, returnDraft, saveDraft, submitDraft } from '#features/reply/index.ts'
import { draftProps } from '#features/reply/reply-material.ts'
import { takeDecision } from '#features/review/index.ts'
import { readConfig } from '#platform/config.ts'
import type { LetterRenderer } from '#platform/letters/renderer.ts'
import { openLetters } from '#src/boot/letters.ts'
import { loadCase } from '#store/case-store.ts'
import { openDesk, type Desk } from '#test/support/desk.ts'

let desk: Desk
let letters: LetterRenderer
beforeAll(async () => {
  letters = openLetters(readConfig({}))
  desk = await openDesk('2026-11-20', { letters })
})
afterAll(async () => {
  await desk.close()
  await letters.close()
})

const parts = { requestText: '申请公开清单。', facts: '经检索，本机关保存该清单。', decisionText: '公开上述清单（见附件）。', attachments: '清单' }
const RARE = '\u{2CFFF}'
const file = (more: Parameters<Desk['file']>[0] = {}) => desk.file({ receivedOn: '2026-11-02', stage: 'drafting', decision: 'granted', ...more })
const path = (number: string, below = '') => `/desk/cases/${number}/draft${below}`
const load = (number: string) => loadCase(desk.services.db, desk.who('gongkai'), number)
const inForce = async (number: string) => readDraft(desk.services.db, (await load(number)).row.id)

describe('the page of a draft', () => {
  test('the first time it proposes request, facts and decision, and shows what template, case, decision and law decide', async () => {
    const number = await file({ stage: 'in_progress' })
    await takeDecision(desk.ctx('chengban'), { number }, { decision: 'not_held', reason: '经检索档案系统，没有该清单。' })
    const html = await (await desk.get('chengban', path(number))).text()
    expect(html).toMatch(/name="requestText"[^>]*>申请公开第\d+份清单。<\/textarea>/)
    expect(html).toMatch(/name="facts"[^>]*>经检索档案系统，没有该清单。<\/textarea>/)
    expect(html).toMatch(/name="decisionText"[^>]*>你申请公开的政府信息不存在。<\/textarea>/)
    for (const locked of ['示例公信公开〔2026〕', '政府信息不存在告知书', '<b>2026年11月2日</b>', '第三十六条第四项的规定，决定：', '60日内向示例市人民政府申请行政复议']) expect(html).toContain(locked)
    expect(html).toContain('送出后交给：<b>科室负责人甲（治安支队）</b>')
    expect(await inForce(number)).toBeNull()
  })

  test('says so where nobody in the unit may review it', async () => {
    const number = await file({ handler: 'chengban2' })
    await desk.services.sql`update staff set active = false where user_id = 'keshi2'`
    const html = await (await desk.get('chengban2', path(number))).text()
    await desk.services.sql`update staff set active = true where user_id = 'keshi2'`
    expect(html).toContain('交管支队现在没有能审这份稿的科室负责人')
  })

  test('after the decision got another reason the old words are 须改 until they are saved again', async () => {
    const number = await file()
    await desk.submit('chengban', path(number), parts)
    await takeDecision(desk.ctx('chengban'), { number }, { decision: 'granted', reason: '经再次检索，本机关还保存一份附表。' })
    const told = '处理决定改过，正文还是照原来的写的，请核对后再存一次'
    const html = await (await desk.get('chengban', path(number))).text()
    expect(html).toContain(told)
    expect(html).toMatch(/disabled=""[^>]*>\s*<span>送科室审核/)
    const sent = await desk.submit('chengban', path(number), { ...parts, do: 'submit' })
    expect([sent.status, (await load(number)).state.status]).toEqual([409, 'drafting'])
    expect((await desk.submit('chengban', path(number), parts)).status).toBe(303)
    expect((await load(number)).state.draft).toMatchObject({ revision: 3, outdated: false })
    expect(await (await desk.get('chengban', path(number))).text()).not.toContain(told)
    expect((await desk.submit('chengban', path(number), { ...parts, do: 'submit' })).status).toBe(303)
  })

  test('before the decision there is nothing to draft; the way there is shown', async () => {
    const number = await file({ stage: 'in_progress' })
    const answer = await desk.get('chengban', path(number))
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(`/desk/cases/${number}/decide`)
  })

  test('others read it without a form to type in', async () => {
    const number = await file()
    const html = await (await desk.get('gongkai', path(number))).text()
    expect(html).toContain('这份稿您只能看')
    expect(html).not.toContain('<textarea')
  })

  test('a case of another authority is not found, its preview neither', async () => {
    const number = await file()
    expect((await desk.get('binhe', path(number))).status).toBe(404)
    expect((await desk.get('binhe', path(number, '/preview.pdf'))).status).toBe(404)
  })
})

describe('存稿', () => {
  test('keeps unfinished text and says what is still open', async () => {
    const number = await file()
    const answer = await desk.submit('chengban', path(number), { ...parts, decisionText: '' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path(number)}?done=save_draft`])
    const html = await (await desk.get('chengban', `${path(number)}?done=save_draft`)).text()
    expect(html).toContain('第2稿已存好')
    expect(html).toContain('没有写决定')
    expect(html).toMatch(/disabled=""[^>]*>\s*<span>送科室审核/)
  })

  test('a character without font is named after saving, in the preview too', async () => {
    const number = await file()
    await desk.submit('chengban', path(number), { ...parts, facts: `甲${RARE}` })
    expect(await (await desk.get('chengban', path(number))).text()).toContain(`事实和理由里的“${RARE}”（U+2CFFF）`)
    const preview = await desk.get('chengban', path(number, '/preview.pdf'))
    expect(preview.headers.get('content-type')).toContain('text/html')
    expect(await preview.text()).toContain(`“${RARE}”（U+2CFFF）`)
  })

  test('the same words twice are one revision', async () => {
    const number = await file()
    await desk.submit('chengban', path(number), parts)
    await desk.submit('chengban', path(number), parts)
    expect((await inForce(number))!.revision).toBe(2)
  })

  test('what is enclosed is listed under the decision, stands in the letter line by line, and shows among the changes', async () => {
    const number = await file()
    expect(await (await desk.get('chengban', path(number))).text()).toMatch(/name="decisionText"[\s\S]*附件<span class="zx-mark-text">（每行一件，没有可不填）<\/span>[\s\S]*name="attachments"/)
    await desk.submit('chengban', path(number), { ...parts, attachments: ' 2025年清单 \n\n说明' })
    expect((await inForce(number))!.parts.attachments).toBe('2025年清单\n说明')
    const draft = await draftView(desk.ctx('chengban'), number)
    expect(draft.ok && draftProps(draft.material, draft.parts)['attachments']).toEqual(['2025年清单', '说明'])
    await submitDraft(desk.ctx('chengban'), { number }, async () => ({ blocks: [] }))
    await returnDraft(desk.ctx('keshi'), { number }, { reason: '请补一件附件' })
    await desk.submit('chengban', path(number), { ...parts, attachments: '2025年清单\n说明\n证书' })
    expect(await (await desk.get('chengban', path(number))).text()).toMatch(/<h3>附件<span class="zx-meta">1处<\/span><\/h3>[\s\S]*<ins>[\s\S]*证书/)
  })

  test('a list that cannot be printed comes back as it was typed, with the item that is wrong', async () => {
    const number = await file()
    const answer = await desk.submit('chengban', path(number), { ...parts, attachments: `清单\n${'字'.repeat(201)}` })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toMatch(/href="#f-attachments"[^>]*>附件第2件最多200个字，现在201个字/)
    expect(html).toContain(`清单\n${'字'.repeat(201)}</textarea>`)
  })

  test('a draft stored before there was a list has an empty one, and is the same draft when saved again', async () => {
    const number = await file({ stage: 'in_progress' })
    await takeDecision(desk.ctx('chengban'), { number }, { decision: 'not_held', reason: '经检索档案系统，没有该清单。' })
    const { attachments: _, ...old } = { ...parts, decisionText: '该清单不存在。' }
    await saveDraft(desk.ctx('chengban'), { number }, old as typeof parts)
    expect((await inForce(number))!.parts).toEqual({ ...old, attachments: '' })
    expect((await desk.submit('chengban', path(number), { ...old, attachments: '', do: 'submit' })).headers.get('location')).toContain('submit_draft')
    expect((await inForce(number))!.revision).toBe(1)
  })

  test('too long a text comes back as it was typed, with the field', async () => {
    const number = await file()
    const answer = await desk.submit('chengban', path(number), { ...parts, decisionText: '字'.repeat(3001) })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('决定最多3000个字，现在3001个字')
    expect(html).toContain('字'.repeat(3001))
    expect(html).toContain(parts.facts)
    expect((await inForce(number))!.revision).toBe(1)
  })

  test('somebody saved first: the page of the conflict holds what was typed', async () => {
    const number = await file()
    const { version } = (await load(number)).row
    await saveDraft(desk.ctx('chengban'), { number }, { ...parts, facts: '先存的。' })
    const answer = await desk.submit('chengban', path(number), { ...parts, facts: '我写的理由。' }, { version })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('别人刚改过这件案子')
    expect(html).toContain('事实和理由：\n我写的理由。')
    expect((await inForce(number))!.parts.facts).toBe('先存的。')
  })

  test('a form sent again after an error still notices who was faster', async () => {
    const number = await file()
    const { version } = (await load(number)).row
    await saveDraft(desk.ctx('chengban'), { number }, { ...parts, facts: '先存的。' })
    const first = await desk.submit('chengban', path(number), { ...parts, facts: '\u0007' }, { version })
    expect(await first.text()).toContain(`name="version" value="${version}"`)
  })

  test('a look at the applicant’s data in between is no conflict', async () => {
    const number = await file()
    const { version } = (await load(number)).row
    await openPersonalData(desk.ctx('gongkai'), { number }, { reason: '电话联系申请人核对' })
    expect((await desk.submit('chengban', path(number), parts, { version })).status).toBe(303)
  })

  test('who may not save keeps what he typed and reads why', async () => {
    const number = await file()
    const officer = await desk.submit('gongkai', path(number), { ...parts, facts: '公开办写的。' })
    expect(officer.status).toBe(403)
    const html = await officer.text()
    expect(html).toContain('您的角色不能存稿')
    expect(html).toContain('公开办写的。')
  })
})

describe('送科室审核', () => {
  test('saves first, then sends what was saved', async () => {
    const number = await file()
    const answer = await desk.submit('chengban', path(number), { ...parts, facts: '最后改的一句。', do: 'submit' })
    expect(answer.headers.get('location')).toBe(`/desk/cases/${number}?done=submit_draft`)
    expect((await load(number)).state).toMatchObject({ status: 'section_review', draft: { revision: 2 } })
    expect((await inForce(number))!.parts.facts).toBe('最后改的一句。')
  })

  test('pressed twice it is sent once', async () => {
    const number = await file()
    const { version } = (await load(number)).row
    const send = () => desk.submit('chengban', path(number), { ...parts, do: 'submit' }, { version })
    expect([(await send()).status, (await send()).status]).toEqual([303, 303])
    expect((await load(number)).events.filter(({ event }) => event.type === 'draft_submitted')).toHaveLength(1)
  })

  test('refuses with every open item, keeps the text saved and on the page', async () => {
    const number = await file()
    const answer = await desk.submit('chengban', path(number), { ...parts, facts: `没有方式${RARE}`, decisionText: '公开。', attachments: '', do: 'submit' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('还有2项须改：')
    expect(html).toContain('没有写提供的形式')
    expect(html).toContain('U+2CFFF')
    expect(html).toContain(`没有方式${RARE}`)
    expect((await load(number)).state).toMatchObject({ status: 'drafting', draft: { revision: 2 } })
    const unlisted = await desk.submit('chengban', path(number), { ...parts, attachments: '', do: 'submit' })
    expect(unlisted.status).toBe(409)
    expect(await unlisted.text()).toContain('还有1项须改：正文写了见附件，附件清单是空的')
  })

  test('a returned draft shows who returned it and why, and what has changed since', async () => {
    const number = await file({ stage: 'section_review' })
    await returnDraft(desk.ctx('keshi'), { number }, { reason: '请写明检索范围' })
    await saveDraft(desk.ctx('chengban'), { number }, { ...parts, requestText: '申请公开第一份清单。' })
    const html = await (await desk.get('chengban', path(number))).text()
    expect(html).toContain('科室负责人甲在今天10时00分退回修改')
    expect(html).toContain('请写明检索范围')
    expect(html).toMatch(/看修改处（\d+）/)
  })
})

describe('预览', () => {
  test('is the real letter of the saved draft, marked as not numbered, kept by no cache', async () => {
    const number = await file()
    const answer = await desk.get('chengban', path(number, '/preview.pdf'))
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('follows what is being typed without saving it, and says what cannot be set', async () => {
    const number = await file()
    await desk.submit('chengban', path(number), parts)
    const post = (below: string, more: Record<string, string>) => desk.submit('chengban', path(number), { ...parts, ...more }, { to: path(number, below) })
    expect((await post('/preview', { facts: '正在写的。' })).headers.get('content-type')).toBe('application/pdf')
    const glyph = await post('/preview', { facts: RARE })
    expect([glyph.status, await glyph.text()]).toEqual([422, expect.stringContaining('U+2CFFF')])
    const check = await post('/check', { decisionText: '', attachments: '' })
    expect(await check.text()).toContain('data-open="2"')
    expect((await post('/preview', { facts: '\u0007' })).status).toBe(422)
    expect((await inForce(number))!.parts).toEqual(parts)
  })

  test('of one person more than sixty a minute are refused in words, and colleagues go on', async () => {
    const number = await file()
    const post = (below: string) => desk.submit('keshi', path(number), { facts: '\u0007' }, { to: path(number, below) })
    for (const below of ['/preview', '/check']) {
      expect((await post(below)).status).toBe(422)
      await desk.services.sql`update rate_window set hits = 59 where key like 'letter-%:keshi' and hits = 1`
      expect((await post(below)).status).toBe(422)
      const over = await post(below)
      expect([over.status, over.headers.get('content-type'), await over.text()]).toEqual([429, expect.stringContaining('text/plain'), '看得太密了，请60秒后再看'])
    }
    expect((await desk.get('keshi', path(number, '/preview.pdf'))).status).toBe(429)
    expect((await desk.get('gongkai', path(number, '/preview.pdf'))).status).toBe(200)
  })
})
