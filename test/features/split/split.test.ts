import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accept } from '#features/acceptance/index.ts'
import { joinParts, splitApplication } from '#features/split/index.ts'
import { loadCase } from '#store/case-store.ts'
import { openDesk, wordsOf, type Desk } from '#test/support/desk.ts'

const DESCRIPTION = '申请公开路口自动记录系统的：1. 设置和启用时间；2. 验收报告；3. 最近一次检定证书。'
const PARTS = ['路口自动记录系统的设置和启用时间', '路口自动记录系统的验收报告', '路口自动记录系统最近一次检定证书']

let desk: Desk
beforeAll(async () => {
  desk = await openDesk('2026-11-20')
})
afterAll(() => desk.close())
afterEach(() => desk.clock.set('2026-11-20'))

const file = () => desk.file({ receivedOn: '2026-11-16', description: DESCRIPTION, subject: '路口自动记录系统的三项信息' })
const load = (number: string) => loadCase(desk.services.db, desk.who('gongkai'), number)
const json = async (path: string) => (await desk.get('gongkai', `/api/v1${path}`)).json() as Promise<any>

async function split(number: string, parts = PARTS): Promise<string[]> {
  const outcome = await splitApplication(desk.ctx('gongkai'), { number }, { parts })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return [...outcome.saved.state.parts]
}

describe('splitting an application (一事一申请)', () => {
  it('makes cases of its parts: own number, same receipt date and limit, next places in the month, own receipt', async () => {
    const number = await file()
    const into = await split(number)
    const all = await Promise.all([number, ...into].map(load))
    expect(new Set(all.map(({ row }) => row.number)).size).toBe(3)
    expect(all.map(({ row }) => row.subject)).toEqual(PARTS)
    expect(all.map(({ state }) => state.part)).toEqual(PARTS)
    expect(all.map(({ row }) => row.monthOrdinal)).toEqual([1, 2, 3])
    expect(new Set(all.map(({ row }) => `${row.receivedOn} ${row.dueOn} ${row.status} ${row.applicationId}`)).size).toBe(1)
    expect(all[1]!.state).toMatchObject({ splitFrom: number, receivedOn: '2026-11-16', channel: 'internet' })
    expect(all[0]!.state).toMatchObject({ parts: into, splitFrom: null })
    const letters = await desk.services.sql<{ props: { caseNumber: string; requestSummary: string; answerBy: string; receivedOn: string } }[]>`
      select letter.props from letter join case_file on case_file.id = letter.case_id where case_file.number in ${desk.services.sql(into)} order by case_file.number`
    expect(letters.map(({ props }) => [props.caseNumber, props.requestSummary, props.receivedOn])).toEqual(into.map((one, index) => [one, PARTS[index + 1], '2026-11-16']))
    const told = await desk.services.sql`select payload -> 'facts' -> 'numbers' as numbers from outbox where payload ->> 'occasion' = 'split' and payload ->> 'caseId' = ${all[0]!.row.id}`
    expect(told).toEqual([{ numbers: into }])
    for (const { props } of letters) expect(props.answerBy).toBe(all[0]!.row.dueOn)
  })

  it('keeps the whole application as it was written, and shows each case its part of it', async () => {
    const number = await file()
    const [second] = await split(number)
    const { request, split: told, month } = await json(`/cases/${second}`)
    expect(request).toMatchObject({ description: PARTS[1], application: DESCRIPTION })
    expect(told).toEqual({ part: PARTS[1], parts: [], splitFrom: number, joinedInto: null })
    expect(month.counted).toBe(month.ordinal)
    const page = wordsOf(await (await desk.get('gongkai', `/desk/cases/${second}`)).text())
    expect(page).toContain(`所需信息${PARTS[1]}`)
    expect(page).toContain('一事一申请，拆成3件')
    expect(page).toContain(DESCRIPTION)
  })

  it('of two people at once lets one through; the other changes nothing', async () => {
    const number = await file()
    const before = await desk.services.sql`select count(*)::int as n from case_file`
    const both = await Promise.allSettled([split(number), split(number, [...PARTS].reverse()), split(number)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const after = await desk.services.sql`select count(*)::int as n from case_file`
    expect(after[0]!.n - before[0]!.n).toBe(2)
  })

  it('beside other splits and filings gives every case its own number and every applicant his own places', async () => {
    const numbers = await Promise.all(Array.from({ length: 4 }, () => file()))
    const [parts] = await Promise.all([Promise.all(numbers.map((number) => split(number))), Promise.all(Array.from({ length: 4 }, () => file()))])
    const all = [...numbers, ...parts.flat()]
    expect(new Set(all).size).toBe(12)
    for (const [index, number] of numbers.entries()) {
      const places = await Promise.all([number, ...parts[index]!].map(async (one) => (await load(one)).row.monthOrdinal))
      expect(new Set(places).size).toBe(3)
    }
  })

  it('or acceptance, whichever comes first; never both', async () => {
    const number = await file()
    const [first, second] = await Promise.allSettled([split(number), accept(desk.ctx('gongkai'), { number }).then((outcome) => (outcome.ok ? outcome : Promise.reject(new Error('refused'))))])
    const { state } = await load(number)
    if (first!.status === 'rejected') expect(state).toMatchObject({ status: 'accepted', parts: [] })
    else expect(state.parts).toHaveLength(2)
    expect([first!.status, second!.status]).toContain('fulfilled')
  })

  it('starts the limit of every part where a correction before the split put it (30条)', async () => {
    const number = await file()
    const loaded = await load(number)
    const { appendEvents } = await import('#store/case-store.ts')
    const on = (text: string) => text as never
    await desk.services.db.transaction((tx) => appendEvents(tx, desk.ctx('gongkai'), loaded, [
      { type: 'correction_requested', on: on('2026-11-17'), letterId: crypto.randomUUID(), propsDigest: 'd', respondBy: on('2026-11-27') },
      { type: 'correction_received', on: on('2026-11-19'), supplementId: crypto.randomUUID(), digest: 'd', goodCause: null },
    ]))
    const [second] = await split(number)
    const [original, part] = [await load(number), await load(second!)]
    expect(original.row.dueOn).toBe('2026-12-17')
    expect(part.row).toMatchObject({ dueOn: '2026-12-17', receivedOn: '2026-11-16', status: 'registered' })
  })
})

describe('joining back', () => {
  it('closes the parts, gives the case its whole description again, and keeps numbers and places used', async () => {
    const number = await file()
    const into = await split(number)
    const outcome = await joinParts(desk.ctx('gongkai'), { number })
    expect(outcome.ok).toBe(true)
    const original = await load(number)
    expect(original.state).toMatchObject({ parts: [], part: null, status: 'registered' })
    expect(original.row).toMatchObject({ subject: '路口自动记录系统的三项信息', open: true })
    for (const one of into) expect((await load(one)).row).toMatchObject({ status: 'joined', open: false, clockStatus: 'ended' })
    const { request, month } = await json(`/cases/${number}`)
    expect(request.description).toBe(DESCRIPTION)
    expect(month).toEqual({ ordinal: original.row.monthOrdinal, counted: original.row.monthOrdinal })
    const open = await json('/cases?open=yes')
    const listed = JSON.stringify(open)
    for (const one of into) expect(listed).not.toContain(`"${one}"`)
    const again = await split(number)
    expect(again.some((one) => into.includes(one))).toBe(false)
    expect((await json(`/cases/${again[0]}`)).month.counted).toBe(2)
  })

  it('is refused when a part has been accepted, and nothing is joined then', async () => {
    const number = await file()
    const into = await split(number)
    await accept(desk.ctx('gongkai'), { number: into[1]! })
    const outcome = await joinParts(desk.ctx('gongkai'), { number })
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'join/part-moved-on' } })
    expect((await load(into[0]!)).state.status).toBe('registered')
    expect((await load(number)).state.parts).toEqual(into)
  })
})

