import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicantFor } from '#src/boot/demo/applicants.ts'
import { MATTERS } from '#src/boot/demo/matters.ts'
import { fileApplication } from '#features/intake/index.ts'
import { splitApplication } from '#features/split/index.ts'
import { linkCases } from '#features/similar/index.ts'
import { openDesk, wordsOf, type Desk } from '#test/support/desk.ts'

let desk: Desk
const numbers = new Map<string, string>()

/** Invented requests; the first is what is looked for. */
const REQUESTS: Readonly<Record<string, { description: string; subject?: string; who: number; authorityId?: string; handler?: 'chengban2' }>> = {
  same: { who: 21, subject: '滨河路地下通道视频监控点位及保存期限', description: '申请公开滨河路地下通道内视频监控的安装点位、安装时间、录像保存期限，以及管理单位。' },
  reworded: { who: 22, description: '请公开滨河路地下通道视频监控点位、录像保存期限和管理单位。' },
  place: { who: 23, subject: '滨河路地下通道消防', description: '申请公开滨河路地下通道的消防验收记录和逃生图。' },
  matter: { who: 24, description: '申请公开学府路视频监控的设置依据。' },
  other: { who: 25, description: '申请公开养犬登记证数量。' },
  foreign: { who: 26, authorityId: 'binhe', subject: '滨河路地下通道视频监控点位及保存期限', description: '申请公开滨河路地下通道内视频监控的安装点位、安装时间、录像保存期限，以及管理单位。' },
}
const TYPED = '公开滨河路地下通道内视频监控安装点位、安装时间、录像保存期限及管理单位'

async function file(name: string, { who, authorityId = 'shiju', ...more }: (typeof REQUESTS)[string]) {
  const { subject: _, ...person } = applicantFor(MATTERS[0]!, who)
  const ctx = desk.ctx(authorityId === 'binhe' ? 'binhe' : 'chuangkou')
  const { filed } = await fileApplication(ctx, { authorityId, application: { ...person, ...more }, receipt: { channel: 'in_person', arrivedOn: ctx.today }, idempotencyKey: null })
  numbers.set(name, filed.number)
  return filed.number
}

const of = (name: string) => numbers.get(name)!
const typed = (more: object = {}) => ({ documentType: 'resident_id', documentNumber: applicantFor(MATTERS[0]!, 21).documentNumber, description: TYPED, ...more })
const ask = async (body: object = typed(), username: Parameters<Desk['post']>[0] = 'chuangkou') => (await desk.post(username, '/api/v1/similar', body)).json() as Promise<any>
const found = (answer: any): string[] => answer.alike.map((one: any) => one.case.number)

beforeAll(async () => {
  desk = await openDesk('2026-11-20')
  for (const [name, request] of Object.entries(REQUESTS)) await file(name, request)
})
afterAll(() => desk.close())

describe('requests like the one that is typed', () => {
  it('come most alike first; the same place or the same matter alone is not alike; nothing of another authority', async () => {
    const answer = await ask()
    expect(found(answer)).toEqual([of('same'), of('reworded')])
    expect(answer.alike[0].score).toBeGreaterThan(0.8)
    expect(answer.alike.map(({ sameApplicant }: any) => sameApplicant)).toEqual([true, false])
  })

  it('are found after the statistics of the index are known as well', async () => {
    await desk.services.sql`analyze application`
    expect(found(await ask()).slice(0, 2)).toEqual([of('same'), of('reworded')])
  })

  it('are none for an empty text, for what every request says, and for signs of a query language', async () => {
    for (const description of ['', '申请公开政府信息', "' | & ! ( ) : * \\ --", '𠮷', '<b>&amp;</b>']) expect((await ask(typed({ description }))).alike).toEqual([])
  })

  it('are looked up by those who register alone', async () => {
    expect((await desk.post('chengban', '/api/v1/similar', typed())).status).toBe(403)
    expect((await desk.post('gongkai', '/api/v1/similar', typed())).status).toBe(200)
    expect((await desk.post('chuangkou', '/api/v1/similar', typed({ receivedOn: '13月' }))).status).toBe(422)
  })

  it('show a handler only what he may see', async () => {
    const own = await desk.file({ stage: 'in_progress', handler: 'chengban2', subject: '滨河路地下通道视频监控', description: TYPED })
    const seen = async (username: 'chengban2' | 'gongkai') => found(await (await desk.get(username, `/api/v1/cases/${own}/similar`)).json())
    expect(await seen('gongkai')).toContain(of('same'))
    expect(await seen('chengban2')).toEqual([])
    expect((await desk.get('chengban', `/api/v1/cases/${own}/similar`)).status).toBe(404)
  })
})

describe('other cases of the applicant', () => {
  it('are counted by month and year, with the place that the next one takes, and no half number finds anybody', async () => {
    const { documentNumber } = applicantFor(MATTERS[0]!, 21)
    const answer = await ask()
    expect(answer.month).toMatchObject({ ordinal: null, counted: 2, text: '11月第2件；10件以内不收信息处理费', amountFen: 0 })
    expect(answer.applicant).toMatchObject({ inMonth: 1, inYear: 1, cases: [{ number: of('same') }] })
    expect((await ask(typed({ receivedOn: '2026-10-30' }))).month).toMatchObject({ counted: 1, text: '10月第1件；10件以内不收信息处理费' })
    expect(await ask(typed({ documentNumber: documentNumber.slice(0, 10) }))).toMatchObject({ month: null, applicant: null })
    expect((await ask(typed({ documentType: 'passport' }))).month).toMatchObject({ counted: 1 })
  })

  it('stand on the page of a case with the fee rule: the 11th of a month costs 100元 by case', async () => {
    let last = ''
    for (let index = 0; index < 11; index += 1) last = await file(`many${index}`, { who: 29, description: `申请公开第${index}号警务室的值班安排。` })
    const page = wordsOf(await (await desk.get('gongkai', `/desk/cases/${last}`)).text())
    expect(page).toContain('同一证件号，11月第11件；按件计收时，这一件100元；收不收由本机关决定')
    expect(page).toContain('这位申请人的别的申请：11月10件，全年10件')
    const { month } = (await (await desk.get('gongkai', `/api/v1/cases/${last}`)).json()) as any
    expect(month).toEqual({ ordinal: 11, counted: 11 })
  })
})

describe('parts of a split application', () => {
  it('are compared by their own part, and are no duplicates of each other', async () => {
    const number = await file('whole', { who: 32, description: '申请公开：1. 无人机管制通告；2. 大型活动安全许可清单' })
    const outcome = await splitApplication(desk.ctx('gongkai'), { number }, { parts: ['无人机管制通告', '大型活动安全许可清单'] })
    if (!outcome.ok) throw new Error(outcome.refusal.message)
    const [second] = outcome.saved.state.parts
    const answer = await ask(typed({ description: '公开大型活动安全许可清单' }))
    expect(found(answer)[0]).toBe(second)
    expect(found(answer)).not.toContain(number)
    const own = (await (await desk.get('gongkai', `/api/v1/cases/${second}/similar`)).json()) as any
    expect(found(own)).not.toContain(number)
  })
})

describe('links', () => {
  it('are shown on both cases, and refused twice from either side and for what is missing or foreign in the same words', async () => {
    const [a, b] = [of('same'), of('reworded')]
    const linked = await linkCases(desk.ctx('gongkai'), { number: a }, { other: b, relation: 'similar', note: '同一处通道' })
    expect(linked.ok).toBe(true)
    for (const [number, other] of [[a, b], [b, a]] as const) {
      const { links } = (await (await desk.get('gongkai', `/api/v1/cases/${number}/similar`)).json()) as any
      expect(links).toMatchObject([{ other, relation: 'similar', note: '同一处通道', statusName: '登记' }])
      expect(wordsOf(await (await desk.get('gongkai', `/desk/cases/${number}`)).text())).toContain('已经关联')
    }
    const link = async (number: string, other: string) => (await desk.post('gongkai', `/api/v1/cases/${number}/links`, { other, relation: 'repeated' })).json() as Promise<any>
    expect(await link(a, b)).toMatchObject({ code: 'link/already-linked' })
    expect(await link(b, a)).toMatchObject({ code: 'link/already-linked' })
    expect(await link(a, a)).toMatchObject({ code: 'link/itself' })
    const missing = await link(a, '2026-9999')
    await desk.services.sql`update case_file set number = '2026-0555' where authority_id = 'binhe'`
    const foreign = await link(a, '2026-0555')
    expect(missing.code).toBe('link/no-such-case')
    expect(missing.detail.replace('2026-9999', '')).toBe(foreign.detail.replace('2026-0555', ''))
  })

  it('are proposed from the panel with number and relation filled in', async () => {
    const html = await (await desk.get('gongkai', `/desk/cases/${of('same')}/link?other=${of('place')}&relation=repeated`)).text()
    expect(html).toContain(`name="other" value="${of('place')}"`.replace('name="other" value', 'value'))
    expect(html).toMatch(/value="repeated" checked/)
  })
})