describe('the doors', () => {
  it('propose the items of the description, take one more row and leave one out, without script', async () => {
    const number = await file()
    const path = `/desk/cases/${number}/split`
    const proposed = await (await desk.get('gongkai', path)).text()
    expect(proposed.match(/<textarea/g)).toHaveLength(3)
    expect(proposed).toContain('申请公开路口自动记录系统的：验收报告</textarea>')
    const rows = { part1: PARTS[0]!, part2: PARTS[1]!, part3: PARTS[2]! }
    const more = await (await desk.submit('gongkai', path, { ...rows, add: '1' })).text()
    expect(more.match(/<textarea/g)).toHaveLength(4)
    expect(more).toContain('name="part4"')
    const fewer = await (await desk.submit('gongkai', path, { ...rows, remove: '2' })).text()
    expect([...fewer.matchAll(/<textarea[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual([PARTS[0], PARTS[2]])
    expect((await load(number)).state.parts).toEqual([])
  })

  it('split once however often the button is pressed, and say at which row something is missing', async () => {
    const number = await file()
    const path = `/desk/cases/${number}/split`
    const wrong = await desk.submit('gongkai', path, { part1: PARTS[0]!, part2: ' ', part3: PARTS[0]! })
    expect(wrong.status).toBe(422)
    const words = wordsOf(await wrong.text())
    expect(words).toContain('有2处需要改')
    expect(words).toContain('和第1件的内容一样，改掉或者去掉一件')
    const { row } = await load(number)
    const press = () => desk.submit('gongkai', path, { part1: PARTS[0]!, part2: PARTS[1]! }, { version: row.version })
    const [first, second] = [await press(), await press()]
    expect([first.status, second.status]).toEqual([303, 303])
    expect((await load(number)).state.parts).toHaveLength(1)
    const again = await desk.get('gongkai', path)
    expect(again.status).toBe(409)
    expect(wordsOf(await again.text())).toMatch(/现在不能拆分.*已经拆出/)
  })

  it('of the API answer the case, and refuse a second split and a join of nothing with their reasons', async () => {
    const number = await file()
    const answer = await desk.post('gongkai', `/api/v1/cases/${number}/split`, { parts: PARTS })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ number, subject: PARTS[0] })
    const twice = await desk.post('gongkai', `/api/v1/cases/${number}/split`, { parts: PARTS })
    expect(twice.status).toBe(409)
    expect(await twice.json()).toMatchObject({ code: 'split/already-split' })
    expect((await desk.post('gongkai', `/api/v1/cases/${number}/join`, {})).status).toBe(200)
    expect(await (await desk.post('gongkai', `/api/v1/cases/${number}/join`, {})).json()).toMatchObject({ code: 'join/not-split' })
    expect((await desk.post('chengban', `/api/v1/cases/${number}/split`, { parts: PARTS })).status).toBe(404)
    expect((await desk.post('chuangkou', `/api/v1/cases/${number}/split`, { parts: PARTS })).status).toBe(403)
  })
})
